"""Points from the browser: numbers for criteria of this problem within bounds, nothing else."""

from __future__ import annotations

import pytest
from by_hand import PROBLEM

from criteria.ui.components.common.panel_points import POINTS_LIMIT, points_of


@pytest.mark.parametrize(
    "value", [-1, -0.1, float("nan"), float("inf"), "42", None, True, [1], 10**400, POINTS_LIMIT * 1.01]
)
def test_what_is_no_number_within_bounds_is_left_out(value: object) -> None:
    assert points_of(PROBLEM, {"price": value, "nobody": 4.0}) == {}


@pytest.mark.parametrize("value", [0, 0.5, 42, POINTS_LIMIT])
def test_numbers_within_bounds_are_taken(value: float) -> None:
    assert points_of(PROBLEM, {"price": value}) == {"price": float(value)}


@pytest.mark.parametrize("sent", [None, "price", 3, ["price"]])
def test_anything_but_a_table_is_nothing(sent: object) -> None:
    assert points_of(PROBLEM, sent) == {}
