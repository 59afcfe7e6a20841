"""Laws of a sweep over one weight, or over the weight of a group, for every method that takes many draws at once."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_problems import CONTINUOUS, KERNELS, LAW, Small, generic, moved

from criteria.ranking.score import score
from criteria.robustness import Sweep, weight_interval, weight_sweep

every_method = pytest.mark.parametrize("method", KERNELS)
BESIDE = 1e-6
DENSE = np.linspace(0.0, 1.0, 1501)


def swept(method: str, problem: Small, members: list[int], **given: int) -> Sweep:
    return weight_sweep(method, *problem.parts, members, **given)


def some_members(problem: Small, data: st.DataObject) -> list[int]:
    """Draw a criterion or a group of them that leaves at least one out."""
    n = len(problem.weights)
    return data.draw(st.lists(st.integers(0, n - 1), min_size=1, max_size=n - 1, unique=True))


@every_method
@LAW
@given(problem=generic(), data=st.data())
def test_just_before_and_just_after_a_crossing_the_two_change_places(
    method: str, problem: Small, data: st.DataObject
) -> None:
    members = some_members(problem, data)
    crossings = swept(method, problem, members).crossings
    weights = [c.weight for c in crossings]
    assert weights == sorted(weights)
    for crossing in crossings:
        around = np.clip([crossing.weight - BESIDE, crossing.weight + BESIDE], 0.0, 1.0)
        before, after = problem.merits(method, moved(problem.weights, members, around))
        assert before[crossing.above] < before[crossing.below]
        assert after[crossing.above] > after[crossing.below]


@pytest.mark.parametrize("method", CONTINUOUS)
@LAW
@given(problem=generic(), data=st.data())
def test_between_the_points_of_a_dense_scan_no_change_is_missed(
    method: str, problem: Small, data: st.DataObject
) -> None:
    members = some_members(problem, data)
    crossings = swept(method, problem, members).crossings
    # The ends are left out: a weight of 0 puts products of raw values on the edge.
    merits = problem.merits(method, moved(problem.weights, members, DENSE[1:-1]))
    for i, j in combinations(range(len(problem.performances)), 2):
        lead = np.sign(np.where(np.abs(merits[:, i] - merits[:, j]) > 1e-9, merits[:, i] - merits[:, j], 0.0))
        clear = np.flatnonzero(lead)
        for start, end in pairwise(clear):
            if lead[start] != lead[end]:
                between = [
                    c
                    for c in crossings
                    if {c.above, c.below} == {i, j} and DENSE[start + 1] <= c.weight <= DENSE[end + 1]
                ]
                assert len(between) % 2 == 1
                assert between[-1].above == (i if lead[end] > 0 else j)


@every_method
@LAW
@given(problem=generic(), data=st.data())
def test_scores_and_ranks_are_those_of_score_at_each_weight(
    method: str, problem: Small, data: st.DataObject
) -> None:
    members = some_members(problem, data)
    found = swept(method, problem, members, steps=7)
    assert found.shares.tolist() == pytest.approx(np.linspace(0, 1, 7))
    assert found.present == pytest.approx(problem.weights[members].sum())
    for at in range(1, 6):
        weights = moved(problem.weights, members, found.shares[at : at + 1])[0]
        expected = score(method, problem.performances, weights, problem.maximized)
        assert np.array_equal(found.ranks[at], expected.ranks)
        assert found.scores[at].tolist() == pytest.approx(expected.values.tolist(), abs=1e-12)


@pytest.mark.parametrize("method", CONTINUOUS)
@LAW
@given(problem=generic(), data=st.data())
def test_the_interval_ends_at_the_crossings_of_the_leader_next_to_the_present_weight(
    method: str, problem: Small, data: st.DataObject
) -> None:
    criterion = data.draw(st.integers(0, len(problem.weights) - 1))
    leader = int(np.argmin(problem.ranks(method, problem.weights)))
    here = problem.weights[criterion]
    places = [c.weight for c in swept(method, problem, [criterion]).crossings if leader in (c.above, c.below)]
    expected = max([0.0, *(w for w in places if w < here)]), min([1.0, *(w for w in places if w > here)])
    found = weight_interval(method, *problem.parts, criterion)
    assert found == pytest.approx(expected, abs=1e-6)


@every_method
def test_candidates_all_alike_and_a_single_one_never_cross(method: str) -> None:
    for rows in (1, 3):
        found = weight_sweep(method, np.full((rows, 2), 4.0), [1, 1], [True, False], 0)
        assert found.crossings == ()
        assert np.all(found.ranks == 1)


@every_method
def test_over_the_only_criterion_nothing_moves(method: str) -> None:
    found = weight_sweep(method, [[2.0], [5.0]], [1.0], [True], 0, steps=3)
    assert found.crossings == ()
    assert found.present == 1.0
    assert np.array_equal(found.ranks, np.tile(score(method, [[2.0], [5.0]], [1.0], [True]).ranks, (3, 1)))


# There and back again: two who change places twice, in EDAS within about a hundredth of the line.
TWICE = {
    "edas": ([[19.0, 9.0, 7.7], [8.2, 7.0, 12.2], [7.8, 3.9, 17.9]], [True, True, True], (2, 1)),
    "topsis": ([[5.9, 10.0, 5.6], [6.0, 15.7, 10.2], [11.0, 14.2, 17.5]], [True, False, True], (0, 1)),
    "copras": ([[10.5, 2.3, 2.3], [2.9, 18.0, 7.7], [16.9, 7.8, 12.8]], [False, False, True], (2, 0)),
}


@pytest.mark.parametrize("method", TWICE)
def test_a_change_that_is_soon_undone_is_found_with_the_one_that_undoes_it(method: str) -> None:
    table, maximized, (one, other) = TWICE[method]
    problem = Small(np.array(table), np.full(3, 1 / 3), np.array(maximized))
    found = [c for c in swept(method, problem, [0]).crossings if {c.above, c.below} == {one, other}]
    assert [c.above for c in found] == [one, other]
    fine = np.linspace(0.0, 1.0, 20_001)[1:-1]
    merits = problem.merits(method, moved(problem.weights, [0], fine))
    changes = fine[np.flatnonzero(np.diff(np.sign(merits[:, one] - merits[:, other])))]
    assert [c.weight for c in found] == pytest.approx(changes, abs=5e-5)  # a step of the scan


def test_a_narrow_lead_between_two_points_of_the_grid_is_found() -> None:
    # Scores at weight p of the first: 1 - p, p and 0.505: the third leads alone from 0.495 to 0.505 and at no hundredth but 0.50.
    performances = [[0.0, 1.0], [1.0, 0.0], [0.5012, 0.5012]]
    found = weight_sweep("wsm", performances, [0.3, 0.7], [True, True], 0, normalization="none", steps=3)
    assert [s.leader for s in found.stretches] == [0, 2, 1]
    assert [s.low for s in found.stretches] == pytest.approx([0, 0.4988, 0.5012])
    assert [s.high for s in found.stretches] == pytest.approx([0.4988, 0.5012, 1])


def test_whoever_only_ties_never_leads() -> None:
    # The third touches the meeting point of the other two, and two that are alike share the lead: neither leads alone.
    touching = [[0.0, 1.0], [1.0, 0.0], [0.5, 0.5]]
    found = weight_sweep("wsm", touching, [0.3, 0.7], [True, True], 0, normalization="none")
    assert [s.leader for s in found.stretches] == [0, 1]
    alike = [[0.0, 1.0], [1.0, 0.0], [1.0, 0.0]]
    found = weight_sweep("wsm", alike, [0.3, 0.7], [True, True], 0, normalization="none")
    assert [(s.leader, s.low, s.high) for s in found.stretches] == [(0, 0, pytest.approx(0.5))]
