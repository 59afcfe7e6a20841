"""What each bar of the shortlist is: its name, its pieces and where they stand, as figures and texts; `ranking_bars` makes markup of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from criteria.charts.palette import SET_APART_BAR, UNSPLIT
from criteria.charts.parts import Part, drawn_first, parts_of
from criteria.charts.reach import drawn_amounts, drawn_from_last, drawn_score, drawn_scores
from criteria.explain.lead import rank_texts, shown_digits
from criteria.explain.numbers import number, score_digits
from criteria.model.arrays import BoolArray, FloatArray
from criteria.model.evaluation import Evaluation
from criteria.model.frozen import frozen_inside
from criteria.model.standing import SetApart
from criteria.translation import translate as _
from criteria.ui.labels import option

_NAME_LIMIT = 26
MATCHED = "†"  # beside the name of whom another candidate at least matches under every criterion


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of a bar: where it begins, how far it reaches (to the left if negative), its colour and what it stands for.

    amount: the figure in what is said.
    """

    base: float
    length: float
    colour: str
    said: str
    amount: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece as drawn. start, end: per cent of the axis, from the left."""

    start: float
    end: float
    colour: str
    said: str
    amount: str


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar. name: as shown, with its marks.  rank, figure: texts.  change: ranks won, 0 or None for none to tell.  apart: not ranked.

    mark: where the score is, in per cent, where a piece pulls the bar's end away from it; None elsewhere.  end: where the figure stands.
    said: the bar in words, for a screen reader.
    """

    identifier: str
    name: str
    rank: str
    figure: str
    change: int | None
    pieces: tuple[Piece, ...]
    mark: float | None
    end: float
    said: str
    apart: bool = False


@frozen_inside
@dataclass(frozen=True, slots=True)
class _Told:
    """What the bars have in common. digits: decimals of a score.  over_last: whether bars begin at the last.  ranks: texts.  reach: of each bar.

    amounts: of each part of each bar that is shown, by its position.  below: likewise, whether a part pulls the bar down.  low: the value at the left end of the axis.  scale: per
    cent of the axis to one of score.
    """

    digits: int
    over_last: bool
    parts: tuple[Part, ...]
    ranks: tuple[str, ...]
    reach: tuple[float, ...]
    amounts: Mapping[int, tuple[float, ...]]
    below: Mapping[int, bool]
    low: float
    scale: float


def shown_of(evaluation: Evaluation, limit: int, hidden: Collection[str] = ()) -> list[int]:
    """Return the positions of the candidates with a bar, best first.  hidden: identifiers of those that are folded away."""
    names = [alternative.id for alternative in evaluation.alternatives]
    return [i for i in evaluation.order if names[i] not in hidden][:limit]


def bar_rows(
    evaluation: Evaluation,
    *,
    limit: int,
    matched: Mapping[str, str] = MappingProxyType({}),
    hidden: Collection[str] = (),
) -> tuple[BarRow, ...]:
    """Return the bars, the first `limit` candidates from the best on; those set apart follow.

    matched: who is at least matched under every criterion, by whom.  hidden: who is folded away.
    """
    shown = shown_of(evaluation, limit, hidden)
    apart = sorted(evaluation.set_apart, key=lambda entry: (entry.rank is None, entry.rank))
    told = _told(evaluation, shown, apart)
    incomplete = {blanks.alternative for blanks in evaluation.incomplete}
    by_hand = {cell.alternative for cell in evaluation.scenario.changed}
    return (
        *(_row_of(evaluation, i, told, incomplete, matched, by_hand) for i in shown),
        *(_row_apart(evaluation, entry, told) for entry in apart),
    )


def _told(evaluation: Evaluation, shown: Sequence[int], apart: Sequence[SetApart] = ()) -> _Told:
    parts = parts_of(evaluation)
    amounts = drawn_amounts(evaluation, parts, shown)
    reach = drawn_scores(evaluation, evaluation.scores.tolist())
    others = drawn_scores(evaluation, [entry.score for entry in apart if entry.score is not None])
    ends = [0.0, *(reach[i] for i in shown), *others]
    if parts and shown:
        ends += np.minimum(amounts, 0.0).sum(axis=1).tolist() + np.maximum(amounts, 0.0).sum(axis=1).tolist()
    low, high = min(ends), max(ends)
    return _Told(
        shown_digits(evaluation),
        drawn_from_last(evaluation),
        parts,
        rank_texts(evaluation),
        tuple(reach),
        dict(zip(shown, map(tuple, amounts.tolist()), strict=True)),
        dict(zip(shown, _below(evaluation, amounts).tolist(), strict=True)),
        low,
        100.0 / ((high - low) or 1.0),
    )


def segments(evaluation: Evaluation, position: int) -> list[Segment]:
    """Return the parts of a candidate's score, positive ones laid to the right of zero and negative ones to the left."""
    return _segments(evaluation, position, _told(evaluation, [position]))


def _segments(evaluation: Evaluation, position: int, told: _Told) -> list[Segment]:
    digits = told.digits + 1
    if not told.parts:
        score = float(evaluation.scores[position])
        said = f"{_(evaluation.score_name)}: {number(score, digits)}"
        return [Segment(0.0, told.reach[position], UNSPLIT, said, number(score, digits))]
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
        found.append(Segment(base, amount, part.colour, said, values["amount"]))
        if amount >= 0:
            right += amount
        else:
            left += amount
    return found


def pulled_down(evaluation: Evaluation) -> BoolArray:
    """Return for each of the bars that are drawn at first whether a part adds less than nothing to it, by more than the figures show."""
    return _below(evaluation, drawn_amounts(evaluation, parts_of(evaluation), drawn_first(evaluation)))


def _below(evaluation: Evaluation, amounts: FloatArray) -> BoolArray:
    below: BoolArray = amounts.min(axis=1, initial=0.0) < -0.5 * 10.0 ** -score_digits(evaluation.scores)
    return below


def _row_of(
    evaluation: Evaluation,
    i: int,
    told: _Told,
    incomplete: Collection[str],
    matched: Mapping[str, str],
    by_hand: Collection[str],
) -> BarRow:
    alternative = evaluation.problem.alternatives[evaluation.ranked[i]]
    pieces, reach = _segments(evaluation, i, told), told.reach[i]
    end = max(0.0, reach, *(piece.base + piece.length for piece in pieces))
    name = option(alternative.label, _NAME_LIMIT)
    name += " *" if alternative.id in incomplete else ""
    name += " ✎" if alternative.id in by_hand else ""
    name += f" {MATCHED}" if alternative.id in matched else ""
    rank, figure = told.ranks[i], number(float(evaluation.scores[i]), told.digits)
    return BarRow(
        alternative.id,
        name,
        rank,
        figure,
        evaluation.rank_change(i),
        _pieces(pieces, told),
        # Where some group pulls the score down, the bar's end is not the score: a mark shows where it is.
        (reach - told.low) * told.scale if told.below[i] else None,
        (end - told.low) * told.scale,
        _(
            "{name}: rank {rank}, {score}. Look at this candidate",
            name=alternative.label,
            rank=rank,
            score=figure,
        ),
    )


def _row_apart(evaluation: Evaluation, entry: SetApart, told: _Told) -> BarRow:
    label = evaluation.problem.alternatives[evaluation.problem.row(entry.alternative)].label
    score = 0.0 if entry.score is None else drawn_score(evaluation, entry.score)
    pieces = [Segment(0.0, score, SET_APART_BAR, _("Set aside, not ranked"))]
    said = _("set aside") if entry.rank is None else _("would rank {rank}", rank=entry.rank)
    return BarRow(
        entry.alternative,
        option(label, _NAME_LIMIT),
        "–",
        said,
        None,
        _pieces(pieces, told),
        None,
        (max(0.0, score) - told.low) * told.scale,
        _("{name}: {said}. Look at this candidate", name=label, said=said),
        apart=True,
    )


def _pieces(segments: Sequence[Segment], told: _Told) -> tuple[Piece, ...]:
    return tuple(
        Piece(
            (min(one.base, one.base + one.length) - told.low) * told.scale,
            (max(one.base, one.base + one.length) - told.low) * told.scale,
            one.colour,
            one.said,
            one.amount,
        )
        for one in segments
    )
