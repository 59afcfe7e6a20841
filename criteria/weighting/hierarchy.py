"""A hierarchy of comparisons: one matrix for each node of the criteria tree, one for the candidates under each criterion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import WeightsError
from criteria.model.arrays import FloatArray
from criteria.translation import translate as _
from criteria.weighting.ahp import Priorities, ahp

LARGEST_SMALL_PROBLEM = (
    9  # candidates: beyond Saaty's 7 +- 2, pairs are too many and too hard to hold in mind
)


def local_priorities(
    matrices: Mapping[str, ArrayLike], *, priorities: str = "eigenvector", random_index: str = "saaty1980"
) -> dict[str, Priorities]:
    """Return the priorities of each node's children from a matrix for each node; an error names the node."""
    found = {}
    for node, matrix in matrices.items():
        try:
            found[node] = ahp(matrix, priorities=priorities, random_index=random_index)
        except WeightsError as error:
            raise WeightsError(_("Under '{node}': {reason}", node=node, reason=error)) from error
    return found


def global_weights(
    children: Mapping[str, Sequence[str]], local: Mapping[str, FloatArray], *, top: str = ""
) -> dict[str, float]:
    """Return the global weight of every node below `top`: its local weight times that of its parent.

    children: the names below each node that has any.  local: for each of those nodes its children's local weights.
    """
    found: dict[str, float] = {}
    waiting = [(top, 1.0)]
    while waiting:
        node, weight = waiting.pop()
        below, shares = children.get(node, ()), local.get(node, ())
        if len(below) != len(shares):
            raise WeightsError(_("There must be one weight for each item below '{node}'.", node=node))
        for child, share in zip(below, shares, strict=True):
            found[child] = weight * float(share)
            waiting.append((child, found[child]))
    return found


def compared_candidates(
    matrices: Sequence[ArrayLike], *, priorities: str = "eigenvector"
) -> tuple[FloatArray, tuple[Priorities, ...]]:
    """Return the candidates' priorities under each criterion (m, n), and what each matrix (m, m) says.

    To be ranked by the method `ahp` with all criteria maximized: `synthesis="distributive"` with the normalization `sum`
    adds them up as they are, `synthesis="ideal"` divides each column by its best first, so that a copy of a candidate
    reorders nobody. For small problems: up to nine candidates.  Raises WeightsError for more, and for unequal sizes.
    """
    found = tuple(ahp(matrix, priorities=priorities) for matrix in matrices)
    if not found:
        raise WeightsError(_("Give one table of comparisons for each criterion: there is none."))
    sizes = {len(one.weights) for one in found}
    if len(sizes) != 1:
        raise WeightsError(_("Every criterion must compare the same candidates; the tables differ in size."))
    if max(sizes) > LARGEST_SMALL_PROBLEM:
        raise WeightsError(
            _(
                "{m} candidates make {pairs} pairs under each criterion; compare at most {limit}, or rate them on scales.",
                m=max(sizes),
                pairs=max(sizes) * (max(sizes) - 1) // 2,
                limit=LARGEST_SMALL_PROBLEM,
            )
        )
    return np.array([one.weights for one in found]).T, found
