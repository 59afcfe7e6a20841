"""Laws of the decision map, for every method that takes many draws at once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from small_problems import KERNELS, LAW, Small, generic

from criteria.robustness import decision_map
from criteria.robustness.decision_map import position, triangle, weights_at

every_method = pytest.mark.parametrize("method", KERNELS)
GROUPS = [[0, 2], [1], [3]]


@every_method
@LAW
@given(problem=generic(criteria=(4, 5)))
def test_the_leader_at_each_point_is_who_score_puts_first_there(method: str, problem: Small) -> None:
    found = decision_map(method, *problem.parts, GROUPS, resolution=6)
    ranks = problem.ranks(method, found.weights)
    assert np.all(ranks[np.arange(len(ranks)), found.leaders] == 1)


@LAW
@given(problem=generic(criteria=(4, 5)))
def test_the_weights_at_each_point_share_the_joint_weight_and_keep_all_other_proportions(
    problem: Small,
) -> None:
    found = decision_map("wsm", *problem.parts, GROUPS, resolution=6)
    now = problem.weights
    assert found.together == pytest.approx(now[:4].sum())
    assert np.allclose(found.weights.sum(axis=1), 1.0)
    for g, members in enumerate(GROUPS):
        assert np.allclose(found.weights[:, members].sum(axis=1), found.together * found.points[:, g])
    assert np.allclose(found.weights[:, 0] * now[2], found.weights[:, 2] * now[0])
    assert np.allclose(found.weights[:, 4:], now[4:])


@LAW
@given(problem=generic(criteria=(4, 5)))
def test_at_the_present_position_stand_the_present_weights(problem: Small) -> None:
    found = decision_map("wsm", *problem.parts, GROUPS, resolution=1)
    assert np.allclose(found.present, position(problem.weights, GROUPS), atol=1e-12)
    assert np.allclose(weights_at(problem.weights, GROUPS, found.present[np.newaxis])[0], problem.weights)


@pytest.mark.parametrize("resolution", [1, 2, 7, 40])
def test_the_triangle_has_each_point_once_and_its_three_corners(resolution: int) -> None:
    points = triangle(resolution)
    assert len(np.unique(points, axis=0)) == len(points) == (resolution + 1) * (resolution + 2) // 2
    assert np.allclose(points.sum(axis=1), 1.0)
    assert {tuple(row) for row in np.eye(3)} <= {tuple(row) for row in points}


def test_the_corners_belong_to_who_is_best_in_that_group() -> None:
    found = decision_map("wsm", np.eye(3), [1, 1, 1], [True] * 3, [[0], [1], [2]], resolution=3)
    for corner in range(3):
        (at,) = np.flatnonzero(found.points[:, corner] == 1.0)
        assert found.leaders[at] == corner


def test_a_group_without_weight_shares_what_it_is_given_equally() -> None:
    found = decision_map("wsm", np.eye(4), [0, 0, 1, 1], [True] * 4, [[0, 1], [2], [3]], resolution=2)
    (at,) = np.flatnonzero(found.points[:, 0] == 1.0)
    assert found.weights[at].tolist() == [0.5, 0.5, 0.0, 0.0]


@every_method
def test_one_candidate_leads_everywhere_and_of_candidates_all_alike_the_first(method: str) -> None:
    for rows in (1, 3):
        found = decision_map(
            method, np.full((rows, 3), 4.0), [1, 2, 3], [True, False, True], [[0], [1], [2]], resolution=5
        )
        assert not np.any(found.leaders)


@pytest.mark.parametrize("resolution", [4, 7, 40])
def test_a_point_on_the_rim_stands_for_less_ground(resolution: int) -> None:
    # The first leads where it has more than half of the weight: a quarter of the triangle, whatever the grid.
    found = decision_map(
        "wsm",
        [[1, 0, 0], [0, 1, 1]],
        [0.4, 0.3, 0.3],
        [True] * 3,
        [[0], [1], [2]],
        resolution=resolution,
        normalization="none",
    )
    assert found.point_areas.sum() == pytest.approx(1)
    assert found.areas()[0] == pytest.approx(0.25, abs=0.6 / resolution)
    corner = found.point_areas[found.points.max(axis=1) == 1]
    middle = found.point_areas[found.points.min(axis=1) > 0]
    assert middle[0] == pytest.approx(6 * corner[0])
