"""Laws of the path to first, for every method that takes many draws at once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from small_problems import CONTINUOUS, KERNELS, LAW, Small, generic

from criteria.ranking.score import score
from criteria.robustness import PathToFirst, path_to_first

every_method = pytest.mark.parametrize("method", KERNELS)
BESIDE = 1e-6


def last(method: str, problem: Small) -> int:
    """Return who is behind."""
    return int(np.argmax(score(method, *problem.parts).ranks))


def is_first(method: str, problem: Small, alternative: int, row: np.ndarray) -> bool:
    changed = problem.performances.copy()
    changed[alternative] = row
    found = score(method, changed, problem.weights, problem.maximized)
    return bool(found.ranks[alternative] == 1)


def toward(problem: Small, alternative: int) -> np.ndarray:
    """Return the best end of each criterion, as far as the data go."""
    best = np.where(problem.maximized, problem.performances.max(axis=0), problem.performances.min(axis=0))
    return best - problem.performances[alternative]


@pytest.mark.parametrize("method", CONTINUOUS)
@LAW
@given(problem=generic())
def test_a_single_value_makes_first_and_a_little_less_does_not(method: str, problem: Small) -> None:
    alternative = last(method, problem)
    here = problem.performances[alternative]
    room = toward(problem, alternative)
    found: PathToFirst = path_to_first(method, *problem.parts, alternative)
    for j in np.flatnonzero(np.isfinite(found.single)):
        step = np.eye(len(here))[j] * (found.single[j] - here[j])
        assert is_first(method, problem, alternative, here + step)
        assert 0 <= step[j] / room[j] <= 1
        if step[j] != 0:
            short = np.eye(len(here))[j] * BESIDE * np.sign(step[j])
            assert not is_first(method, problem, alternative, here + step - short)


@pytest.mark.slow
@every_method
@LAW
@given(problem=generic())
def test_where_no_single_value_is_named_the_best_end_is_not_enough(method: str, problem: Small) -> None:
    alternative = last(method, problem)
    here, room = problem.performances[alternative], toward(problem, alternative)
    found = path_to_first(method, *problem.parts, alternative)
    for j in np.flatnonzero(np.isnan(found.single)):
        assert not is_first(method, problem, alternative, here + np.eye(len(here))[j] * room[j])


@pytest.mark.slow
@every_method
@LAW
@given(problem=generic(alternatives=(3, 5)))
def test_the_combined_change_makes_first_only_improves_and_costs_no_more_than_any_single_one(
    method: str, problem: Small
) -> None:
    alternative = last(method, problem)
    here, room = problem.performances[alternative], toward(problem, alternative)
    found = path_to_first(method, *problem.parts, alternative)
    if found.combined is None:
        assert np.isnan(found.effort)
        assert not is_first(method, problem, alternative, here + room)
        return
    span = np.ptp(problem.performances, axis=0)
    change = found.combined - here
    assert is_first(method, problem, alternative, found.combined)
    assert np.all((change * np.sign(room) >= -1e-12) & (np.abs(change) <= np.abs(room) + 1e-9))
    assert found.effort == pytest.approx((np.abs(change) / span).sum(), abs=1e-9)
    alone = np.abs(found.single - here) / span
    assert found.effort <= np.nanmin(alone, initial=np.inf) + 1e-9


@every_method
@LAW
@given(problem=generic())
def test_who_is_first_already_has_nothing_to_do(method: str, problem: Small) -> None:
    leader = int(np.argmin(score(method, *problem.parts).ranks))
    found = path_to_first(method, *problem.parts, leader)
    assert found.effort == 0.0
    assert np.array_equal(found.single, problem.performances[leader])
    assert np.array_equal(found.combined, problem.performances[leader])


@every_method
def test_one_candidate_candidates_all_alike_and_a_single_criterion_work(method: str) -> None:
    for rows in (1, 3):
        assert path_to_first(method, np.full((rows, 2), 4.0), [1, 1], [True, False], 0).effort == 0.0
    found = path_to_first(method, [[2.0], [5.0], [3.0]], [1.0], [True], 0)
    assert found.single[0] == pytest.approx(5.0, abs=1e-6)


def test_the_value_needed_is_the_one_worked_out_by_hand() -> None:
    # 0.5·x + 0.5·2 = 0.5·6 + 0.5·4 at x = 8, and 0.5·3 + 0.5·y at y = 7: beyond the scale that ends at 6.
    found = path_to_first(
        "wsm", [[6, 4], [3, 2]], [1, 1], [True, True], 1, scales=[[0, 10], [0, 6]], normalization="none"
    )
    assert found.single[0] == pytest.approx(8.0, abs=1e-8)
    assert np.isnan(found.single[1])
    assert found.effort == pytest.approx(0.5, abs=1e-8)


def test_an_end_without_a_score_ends_the_search_just_before_it() -> None:
    # A cost of 0 is divided by under MULTIMOORA; the scale reaches down to it.
    performances, weights = np.array([[5.0, 4.0], [4.0, 6.0], [3.0, 8.0]]), np.array([0.5, 0.5])
    maximized, scales = np.array([True, False]), np.array([[1.0, 10.0], [0.0, 10.0]])
    found = path_to_first("multimoora", performances, weights, maximized, 2, scales=scales)
    assert np.isfinite(found.single).any()
    for j in np.flatnonzero(np.isfinite(found.single)):
        row = np.where(np.arange(2) == j, found.single, performances[2])
        changed = np.vstack([performances[:2], row])
        assert score("multimoora", changed, weights, maximized).ranks[2] == 1
