"""What the charts of shares draw is what they were given."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import plotly.graph_objects as go
import pytest
from by_hand import ENGINEERS, evaluated, robust

from criteria.charts.palette import UNSPLIT, faded
from criteria.charts.share_charts import rank_heat, rank_shares, share_said

# The engineers' order is Cedar, Birch, Ash: not that of the problem.
EVALUATION = evaluated(ENGINEERS)
RANKS = np.array([[0.012, 0.188, 0.8], [0.708, 0.192, 0.1], [0.28, 0.62, 0.1]])
FOUND = replace(robust(ENGINEERS).weights, ranks=RANKS, proved=np.zeros(3, dtype=np.int64))


def checked(figure: go.Figure) -> go.Figure:
    """Return the figure after plotly's own checks of every attribute."""
    return go.Figure(figure.to_plotly_json())


def test_each_rank_is_a_bar_of_its_share_the_best_candidate_on_top() -> None:
    chart = checked(rank_shares(EVALUATION, FOUND))
    assert len(chart.data) == 3
    for rank, bars in enumerate(chart.data):
        assert list(bars.x) == pytest.approx(100 * RANKS[[2, 1, 0], rank])
        assert list(bars.y) == [0, 1, 2]
        assert bars.hovertemplate == f"Rank {rank + 1}: %{{customdata}}<extra></extra>"
        assert list(bars.customdata) == [share_said(FOUND, i, rank) for i in (2, 1, 0)]
        assert bars.marker.line.color == UNSPLIT
    # From dark, the first place, to light.
    assert [bars.marker.color for bars in chart.data] == [faded(UNSPLIT, part) for part in (1, 0.535, 0.07)]
    assert list(chart.layout.yaxis.ticktext) == ["Cedar", "Birch", "Ash"]
    assert chart.layout.barmode == "stack"


def test_each_candidate_is_a_row_of_the_heat_map() -> None:
    (heat,) = (chart := checked(rank_heat(EVALUATION, FOUND))).data
    assert np.array(heat.z) == pytest.approx(100 * RANKS[[2, 1, 0]])
    assert [list(row) for row in heat.text] == [["28", "62", "10"], ["71", "19", "10"], ["1", "19", "80"]]
    assert list(heat.x) == ["1", "2", "3"]
    assert (heat.zmin, heat.zmax) == (0, 100)
    assert list(chart.layout.yaxis.ticktext) == ["Cedar", "Birch", "Ash"]
    assert chart.layout.yaxis.range == (2.5, -0.5)
    assert (
        chart.layout.xaxis.showgrid is chart.layout.yaxis.showgrid is False
    )  # no line runs through a figure


def test_shares_below_half_a_per_cent_have_no_figure() -> None:
    ranks = np.array([[0.004, 0.996, 0], [0.006, 0.004, 0.99], [0.99, 0, 0.01]])
    (heat,) = rank_heat(EVALUATION, replace(FOUND, ranks=ranks)).data
    assert [list(row) for row in heat.text] == [["99", "", "1"], ["1", "", "99"], ["", "> 99", ""]]


def test_all_of_the_draws_are_all_only_where_that_is_proved() -> None:
    ranks = np.array([[1.0, 0, 0], [0, 0.6, 0.4], [0, 0.4, 0.6]])
    drawn = replace(FOUND, ranks=ranks, draws=10_000)
    proved = replace(drawn, proved=np.array([1, -1, -1]))
    assert [share_said(drawn, i, 0) for i in range(3)] == ["> 99.9%", "< 0.1%", "< 0.1%"]
    assert [share_said(proved, i, 0) for i in range(3)] == ["100%", "0%", "0%"]
    assert [share_said(proved, 0, rank) for rank in (1, 2)] == ["0%", "0%"]
    assert share_said(proved, 1, 1) == "60.0% (±1)"
    assert share_said(replace(drawn, error=0.0), 0, 0) == "100%"
    first = {
        name: rank_heat(EVALUATION, found).data[0].text[2][0]
        for name, found in (("drawn", drawn), ("proved", proved))
    }
    assert first == {"drawn": "> 99", "proved": "100"}
