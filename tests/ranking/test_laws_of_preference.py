"""Laws of dominance, units, idle criteria and newcomers for every ranking method; exceptions are data, with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lawful import LAW, assert_same, every_variant, outcome
from problems import HIGHEST, LOWEST, Drawn, problems, scored, seeded

from criteria.ranking.catalogue import METHODS
from criteria.ranking.score import score

# Methods that can put a candidate behind one that it beats; a test below shows each of them doing so.
CAN_DEFY_DOMINANCE: Mapping[str, str] = MappingProxyType(
    {"probid": "Distance from the average counts as merit, on either side of it."}
)


@every_variant
@settings(LAW, max_examples=30)
@given(problem=problems(min_alternatives=2, min_weight=1), data=st.data())
def test_who_is_better_somewhere_and_worse_nowhere_never_ranks_behind(
    method: str, normalization: str, problem: Drawn, data: st.DataObject
) -> None:
    if method in CAN_DEFY_DOMINANCE:
        pytest.skip(CAN_DEFY_DOMINANCE[method])
    n = len(problem.weights)
    gains = data.draw(st.lists(st.integers(0, 5), min_size=n, max_size=n).filter(any))
    performances = problem.performances.copy()
    performances[0] = np.where(
        problem.maximized, performances[1] + gains, np.maximum(performances[1] - gains, 0.5)
    )
    found = outcome(
        lambda: scored(method, normalization, Drawn(performances, problem.weights, problem.maximized))
    )
    assert found is None or found.ranks[0] <= found.ranks[1]


def test_probid_puts_the_cheaper_of_two_behind_because_the_dearer_is_further_from_the_average() -> None:
    # One cost: 11 beats 12. Their average is 10, and 12 is twice as far from it.
    found = score("probid", [[11.0], [12.0], [7.0]], [1.0], [False])
    assert found.ranks.tolist() == [3, 2, 1]
    assert set(CAN_DEFY_DOMINANCE) == {"probid"}


# What a change of units does change, and why.
UNITS_COUNT: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("wsm", "none"): "Raw values are added up, whatever their units.",
        ("electre_i", "none"): "Objections are measured against the widest range of any column.",
        ("electre_ii", "none"): "As for ELECTRE I.",
    }
)
UNITS_SCALE_SCORES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        (
            "wpm",
            "none",
        ): "The product of raw values carries the product of the units, the same for everybody.",
        ("full_multiplicative_form", "none"): "As for the weighted product.",
    }
)


@every_variant
@LAW
@given(problem=problems(), exponents=st.lists(st.integers(-15, 15), min_size=5, max_size=5))
def test_units_change_nothing(method: str, normalization: str, problem: Drawn, exponents: list[int]) -> None:
    variant = (method, normalization)
    if variant in UNITS_COUNT:
        pytest.skip(UNITS_COUNT[variant])
    factors = 10.0 ** np.array(exponents[: len(problem.weights)])
    scales = {"scales": [(LOWEST * f, HIGHEST * f) for f in factors]} if normalization == "scale" else {}
    rescaled = Drawn(problem.performances * factors, problem.weights, problem.maximized)
    one = outcome(lambda: scored(method, normalization, problem))
    other = outcome(lambda: scored(method, normalization, rescaled, **scales))
    if variant in UNITS_SCALE_SCORES:
        assert (one is None) == (other is None)
        assert one is None or other is None or np.array_equal(one.ranks, other.ranks)
    else:
        assert_same(one, other)


def test_units_decide_the_weighted_sum_of_raw_values() -> None:
    metres, kilometres = [[1000.0, 2.0], [2000.0, 1.0]], [[1.0, 2.0], [2.0, 1.0]]
    assert score("wsm", metres, [1, 3], [True, True], normalization="none").ranks.tolist() == [2, 1]
    assert score("wsm", kilometres, [1, 3], [True, True], normalization="none").ranks.tolist() == [1, 2]


@every_variant
@LAW
@given(problem=problems(), data=st.data())
def test_a_criterion_without_weight_changes_nothing(
    method: str, normalization: str, problem: Drawn, data: st.DataObject
) -> None:
    m = len(problem.performances)
    column = np.array(data.draw(st.lists(st.integers(1, 20), min_size=m, max_size=m)), dtype=float)
    wider = Drawn(
        np.column_stack([problem.performances, column]),
        np.append(problem.weights, 0.0),
        np.append(problem.maximized, data.draw(st.booleans())),
    )
    assert_same(
        outcome(lambda: scored(method, normalization, problem)),
        outcome(lambda: scored(method, normalization, wider)),
    )


def reordered(before: np.ndarray, after: np.ndarray) -> bool:
    """Whether two alternatives that stood in one order before stand in the opposite one after."""
    return bool(np.any(np.sign(before[:, np.newaxis] - before) * np.sign(after[:, np.newaxis] - after) < 0))


def joined_by_another(method: str, normalization: str, seed: int) -> tuple[np.ndarray, np.ndarray] | None:
    """Return the ranks of the first ones without and with one more, or None where the method refuses."""
    rng = np.random.default_rng(seed)
    everybody = seeded(seed, m=int(rng.integers(4, 8)))
    # Few distinct values, at times an extreme newcomer: that is where orders turn over.
    performances = np.ceil(everybody.performances / 3) * 3
    performances[-1] = rng.choice([1.0, 24.0, 6.0, 15.0], performances.shape[1])
    first = Drawn(performances[:-1], everybody.weights, everybody.maximized)
    one = outcome(lambda: scored(method, normalization, first))
    other = outcome(
        lambda: scored(method, normalization, Drawn(performances, everybody.weights, everybody.maximized))
    )
    return None if one is None or other is None else (one.ranks, other.ranks[:-1])


@pytest.mark.parametrize(
    ("method", "normalization"), [(row.key, name) for row in METHODS.values() for name in row.stable]
)
def test_a_newcomer_reorders_nobody_under_a_stable_normalization(method: str, normalization: str) -> None:
    for seed in range(60):
        found = joined_by_another(method, normalization, seed)
        assert found is not None
        before, after = found
        assert np.array_equal(np.sign(before[:, np.newaxis] - before), np.sign(after[:, np.newaxis] - after))


@pytest.mark.parametrize(
    ("method", "normalization"),
    [(row.key, name) for row in METHODS.values() for name in row.normalizations if row.can_reorder(name)],
)
def test_a_newcomer_reorders_somebody_under_every_other_normalization(
    method: str, normalization: str
) -> None:
    for seed in range(3000):
        found = joined_by_another(method, normalization, seed)
        if found is not None and reordered(*found):
            return
    pytest.fail("no newcomer reorders the others: the catalogue could call this normalization stable")
