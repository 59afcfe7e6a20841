"""Both ends of every rating's range, each entered alone: what then stands in for missing ratings, and whom a must-have then sets apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.model.arrays import FloatArray, IntArray
from criteria.model.evaluation import Evaluation
from criteria.model.frozen import frozen_inside
from criteria.ranking.matrix import filled_column
from criteria.robustness.engine.draws import Evidence


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class RangeEnds:
    """rows: (k, 2), candidate among the ranked and criterion.  matrices: (2k, m, n), the low end of each row before its high end.

    apart: (2k,), the candidate that a must-have sets apart at that end, -1 where none does.
    """

    rows: IntArray
    matrices: FloatArray
    apart: IntArray


def range_ends(evaluation: Evaluation, evidence: Evidence) -> RangeEnds:
    """Return what the method is given with each rating that has a range and weight at either end, all others at their likely values."""
    rows = np.argwhere(evidence.ranged & (evaluation.weights > 0)).astype(np.int64)
    matrices = np.repeat(evaluation.performances[np.newaxis], 2 * len(rows), axis=0)
    apart = np.full(2 * len(rows), -1, dtype=np.int64)
    ranked = list(evaluation.ranked)
    incomplete = np.logical_not(np.all(evaluation.cells.known[ranked], axis=0)).tolist()
    for k, (i, j) in enumerate(rows.tolist()):
        for end, value in ((2 * k, evidence.low[i, j]), (2 * k + 1, evidence.high[i, j])):
            matrices[end, i, j] = value
            if incomplete[j]:
                matrices[end, :, j] = _column(evaluation, ranked[i], j, float(value))[ranked]
            if _fails(evaluation, j, float(value)):
                apart[end] = i
    return RangeEnds(rows, matrices, apart)


def _column(evaluation: Evaluation, row: int, j: int, value: float) -> FloatArray:
    """Return the performances of all candidates under one criterion once a value is entered, missing ones filled by the scenario's rule."""
    cells, leaf = evaluation.cells, evaluation.problem.leaves[j]
    known = np.array(cells.known[:, j])
    low, likely, high = (np.array(part[:, j]) for part in (cells.low, cells.likely, cells.high))
    known[row], low[row], likely[row], high[row] = True, value, value, value
    return filled_column(leaf, known, low, likely, high, evaluation.scenario.blanks)


def _fails(evaluation: Evaluation, j: int, value: float) -> bool:
    """Return whether a value fails a must-have that sets apart."""
    leaf, waived = evaluation.problem.leaves[j].id, evaluation.scenario.waived
    return any(
        gate.hard and gate.criterion == leaf and gate.id not in waived and not gate.admits(value)
        for gate in evaluation.problem.gates
    )
