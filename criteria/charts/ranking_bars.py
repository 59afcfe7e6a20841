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
    rows = len(shown) + len(apart)
    scores = [float(evaluation.scores[i]) for i in shown] + [a.score for a in apart if a.score is not None]
    low, high = (
        min(0.0, *scores, _stack_end(evaluation, shown, -1)),
        max(0.0, *scores, _stack_end(evaluation, shown, 1)),
    )
    room = (high - low) or 1.0
    return go.Figure(
        data=[
            *_group_traces(evaluation, shown, places),
            *_apart_traces(apart, len(shown)),
            *_score_marks(evaluation, shown, places),
            _figures(evaluation, shown, apart, 0.008 * room),
        ],
        layout={
            "barmode": "relative",
            "bargap": 0.34,
            "height": ROW_HEIGHT * rows + 12,
            "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "clickmode": "event+select",
            "xaxis": {"range": [low - 0.01 * room, high + 0.21 * room], "visible": False, "fixedrange": True},
            "yaxis": {
                "tickvals": list(range(rows)),
                "ticktext": _names(evaluation, shown) + _apart_names(evaluation, apart),
                "range": [rows - 0.4, -0.6],
                "fixedrange": True,
                "showgrid": False,
                "zeroline": False,
                "automargin": True,
                "tickfont": {"size": 13.5},
                "ticks": "",
            },
        },
    )


def _group_traces(evaluation: Evaluation, shown: tuple[int, ...], places: list[int]) -> list[go.Bar]:
    identifiers = [evaluation.alternatives[i].id for i in shown]
    digits = score_digits(evaluation.scores) + 1
    if evaluation.contributions is None:
        values = [float(evaluation.scores[i]) for i in shown]
        return [_bar(evaluation.score_name, values, places, identifiers, UNSPLIT, digits)]
    return [
        _bar(
            group.label,
            [float(evaluation.contributions[i, g]) for i in shown],
            places,
            identifiers,
            group_colour(g),
            digits,
        )
        for g, group in enumerate(evaluation.groups)
    ]


def _bar(
    name: str, values: list[float], places: list[int], identifiers: list[str], colour: str, digits: int
) -> go.Bar:
    return go.Bar(
        x=values,
        y=places,
        orientation="h",
        name=plain_label(name),
        marker={"color": colour, "line": {"width": 0}, "cornerradius": 2},
        customdata=[
            [identifier, number(value, digits)] for identifier, value in zip(identifiers, values, strict=True)
        ],
        hovertemplate="%{fullData.name}: %{customdata[1]}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _apart_traces(apart: list[SetApart], first_place: int) -> list[go.Bar]:
    if not apart:
        return []
    return [
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
    ]


def _score_marks(evaluation: Evaluation, shown: tuple[int, ...], places: list[int]) -> list[go.Scatter]:
    """Mark the score where some group pulls it down: there the bar's end is not the score."""
    pulled = [(i, place) for i, place in zip(shown, places, strict=True) if pulls_down(evaluation, i)]
    if not pulled:
        return []
    return [
        go.Scatter(
            x=[float(evaluation.scores[i]) for i, _place in pulled],
            y=[place for _i, place in pulled],
            mode="markers",
            marker={
                "symbol": "diamond",
                "size": 9,
                "color": "#ffffff",
                "line": {"width": 1.5, "color": "#1b2430"},
            },
            hoverinfo="skip",
        )
    ]


def pulls_down(evaluation: Evaluation, position: int) -> bool:
    """Whether a criteria group adds less than nothing to a candidate's score, by more than the figures show."""
    parts = evaluation.contributions
    return parts is not None and float(parts[position].min()) < -0.5 * 10.0 ** -score_digits(
        evaluation.scores
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
    labels = [
        evaluation.problem.alternatives[evaluation.problem.row(entry.alternative)].label for entry in apart
    ]
    return [f"<span style='color:{MUTED}'>{plain_label(label)}  –</span> " for label in labels]


def _figures(evaluation: Evaluation, shown: tuple[int, ...], apart: list[SetApart], gap: float) -> go.Scatter:
    """Return the scores and rank changes as text behind the bars; one trace costs less than a note for each."""
    digits = score_digits(evaluation.scores)
    ends, texts = [], []
    for i in shown:
        score, change = float(evaluation.scores[i]), evaluation.rank_change(i)
        text = f"<b>{number(score, digits)}</b>"
        if change:
            text += f"  <span style='color:{_UP if change > 0 else _DOWN}'>{'▲' if change > 0 else '▼'} {abs(change)}</span>"
        parts = evaluation.contributions
        ends.append(max(0.0, score if parts is None else float(parts[i][parts[i] > 0].sum())))
        texts.append(text)
    for entry in apart:
        text = _("set apart") if entry.rank is None else _("would rank {rank}", rank=entry.rank)
        ends.append(max(0.0, entry.score or 0.0))
        texts.append(f"<span style='color:{MUTED}'>{text}</span>")
    return go.Scatter(
        x=[end + gap for end in ends],
        y=list(range(len(ends))),
        mode="text",
        text=texts,
        textposition="middle right",
        textfont={"size": 13.5},
        hoverinfo="skip",
        cliponaxis=False,
    )
