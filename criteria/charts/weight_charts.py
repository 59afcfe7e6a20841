"""Charts of what happens when weights move: stability intervals, smallest flip, tornado."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from criteria.charts.colour_keys import LOST
from criteria.charts.figure import figure, trace
from criteria.charts.frame import axis, layout
from criteria.charts.palette import MUTED, SHIFTS, UNSPLIT, faded
from criteria.charts.text import hover, plain_label
from criteria.model.evaluation import Evaluation
from criteria.model.number import percent_to
from criteria.robustness.tornado import Tornado
from criteria.translation import translate as _


def interval_bars(evaluation: Evaluation, best: np.ndarray, ranking: np.ndarray) -> go.Figure:
    """Return for each criterion how far its weight may move: light for the leader, dark for the whole order, a mark at the present."""
    leaves = evaluation.problem.leaves
    rows = list(range(len(leaves)))
    wide, narrow = (
        trace(
            "bar",
            base=(100 * ends[:, 0]).tolist(),
            x=(100 * (ends[:, 1] - ends[:, 0])).tolist(),
            y=rows,
            orientation="h",
            width=width,
            marker={"color": faded(UNSPLIT, opacity), "line": {"width": 1, "color": UNSPLIT}},
            customdata=(100 * ends).tolist(),
            hovertemplate=hover(said + " %{customdata[0]:.1f}% – %{customdata[1]:.1f}%"),
        )
        for ends, width, opacity, said in (
            (best, 0.62, 0.35, _("Leader stays:")),
            (ranking, 0.3, 0.9, _("Whole order stays:")),
        )
    )
    present = trace(
        "scatter",
        x=(100 * evaluation.weights).tolist(),
        y=rows,
        mode="markers",
        marker={"symbol": "line-ns-open", "size": 17, "color": MUTED, "line": {"width": 2.5}},
        hovertemplate=hover(_("Now %{x:.1f}%")),
    )
    return figure(
        [wide, narrow, present],
        layout(
            26 * len(leaves) + 60,
            barmode="overlay",
            xaxis=axis(_("Weight"), range=[0, 100], ticksuffix="%"),
            yaxis=axis(
                tickvals=rows,
                ticktext=[plain_label(leaf.label, 34) for leaf in leaves],
                range=[len(leaves) - 0.4, -0.6],
            ),
        ),
    )


def before_and_after(evaluation: Evaluation, after: np.ndarray) -> go.Figure:
    """Return the weights now and at the smallest flip, side by side, those that move most first; alike ones in the order of the criteria."""
    leaves = evaluation.problem.leaves
    moved = [
        j
        for j in np.argsort(-np.abs(after - evaluation.weights).round(12), kind="stable")
        if abs(after[j] - evaluation.weights[j]) > 5e-5
    ]
    shown = moved[:10]
    rows = list(range(len(shown)))
    bars = [
        trace(
            "bar",
            x=[100 * float(weights[j]) for j in shown],
            y=[row + shift for row in rows],
            width=0.36,
            orientation="h",
            name=name,
            marker={"color": colour},
            text=[percent_to(float(weights[j]), 2) for j in shown],
            textposition="outside",
            cliponaxis=False,
            hovertemplate=hover("%{fullData.name}: %{x:.2f}%"),
        )
        for weights, shift, name, colour in (
            (evaluation.weights, -0.19, _("Now"), SHIFTS),
            (after, 0.19, _("At the change of leader"), UNSPLIT),
        )
    ]
    return figure(
        bars,
        layout(
            52 * max(1, len(shown)) + 60,
            barmode="overlay",
            showlegend=True,
            legend={"orientation": "h", "y": 1.0, "yanchor": "bottom"},
            margin={"l": 10, "r": 60, "t": 40, "b": 40},
            xaxis=axis(_("Weight"), ticksuffix="%", rangemode="tozero"),
            yaxis=axis(
                tickvals=rows,
                ticktext=[plain_label(leaves[j].label, 34) for j in shown],
                range=[len(shown) - 0.4, -0.6],
            ),
        ),
    )


def tornado_bars(tornado: Tornado, names: Sequence[str]) -> go.Figure:
    """Return the lead at both ends of each range, the widest first; ends at which the lead is lost in another colour."""
    rows = list(range(len(names)))
    ends = [
        trace(
            "bar",
            base=tornado.present,
            x=(tornado.leads[: len(names), side] - tornado.present).tolist(),
            y=rows,
            orientation="h",
            width=0.6,
            marker={"color": [LOST if lost else colour for lost in tornado.lost[: len(names), side]]},
            customdata=tornado.leads[: len(names), side].tolist(),
            hovertemplate=hover(said + ": %{customdata:.4f}"),
        )
        for side, colour, said in (
            (0, SHIFTS, _("Lead at the low end")),
            (1, UNSPLIT, _("Lead at the high end")),
        )
    ]
    zero = {
        "type": "line",
        "x0": 0,
        "x1": 0,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": LOST, "width": 1.5},
    }
    return figure(
        ends,
        layout(
            28 * len(names) + 60,
            barmode="overlay",
            shapes=[zero],
            xaxis=axis(_("Lead over the next")),
            yaxis=axis(
                tickvals=rows,
                ticktext=[plain_label(name, 44) for name in names],
                range=[len(names) - 0.4, -0.6],
            ),
        ),
    )
