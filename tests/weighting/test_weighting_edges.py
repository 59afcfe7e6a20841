"""Rare answers that once gave a wrong number, or another library's error, instead of weights or a sentence."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from judgements import reciprocal

from criteria.errors import WeightsError
from criteria.weighting import ahp, best_worst, clusters, combine, consensus, objective, rank_order, ratio_of

NAN = np.nan


@pytest.mark.parametrize("model", ["linear", "nonlinear"])
@pytest.mark.parametrize("rows", [([1, 3], [1, 2]), ([1, 1, 3], [1, 1, 2])])
def test_the_best_cannot_be_the_worst_as_well_unless_all_are_equal(
    model: str, rows: tuple[list[int], list[int]]
) -> None:
    with pytest.raises(WeightsError, match=r"best.*worst"):
        best_worst(*rows, model=model)


@pytest.mark.parametrize("exponent", [400.0, 1000.0, 1e300])
def test_a_large_exponent_gives_all_weight_to_the_first(exponent: float) -> None:
    found = rank_order([2, 1, 3], formula="exponent", exponent=exponent).weights
    np.testing.assert_allclose(found, [0.0, 1.0, 0.0], atol=1e-60)


@pytest.mark.parametrize("ratio", [1e100, 1e200, 1e300])
@pytest.mark.parametrize("last", [NAN, 1.0])
def test_ratios_beyond_all_measure_give_finite_weights_or_a_sentence(ratio: float, last: float) -> None:
    try:
        found = ahp(reciprocal(3, [ratio, last, ratio]))
    except WeightsError as refusal:
        if len(str(refusal).split()) < 7:
            pytest.fail(f"{refusal!r} is no sentence")
    else:
        assert np.all(np.isfinite(found.weights))
        assert np.all(np.isfinite(found.completed))
        assert np.isfinite(found.consistency_ratio)


def test_a_member_who_compared_nothing_is_left_out_of_joined_priorities() -> None:
    said = [reciprocal(3, [2, 6, 3]), reciprocal(3, [1, 4, 5])]
    silent = reciprocal(3, [NAN] * 3)
    expected = combine(said, how="priorities").weights
    found = combine([*said, silent], how="priorities").weights
    np.testing.assert_allclose(found, expected)


# What is asked in a form that no number can be read from.
UNREADABLE: dict[str, Callable[[], object]] = {
    "objectives in unequal rows": lambda: objective("std", [[1, 2], [3, 6]], [[True], [True, False]]),
    "consensus in words": lambda: consensus([["high", "low"]]),
    "consensus in unequal rows": lambda: consensus([[1, 2], [1]]),
    "clusters in words": lambda: clusters([["high", "low"]]),
    "an exponent in words": lambda: rank_order([1, 2], formula="exponent", exponent="two"),
    "a level that is missing": lambda: ratio_of(None),
    "a scheme that is no word": lambda: objective(["std"], [[1, 2], [3, 6]], [True, True]),
    "priorities that are no word": lambda: ahp([[1, 2], [0.5, 1]], priorities=["eigenvector"]),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_what_cannot_be_read_is_refused_with_a_sentence(what: str) -> None:
    with pytest.raises(WeightsError) as raised:
        UNREADABLE[what]()
    assert len(str(raised.value).split()) > 5
