"""The decision map: a triangle of weights, coloured by who leads where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from criteria.charts.candidates import candidate_colour
from criteria.charts.figure import Trace, figure, trace
from criteria.charts.palette import CLEAR, MUTED, TONES, ink_on
from criteria.charts.text import hover, plain_label, strong
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.model.number import percent_of_area
from criteria.robustness.decision_map import DecisionMap
from criteria.robustness.map_regions import Region
from criteria.translation import translate as _

ROOM = 0.04  # of the triangle: below that a name does not fit into an area
_MARK = 0.062  # of a side of the triangle: marks nearer to each other than this would cover each other
_ROUNDS = 300
_WIDE = 2.5  # of a name: its width over its height, about
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
    traces.append(_names(evaluation, found, apart_on_the_map(list(marks.values()))))
    ringed = rings or {}
    stands = apart_on_the_map(list(marks.values()))
    traces += _threads(list(marks.values()), stands)
    for position, (name, place) in enumerate(zip(marks, stands, strict=True)):
        numbered = name in ringed
        if numbered:
            traces.append(_edge(place))
        shown = f"{position} {plain_label(name, 26)}" if numbered else others or _("Base and profiles")
        traces.append(
            trace(
                "scatterternary",
                a=[float(place[0])],
                b=[float(place[1])],
                c=[float(place[2])],
                mode="markers+text" if numbered else "markers",
                text=[str(position) if numbered else ""],
                textfont={"size": 12, "color": TONES["ink"]},
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


def apart_on_the_map(places: Sequence[FloatArray]) -> list[FloatArray]:
    """Return where marks (3,) are drawn so that none covers another: each beside its place where that is taken, the first one never moved.

    Marks too near to each other push each other away by equal parts, again and again; marks in one place set out in different directions.
    """
    flat = _flat(np.array(places, dtype=np.float64))
    drawn = flat.copy()
    angles = 2.4 * np.arange(len(drawn))  # the golden angle: no two marks start in one direction
    drawn[1:] += 1e-6 * np.column_stack([np.cos(angles), np.sin(angles)])[1:]
    for _round in range(_ROUNDS):
        between = drawn[:, np.newaxis] - drawn
        distance = np.sqrt((between**2).sum(axis=2))
        np.fill_diagonal(distance, np.inf)
        if distance.min() >= _MARK - 1e-6:
            break
        push = np.maximum(_MARK - distance, 0) / 2 / np.maximum(distance, 1e-12)
        moved = (between * push[..., np.newaxis]).sum(axis=1)
        drawn[1:] += moved[1:]
    both = drawn[:, 0] / (np.sqrt(3) / 2)
    return [
        places[k]
        if np.allclose(drawn[k], flat[k], atol=1e-4)
        else np.array([1 - s, (s - t) / 2, (s + t) / 2])
        for k, (s, t) in enumerate(zip(both, 2 * drawn[:, 1], strict=True))
    ]


def _flat(places: FloatArray) -> FloatArray:
    """Return how far (k, 2) below the upper corner, and how far to the right of it, places (k, 3) are drawn, in sides of the triangle."""
    return np.column_stack([(1 - places[:, 0]) * np.sqrt(3) / 2, (places[:, 2] - places[:, 1]) / 2])


def _threads(places: Sequence[FloatArray], stands: Sequence[FloatArray]) -> list[Trace]:
    """Return a thin line from each mark that was moved aside to its place."""
    ends: list[list[float | None]] = [[], [], []]
    for place, stand in zip(places, stands, strict=True):
        if stand is not place:
            for k, along in enumerate(ends):
                along += [*([None] if along else []), float(place[k]), float(stand[k])]
    if not ends[0]:
        return []
    line = {"color": TONES["ink"], "width": 1}
    a, b, c = ends
    return [
        trace("scatterternary", a=a, b=b, c=c, mode="lines", line=line, hoverinfo="skip", showlegend=False)
    ]


def _edge(place: FloatArray) -> Trace:
    """Return the dark edge around a ring: a ring in the colour of its ground is still seen."""
    return trace(
        "scatterternary",
        a=[float(place[0])],
        b=[float(place[1])],
        c=[float(place[2])],
        mode="markers",
        marker={"symbol": "circle", "size": 25, "color": TONES["ink"]},
        hoverinfo="skip",
        showlegend=False,
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
        name=f"{plain_label(alternative.label, 26)} ({percent_of_area(region.area)})",
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
            "shadow": "auto",  # a name that is wider than its area stands on the ground of the page as well
            "color": [ink_on(candidate_colour(evaluation.problem, alternative.id)) for alternative in labels],
        },
        cliponaxis=False,  # a name may be wider than its area
        hoverinfo="skip",
        showlegend=False,
    )


def _middle(found: DecisionMap, leader: int, marks: Sequence[np.ndarray]) -> np.ndarray:
    """Return the point of a leader that is furthest from all points of others, from the sides, and from the marks, which would cover it."""
    own = found.points[found.leaders == leader]
    room = own.min(axis=1) * np.sqrt(2)
    others = found.points[found.leaders != leader]
    if len(others):
        room = np.minimum(room, np.sqrt(((own[:, np.newaxis] - others) ** 2).sum(axis=2)).min(axis=1))
    if len(marks):
        # A name is wide: a mark beside it has to be further away than one above or below it.
        across, up = np.moveaxis(_flat(own)[:, np.newaxis] - _flat(np.array(marks)), -1, 0)[::-1]
        room = np.minimum(room, 3 * np.sqrt((across / _WIDE) ** 2 + up**2).min(axis=1))
    return own[int(np.argmax(room))] if len(own) else np.full(3, 1 / 3)
