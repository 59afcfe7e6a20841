"""The value of evidence where it can be worked out by hand, and what holds for every method."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_problems import KERNELS, LAW, Small, generic

from criteria.robustness import EvidenceValue, evidence_value

DRAWS = 20_000


def one_uncertain(sure: float, **given: object) -> EvidenceValue:
    """Return the value of knowing A, uniform from 0 to 2, beside B, which is `sure`, by one criterion of raw values."""
    given = {"distribution": "uniform", "draws": DRAWS, "rng": 1, "low": [[0.0], [sure]]} | given
    return evidence_value(
        given.pop("method", "wsm"),  # type: ignore[arg-type]
        [[1.0], [sure]],
        [1.0],
        [True],
        high=[[2.0], [sure]],
        normalization="none",
        **given,
    )


@pytest.mark.parametrize("sure", [0.6, 0.9, 1.2, 1.7])
def test_knowing_a_uniform_performance_is_worth_its_expected_gain(sure: float) -> None:
    # With A chosen the gain is (B - A)+, with B chosen (A - B)+: d² / 4, d from B to the far end of the other's wins.
    d = min(sure, 2.0 - sure)
    exact = d**2 / 4
    # The gain is uniform on [0, d] with probability d / 2 and else 0.
    sampling = np.sqrt((d**3 / 6 - exact**2) / DRAWS)
    for seed in (1, 2, 3):
        found = one_uncertain(sure, rng=seed)
        assert found.chosen == int(sure > 1.0)
        assert found.cells.tolist() == [[0, 0]]
        # One bin of draws straddles the point where the choice turns; what it hides is less than d over its width squared.
        width = 2.0 / int(DRAWS ** (1 / 3))
        assert abs(found.value[0] - exact) < 4 * sampling + width**2 / 4
        assert abs(found.perfect - exact) < 4 * sampling
        assert abs(found.switch[0] - d / 2) <= 1 / int(DRAWS ** (1 / 3)) + 4 * np.sqrt(0.25 / DRAWS)


def test_a_triangular_performance_is_worth_its_expected_gain() -> None:
    # A is triangular from 0 over 1 to 2, B is 1.2: the integral of (a - 1.2)(2 - a) from 1.2 to 2 is 0.8³ / 6.
    found = one_uncertain(1.2, distribution="triangular")
    exact = 0.8**3 / 6
    sampling = np.sqrt(0.8**4 / 12 / DRAWS)
    assert abs(found.perfect - exact) < 4 * sampling
    assert abs(found.value[0] - exact) < 4 * sampling + (2.0 / int(DRAWS ** (1 / 3))) ** 2


def test_the_worth_is_in_the_unit_of_the_score_where_the_ranking_follows_its_logarithm() -> None:
    # Of one criterion the product of powers is the value itself.
    sums, products = (one_uncertain(1.2, low=[[0.1], [1.2]], method=method) for method in ("wsm", "wpm"))
    assert products.value == pytest.approx(sums.value)
    assert products.perfect == pytest.approx(sums.perfect)


def test_what_cannot_change_the_choice_is_worth_nothing() -> None:
    found = one_uncertain(3.0)
    assert found.value.tolist() == [0.0]
    assert found.switch.tolist() == [0.0]
    assert found.perfect == 0.0


def test_the_wider_of_two_ranges_is_worth_more_and_comes_first() -> None:
    found = evidence_value(
        "wsm",
        [[5.0, 5.0], [5.0, 5.0]],
        [1, 1],
        [True, True],
        low=[[5.0, 4.0], [1.0, 5.0]],
        high=[[5.0, 6.0], [9.0, 5.0]],
        draws=DRAWS,
        rng=2,
        normalization="none",
    )
    assert found.cells.tolist() == [[1, 0], [0, 1]]
    assert found.value[0] > 3 * found.value[1] > 0


def test_a_cell_without_weight_is_not_among_those_to_check() -> None:
    found = evidence_value(
        "wsm",
        [[5.0, 5.0], [4.0, 6.0]],
        [1, 0],
        [True, True],
        low=[[4.0, 1.0], [4.0, 1.0]],
        high=[[6.0, 9.0], [4.0, 9.0]],
        draws=500,
        rng=2,
    )
    assert found.cells.tolist() == [[0, 0]]


@pytest.mark.parametrize("method", KERNELS)
@settings(LAW, max_examples=4)
@given(problem=generic(), shared=st.booleans())
def test_values_are_never_negative_never_above_knowing_everything_and_in_order(
    method: str, problem: Small, shared: bool
) -> None:
    found = evidence_value(
        method,
        *problem.parts,
        low=0.8 * problem.performances,
        high=1.2 * problem.performances,
        shared=shared,
        draws=400,
        rng=1,
    )
    assert len(found.cells) == problem.performances.size
    assert np.all(found.value >= 0)
    # A mean of maxima is at least the maximum of means, in every bin.
    assert np.all(found.value <= found.perfect + 1e-12)
    assert np.all(np.diff(found.value) <= 0)
    assert np.all((found.switch >= 0) & (found.switch <= 1))
    assert found.draws == 400


def test_under_shared_draws_any_cell_tells_all_about_its_alternative() -> None:
    ranges = {
        "low": [[1.0, 1.0], [4.0, 4.0]],
        "high": [[9.0, 9.0], [6.0, 6.0]],
        "draws": DRAWS,
        "rng": 3,
        "normalization": "none",
    }
    alone, together = (
        evidence_value("wsm", np.full((2, 2), 5.0), [1, 1], [True, True], shared=shared, **ranges)
        for shared in (False, True)
    )
    assert together.value[0] == pytest.approx(together.value[1], rel=1e-12)
    assert together.cells[:2, 0].tolist() == [0, 0]
    assert alone.value[0] < 0.75 * together.value[0]


@pytest.mark.parametrize("method", KERNELS)
def test_with_one_candidate_or_nothing_to_choose_between_no_evidence_is_worth_anything(method: str) -> None:
    found = evidence_value(
        method, [[4.0, 4.0]], [1, 1], [True, False], low=[[3.0, 3.0]], high=[[5.0, 5.0]], draws=200, rng=0
    )
    assert not np.any(found.value)
    assert found.perfect == pytest.approx(0.0, abs=1e-12)


def test_the_error_covers_the_exact_value_in_nineteen_runs_of_twenty() -> None:
    # The first is 5 + u, the second 5.4 for sure, u uniform on -1 to 1: knowing u is worth E max(5 + u, 5.4) - 5.4 = ∫ over u > 0.4 of
    # (u - 0.4) / 2 = 0.09, and changes the choice where u > 0.4, in 30 %. The other cell of the first adds noise of its own.
    inside = switches = covered = 0
    for seed in range(80):
        found = evidence_value(
            "wsm", [[5.0, 5.0], [5.4, 5.0]], [0.5, 0.5], [True, True], low=[[4.0, 4.8], [5.4, 5.0]],
            high=[[6.0, 5.2], [5.4, 5.0]], distribution="uniform", draws=2_000, rng=seed, normalization="none",
        )  # fmt: skip
        at = found.cells.tolist().index([0, 0])
        inside += (
            abs(found.value[at] - 0.045) <= found.value_error[at]
        )  # the weight of the criterion is a half
        switches += abs(found.switch[at] - 0.3) <= 0.03
        covered += abs(found.switch[at] - 0.3) <= found.switch_error[at] < 0.05
    assert inside >= 71  # 76 expected, 2.6 standard deviations allowed
    assert switches >= 71
    assert covered >= 71


def test_the_error_of_a_switch_covers_it_where_other_cells_blur_the_border() -> None:
    # As above, but the other cell of the first reaches 2 down and up: it blurs where the choice changes, not how often it does. The
    # error of a share counted over as many draws would hold the 30 % in 48 runs of 80.
    covered = 0
    for seed in range(80):
        found = evidence_value(
            "wsm", [[5.0, 5.0], [5.4, 5.0]], [0.5, 0.5], [True, True], low=[[4.0, 3.0], [5.4, 5.0]],
            high=[[6.0, 7.0], [5.4, 5.0]], distribution="uniform", draws=2_000, rng=seed, normalization="none",
        )  # fmt: skip
        at = found.cells.tolist().index([0, 0])
        covered += abs(found.switch[at] - 0.3) <= found.switch_error[at] < 0.15
    assert covered >= 71


def test_a_cell_that_changes_nothing_is_below_what_the_draws_can_tell() -> None:
    found = evidence_value(
        "wsm", [[5.0, 5.0], [5.4, 5.0]], [0.5, 0.5], [True, True], low=[[4.0, 4.9], [5.4, 5.0]],
        high=[[6.0, 5.1], [5.4, 5.0]], draws=2_000, rng=1, normalization="none",
    )  # fmt: skip
    told = {tuple(cell): bool(one) for cell, one in zip(found.cells.tolist(), found.told, strict=True)}
    assert told == {(0, 0): True, (0, 1): False}


def test_noise_is_not_taken_for_value() -> None:
    # The two are level, and nine cells hardly matter: a choice judged by the draws that made it would find something in nearly every one.
    low, high = np.full((2, 5), 5.0), np.full((2, 5), 5.0)
    low[:, 0], high[:, 0] = 1.0, 9.0
    low[:, 1:], high[:, 1:] = 4.999, 5.001
    told = []
    for seed in range(20):
        found = evidence_value(
            "wsm", np.full((2, 5), 5.0), np.ones(5), [True] * 5, low=low, high=high, draws=500, rng=seed,
            normalization="none",
        )  # fmt: skip
        told += found.told[found.cells[:, 1] > 0].tolist()
    assert len(told) == 160
    assert np.mean(told) <= 0.06
