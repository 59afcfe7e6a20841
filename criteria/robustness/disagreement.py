"""Disagreement that matters: for each criterion, does the spread between members change who leads?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.model.frozen import frozen_inside
from criteria.ranking.competition import TIE
from criteria.robustness.engine.calls import NOTHING, Call
from criteria.robustness.engine.segments import line, line_of
from criteria.robustness.engine.steps import part, stepped
from criteria.robustness.evaluated.inputs import call_of, members_of
from criteria.robustness.stability import intervals
from criteria.scaling.algebra import one_thread

_FINER = 6  # digits more than usual of a printed share, at most


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Disagreement:
    """One criterion on which members differ.

    criterion: a node of the tree.  shares: each member's weight of it (k,), 0 to 1.  group: the group's.  stays: from where to where
    its weight may move, all others in proportion, while the group's leader stays first.  beyond: positions of the members at whose
    weight somebody else leads.  leaders: who leads at each member's weight of this criterion alone (k,), by position in the evaluation, all of
    those who tie.  said: each member's weight as it is printed (k,): with as few digits as leave those leaders as they are.  lead: the smallest lead of the group's leader over all others at any member's weight, negative where it is lost.
    """

    criterion: str
    shares: FloatArray
    group: float
    stays: tuple[float, float]
    beyond: tuple[int, ...]
    leaders: tuple[tuple[int, ...], ...]
    lead: float
    said: tuple[float, ...] = ()

    @property
    def matters(self) -> bool:
        """Whether some member's weight of this criterion would put somebody else first."""
        return bool(self.beyond)

    @property
    def spread(self) -> float:
        """The largest difference between members, in weight."""
        return float(np.ptp(self.shares))


@one_thread()
def disagreements(
    evaluation: Evaluation,
    members: Sequence[FloatArray | Sequence[float]],
    counts: Sequence[float] | None = None,
) -> tuple[Disagreement, ...]:
    """Return one row for each criterion of the tree, those worth discussing first.

    evaluation: at the group's weights.  members: each one's leaf weights (n,).  counts: what each counts, by default alike.
    Order: by how much of the group lies beyond, then by how far the lead falls; those that change nothing after the others, the
    tightest first.  Shares move one criterion at a time; several together may matter where none does alone.
    """
    if not members:
        return ()
    problem, call = evaluation.problem, call_of(evaluation)
    nodes = [c.id for c in problem.criteria]
    places = [members_of(problem, node) for node in nodes]
    with part(0.0, 0.5):
        stays = intervals(call, evaluation.weights, places, keep="best")
    weights = [np.asarray(own, dtype=np.float64) for own in members]
    weighed = np.ones(len(members)) if counts is None else np.asarray(counts, dtype=np.float64)
    rows = zip(nodes, places, stays, strict=True)
    with part(0.5, 1.0):
        found = [
            _disagreement(call, evaluation, node, place, (float(low), float(high)), weights)
            for node, place, (low, high) in stepped(rows, len(nodes))
        ]
    return tuple(
        sorted(found, key=lambda row: (-float(weighed[list(row.beyond)].sum()), row.lead, -row.spread))
    )


def _disagreement(
    call: Call,
    evaluation: Evaluation,
    node: str,
    leaves: list[int],
    stays: tuple[float, float],
    members: Sequence[FloatArray],
) -> Disagreement:
    shares = np.array([float(own[leaves].sum()) for own in members])
    start, end = line_of(evaluation.weights, leaves)
    values = call.values(line(start, end, shares))
    leader = evaluation.order[0]
    others = np.delete(values, leader, axis=1)
    leads = values[:, leader] - others.max(axis=1) if others.size else np.ones(len(shares))
    beyond = tuple(int(k) for k in np.flatnonzero(leads < -TIE * _size(values)))
    leaders = _leaders(values)
    return Disagreement(
        criterion=node,
        shares=shares,
        group=float(evaluation.weights[leaves].sum()),
        stays=stays,
        beyond=beyond,
        leaders=leaders,
        lead=float(leads.min()) if len(leads) else 0.0,
        said=_as_printed(call, (start, end), shares, leaders),
    )


def _size(values: FloatArray) -> FloatArray:
    found: FloatArray = np.maximum(1.0, np.abs(values).max(axis=1, initial=0.0, where=values > NOTHING))
    return found


def _leaders(values: FloatArray) -> tuple[tuple[int, ...], ...]:
    """Return who is first in each row of scores (k, m), all of those who tie."""
    first = values >= (values.max(axis=1) - TIE * _size(values))[:, np.newaxis]
    return tuple(tuple(int(i) for i in np.flatnonzero(row)) for row in first)


def _as_printed(
    call: Call, ends: tuple[FloatArray, FloatArray], shares: FloatArray, leaders: tuple[tuple[int, ...], ...]
) -> tuple[float, ...]:
    """Return weights (k,) with as few digits as leave the leaders there as they are: whole per cents from 10 up, a decimal below, or more."""
    said = [float(share) for share in shares]
    open_ones = list(range(len(said)))
    for finer in range(_FINER):
        if not open_ones:
            break
        rounded = [round(float(shares[k]), (2 if shares[k] >= 0.0995 else 3) + finer) for k in open_ones]
        found = _leaders(call.values(line(*ends, np.array(rounded))))
        for k, value, first in zip(list(open_ones), rounded, found, strict=True):
            if first == leaders[k]:
                said[k] = value
                open_ones.remove(k)
    return tuple(said)


def winners(
    evaluation: Evaluation, members: Mapping[str, FloatArray]
) -> dict[str, tuple[tuple[int, ...], float]]:
    """Return for each member who would win by that member's weights alone, by position, all of those who tie, and the lead over the next in score."""
    call = call_of(evaluation)
    found = {}
    for name, weights in members.items():
        values = call.values(weights[None])
        order = np.argsort(-values[0], kind="stable")
        lead = float(values[0, order[0]] - values[0, order[1]]) if len(order) > 1 else 0.0
        found[name] = (_leaders(values)[0], lead)
    return found
