"""Which weight, and which piece of evidence, moves the lead most when it alone goes from one end of its range to the other?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.model.arrays import FloatArray, IntArray
from criteria.model.frozen import frozen_inside
from criteria.robustness.engine.calls import Call
from criteria.robustness.engine.draws import Evidence
from criteria.robustness.engine.segments import line, line_of


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Tornado:
    """The lead of whoever leads now over the best of the others: `present`, and at both ends of each range.

    rows: (k, 2), alternative (-1 for a weight) and criterion, widest swing first.  leads: (k, 2), at the low and the high end;
    below 0 somebody else is ahead.
    """

    present: float
    rows: IntArray
    leads: FloatArray


def weight_tornado(call: Call, weights: FloatArray, spread: float) -> Tornado:
    """Return the leads with each weight ±spread of itself, the other weights in proportion."""
    leader = int(np.argmax(call.values(weights)))
    ends = []
    for j in range(len(weights)):
        start, full = line_of(weights, [j])
        at = np.clip(weights[j] * np.array([1 - spread, 1 + spread]), 0.0, 1.0)
        ends.append(line(start, full, at))
    leads = _leads(call.values(np.concatenate(ends)), leader).reshape(-1, 2)
    rows = np.column_stack([np.full(len(weights), -1), np.arange(len(weights))])
    return _sorted(call, weights, leader, rows, leads)


def evidence_tornado(call: Call, weights: FloatArray, evidence: Evidence) -> Tornado:
    """Return the leads with each performance at its low and at its high value, all others at their likely ones."""
    leader = int(np.argmax(call.values(weights)))
    rows = np.argwhere(evidence.ranged & (weights > 0))
    matrices = np.repeat(call.performances[np.newaxis], 2 * len(rows), axis=0)
    for k, (i, j) in enumerate(rows):
        matrices[2 * k, i, j], matrices[2 * k + 1, i, j] = evidence.low[i, j], evidence.high[i, j]
    leads = _leads(call.values(weights, matrices), leader).reshape(-1, 2)
    return _sorted(call, weights, leader, rows, leads)


def _leads(values: FloatArray, leader: int) -> FloatArray:
    others = np.delete(values, leader, axis=1)
    lead: FloatArray = values[:, leader] - others.max(axis=1)
    return lead


def _sorted(call: Call, weights: FloatArray, leader: int, rows: IntArray, leads: FloatArray) -> Tornado:
    order = np.argsort(-np.ptp(leads, axis=1), kind="stable")
    present = float(_leads(call.values(weights)[np.newaxis], leader)[0])
    return Tornado(present, rows[order], leads[order])
