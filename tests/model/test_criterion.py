"""A criterion, its scale and its thresholds."""

from __future__ import annotations

import pytest

from criteria.errors import ProblemError
from criteria.model.criterion import Criterion, Scale, Thresholds


def test_a_scale_contains_its_ends_and_nothing_beyond() -> None:
    scale = Scale(0, 10)
    assert [scale.contains(value) for value in (-0.1, 0, 10, 10.1)] == [False, True, True, False]


@pytest.mark.parametrize("ends", [(1, 1), (10, 0), (0, float("inf")), (float("nan"), 1)])
def test_a_scale_runs_upwards_between_numbers(ends: tuple[float, float]) -> None:
    with pytest.raises(ProblemError, match="from a lower to a higher number"):
        Scale(*ends)


def test_thresholds_may_be_left_out_but_not_out_of_order() -> None:
    assert Thresholds(veto=3).indifference is None
    assert Thresholds(1, 1, 1) == Thresholds(1.0, 1.0, 1.0)
    with pytest.raises(ProblemError, match="indifference"):
        Thresholds(indifference=2, veto=1)


def test_the_label_is_the_short_name_on_one_line() -> None:
    assert Criterion("x", "A long name", short_name="Short\nname").label == "Short name"
    assert Criterion("x", "Name").label == "Name"
