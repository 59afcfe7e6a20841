"""The one place that makes plotly figures: what goes in comes out, and every chart of the product passes plotly's own checks."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest
from by_hand import evaluated
from pictures import charts_of

from criteria.charts.figure import figure, trace


def test_a_figure_has_the_traces_and_the_layout_it_was_given() -> None:
    made = figure([trace("bar", x=[1, 2], y=[3, 4]), trace("scatter", x=[5])], {"height": 200})
    assert [t.type for t in made.data] == ["bar", "scatter"]
    assert list(made.data[0].y) == [3, 4]
    assert made.layout.height == 200


def test_what_plotly_does_not_know_is_found_by_the_checks_that_figures_skip() -> None:
    made = figure([trace("bar", wdith=1)], {})
    with pytest.raises(ValueError, match="wdith"):
        go.Figure(made.to_plotly_json())


@pytest.mark.parametrize("method", ["wsm", "topsis"])
def test_plotly_accepts_every_attribute_of_every_chart(method: str) -> None:
    scenario = evaluated().scenario.with_method(method)
    charts = dict(charts_of(evaluated(scenario, "wsm", "topsis", "vikor")))
    assert len(charts) >= 10
    for chart in charts.values():
        go.Figure(chart.to_plotly_json())
