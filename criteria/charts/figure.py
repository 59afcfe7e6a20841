"""The one place that makes plotly figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

Figure = go.Figure  # for those who hand figures on and must not know plotly
Trace = Mapping[str, object]


def trace(kind: str, **fields: object) -> Trace:
    """Return one trace in plotly's own words: `bar`, `scatter`, `heatmap`."""
    return {"type": kind, **fields}


def figure(traces: Sequence[Trace], layout: Mapping[str, object]) -> go.Figure:
    """Return a figure from traces and layout.

    Plotly's checks take ten times as long as all the rest and are skipped here; `tests/charts/test_figure.py` runs them on every chart.
    """
    return go.Figure({"data": list(traces), "layout": dict(layout)}, _validate=False)
