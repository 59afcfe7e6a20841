"""Laws of the interval in which a weight may move, for every method that takes many draws at once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_problems import CONTINUOUS, KERNELS, LAW, Small, generic, moved, whole

from criteria.robustness import weight_interval

every_method = pytest.mark.parametrize("method", KERNELS)
both_kinds = pytest.mark.parametrize("keep", ["best", "ranking"])
BESIDE = 1e-6


def kept(problem: Small, method: str, weights: np.ndarray, keep: str) -> np.ndarray:
    """Return at which weights (k, n) the leader is first, alone or with others, or nobody has overtaken anybody."""
    now, ranks = problem.ranks(method, problem.weights), problem.ranks(method, weights)
    if keep == "best":
        found: np.ndarray = ranks[:, int(np.argmin(now))] == 1
        return found
    ahead = now[:, np.newaxis] < now
    return ~np.any(ahead & (ranks[:, :, np.newaxis] > ranks[:, np.newaxis, :]), axis=(1, 2))


@pytest.mark.parametrize("method", CONTINUOUS)
@both_kinds
@LAW
@given(problem=generic(), data=st.data())
def test_inside_the_interval_the_order_stays_and_just_outside_it_does_not(
    method: str, keep: str, problem: Small, data: st.DataObject
) -> None:
    criterion = data.draw(st.integers(0, len(problem.weights) - 1))
    low, high = weight_interval(method, *problem.parts, criterion, keep=keep)
    assert 0 <= low <= problem.weights[criterion] <= high <= 1

    def at(*shares: float) -> np.ndarray:
        return kept(problem, method, moved(problem.weights, [criterion], np.array(shares)), keep)

    assert np.all(at(*np.linspace(low, high, 101)[1:-1]))
    ends = [(low, low - BESIDE)] * (low > BESIDE) + [(high, high + BESIDE)] * (high < 1 - BESIDE)
    for end, outside in ends:
        assert not at(outside)[0]
        assert at(end)[0]


@every_method
@LAW
@given(problem=whole(criteria=(2, 4)), data=st.data())
def test_with_ties_and_weights_of_zero_the_interval_still_holds_the_present_weight_and_the_lead(
    method: str, problem: Small, data: st.DataObject
) -> None:
    criterion = data.draw(st.integers(0, len(problem.weights) - 1))
    low, high = weight_interval(method, *problem.parts, criterion)
    here = problem.weights[criterion]
    assert 0 <= low <= here <= high <= 1
    if 0 < here < 1:
        leader = int(np.argmin(problem.ranks(method, problem.weights)))
        inside = moved(problem.weights, [criterion], np.linspace(low, high, 31)[1:-1])
        assert np.all(problem.ranks(method, inside)[:, leader] == 1)


@every_method
@both_kinds
def test_one_candidate_and_candidates_all_alike_lead_at_any_weight(method: str, keep: str) -> None:
    for rows in (1, 3):
        table = np.full((rows, 2), 4.0)
        assert weight_interval(method, table, [0.3, 0.7], [True, False], 0, keep=keep) == (0.0, 1.0)


@every_method
def test_the_only_criterion_keeps_the_leader_wherever_its_weight_is(method: str) -> None:
    assert weight_interval(method, [[2.0], [5.0]], [1.0], [True], 0)[1] == 1.0


def test_a_criterion_may_be_counted_from_the_end() -> None:
    table = [[90, 40, 60], [60, 80, 50], [70, 60, 90]]
    first, last = (weight_interval("wsm", table, [5, 3, 2], [True] * 3, k) for k in (2, -1))
    assert first == last
