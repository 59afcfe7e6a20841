"""Who is unbeaten: whom a method that publishes no complete order prefers nobody to."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from criteria.model.arrays import BoolArray, IntArray


def unbeaten(ranks: IntArray, details: Mapping[str, object]) -> BoolArray:
    """Return for each alternative (m,) whether no other one is preferred to it, or whether it is in the kernel.

    ranks: (m,), 1 is best.  details: those of the method. A kernel (ELECTRE I) has its members. Where two distillations rank (ELECTRE III),
    one alternative is preferred to another that is ahead of it in one and not behind it in the other; the first by the mean of both ranks is
    then unbeaten, and others may be. Otherwise the first rank says it.
    Source: Roy & Bouyssou (1993), ch. 6, the intersection of the two preorders.
    """
    kernel = details.get("kernel")
    if kernel is not None:
        members: BoolArray = np.isin(np.arange(len(ranks)), np.asarray(kernel, dtype=np.int64))
        return members
    down, up = details.get("descending_ranks"), details.get("ascending_ranks")
    if isinstance(down, np.ndarray) and isinstance(up, np.ndarray):
        not_behind = (down[:, np.newaxis] <= down) & (up[:, np.newaxis] <= up)
        beaten = np.any(not_behind & ~not_behind.T, axis=0)
        free: BoolArray = np.logical_not(beaten)
        return free
    first: BoolArray = ranks == 1
    return first
