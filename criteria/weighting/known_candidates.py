"""What candidates of a problem are worth under each criterion, for an order of them to be read with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from criteria.model.arrays import FloatArray
from criteria.model.problem import Problem
from criteria.model.remembered import remembered
from criteria.scaling.normalization import minmax, on_scale
from criteria.weighting.elicited import Candidates


@remembered
def candidate_values(problem: Problem) -> FloatArray:
    """Return what each candidate of the data is worth under each leaf (m, k), for an order of candidates to be read with.

    The position on the declared scales where all are declared, else between the worst and the best present value; 1 is the better
    end. A missing rating is that of the median candidate, 0 where nobody has one.  Raises CriteriaError for a value beyond its scale.
    """
    table = problem.performances
    middle = [
        float(np.median(column[known])) if known.any() else 0.0
        for column, known in zip(table.likely.T, table.known.T, strict=True)
    ]
    filled = np.where(table.known, table.likely, middle)
    flags = np.array([leaf.maximize for leaf in problem.leaves])
    scales = [(leaf.scale.low, leaf.scale.high) for leaf in problem.leaves if leaf.scale is not None]
    found = on_scale(filled, flags, scales) if len(scales) == len(flags) else minmax(filled, flags)
    found.setflags(write=False)
    return found


def known_candidates(problem: Problem, items: Sequence[str]) -> Candidates:
    """Return the candidates with their values, and which of these siblings each leaf belongs to."""
    inside = {
        node.id: k
        for k, item in enumerate(items)
        for node in (problem.criterion(item), *problem.tree.below(item))
    }
    return Candidates(
        tuple(alternative.id for alternative in problem.alternatives),
        tuple(alternative.label for alternative in problem.alternatives),
        candidate_values(problem),
        tuple(inside.get(leaf.id, -1) for leaf in problem.leaves),
    )
