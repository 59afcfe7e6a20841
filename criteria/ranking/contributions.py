"""How much each group of criteria adds to a score, so that the parts add up for every method.

Exact for additive methods. For the others they are Shapley values over the groups: the average, over all orders in which
the groups could come to count, of what each adds. Source: Shapley (1953).
"""

from __future__ import annotations

from collections.abc import Callable
from math import comb

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.ranking.method import Method, Setting

EXACT_GROUPS = 8
_SAMPLED_ORDERS = 128


def contributions(
    method: Method,
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    membership: IntArray,
    groups: int,
    **settings: Setting,
) -> FloatArray | None:
    """Return the part (m, groups) of each group in each alternative's score; rows add up to the scores.

    weights: (n,).  membership: (n,), the group of each criterion.  With no group counting, the score is 0 by convention.
    None where the method's score cannot be divided, or is not defined for some of the groups alone.
    Beyond 8 groups the orders are sampled (the same ones each time); the parts still add up exactly.
    """
    if not method.splits:
        return None

    def values(counting: BoolArray) -> FloatArray:
        """Return the scores (..., m) when only some groups (..., groups) count."""
        anybody = np.any(counting, axis=-1)
        scores = np.zeros((*counting.shape[:-1], len(performances)))
        scores[anybody] = method.kernel(
            performances, weights * counting[anybody][:, membership], maximized, **settings
        )
        return scores

    # A group without weight takes no part: that nothing counts but it means that nothing counts.
    weighted = np.flatnonzero(np.bincount(membership, weights=weights, minlength=groups) > 0)
    if method.additive:
        parts = values(np.eye(groups, dtype=np.bool_)).T
    else:

        def among_weighted(counting: BoolArray) -> FloatArray:
            whole = np.zeros((*counting.shape[:-1], groups), dtype=np.bool_)
            whole[..., weighted] = counting
            return values(whole)

        average = _over_all_subsets if len(weighted) <= EXACT_GROUPS else _over_sampled_orders
        parts = np.zeros((len(performances), groups))
        with np.errstate(
            invalid="ignore"
        ):  # a score that is infinite for some groups has no parts: None below
            parts[:, weighted] = average(among_weighted, len(weighted))
    return parts if np.all(np.isfinite(parts)) else None


def _over_all_subsets(values: Callable[[BoolArray], FloatArray], groups: int) -> FloatArray:
    subsets = (np.arange(2**groups)[:, np.newaxis] >> np.arange(groups)) & 1 == 1
    scores = values(subsets)
    size = subsets.sum(axis=1)
    parts = np.empty((scores.shape[-1], groups))
    for g in range(groups):
        without = np.flatnonzero(~subsets[:, g])
        share = np.array([1.0 / (groups * comb(groups - 1, s)) for s in size[without]])
        parts[:, g] = share @ (scores[without + 2**g] - scores[without])
    return parts


def _over_sampled_orders(values: Callable[[BoolArray], FloatArray], groups: int) -> FloatArray:
    generator = np.random.default_rng(0)  # a fixed seed: the same picture for the same scenario
    orders = np.array([generator.permutation(groups) for _ in range(_SAMPLED_ORDERS)])
    place = np.argsort(orders, axis=1)
    counting = place[:, np.newaxis, :] < np.arange(groups + 1)[np.newaxis, :, np.newaxis]
    steps = np.diff(values(counting), axis=1)
    parts = np.zeros((steps.shape[-1], groups))
    for order, step in zip(orders, steps, strict=True):
        parts[:, order] += step.T
    return parts / _SAMPLED_ORDERS
