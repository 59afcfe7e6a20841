"""Which weight, and which piece of evidence, moves the lead most when it alone goes from one end of its range to the other?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.model.frozen import frozen_inside
from criteria.ranking.competition import TIE
from criteria.robustness.engine.calls import Call
from criteria.robustness.engine.segments import line, line_of
from criteria.scaling.algebra import one_thread


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Tornado:
    """The lead of whoever leads now over the best of the others: `present`, and at both ends of each range, in the
    unit of the method's score.

    rows: (k, 2), alternative (-1 for a weight) and criterion, widest swing first.  leads: (k, 2), at the low and the high end;
    below 0 somebody else is ahead.  out: (k, 2), whether a must-have sets the leader apart at that end; the lead is then what it
    would be without that must-have.
    """

    present: float
    rows: IntArray
    leads: FloatArray
    out: BoolArray

    @property
    def lost(self) -> BoolArray:
        """At which ends, (k, 2), the lead is lost: somebody else is ahead, or the leader is set apart."""
        return (self.leads < 0) | self.out


@one_thread()
def weight_tornado(
    call: Call,
    weights: FloatArray,
    spread: float,
    own: Mapping[int, tuple[float, float]] = MappingProxyType({}),
) -> Tornado:
    """Return the leads with each weight ±spread of itself, the other weights in proportion.  own: by column, the ends of a range of its own."""
    leader = int(np.argmax(call.values(weights)))
    ends = []
    for j in range(len(weights)):
        start, full = line_of(weights, [j])
        at = np.clip(weights[j] * np.array([1 - spread, 1 + spread]), 0.0, 1.0)
        if j in own:
            at = np.array(own[j])
        ends.append(line(start, full, at))
    leads = _leads(call.gained(np.concatenate(ends)), leader).reshape(-1, 2)
    rows = np.column_stack([np.full(len(weights), -1), np.arange(len(weights))])
    return _sorted(call, weights, leader, rows, leads, np.zeros(leads.shape, dtype=np.bool_))


@one_thread()
def evidence_tornado(
    call: Call, weights: FloatArray, rows: IntArray, matrices: FloatArray, apart: IntArray
) -> Tornado:
    """Return the leads with each performance at its low and at its high value, all others as they are then.

    rows: (k, 2), alternative and criterion.  matrices: (2k, m, n), the low end of each row before its high end.  apart: (2k,), the
    alternative that a must-have sets apart at that end, -1 for none; the others are then scored without it.
    """
    leader = int(np.argmax(call.values(weights)))
    leads = _leads(call.gained(weights, matrices), leader)
    out = apart == leader
    for i in np.unique(apart[(apart >= 0) & ~out]) if call.alternatives > 2 else ():
        ends, rest = apart == i, np.delete(np.arange(call.alternatives), i)
        others = replace(call, performances=call.performances[rest])
        leads[ends] = _leads(others.gained(weights, matrices[ends][:, rest]), leader - int(i < leader))
    return _sorted(call, weights, leader, rows, leads.reshape(-1, 2), out.reshape(-1, 2))


def _leads(values: FloatArray, leader: int) -> FloatArray:
    """Return how far the leader is ahead of the best of the others, 0 where it ties with it."""
    best = np.delete(values, leader, axis=1).max(axis=1)
    lead = values[:, leader] - best
    level = np.abs(lead) <= TIE * np.maximum(1.0, np.abs(values).max(axis=1))
    return np.where(level, 0.0, lead)


def _sorted(
    call: Call, weights: FloatArray, leader: int, rows: IntArray, leads: FloatArray, out: BoolArray
) -> Tornado:
    lengths = np.ptp(leads, axis=1)
    # Bars as long as each other but for rounding stay in the order they were asked about.
    order = np.argsort(-np.round(lengths / max(float(lengths.max(initial=0.0)), TIE), 12), kind="stable")
    present = float(_leads(call.gained(weights)[np.newaxis], leader)[0])
    return Tornado(present, rows[order], leads[order], out[order])
