"""Who is ahead, and what carries them: one bar for each candidate, stacked by criteria group."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from criteria.charts.palette import MUTED, SET_APART, UNSPLIT, group_colour
from criteria.charts.text import plain_label
from criteria.explain.numbers import number, score_digits
from criteria.model.evaluation import Evaluation, SetApart
from criteria.translation import translate as _

ROW_HEIGHT = 29  # pixels
_UP, _DOWN = "#16845f", "#c2452d"


def ranking_bars(evaluation: Evaluation, *, limit: int) -> go.Figure:
    """Return the ranked bars, best on top, the first `limit` candidates; those set apart follow in grey."""
    shown = evaluation.order[:limit]
    apart = sorted(evaluation.set_apart, key=lambda entry: (entry.rank is None, entry.rank))
    places = list(range(len(shown)))
    figure = go.Figure(_group_traces(evaluation, shown, places))
    _add_set_apart(figure, evaluation, len(shown))
    rows = len(shown) + len(apart)
    scores = [float(evaluation.scores[i]) for i in shown] + [a.score for a in apart if a.score is not None]
    low, high = min(0.0, *scores, _stack_end(evaluation, shown, -1)), max(0.0, *scores, _stack_end(evaluation, shown, 1))
    room = (high - low) or 1.0
    figure.update_layout(
        barmode="relative",
        bargap=0.34,
        height=ROW_HEIGHT * rows + 12,
        margin={"l": 0, "r": 0, "t": 4, "b": 4},
        showlegend=False,
        dragmode=False,
        hovermode="closest",
        clickmode="event+select",
        annotations=_score_annotations(evaluation, shown, places, room) + _apart_annotations(evaluation, apart, len(shown), room),
        xaxis={
            "range": [low - 0.01 * room, high + 0.21 * room],
            "visible": False,
            "fixedrange": True,
        },
        yaxis={
            "tickvals": list(range(rows)),
            "ticktext": _names(evaluation, shown) + _apart_names(evaluation, apart),
            "range": [rows - 0.4, -0.6],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "automargin": True,
            "tickfont": {"size": 13},
            "ticks": "",
        },
    )
    return figure


def _group_traces(evaluation: Evaluation, shown: tuple[int, ...], places: list[int]) -> list[go.Bar]:
    identifiers = [evaluation.alternatives[i].id for i in shown]
    digits = score_digits(evaluation.scores) + 1
    if evaluation.contributions is None:
        values = [float(evaluation.scores[i]) for i in shown]
        return [_bar(evaluation.score_name, values, places, identifiers, UNSPLIT, digits)]
    return [
        _bar(group.label, [float(evaluation.contributions[i, g]) for i in shown], places, identifiers, group_colour(g), digits)
        for g, group in enumerate(evaluation.groups)
    ]


def _bar(name: str, values: list[float], places: list[int], identifiers: list[str], colour: str, digits: int) -> go.Bar:
    return go.Bar(
        x=values,
        y=places,
        orientation="h",
        name=plain_label(name),
        marker={"color": colour, "line": {"width": 0}, "cornerradius": 2},
        customdata=[[identifier, number(value, digits)] for identifier, value in zip(identifiers, values, strict=True)],
        hovertemplate="%{fullData.name}: %{customdata[1]}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _add_set_apart(figure: go.Figure, evaluation: Evaluation, first_place: int) -> None:
    apart = sorted(evaluation.set_apart, key=lambda entry: (entry.rank is None, entry.rank))
    if not apart:
        return
    figure.add_trace(
        go.Bar(
            x=[entry.score or 0.0 for entry in apart],
            y=list(range(first_place, first_place + len(apart))),
            orientation="h",
            name=_("Set apart"),
            marker={"color": SET_APART, "opacity": 0.35, "line": {"width": 0}, "cornerradius": 2},
            customdata=[[entry.alternative, ""] for entry in apart],
            hovertemplate=_("Set apart, not ranked") + "<extra></extra>",
            selected={"marker": {"opacity": 0.35}},
            unselected={"marker": {"opacity": 0.35}},
        )
    )


def _stack_end(evaluation: Evaluation, shown: tuple[int, ...], side: int) -> float:
    """Return how far the stacked parts on one side of zero reach."""
    if evaluation.contributions is None or not shown:
        return 0.0
    parts = evaluation.contributions[list(shown)]
    sums = np.where(side * parts > 0, parts, 0.0).sum(axis=1)
    return float(sums.max() if side > 0 else sums.min())


def _names(evaluation: Evaluation, shown: tuple[int, ...]) -> list[str]:
    incomplete = {blanks.alternative for blanks in evaluation.incomplete}
    return [
        f"{plain_label(evaluation.alternatives[i].label)}{' *' if evaluation.alternatives[i].id in incomplete else ''}"
        f"  <span style='color:{MUTED}'>{evaluation.ranks[i]}</span> "
        for i in shown
    ]


def _apart_names(evaluation: Evaluation, apart: list[SetApart]) -> list[str]:
    labels = [evaluation.problem.alternatives[evaluation.problem.row(entry.alternative)].label for entry in apart]
    return [f"<span style='color:{MUTED}'>{plain_label(label)}  –</span> " for label in labels]


def _score_annotations(evaluation: Evaluation, shown: tuple[int, ...], places: list[int], room: float) -> list[dict[str, object]]:
    digits = score_digits(evaluation.scores)
    notes = []
    for i, place in zip(shown, places, strict=True):
        change = evaluation.rank_change(i)
        text = f"<b>{number(float(evaluation.scores[i]), digits)}</b>"
        if change:
            text += f"  <span style='color:{_UP if change > 0 else _DOWN}'>{'▲' if change > 0 else '▼'} {abs(change)}</span>"
        end = float(evaluation.scores[i])
        if evaluation.contributions is not None:
            parts = evaluation.contributions[i]
            end = float(parts[parts > 0].sum())
        notes.append(_note(max(end, 0.0) + 0.012 * room, place, text))
    return notes


def _apart_annotations(evaluation: Evaluation, apart: list[SetApart], first_place: int, room: float) -> list[dict[str, object]]:
    notes = []
    for offset, entry in enumerate(apart):
        text = _("set apart") if entry.rank is None else _("would rank {rank}", rank=entry.rank)
        at = max(entry.score or 0.0, 0.0) + 0.012 * room
        notes.append(_note(at, first_place + offset, f"<span style='color:{MUTED}'>{text}</span>"))
    return notes


def _note(x: float, y: float, text: str) -> dict[str, object]:
    return {"x": x, "y": y, "text": text, "showarrow": False, "xanchor": "left", "font": {"size": 13}}
