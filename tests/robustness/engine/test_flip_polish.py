"""From a flip to a nearer one, where scores bend: against a place known by a pencil, a fine grid, and a long search."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.model.arrays import FloatArray
from criteria.robustness import smallest_flip
from criteria.robustness.decision_map import triangle
from criteria.robustness.engine.calls import checked_call
from criteria.robustness.engine.flip_polish import Found, moved, nearest_found, through_pieces

# With weights a, b, c the challenger is level where both b >= 0.5 and c >= 0.3: from (0.6, 0.25, 0.15) the nearest such place is
# (0.2, 0.5, 0.3), 0.8 away. The two conditions meet in an edge, which a straight way from any other place misses.
HERE = np.array([0.6, 0.25, 0.15])
CORNER = np.array([0.2, 0.5, 0.3])
GRID = triangle(200)


def bent(points: FloatArray) -> FloatArray:
    return np.minimum(points[:, 1] - 0.5, points[:, 2] - 0.3)[:, np.newaxis]


def stepped(points: FloatArray) -> FloatArray:
    return np.where(bent(points) >= 0, 1.0, -1.0)


def start(lead: object) -> Found:
    found = nearest_found(lead, HERE, np.array([[0.0, 0.52, 0.48]]), "l1")  # type: ignore[arg-type]
    assert found is not None
    assert found.distance > 1.0
    return found


def test_linear_programs_reach_the_edge_where_two_pieces_meet() -> None:
    found = through_pieces(bent, HERE, start(bent), "l1", np.random.default_rng(1))
    assert found.weights == pytest.approx(CORNER, abs=1e-6)
    assert found.distance == pytest.approx(0.8, abs=1e-6)


def test_exchanges_reach_it_where_scores_go_in_steps() -> None:
    found = moved(stepped, HERE, start(stepped), "l1", np.random.default_rng(1), rounds=80)
    assert found.distance == pytest.approx(0.8, abs=2e-3)
    assert stepped(found.weights[np.newaxis]).item() == 1.0
    flat = through_pieces(stepped, HERE, found, "l1", np.random.default_rng(1))
    assert flat.distance == found.distance  # no slopes to go by


@pytest.mark.parametrize("method", ["vikor", "multimoora"])
@pytest.mark.parametrize("seed", range(2))
def test_no_point_of_a_fine_grid_is_much_nearer(seed: int, method: str) -> None:
    rng = np.random.default_rng(seed)
    performances, weights = rng.uniform(1, 9, (5, 3)), rng.dirichlet(np.full(3, 3.0))
    found = smallest_flip(method, performances, weights, [True] * 3)
    call, shares = checked_call(method, performances, [True] * 3, weights, {})
    values, leader = call.values(GRID), int(np.argmax(call.values(shares)))
    flipped = np.delete(values, leader, axis=1).max(axis=1) > values[:, leader] + 1e-9
    nearest = np.abs(GRID - shares).sum(axis=1)[flipped].min()
    assert found is not None
    assert not found.exact
    assert found.distance <= nearest * 1.001
