"""The nearest move of one importance slider, all other importances unchanged, that puts another candidate first.

A slider moves within its group of criteria: what it gains its siblings lose. Along it the weights lie on a straight line, so the places
where the leader is caught are found as for the weight intervals (see `segments`). What is returned is the figure that is printed:
rounded away from the present one, and tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import pairwise

import numpy as np

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.model.importance import slider_top, weights_of_points
from criteria.model.number import first_that_holds
from criteria.ranking.competition import TIE
from criteria.robustness.engine.calls import Call
from criteria.robustness.engine.segments import is_scanned, line, places_of_change
from criteria.robustness.engine.steps import part
from criteria.robustness.evaluated.inputs import call_of
from criteria.robustness.evaluated.slider_lines import Piece, pieces_between, slider_lines

FINEST = 6  # decimals of an importance, at most
_ENDS = np.array([0.0, 1.0])
_RINGS = (0.02, 0.06, 0.2, 1.0)  # weight moved, the last one all there is


@dataclass(frozen=True, slots=True)
class SliderChange:
    """criterion: the identifier of a node of the tree.  now, then: its importance.  challenger: position among the ranked, first alone at `then`."""

    criterion: str
    now: float
    then: float
    challenger: int


@dataclass(frozen=True, slots=True)
class _Caught:
    """A slider at the points where the leader is caught, and how much weight has moved by then."""

    criterion: str
    now: float
    then: float
    moved: float


def _by_weight(caught: _Caught) -> float:
    return round(caught.moved, 9)


def nearest_slider_change(evaluation: Evaluation) -> SliderChange | None:
    """Return the change that moves the least weight; None where no slider alone puts another candidate first, or several lead now."""
    if len(evaluation.leaders) != 1 or len(evaluation.ranked) < 2:
        return None
    call, leader, top = call_of(evaluation), evaluation.order[0], _top(evaluation)
    alone = sorted(_alone_in_their_group(evaluation), key=_by_weight)
    for caught in merge(_all_caught(evaluation, call, leader), alone, key=_by_weight):

        def holds(points: float, criterion: str = caught.criterion) -> bool:
            first = _first(evaluation, call, criterion, points) if 0 <= points <= top else None
            return first is not None and first != leader

        then = first_that_holds(caught.now, caught.then, holds, decimals=0, finest=FINEST)
        challenger = None if then is None else _first(evaluation, call, caught.criterion, then)
        if then is not None and challenger is not None:
            return SliderChange(caught.criterion, caught.now, then, challenger)
    return None


def _top(evaluation: Evaluation) -> float:
    return slider_top(evaluation.problem, evaluation.scenario)


def _weights(evaluation: Evaluation, criterion: str, points: float) -> tuple[FloatArray, float]:
    """Return the weights (n,) with one importance changed, and the criterion's part of its group's weight."""
    problem = evaluation.problem
    nodes = weights_of_points(problem, dict(evaluation.scenario.importances) | {criterion: points})
    weights = np.array([nodes[leaf.id] for leaf in problem.leaves])
    parent = problem.criterion(criterion).parent
    whole = nodes[parent] if parent else 1.0
    return weights / weights.sum(), nodes[criterion] / whole if whole > 0 else 0.0


def _first(evaluation: Evaluation, call: Call, criterion: str, points: float) -> int | None:
    """Return who is first alone with one importance changed; None for a tie, or where there is no ranking."""
    try:
        ranks = call.ranks(_weights(evaluation, criterion, points)[0])
    except CriteriaError:
        return None
    first = np.flatnonzero(ranks == 1)
    return int(first[0]) if len(first) == 1 else None


def _alone_in_their_group(evaluation: Evaluation) -> Iterator[_Caught]:
    """Yield for each slider that has no counting sibling the step from 0 or to 0: the group appears or vanishes with it."""
    present = weights_of_points(evaluation.problem, dict(evaluation.scenario.importances))
    for node in evaluation.problem.criteria:
        siblings = evaluation.problem.children(node.parent)
        if any(present[other.id] > 0 for other in siblings if other is not node):
            continue
        now = evaluation.scenario.importance(node.id)
        then = 0.0 if now > 0 else 1.0
        try:
            weights, share = _weights(evaluation, node.id, max(now, then))
            after, _share = _weights(evaluation, node.id, then)
        except CriteriaError:
            continue
        if share == 1:
            moved = float(np.abs(after - (weights if now > 0 else evaluation.weights)).sum() / 2)
            if moved > 0:
                yield _Caught(node.id, now, then, moved)


def _all_caught(evaluation: Evaluation, call: Call, leader: int) -> Iterator[_Caught]:
    """Yield for each slider and either way the nearest place from which on another candidate is ahead, those that move least weight first.

    Where lines are scanned, this is done ring by ring around where the sliders stand: what is further than a change that holds is not
    looked at.
    """
    sliders = list(slider_lines(evaluation))
    caught: set[tuple[str, bool]] = set()
    rings = _RINGS if call.batched and is_scanned(call) else _RINGS[-1:]
    for ring, (inner, outer) in enumerate(pairwise((0.0, *rings))):
        pieces = [piece for piece in pieces_between(sliders, inner, outer) if piece.way not in caught]
        with part(ring / len(rings), (ring + 1) / len(rings)):
            found = list(_caught_in(pieces, call, leader)) if pieces else []
        caught |= {piece.way for piece, _where in found}
        yield from sorted((where for _piece, where in found), key=_by_weight)


def _caught_in(pieces: Sequence[Piece], call: Call, leader: int) -> Iterator[tuple[Piece, _Caught]]:
    """Yield with its piece the place nearest to where its slider stands from which on another candidate is ahead."""
    starts, ends = (np.array([getattr(piece.slider, end) for piece in pieces]) for end in ("start", "end"))
    first, last = (
        line(starts, ends, np.array([getattr(piece, end) for piece in pieces])) for end in ("near", "far")
    )
    with part(0.0, 0.9):
        edges = _edges(call, pieces, list(zip(first, last, strict=True)), leader)
    counts = [len(at) - 1 for at in edges]
    which = np.repeat(np.arange(len(pieces)), counts)
    middles = line(first[which], last[which], np.concatenate([(at[:-1] + at[1:]) / 2 for at in edges]))
    with part(0.9, 1.0):
        lost = _lost(call.values(middles), leader)
    for piece, at, here in zip(pieces, edges, np.split(lost, np.cumsum(counts)[:-1]), strict=True):
        for index in np.flatnonzero(here)[:1]:
            place = piece.near + float(at[index]) * (piece.far - piece.near)
            slider = piece.slider
            moved = slider.length * abs(place - slider.place(slider.now))
            yield piece, _Caught(slider.criterion, slider.now, slider.points(place), moved)


def _edges(
    call: Call, pieces: Sequence[Piece], lines: Sequence[tuple[FloatArray, FloatArray]], leader: int
) -> list[FloatArray]:
    """Return for each piece its ends, 0 and 1, and where between them another candidate is level with the leader, in order."""
    others = [(leader, i) for i in range(call.alternatives) if i != leader]
    if is_scanned(call):
        found = places_of_change(call, lines, others, [abs(piece.far - piece.near) for piece in pieces])
        inside = [np.concatenate(places) for places in found]
    else:  # exact: the whole line of a slider costs no more than a piece of it
        whole = {piece.slider.criterion: (piece.slider.start, piece.slider.end) for piece in pieces}
        changes = places_of_change(call, list(whole.values()), others)
        of_slider = {name: np.concatenate(places) for name, places in zip(whole, changes, strict=True)}
        inside = [
            (of_slider[piece.slider.criterion] - piece.near) / (piece.far - piece.near) for piece in pieces
        ]
    return [
        np.unique(np.concatenate([_ENDS, places[(places > 0) & (places < 1)]])) if len(places) else _ENDS
        for places in inside
    ]


def _lost(values: FloatArray, leader: int) -> np.ndarray:
    """Return for each row of scores (k, m) whether somebody is ahead of the leader."""
    size = np.maximum(1.0, np.abs(values).max(axis=1, initial=0.0))
    best: FloatArray = np.delete(values, leader, axis=1).max(axis=1)
    return best > values[:, leader] + TIE * size
