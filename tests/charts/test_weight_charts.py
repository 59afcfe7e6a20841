"""What the charts of weights draw is what they were given: every value of every trace."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import pytest
from by_hand import CEDAR, evaluated

from criteria.charts.palette import SHIFTS, UNSPLIT, faded
from criteria.charts.weight_charts import (
    before_and_after,
    interval_bars,
    tornado_bars,
)
from criteria.robustness.evaluated import figures
from criteria.robustness.tornado import Tornado

EVALUATION = evaluated()
LOST = "#c9402c"


def checked(figure: go.Figure) -> go.Figure:
    """Return the figure after plotly's own checks of every attribute."""
    return go.Figure(figure.to_plotly_json())


def test_intervals_begin_where_they_begin() -> None:
    best = np.array([[4 / 9, 1], [0, 0.5], [0, 13 / 37]])
    ranking = np.array([[0.5, 1], [0.1, 0.5], [0.05, 3 / 11]])
    wide, narrow, now = checked(interval_bars(EVALUATION, best, ranking)).data
    for bars, ends, said in ((wide, best, "Leader stays:"), (narrow, ranking, "Whole order stays:")):
        assert list(bars.base) == pytest.approx(100 * ends[:, 0])
        assert [b + x for b, x in zip(bars.base, bars.x, strict=True)] == pytest.approx(100 * ends[:, 1])
        assert np.array(bars.customdata) == pytest.approx(100 * ends)
        assert bars.hovertemplate.startswith(said)
        assert bars.marker.line.color == UNSPLIT
    assert (wide.marker.color, narrow.marker.color) == (faded(UNSPLIT, 0.35), faded(UNSPLIT, 0.9))
    assert wide.width > narrow.width
    assert list(now.x) == pytest.approx([60, 20, 20])
    assert list(now.y) == [0, 1, 2]


def test_the_names_of_the_criteria_stand_beside_their_intervals() -> None:
    ends = np.array([[0, 1.0]] * 3)
    axis = interval_bars(EVALUATION, ends, ends).layout.yaxis
    assert (list(axis.tickvals), list(axis.ticktext)) == ([0, 1, 2], ["Quality", "Speed", "Price"])


def test_the_flip_is_drawn_beside_the_weights_in_use_largest_change_first() -> None:
    after = np.array([0.6 - 0.14 / 1.1 - 0.01, 0.2 + 0.01, 0.2 + 0.14 / 1.1])
    now, then = checked(before_and_after(EVALUATION, after)).data
    assert (now.name, then.name) == ("Now", "At the change of leader")
    assert list(now.x) == pytest.approx([60, 20, 20])
    assert list(then.x) == pytest.approx([100 * after[0], 100 * after[2], 100 * after[1]])
    assert list(now.text) == ["60.00%", "20.00%", "20.00%"]
    assert list(then.text) == ["46.27%", "32.73%", "21.00%"]
    assert (now.marker.color, then.marker.color) == (SHIFTS, UNSPLIT)


def test_weights_that_move_as_far_but_for_rounding_stay_in_their_order() -> None:
    now, then = before_and_after(EVALUATION, np.array([0.5, 0.3 + 1e-15, 0.2])).data
    assert list(now.text) == ["60.00%", "20.00%"]
    assert list(then.text) == ["50.00%", "30.00%"]


def test_weights_that_stay_are_left_out_of_the_flip() -> None:
    flip = figures.smallest_flip_of(EVALUATION, "l1")
    assert flip is not None
    chart = before_and_after(EVALUATION, flip.weights)
    assert flip.challenger == CEDAR
    assert set(chart.layout.yaxis.ticktext) == {"Quality", "Price"}


def test_a_tornado_reaches_to_both_ends_and_colours_a_lost_lead() -> None:
    leads = np.array([[-0.06, 0.12], [0.07, 0.02], [0.06, -0.03]])
    out = np.array([[False, False], [True, False], [False, False]])  # a must-have sets the leader apart
    tornado = Tornado(0.06, np.array([[0, 0], [1, 1], [2, 1]]), leads, out)
    chart = checked(tornado_bars(tornado, ["Ash: Quality", "Birch: Speed", "Cedar: Speed"]))
    low, high = chart.data
    for side, bars, plain in ((0, low, SHIFTS), (1, high, UNSPLIT)):
        assert bars.base == pytest.approx(0.06)
        assert [0.06 + x for x in bars.x] == pytest.approx(leads[:, side])
        assert list(bars.customdata) == pytest.approx(leads[:, side])
        assert list(bars.marker.color) == [
            LOST if lost else plain for lost in (leads < 0)[:, side] | out[:, side]
        ]
    assert low.hovertemplate.startswith("Lead at the low end")
    assert high.hovertemplate.startswith("Lead at the high end")
    assert list(chart.layout.yaxis.ticktext) == ["Ash: Quality", "Birch: Speed", "Cedar: Speed"]


def test_names_of_strangers_are_text_on_every_axis() -> None:
    tornado = Tornado(0.06, np.array([[0, 0]]), np.array([[0.01, 0.12]]), np.zeros((1, 2), dtype=bool))
    assert list(tornado_bars(tornado, ["<b>A</b>"]).layout.yaxis.ticktext) == ["&lt;b&gt;A&lt;/b&gt;"]
