"""The decision map: a triangle of weights, coloured by who leads where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from criteria.charts.candidates import candidate_colour
from criteria.charts.figure import Trace, figure, trace
from criteria.charts.palette import CLEAR, MUTED, TONES, ink_on
from criteria.charts.text import hover, plain_label, strong
from criteria.explain.numbers import percent
from criteria.model.evaluation import Evaluation
from criteria.robustness.decision_map import DecisionMap
from criteria.robustness.map_regions import Region
from criteria.translation import translate as _

ROOM = 0.04  # of the triangle: below that a name does not fit into an area
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
    traces: list[Trace] = [_ground(evaluation, region) for region in found.regions]
    traces.append(_names(evaluation, found, list(marks.values())))
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


def _ground(evaluation: Evaluation, region: Region) -> Trace:
    """Return the area on which one candidate leads; several outlines are set apart by blanks."""
    alternative = evaluation.alternatives[region.leader]
    sides: list[list[float | None]] = [[], [], []]
    for outline in region.outlines:
        for side, along in zip(sides, np.vstack([outline, outline[:1]]).round(6).T.tolist(), strict=True):
            side += [*([None] if side else []), *along]
    colour = candidate_colour(evaluation.problem, alternative.id)
    return trace(
        "scatterternary",
        a=sides[0],
        b=sides[1],
        c=sides[2],
        mode="lines",
        fill="toself",
        fillcolor=colour,
        line={"color": TONES["paper"], "width": 1.5},
        hoveron="fills",
        hoverinfo="name",
        name=f"{plain_label(alternative.label, 26)} ({percent(region.area)})",
    )


def _names(evaluation: Evaluation, found: DecisionMap, marks: Sequence[np.ndarray]) -> Trace:
    """Return the names of those whose area has room for one, each at the point that is furthest from its borders."""
    told = [region for region in found.regions if region.area >= ROOM]
    places = [_middle(found, region.leader, marks) for region in told]
    labels = [evaluation.alternatives[region.leader] for region in told]
    return trace(
        "scatterternary",
        a=[float(place[0]) for place in places],
        b=[float(place[1]) for place in places],
        c=[float(place[2]) for place in places],
        mode="text",
        text=[strong(plain_label(alternative.label, 18)) for alternative in labels],
        textfont={
            "size": 13,
            "color": [ink_on(candidate_colour(evaluation.problem, alternative.id)) for alternative in labels],
        },
        hoverinfo="skip",
        showlegend=False,
    )


def _middle(found: DecisionMap, leader: int, marks: Sequence[np.ndarray]) -> np.ndarray:
    """Return the point of a leader that is furthest from all points of others, from the sides, and from the marks, which would cover it."""
    own = found.points[found.leaders == leader]
    room = own.min(axis=1) * np.sqrt(2)
    # A name is wide: a border beside it is nearer than a mark above or below it.
    for others, wide in ((found.points[found.leaders != leader], 1.0), (np.array(marks), 2.0)):
        if len(others):
            away = np.sqrt(((own[:, np.newaxis] - others) ** 2).sum(axis=2)).min(axis=1)
            room = np.minimum(room, wide * away)
    return own[int(np.argmax(room))] if len(own) else np.full(3, 1 / 3)
