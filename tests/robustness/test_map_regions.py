"""The areas of the decision map against exact geometry and against a grid that is much finer."""

from __future__ import annotations

import numpy as np
import pytest

import criteria
from criteria.model.problem import Problem
from criteria.robustness import decision_map
from criteria.robustness.decision_map import triangle
from criteria.robustness.evaluated.figures import decision_map_of
from criteria.robustness.map_regions import Region, regions_of

GROUPS = ("ip", "region", "capability")


def inside(region: Region, point: np.ndarray) -> bool:
    """Whether a point lies in a region, by counting how often a ray from it crosses the outlines."""
    crossings = 0
    for outline in region.outlines:
        for one, other in zip(outline, np.roll(outline, -1, axis=0), strict=True):
            if (one[1] > point[1]) != (other[1] > point[1]):
                at = one[0] + (point[1] - one[1]) / (other[1] - one[1]) * (other[0] - one[0])
                crossings += at > point[0]
    return crossings % 2 == 1


@pytest.mark.parametrize("resolution", [1, 2, 5, 12])
def test_a_straight_border_is_exact_at_every_resolution(resolution: int) -> None:
    # A leads where a > 0.3: a triangle with 0.7 of the sides, 0.49 of the ground.
    def lead(points: np.ndarray) -> np.ndarray:
        return np.where(points[:, 0] > 0.3, 0, 1)

    points = triangle(resolution)
    found = {region.leader: region.area for region in regions_of(points, lead(points), resolution, lead)}
    assert found == {0: pytest.approx(0.49, abs=1e-6), 1: pytest.approx(0.51, abs=1e-6)}


@pytest.mark.parametrize("resolution", [2, 5, 12, 48])
def test_where_three_meet_less_than_half_a_cell_is_open(resolution: int) -> None:
    def lead(points: np.ndarray) -> np.ndarray:
        a, b, c = points.T
        return np.where(a > 0.3, 0, np.where(b > c, 1, 2))

    points = triangle(resolution)
    found = {region.leader: region.area for region in regions_of(points, lead(points), resolution, lead)}
    assert sum(found.values()) == pytest.approx(1, abs=1e-12)
    for leader, share in enumerate((0.49, 0.255, 0.255)):
        assert found[leader] == pytest.approx(share, abs=0.5 / resolution**2)


def test_weighted_sums_have_the_areas_that_geometry_gives() -> None:
    # Each candidate is best on one criterion and equal elsewhere: the triangle falls into three equal kites.
    found = decision_map(
        "wsm", np.eye(3), [1 / 3] * 3, [True] * 3, [[0], [1], [2]], resolution=7, normalization="none"
    )
    assert list(found.areas().values()) == pytest.approx([1 / 3] * 3, abs=2e-3)


@pytest.mark.slow
@pytest.mark.parametrize("method", ["topsis", "codas", "vikor", "wsm", "promethee_ii"])
def test_areas_of_the_case_are_those_of_a_grid_eight_times_as_fine(case: Problem, method: str) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method(method), methods=())
    found = decision_map_of(evaluation, GROUPS)
    fine = decision_map_of(evaluation, GROUPS, resolution=196)
    by_points = {int(i): float(fine.point_areas[fine.leaders == i].sum()) for i in np.unique(fine.leaders)}
    assert sum(found.areas().values()) == pytest.approx(1, abs=1e-9)
    for leader, share in by_points.items():
        assert found.areas().get(leader, 0.0) == pytest.approx(share, abs=0.004), leader


def test_outlines_hold_the_points_of_their_leader_and_no_others(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    found = decision_map_of(evaluation, GROUPS, resolution=24)
    checked = 0
    for point, leader in zip(found.points, found.leaders, strict=True):
        if point.min() <= 0:
            continue
        nudged = point + np.array([1e-7, 2e-7, -3e-7])
        holders = [region.leader for region in found.regions if inside(region, nudged)]
        assert holders == [int(leader)]
        checked += 1
    assert checked > 200


def test_a_hole_is_left_out_of_what_surrounds_it() -> None:
    def lead(points: np.ndarray) -> np.ndarray:
        return (np.abs(points - 1 / 3).max(axis=1) < 0.1).astype(int)

    points = triangle(30)
    around, hole = regions_of(points, lead(points), 30, lead)
    assert (around.leader, hole.leader) == (0, 1)
    assert len(around.outlines) == 2
    assert not inside(around, np.array([1 / 3, 1 / 3, 1 / 3]))
    assert around.area + hole.area == pytest.approx(1, abs=1e-12)
