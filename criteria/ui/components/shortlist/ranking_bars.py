"""Who is ahead, and what carries them: one bar for each candidate, stacked by criteria group.

Markup and not a figure: Streamlit takes a figure that changed away and mounts a new one, in two renderings with an empty place between;
markup is changed where it stands. See docs/decisions/ranked-bars.md.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from criteria.charts.palette import SET_APART_BAR, UNSPLIT
from criteria.charts.parts import Part, parts_of
from criteria.charts.reach import drawn_amounts, drawn_from_last, drawn_score, drawn_scores
from criteria.explain.lead import rank_text, shown_digits
from criteria.explain.numbers import number, score_digits
from criteria.model.arrays import BoolArray
from criteria.model.evaluation import Evaluation
from criteria.model.standing import SetApart
from criteria.translation import translate as _
from criteria.ui.labels import option
from criteria.ui.markup import NOTHING, Markup, joined, markup

ROW_HEIGHT = 29  # pixels; the style sheet has the same
PADDING = 6  # pixels, above the first and below the last row
_NAME_LIMIT = 26


MATCHED = "†"  # beside the name of whom another candidate at least matches under every criterion


def shown_of(evaluation: Evaluation, limit: int, hidden: Collection[str] = ()) -> list[int]:
    """Return the positions of the candidates with a bar, best first.  hidden: identifiers of those that are folded away."""
    return [i for i in evaluation.order if evaluation.alternatives[i].id not in hidden][:limit]


def ranking_bars(
    evaluation: Evaluation,
    *,
    limit: int,
    matched: Mapping[str, str] = MappingProxyType({}),
    hidden: Collection[str] = (),
    looked_at: Collection[str] = (),
) -> Markup:
    """Return the ranked bars, best on top, the first `limit` candidates; those set apart follow in grey.

    matched: who is at least matched under every criterion, by whom.  hidden: who is folded away.  looked_at: whose rows are marked.
    """
    shown = shown_of(evaluation, limit, hidden)
    apart = sorted(evaluation.set_apart, key=lambda entry: (entry.rank is None, entry.rank))
    low, high = _extent(evaluation, shown, apart)
    scale = 100.0 / ((high - low) or 1.0)
    incomplete = {blanks.alternative for blanks in evaluation.incomplete}
    told, below = _told(evaluation), pulled_down(evaluation)
    rows = [
        _row_of(evaluation, i, told, low, scale, incomplete, matched, below=bool(below[i])) for i in shown
    ]
    rows += [_row_apart(evaluation, entry, low, scale) for entry in apart]
    return markup(
        '<div class="c-ranked" role="group" aria-label="{about}">{rows}</div>',
        about=_("Ranked bars; the table below has the same figures"),
        rows=joined(_marked(row, looked_at) for row in rows),
    )


def _marked(row: Markup, looked_at: Collection[str]) -> Markup:
    """Return a row, marked where it is that of a candidate looked at."""
    mine = any(markup('data-candidate="{one}"', one=one) in row for one in looked_at)
    plain, marked = markup('<div class="row'), markup('<div aria-current="true" class="row looked')
    return row.replace(plain, marked, 1) if mine else row


def height(rows: int) -> int:
    """Return how many pixels so many rows take."""
    return ROW_HEIGHT * rows + 2 * PADDING


def _extent(evaluation: Evaluation, shown: Sequence[int], apart: Sequence[SetApart]) -> tuple[float, float]:
    """Return how far the bars reach to both sides of zero."""
    scores = [float(evaluation.scores[i]) for i in shown] + [a.score for a in apart if a.score is not None]
    scores = drawn_scores(evaluation, scores)
    if evaluation.contributions is None or not shown:
        return min(0.0, *scores), max(0.0, *scores)
    chosen = drawn_amounts(evaluation, parts_of(evaluation))[list(shown)]
    ends = (np.minimum(chosen, 0.0).sum(axis=1), np.maximum(chosen, 0.0).sum(axis=1))
    return min(0.0, *scores, *ends[0].tolist()), max(0.0, *scores, *ends[1].tolist())


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of a bar: where it begins, how far it reaches (to the left if negative), its colour and what it stands for."""

    base: float
    length: float
    colour: str
    said: str


@dataclass(frozen=True, slots=True)
class _Told:
    """What the bars have in common. digits: decimals of a score.  over_last: whether bars begin at the last.  reach: of each bar.

    amounts: of each part of each bar.
    """

    digits: int
    over_last: bool
    parts: tuple[Part, ...]
    reach: tuple[float, ...]
    amounts: tuple[tuple[float, ...], ...]


def _told(evaluation: Evaluation) -> _Told:
    parts = parts_of(evaluation)
    amounts = drawn_amounts(evaluation, parts).tolist() if parts else []
    reach = drawn_scores(evaluation, evaluation.scores.tolist())
    return _Told(
        shown_digits(evaluation),
        drawn_from_last(evaluation),
        parts,
        tuple(reach),
        tuple(map(tuple, amounts)),
    )


def segments(evaluation: Evaluation, position: int) -> list[Segment]:
    """Return the parts of a candidate's score, positive ones laid to the right of zero and negative ones to the left."""
    return _segments(evaluation, position, _told(evaluation))


def _segments(evaluation: Evaluation, position: int, told: _Told) -> list[Segment]:
    digits = told.digits + 1
    if evaluation.contributions is None:
        score = float(evaluation.scores[position])
        said = f"{_(evaluation.score_name)}: {number(score, digits)}"
        return [Segment(0.0, told.reach[position], UNSPLIT, said)]
    right = left = 0.0
    found = []
    for part, amount in zip(told.parts, told.amounts[position], strict=True):
        base = right if amount >= 0 else left
        values = {"part": part.label, "amount": number(amount, digits)}
        said = (
            _("{part}: {amount} over the last", **values)
            if told.over_last
            else f"{part.label}: {values['amount']}"
        )
        found.append(Segment(base, amount, part.colour, said))
        if amount >= 0:
            right += amount
        else:
            left += amount
    return found


def pulled_down(evaluation: Evaluation) -> BoolArray:
    """Return for each bar (m,) whether a part adds less than nothing to it, by more than the figures show."""
    if evaluation.contributions is None:
        return np.zeros(len(evaluation.ranked), dtype=np.bool_)
    least = drawn_amounts(evaluation, parts_of(evaluation)).min(axis=1)
    below: BoolArray = least < -0.5 * 10.0 ** -score_digits(evaluation.scores)
    return below


def _row_of(
    evaluation: Evaluation,
    i: int,
    told: _Told,
    low: float,
    scale: float,
    incomplete: Collection[str],
    matched: Mapping[str, str],
    *,
    below: bool,
) -> Markup:
    alternative, score = evaluation.alternatives[i], float(evaluation.scores[i])
    pieces, reach = _segments(evaluation, i, told), told.reach[i]
    end = max(0.0, reach, *(piece.base + piece.length for piece in pieces))
    # Where some group pulls the score down, the bar's end is not the score: a mark shows where it is.
    mark = markup('<b style="--at:{at:.4f}%"></b>', at=(reach - low) * scale) if below else NOTHING
    rank, shown = rank_text(evaluation, i), number(score, told.digits)
    figure = markup("<strong>{score}</strong>{arrow}", score=shown, arrow=_arrow(evaluation.rank_change(i)))
    by_hand = any(cell.alternative == alternative.id for cell in evaluation.scenario.changed)
    name = option(alternative.label, _NAME_LIMIT)
    name += (" *" if alternative.id in incomplete else "") + (" ✎" if by_hand else "")
    name += f" {MATCHED}" if alternative.id in matched else ""
    return _row(
        alternative.id,
        name,
        rank,
        _bars(pieces, low, scale) + mark,
        figure,
        (end - low) * scale,
        said=_(
            "{name}: rank {rank}, {score}. Look at this candidate",
            name=alternative.label,
            rank=rank,
            score=shown,
        ),
    )


def _arrow(change: int | None) -> Markup:
    if not change:
        return NOTHING
    kind, sign = ("c-up", "▲") if change > 0 else ("c-down", "▼")
    return markup('<em class="{kind}">{sign} {places}</em>', kind=kind, sign=sign, places=abs(change))


def _row_apart(evaluation: Evaluation, entry: SetApart, low: float, scale: float) -> Markup:
    label = evaluation.problem.alternatives[evaluation.problem.row(entry.alternative)].label
    score = 0.0 if entry.score is None else drawn_score(evaluation, entry.score)
    bar = _bars([Segment(0.0, score, SET_APART_BAR, _("Set aside, not ranked"))], low, scale)
    said = _("set aside") if entry.rank is None else _("would rank {rank}", rank=entry.rank)
    end = (max(0.0, score) - low) * scale
    about = _("{name}: {said}. Look at this candidate", name=label, said=said)
    return _row(entry.alternative, option(label, _NAME_LIMIT), "–", bar, said, end, said=about, kind=" apart")


def _bars(pieces: Sequence[Segment], low: float, scale: float) -> Markup:
    return joined(
        markup(
            '<i style="--from:{start:.4f}%;--to:{end:.4f}%;--colour:{colour}" title="{said}"></i>',
            start=(min(piece.base, piece.base + piece.length) - low) * scale,
            end=(max(piece.base, piece.base + piece.length) - low) * scale,
            colour=piece.colour,
            said=piece.said,
        )
        for piece in pieces
    )


def _row(
    identifier: str,
    name: str,
    rank: str,
    bars: Markup,
    figure: str | Markup,
    end: float,
    *,
    said: str,
    kind: str = "",
) -> Markup:
    """Return one bar. said: the same in words, for a screen reader."""
    return markup(
        '<div class="row{kind}" data-candidate="{identifier}" role="button" tabindex="0" aria-label="{said}">'
        '<span class="name">{name}</span><span class="rank">{rank}</span>'
        '<div class="axis">{bars}<span class="figure" style="--at:{end:.2f}%">{figure}</span></div></div>',
        kind=kind,
        identifier=identifier,
        said=said,
        name=name,
        rank=rank,
        bars=bars,
        figure=figure,
        end=end,
    )
