"""Who is ahead, and what carries them: one bar for each candidate, stacked by criteria group."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go

from criteria.charts.figure import Trace, figure, trace
from criteria.charts.palette import MUTED, SET_APART_BAR, UNSPLIT, group_colour
from criteria.charts.text import plain_label
from criteria.explain.numbers import number, score_digits
from criteria.model.evaluation import Evaluation, SetApart
from criteria.translation import translate as _

ROW_HEIGHT = 29  # pixels
RIGHT_ROOM = 0.52  # of the bars' length: for figures at their ends and the shares of first place
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
    return figure(
        [
            _bars([*_segments(evaluation, shown), *_segments_apart(apart, len(shown))]),
            *_score_marks(evaluation, shown, places),
            _text_trace(texts),
        ],
        {
            "barmode": "overlay",
            "bargap": 0.34,
            "height": ROW_HEIGHT * rows + 12,
            "margin": {"l": min(205, 12 + 6.4 * widest), "r": 0, "t": 4, "b": 4, "autoexpand": False},
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "xaxis": {"range": [start, high + RIGHT_ROOM * room], "visible": False, "fixedrange": True},
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


@dataclass(frozen=True, slots=True)
class _Segment:
    """One piece of a bar: where it begins, how far it reaches, on which row; whose it is and what it stands for."""

    base: float
    length: float
    row: int
    colour: str
    alternative: str
    said: str


def _segments(evaluation: Evaluation, shown: tuple[int, ...]) -> list[_Segment]:
    """Return the parts of each score, positive ones laid to the right of zero and negative ones to the left."""
    parts, digits = evaluation.contributions, score_digits(evaluation.scores) + 1
    if parts is None:
        whole = [float(evaluation.scores[i]) for i in shown]
        name = plain_label(evaluation.score_name)
        return [
            _Segment(
                0.0, score, row, UNSPLIT, evaluation.alternatives[i].id, f"{name}: {number(score, digits)}"
            )
            for row, (i, score) in enumerate(zip(shown, whole, strict=True))
        ]
    right, left = [0.0] * len(shown), [0.0] * len(shown)
    segments = []
    for g, group in enumerate(evaluation.groups):
        for row, i in enumerate(shown):
            part = float(parts[i, g])
            ends = right if part >= 0 else left
            said = f"{plain_label(group.label)}: {number(part, digits)}"
            segments.append(
                _Segment(ends[row], part, row, group_colour(g), evaluation.alternatives[i].id, said)
            )
            ends[row] += part
    return segments


def _segments_apart(apart: list[SetApart], first_row: int) -> list[_Segment]:
    said = _("Set apart, not ranked")
    return [
        _Segment(0.0, entry.score or 0.0, row, SET_APART_BAR, entry.alternative, said)
        for row, entry in enumerate(apart, start=first_row)
    ]


def _bars(segments: list[_Segment]) -> Trace:
    """Return all segments as one trace: the browser draws it in half the time of one for each group."""
    return trace(
        "bar",
        base=[segment.base for segment in segments],
        x=[segment.length for segment in segments],
        y=[segment.row for segment in segments],
        orientation="h",
        marker={"color": [segment.colour for segment in segments], "line": {"width": 0}},
        customdata=[[segment.alternative, segment.said] for segment in segments],
        hovertemplate="%{customdata[1]}<extra></extra>",
    )


def _score_marks(evaluation: Evaluation, shown: tuple[int, ...], places: list[int]) -> list[Trace]:
    """Mark the score where some group pulls it down: there the bar's end is not the score."""
    pulled = [(i, place) for i, place in zip(shown, places, strict=True) if pulls_down(evaluation, i)]
    if not pulled:
        return []
    return [
        trace(
            "scatter",
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


def _text_trace(texts: list[_Text]) -> Trace:
    return trace(
        "scatter",
        x=[text.x for text in texts],
        y=[text.y for text in texts],
        mode="text",
        text=[text.text for text in texts],
        textposition=[text.place for text in texts],
        textfont={"size": 13.5, "color": [text.colour for text in texts]},
        hoverinfo="skip",
        cliponaxis=False,
    )
