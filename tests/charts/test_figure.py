"""The one place that makes plotly figures: what goes in comes out, and every chart of the product passes plotly's own checks."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Mapping, Sequence

import plotly.graph_objects as go
import pytest
from by_hand import BASE, evaluated
from robustness_figures import charts_of

from criteria import charts
from criteria.charts import rank_moves
from criteria.charts.figure import Trace, figure, trace


def test_a_figure_has_the_traces_and_the_layout_it_was_given() -> None:
    made = figure([trace("bar", x=[1, 2], y=[3, 4]), trace("scatter", x=[5])], {"height": 200})
    assert [t.type for t in made.data] == ["bar", "scatter"]
    assert list(made.data[0].y) == [3, 4]
    assert made.layout.height == 200


def test_what_plotly_does_not_know_is_found_by_the_checks_that_figures_skip() -> None:
    made = figure([trace("bar", wdith=1)], {})
    with pytest.raises(ValueError, match="wdith"):
        go.Figure(made.to_plotly_json())


def functions_that_draw() -> set[str]:
    """Return the names of all functions of the charts that return a figure, but for the one that makes it."""
    found = set()
    for place in pkgutil.iter_modules(charts.__path__, "criteria.charts."):
        module = importlib.import_module(place.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == place.name and "Figure" in str(
                inspect.signature(function).return_annotation
            ):
                found.add(name)
    return found - {"figure"}


@pytest.mark.slow
def test_plotly_accepts_every_attribute_of_every_chart(monkeypatch: pytest.MonkeyPatch) -> None:
    checked = set()

    def checking(traces: Sequence[Trace], layout: Mapping[str, object]) -> go.Figure:
        caller = inspect.currentframe().f_back  # type: ignore[union-attr]
        while caller is not None and caller.f_code.co_filename.startswith(charts.__path__[0]):
            checked.add(caller.f_code.co_name)
            caller = caller.f_back
        return go.Figure(figure(traces, layout).to_plotly_json())

    for place in pkgutil.iter_modules(charts.__path__, "criteria.charts."):
        if (
            hasattr(module := importlib.import_module(place.name), "figure")
            and module.__name__ != figure.__module__
        ):
            monkeypatch.setattr(module, "figure", checking)
    for method in ("wsm", "topsis"):
        assert list(charts_of(evaluated(BASE.with_method(method), "wsm", "topsis", "vikor")))
    rank_moves.rank_waterfall(2, 1, [("weights", 2), ("method", -1)], 3)
    assert functions_that_draw() == checked & functions_that_draw()
    assert len(checked) >= 7
