"""One bound of points for files, links, pages and the command line."""

from __future__ import annotations

import math

import pytest

from criteria.errors import ProblemError, WeightsError
from criteria.model.importance import leaf_weights
from criteria.model.points import POINTS_LIMIT, points_fit
from criteria.model.problem import Problem
from criteria.model.profile import Profile


@pytest.mark.parametrize("points", [-1.0, math.nan, math.inf, math.nextafter(POINTS_LIMIT, math.inf), 1e308])
def test_what_does_not_fit_is_refused_everywhere(case: Problem, points: float) -> None:
    assert not points_fit(points)
    with pytest.raises(WeightsError):
        case.base_scenario().with_importance("ip", points)
    with pytest.raises(ProblemError):
        Profile("p", "P", (("ip", points),))


def test_at_the_bound_the_weights_are_those_of_any_equal_points(case: Problem) -> None:
    names = [criterion.id for criterion in case.criteria]
    most = leaf_weights(case, case.base_scenario().with_importances(dict.fromkeys(names, POINTS_LIMIT)))
    assert (
        most.tolist()
        == leaf_weights(case, case.base_scenario().with_importances(dict.fromkeys(names, 1.0))).tolist()
    )
