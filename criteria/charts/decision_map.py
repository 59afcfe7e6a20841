"""The decision map: a triangle of weights, coloured by who leads where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from criteria.charts.candidates import candidate_colour
from criteria.charts.figure import figure, trace
from criteria.charts.palette import CLEAR, MUTED, TONES
from criteria.charts.text import hover, plain_label
from criteria.model.evaluation import Evaluation
from criteria.robustness.decision_map import DecisionMap
from criteria.translation import translate as _

_PLACE = "%{a:.0%} · %{b:.0%} · %{c:.0%}"  # a place in the triangle, as plotly writes it


def decision_triangle(
    evaluation: Evaluation,
    found: DecisionMap,
    groups: Sequence[str],
    marks: Mapping[str, np.ndarray],
    *,
    others: str = "",
    rings: Mapping[str, str] | None = None,
) -> go.Figure:
    """Return the triangle; marks: where present weights, base and stakeholders stand, each three shares, by name.

    others: what the marks after the first are called together.  rings: colours around marks, by name; such marks carry their name.
    """
    traces = []
    for i in np.unique(found.leaders):
        points = found.points[found.leaders == i]
        alternative = evaluation.alternatives[int(i)]
        traces.append(
            trace(
                "scatterternary",
                a=points[:, 0].tolist(),
                b=points[:, 1].tolist(),
                c=points[:, 2].tolist(),
                mode="markers",
                name=plain_label(alternative.label, 26),
                marker={
                    "symbol": "hexagon2",
                    "size": 10,
                    "color": candidate_colour(evaluation.problem, alternative.id),
                },
                hovertemplate=hover("%{fullData.name}", _PLACE),
            )
        )
    ringed = rings or {}
    for position, (name, place) in enumerate(marks.items()):
        numbered = name in ringed
        shown = f"{position} {plain_label(name, 26)}" if numbered else others or _("Base and profiles")
        traces.append(
            trace(
                "scatterternary",
                a=[float(place[0])],
                b=[float(place[1])],
                c=[float(place[2])],
                mode="markers+text" if numbered else "markers",
                text=[str(position) if numbered else ""],
                textfont={"size": 11, "color": TONES["ink"]},
                customdata=[[plain_label(name, 40)]],
                name=plain_label(name, 26) if position == 0 else shown,
                showlegend=position < 2 or numbered,
                marker={
                    "symbol": "star" if position == 0 else "circle",
                    "size": 17 if position == 0 else 19 if numbered else 10,
                    "color": TONES["paper"],
                    "line": {"width": 4 if numbered else 2, "color": ringed.get(name, TONES["ink"])},
                },
                hovertemplate=hover("%{customdata[0]}", _PLACE),
            )
        )
    axes = {
        side: {
            "title": {"text": plain_label(name, 26)},
            "tickformat": ".0%",
            "gridcolor": CLEAR,
            "color": MUTED,
        }
        for side, name in zip(("aaxis", "baxis", "caxis"), groups, strict=True)
    }
    return figure(
        traces,
        {
            "height": 520,
            "margin": {"l": 60, "r": 60, "t": 40, "b": 40},
            "ternary": {"sum": 1, "bgcolor": CLEAR, **axes},
            "legend": {"orientation": "h", "y": -0.12, "title": {"text": _("Leads:")}},
            "font": {"size": 13},
        },
    )
