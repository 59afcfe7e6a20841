"""Laws of the smallest change of weights at which somebody else leads."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_problems import KERNELS, LAW, LINEAR, Small, generic, whole

from criteria.robustness import Flip, smallest_flip

NORMS = ("l1", "l2", "linf")
every_norm = pytest.mark.parametrize("norm", NORMS)
every_method = pytest.mark.parametrize("method", KERNELS)
STEPS = 60
# All weightings of three criteria in steps of a sixtieth.
GRID = np.array(
    [(a, b, STEPS - a - b) for a, b in product(range(STEPS + 1), repeat=2) if a + b <= STEPS]
) / float(STEPS)


def away(points: np.ndarray, weights: np.ndarray, norm: str) -> np.ndarray:
    """Return how far points (..., n) are from the weights."""
    change = np.abs(points - weights)
    return {
        "l1": change.sum(axis=-1),
        "l2": np.sqrt((change**2).sum(axis=-1)),
        "linf": change.max(axis=-1),
    }[norm]


def leader_of(problem: Small, method: str) -> int:
    return int(np.argmax(problem.merits(method, problem.weights)))


def is_a_flip(problem: Small, method: str, norm: str, found: Flip) -> bool:
    """Whether the challenger, not the leader, has rank 1 at weights that are as far as the flip says."""
    return bool(
        found.challenger != leader_of(problem, method)
        and problem.ranks(method, found.weights)[found.challenger] == 1
        and np.all(found.weights >= 0)
        and abs(found.weights.sum() - 1) < 1e-9
        and abs(away(found.weights, problem.weights, norm) - found.distance) < 1e-9
    )


@pytest.mark.slow
@every_norm
@every_method
@settings(LAW, max_examples=5)
@given(problem=generic(), data=st.data())
def test_at_a_flip_the_challenger_is_first(
    method: str, norm: str, problem: Small, data: st.DataObject
) -> None:
    others = [i for i in range(len(problem.performances)) if i != leader_of(problem, method)]
    challenger = data.draw(st.sampled_from([None, *others]))
    found = smallest_flip(method, *problem.parts, norm=norm, challenger=challenger)
    assert found is None or is_a_flip(problem, method, norm, found)
    assert found is None or challenger is None or found.challenger == challenger


@every_norm
@pytest.mark.parametrize("method", LINEAR)
@settings(LAW, max_examples=8)
@given(problem=generic(alternatives=(2, 5), criteria=(3, 3)))
def test_no_weighting_on_a_fine_grid_is_nearer_where_somebody_else_leads(
    method: str, norm: str, problem: Small
) -> None:
    leader = leader_of(problem, method)
    found = smallest_flip(method, *problem.parts, norm=norm)
    elsewhere = problem.ranks(method, GRID)[:, leader] > 1
    if found is None:
        assert not np.any(elsewhere)
    else:
        nearest = away(GRID[elsewhere], problem.weights, norm).min(initial=np.inf)
        assert found.distance <= nearest + 1e-8


@every_norm
@pytest.mark.parametrize("method", LINEAR)
@settings(LAW, max_examples=8)
@given(problem=generic(alternatives=(2, 5), criteria=(3, 3)), data=st.data())
def test_no_weighting_on_a_fine_grid_is_nearer_where_a_given_challenger_leads(
    method: str, norm: str, problem: Small, data: st.DataObject
) -> None:
    leader = leader_of(problem, method)
    challenger = data.draw(st.sampled_from([i for i in range(len(problem.performances)) if i != leader]))
    found = smallest_flip(method, *problem.parts, norm=norm, challenger=challenger)
    merits = problem.merits(method, GRID)
    # Clear leads only: at a weight of 0 those who differ nowhere else tie.
    leads = merits[:, challenger] > np.delete(merits, challenger, axis=1).max(axis=1) + 1e-9
    if found is None:
        assert not np.any(leads)
    else:
        nearest = away(GRID[leads], problem.weights, norm).min(initial=np.inf)
        assert found.distance <= nearest + 1e-7


@every_norm
@pytest.mark.parametrize("method", LINEAR)
@settings(LAW, max_examples=8)
@given(problem=whole(alternatives=(2, 4), criteria=(1, 3)))
def test_with_ties_and_weights_of_zero_a_flip_is_still_a_flip(method: str, norm: str, problem: Small) -> None:
    found = smallest_flip(method, *problem.parts, norm=norm)
    assert found is None or is_a_flip(problem, method, norm, found)


@every_norm
@every_method
def test_nobody_flips_a_leader_who_is_best_everywhere(method: str, norm: str) -> None:
    table = [[9.0, 1.0], [5.0, 3.0], [4.0, 4.0]]
    for challenger in (None, 1, 2):
        assert smallest_flip(method, table, [1, 1], [True, False], norm=norm, challenger=challenger) is None


@pytest.mark.parametrize("method", LINEAR)
def test_a_single_candidate_has_no_challenger(method: str) -> None:
    assert smallest_flip(method, [[3.0, 5.0]], [1, 1], [True, False]) is None


@every_norm
@every_method
def test_candidates_all_alike_are_level_where_they_are(method: str, norm: str) -> None:
    found = smallest_flip(method, np.full((3, 2), 4.0), [0.3, 0.7], [True, False], norm=norm)
    assert found is not None
    assert found.distance == pytest.approx(0.0, abs=1e-9)
