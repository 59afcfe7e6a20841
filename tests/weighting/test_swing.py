"""Points given by people, for swings or outright: divided by their sum, or refused with the number."""

from __future__ import annotations

import pytest

from criteria.errors import WeightsError
from criteria.weighting.swing import direct, swing


@pytest.mark.parametrize("way", [swing, direct])
def test_points_are_divided_by_their_sum_on_any_scale(way: object) -> None:
    assert way([100, 60, 40]).weights.tolist() == [0.5, 0.3, 0.2]  # type: ignore[operator]
    assert way([5, 3, 2]).weights == pytest.approx([0.5, 0.3, 0.2])  # type: ignore[operator]


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ([100, -1], "number 2 is -1"),
        ([1, float("inf")], "number 2 is inf"),
        ([0, 0], "are all 0"),
        ([], "list of numbers"),
    ],
)
def test_points_that_are_no_points_are_refused(points: list[float], words: str) -> None:
    with pytest.raises(WeightsError, match=f"The swing points.*{words}"):
        swing(points)
