"""What can be proved about weights that each lie within an interval: who leads at all of them, and who at none."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import FloatArray, IntArray
from criteria.ranking.competition import TIE
from criteria.robustness.engine.calls import Call
from criteria.robustness.engine.segments import unit_scores


def spread_box(weights: FloatArray, spread: float) -> tuple[FloatArray, FloatArray]:
    """Return the lowest and the highest importance (n,) of each criterion within ±spread of its weight, before normalizing."""
    return weights * max(0.0, 1.0 - spread), weights * (1.0 + spread)


def proved_in_box(call: Call, weights: FloatArray, low: FloatArray, high: FloatArray) -> IntArray:
    """Return for each alternative (m,) 1 where it is first alone at all weights of a box, -1 where it is first at none, 0 where neither is proved.

    low, high: (n,), importances before normalizing; weights: (n,) inside the box.  Exact for methods linear in the weights: the lead
    of one alternative over another is least at a corner of the box, each criterion at the end that helps least, and dividing by the
    sum does not change its sign. Nothing is proved for other methods.
    """
    found = np.zeros(call.alternatives, dtype=np.int64)
    units = unit_scores(call)
    if units is None or call.alternatives < 2:
        return found
    leader = int(np.argmax(weights @ units))
    ahead = units[:, [leader]] - units
    least = np.where(ahead > 0, low[:, np.newaxis], high[:, np.newaxis]) * ahead
    beaten = least.sum(axis=0) > 2 * TIE * max(1.0, float(np.abs(units).max())) * max(1.0, float(high.sum()))
    beaten[leader] = False
    found[beaten] = -1
    found[leader] = 1 if beaten.sum() == call.alternatives - 1 else 0
    return found
