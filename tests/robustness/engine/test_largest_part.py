"""The smallest flip of the largest weighted distance, beside a fine grid of all weights of three criteria."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.robustness import smallest_flip
from criteria.robustness.decision_map import triangle
from criteria.robustness.engine.calls import checked_call
from criteria.robustness.engine.largest_part import nearest_level

GRID = triangle(150)


@pytest.mark.slow
@pytest.mark.parametrize("norm", ["l1", "linf"])
@pytest.mark.parametrize("seed", range(6))
def test_no_point_of_a_fine_grid_is_nearer(seed: int, norm: str) -> None:
    rng = np.random.default_rng(seed)
    performances, weights = rng.uniform(1, 9, (4, 3)), rng.dirichlet(np.full(3, 3.0))
    found = smallest_flip("moora_reference_point", performances, weights, [True] * 3, norm=norm)
    call, shares = checked_call("moora_reference_point", performances, [True] * 3, weights, {})
    leader = int(np.argmax(call.values(shares)))
    values = call.values(GRID)
    away = np.abs(GRID - shares)
    away = away.sum(axis=1) if norm == "l1" else away.max(axis=1)
    flipped = np.delete(values, leader, axis=1).max(axis=1) > values[:, leader] + 1e-12
    assert found is not None
    assert found.exact
    assert away[flipped].min() >= found.distance - 1e-9
    assert away[flipped].min() <= found.distance + 0.06  # the grid is not much farther either
    at = call.values(found.weights)
    assert at[found.challenger] == pytest.approx(at[leader], abs=1e-9)


def test_where_nobody_can_be_level_nothing_is_found() -> None:
    distances = np.array([[0.0, 0.1], [0.3, 0.4]])
    assert nearest_level(distances, np.array([0.5, 0.5]), 0, [1], "l1", 1.9) is None
