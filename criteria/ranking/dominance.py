"""Who is at least matched by another candidate under every criterion: such a one cannot be ahead of it, whatever the weights.

The likely values count, as they stand in the scenario; whoever has an unknown rating neither matches nor is matched.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.model.evaluation import Evaluation
from criteria.ranking.matrix import maximized

MOST = 1_000  # candidates; beyond that nobody looks for one that is matched


def matched(evaluation: Evaluation) -> Mapping[str, tuple[str, ...]]:
    """Return by identifier which of the ranked is at least matched under every criterion, and beaten under one, by which others.

    The weights play no part. Empty where more than a thousand are ranked.
    """
    ranked = list(evaluation.ranked)
    if len(ranked) > MOST:
        return MappingProxyType({})
    names = [alternative.id for alternative in evaluation.alternatives]
    known = np.asarray(evaluation.cells.known[ranked].all(axis=1))
    values = np.where(maximized(evaluation.problem), 1.0, -1.0) * evaluation.cells.likely[ranked]
    return MappingProxyType(
        {names[i]: tuple(names[k] for k in better) for i, better in dominators(values, known).items()}
    )


def dominators(values: FloatArray, known: BoolArray) -> dict[int, IntArray]:
    """Return by position which others match a candidate everywhere and beat it somewhere; those whom nobody matches are not in it.

    values: (m, n), more is better.  known: (m,), whether all of a candidate's values are known; others are not compared.
    """
    found = {}
    for i in np.flatnonzero(known):
        better = known & (values >= values[i]).all(axis=1) & (values > values[i]).any(axis=1)
        if better.any():
            found[int(i)] = np.flatnonzero(better)
    return found


def best_match(evaluation: Evaluation, others: tuple[str, ...]) -> str:
    """Return which of some candidates is ranked first of them."""
    ranks = {one.id: int(rank) for one, rank in zip(evaluation.alternatives, evaluation.ranks, strict=True)}
    return min(others, key=ranks.__getitem__)
