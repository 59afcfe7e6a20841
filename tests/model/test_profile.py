"""A profile: somebody's points, none of them below 0 or endless."""

from __future__ import annotations

import pytest

from criteria.errors import ProblemError
from criteria.model.profile import Profile


def test_points_are_numbers_and_texts_are_clean() -> None:
    profile = Profile("p", "P", (("x", 1),), note="said\x00")
    assert profile.importances == (("x", 1.0),)
    assert profile.note == "said"


@pytest.mark.parametrize("points", [-1.0, float("nan"), float("inf"), 1e300])
def test_points_out_of_range_are_refused_with_profile_and_criterion(points: float) -> None:
    with pytest.raises(ProblemError, match=r"Profile 'Buyers': the importance of 'x'"):
        Profile("p", "Buyers", (("x", points),))
