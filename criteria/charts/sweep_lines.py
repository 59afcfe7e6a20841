"""The weight sweep as lines: score over weight, each line named at its end."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from criteria.charts.candidates import candidate_colour
from criteria.charts.figure import Trace, figure, trace
from criteria.charts.frame import axis, labels_of, layout
from criteria.charts.palette import MUTED, TONES
from criteria.charts.text import hover, lifted, plain_label
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.model.number import percent_to
from criteria.robustness.sweep import Sweep
from criteria.translation import translate as _

_SHOWN = 8  # candidates with a line of their own
_SWEEP_HEIGHT, _ABOVE, _BELOW = 430, 14, 48  # pixels: of the whole chart, and around what is drawn
_NAME_HEIGHT, _NAME_ROOM, _NAME_LIMIT = 16, 136, 20  # pixels, pixels, characters
_LABEL_HEIGHT, _LABEL_WIDTH, _LABEL_ROWS = (
    16,
    18,
    3,
)  # pixels, per cent of the axis on a phone, rows above the chart
_LINES = 0.95  # of the width: the lines; the threads to their names have the rest


def sweep_lines(evaluation: Evaluation, sweep: Sweep, criterion: str) -> go.Figure:
    """Return score over weight for the best candidates, crossings of the first place marked, the present weight as a line."""
    ever = np.flatnonzero((sweep.ranks <= 1).any(axis=0))
    shown = list(dict.fromkeys([*evaluation.order[:_SHOWN], *ever.tolist()]))
    labels = labels_of(evaluation)
    traces: list[Trace] = [
        trace(
            "scatter",
            x=(100 * sweep.shares).tolist(),
            y=sweep.scores[:, i].tolist(),
            mode="lines",
            name=labels[i],
            line={
                "color": candidate_colour(evaluation.problem, evaluation.alternatives[i].id),
                "width": 3 if i in ever else 1.6,
            },
            hovertemplate=hover("%{fullData.name}: %{y:.3f}"),
        )
        for i in shown
    ]
    firsts = [
        c for c in sweep.crossings if _at(sweep, c.weight, c.above) == _at(sweep, c.weight, c.below) == 1
    ]
    heights = [float(np.interp(c.weight, sweep.shares, sweep.scores[:, c.above])) for c in firsts]
    traces.append(
        trace(
            "scatter",
            x=[100 * c.weight for c in firsts],
            y=heights,
            mode="markers",
            marker={"size": 9, "color": TONES["paper"], "line": {"width": 2, "color": MUTED}},
            customdata=[[labels[c.above], labels[c.below]] for c in firsts],
            hovertemplate=hover(_("Above %{x:.2f}% %{customdata[0]} is ahead of %{customdata[1]}")),
            showlegend=False,
        )
    )
    rows = label_rows([100 * c.weight for c in firsts])
    above = _LABEL_HEIGHT * (1 + max(rows, default=-1))
    drawn = sweep.scores[:, shown]
    room = 0.06 * (float(np.ptp(drawn)) or 1.0)
    low, high = float(drawn.min()) - room, float(drawn.max()) + room
    labelled = [(100 * c.weight, row) for c, row in zip(firsts, rows, strict=True) if row >= 0]
    traces.append(
        trace(
            "scatter",
            x=[weight for weight, _row in labelled],
            y=[high] * len(labelled),
            mode="text",
            # Labels of crossings stand above all lines, each joined to its place; blank lines lift one over another.
            text=[lifted(percent_to(weight / 100, 1), row) for weight, row in labelled],
            textposition="top center",
            textfont={"size": 12},
            cliponaxis=False,
            hoverinfo="skip",
            showlegend=False,
        )
    )
    traces += names_at_ends(
        sweep.scores[-1, shown],
        [plain_label(evaluation.alternatives[i].label, _NAME_LIMIT) for i in shown],
        [candidate_colour(evaluation.problem, evaluation.alternatives[i].id) for i in shown],
        low,
        high,
    )
    return figure(
        traces,
        layout(
            _SWEEP_HEIGHT + above,
            margin={"l": 10, "r": _NAME_ROOM, "t": _ABOVE + above, "b": _BELOW},
            # The threads from the lines to their names have a narrow axis of their own, right of the weights.
            xaxis2={"domain": [_LINES, 1], "range": [0, 1], "visible": False, "fixedrange": True},
            xaxis=axis(
                _("Weight of {criterion}", criterion=plain_label(criterion, 40)),
                range=[0, 100],
                ticksuffix="%",
                domain=[0, _LINES],
            ),
            yaxis=axis(_(evaluation.score_name), range=[low, high]),
            shapes=[
                {
                    "type": "line",
                    "x0": 100 * sweep.present,
                    "x1": 100 * sweep.present,
                    "y0": 0,
                    "y1": 1,
                    "yref": "paper",
                    "line": {"color": MUTED, "dash": "dot", "width": 1.5},
                },
                *(
                    {
                        "type": "line",
                        "x0": 100 * c.weight,
                        "x1": 100 * c.weight,
                        "y0": place,
                        "y1": high,
                        "layer": "below",
                        "line": {"color": MUTED, "width": 1},
                    }
                    for c, place, row in zip(firsts, heights, rows, strict=True)
                    if row >= 0
                ),
            ],
        ),
    )


def names_at_ends(
    ends: FloatArray, names: Sequence[str], colours: Sequence[str], low: float, high: float
) -> list[Trace]:
    """Return the name right of the end of each line, and a thread of the line's colour to each; no name covers another one.

    ends: (k,), where the lines end, between low and high, the ends of the axis.
    """
    height = _SWEEP_HEIGHT - _ABOVE - _BELOW
    stands = high - _apart(height * (high - ends) / (high - low), height) * (high - low) / height
    threads = [
        trace(
            "scatter",
            x=[0, 1],
            y=[float(end), float(stand)],
            xaxis="x2",
            mode="lines",
            line={"color": colour, "width": 1.6},
            hoverinfo="skip",
        )
        for end, stand, colour in zip(ends, stands, colours, strict=True)
    ]
    return [
        *threads,
        trace(
            "scatter",
            x=[1] * len(names),
            y=stands.tolist(),
            xaxis="x2",
            mode="text",
            text=[f"\u00a0{name}" for name in names],  # room between the thread and its name
            textposition="middle right",
            textfont={"size": 12},
            cliponaxis=False,
            hoverinfo="skip",
        ),
    ]


def _apart(at: FloatArray, height: float) -> FloatArray:
    """Return places (k,) in pixels from the top, in the order of those given, moved so that names have room and none leaves the chart."""
    order = np.argsort(at, kind="stable")
    steps = _NAME_HEIGHT * np.arange(len(order))
    # Down from the one above, then up from the bottom: each pass moves only names that are too near.
    down = np.maximum.accumulate(at[order] - steps) + steps
    most = height - _NAME_HEIGHT / 2 - steps[::-1]
    stands = np.empty(len(order))
    stands[order] = np.minimum.accumulate((np.minimum(down, most) - steps)[::-1])[::-1] + steps
    return stands


def label_rows(weights: Sequence[float]) -> list[int]:
    """Return for each weight in per cent the row above the chart, from 0 at the bottom, in which its label covers no other; -1 without room."""
    rows, ends = [], [-np.inf] * _LABEL_ROWS
    for weight in weights:
        row = next((row for row, end in enumerate(ends) if weight - end >= _LABEL_WIDTH), -1)
        rows.append(row)
        if row >= 0:
            ends[row] = weight
    return rows


def _at(sweep: Sweep, weight: float, alternative: int) -> int:
    near = int(np.argmin(np.abs(sweep.shares - weight)))
    around = sweep.ranks[max(0, near - 1) : near + 2, alternative]
    return int(around.min())
