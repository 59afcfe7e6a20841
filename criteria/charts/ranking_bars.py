"""Who is ahead, and what carries them: one bar for each candidate, stacked by criteria group."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go

from criteria.charts.palette import MUTED, SET_APART, UNSPLIT, group_colour
from criteria.charts.text import plain_label
from criteria.explain.numbers import number, score_digits
from criteria.model.evaluation import Evaluation, SetApart
from criteria.translation import translate as _

ROW_HEIGHT = 29  # pixels
LEFT, RIGHT = "middle left", "middle right"
INK = "#010203"  # the style sheet turns this colour into that of the page's text, in light and dark
_UP, _DOWN = "#16845f", "#c2452d"


def ranking_bars(evaluation: Evaluation, *, limit: int) -> go.Figure:
    """Return the ranked bars, best on top, the first `limit` candidates; those set apart follow in grey.

    Names and figures are two traces of text instead of axis labels and notes: the browser draws them in half the time.
    """
    shown = evaluation.order[:limit]
    apart = sorted(evaluation.set_apart, key=lambda entry: (entry.rank is None, entry.rank))
    places = list(range(len(shown)))
    rows = len(shown) + len(apart)
    low, high = _extent(evaluation, shown, apart)
    room = (high - low) or 1.0
    start = low - 0.01 * room
    texts = _texts(evaluation, shown, apart, start, 0.012 * room)
    widest = max((len(text.text) for text in texts if text.place == LEFT), default=10)
    return go.Figure(
        data=[
            *_group_traces(evaluation, shown, places),
            *_apart_traces(apart, len(shown)),
            *_score_marks(evaluation, shown, places),
            _text_trace(texts),
        ],
        layout={
            "barmode": "relative",
            "bargap": 0.34,
            "height": ROW_HEIGHT * rows + 12,
            "margin": {"l": min(205, 12 + 6.4 * widest), "r": 0, "t": 4, "b": 4, "autoexpand": False},
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "xaxis": {"range": [start, high + 0.21 * room], "visible": False, "fixedrange": True},
            "yaxis": {"range": [rows - 0.4, -0.6], "visible": False, "fixedrange": True},
        },
    )


def _extent(evaluation: Evaluation, shown: tuple[int, ...], apart: list[SetApart]) -> tuple[float, float]:
    """Return how far the bars reach to both sides of zero."""
    scores = [float(evaluation.scores[i]) for i in shown] + [a.score for a in apart if a.score is not None]
    parts = evaluation.contributions
    if parts is None or not shown:
        return min(0.0, *scores), max(0.0, *scores)
    chosen = parts[list(shown)]
    ends = (np.minimum(chosen, 0.0).sum(axis=1), np.maximum(chosen, 0.0).sum(axis=1))
    return min(0.0, *scores, *ends[0].tolist()), max(0.0, *scores, *ends[1].tolist())


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
        marker={"color": colour, "line": {"width": 0}},
        customdata=[
            [identifier, number(value, digits)] for identifier, value in zip(identifiers, values, strict=True)
        ],
        hovertemplate="%{fullData.name}: %{customdata[1]}<extra></extra>",
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
            marker={"color": SET_APART, "opacity": 0.35, "line": {"width": 0}},
            customdata=[[entry.alternative, ""] for entry in apart],
            hovertemplate=_("Set apart, not ranked") + "<extra></extra>",
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


@dataclass(frozen=True, slots=True)
class _Text:
    """One piece of text in the chart: on the left of the bars a name, on the right a figure."""

    x: float
    y: float
    text: str
    place: str
    colour: str


def _texts(
    evaluation: Evaluation, shown: tuple[int, ...], apart: list[SetApart], start: float, gap: float
) -> list[_Text]:
    incomplete = {blanks.alternative for blanks in evaluation.incomplete}
    digits = score_digits(evaluation.scores)
    texts = []
    for y, i in enumerate(shown):
        alternative, score = evaluation.alternatives[i], float(evaluation.scores[i])
        mark = " *" if alternative.id in incomplete else ""
        texts.append(
            _Text(start, y, f"{plain_label(alternative.label, 26)}{mark}  {evaluation.ranks[i]}", LEFT, INK)
        )
        parts = evaluation.contributions
        end = max(0.0, score if parts is None else float(parts[i][parts[i] > 0].sum())) + gap
        texts.append(_Text(end, y, f"<b>{number(score, digits)}</b>", RIGHT, INK))
        change = evaluation.rank_change(i)
        if change:
            # Set off by spaces that no renderer folds, as wide as the score before it.
            aside = "\u2007" * (digits + 4)
            arrow = f"{aside}{'▲' if change > 0 else '▼'} {abs(change)}"
            texts.append(_Text(end, y, arrow, RIGHT, _UP if change > 0 else _DOWN))
    for y, entry in enumerate(apart, start=len(shown)):
        label = evaluation.problem.alternatives[evaluation.problem.row(entry.alternative)].label
        texts.append(_Text(start, y, f"{plain_label(label, 26)}  –", LEFT, MUTED))
        said = _("set apart") if entry.rank is None else _("would rank {rank}", rank=entry.rank)
        texts.append(_Text(max(0.0, entry.score or 0.0) + gap, y, said, RIGHT, MUTED))
    return texts


def _text_trace(texts: list[_Text]) -> go.Scatter:
    return go.Scatter(
        x=[text.x for text in texts],
        y=[text.y for text in texts],
        mode="text",
        text=[text.text for text in texts],
        textposition=[text.place for text in texts],
        textfont={"size": 13.5, "color": [text.colour for text in texts]},
        hoverinfo="skip",
        cliponaxis=False,
    )
