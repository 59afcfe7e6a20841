"""The steps of the search end where two are level, and start from where somebody else is ahead."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.model.arrays import FloatArray
from criteria.robustness.engine.calls import checked_call
from criteria.robustness.engine.flip_search import distances, drawn_ends, first_changes, improved

# The first leads by 4 a - 7 b: level at a = 7/11.
CALL, WEIGHTS = checked_call("wsm", [[8, 2], [4, 9]], [True, True], [0.7, 0.3], {"normalization": "none"})


def lead(points: FloatArray) -> FloatArray:
    values = CALL.values(points)
    return values[:, [1]] - values[:, [0]]


@pytest.mark.parametrize(("norm", "length"), [("l1", 0.4), ("l2", np.sqrt(0.08)), ("linf", 0.2)])
def test_how_far_is_measured_as_the_norm_says(norm: str, length: float) -> None:
    assert distances(np.array([[0.5, 0.5]]), WEIGHTS, norm) == pytest.approx([length])  # type: ignore[arg-type]


def test_drawn_ends_are_where_the_challenger_is_ahead() -> None:
    ((point, challenger),) = drawn_ends(CALL, WEIGHTS, lead, "l1", 500)
    assert challenger == 0
    assert lead(point[np.newaxis])[0, 0] > 0


def test_one_step_reaches_the_border_of_a_linear_method() -> None:
    points, whose = improved(lead, WEIGHTS, WEIGHTS[np.newaxis], np.array([0]), "l1")
    assert points[0] == pytest.approx([7 / 11, 4 / 11], abs=1e-6)
    assert whose.tolist() == [0]


def test_the_first_change_on_the_way_is_where_they_are_level() -> None:
    ((point, challenger),) = first_changes(lead, WEIGHTS, np.array([[0.0, 1.0]]))
    assert point == pytest.approx([7 / 11, 4 / 11], abs=1e-9)
    assert challenger == 0
    assert first_changes(lead, WEIGHTS, np.array([[1.0, 0.0]])) == []
