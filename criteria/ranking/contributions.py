"""How much each group of criteria adds to a score, so that the parts add up for every method.

Exact for additive methods. For the others they are Shapley values over the groups: the average, over all orders in which
the groups could come to count, of what each adds. Source: Shapley (1953).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import comb

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.model.frozen import frozen_inside
from criteria.ranking.method import Method, Setting

EXACT_GROUPS = 12  # 4,096 rows of one kernel call, as much as a frame has time for
_PAIRS_OF_ORDERS = 256  # each order together with its reverse
_FEWEST_PAIRS = 8
_AT_ONCE = 4_000_000  # scores of one call of the kernel, 32 MB
_WORK = 400_000_000  # candidates times groups times groups of all orders, beyond which fewer orders are drawn


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Contributions:
    """parts: (m, groups), rows adding up to the scores.  error: half the width of the 95 % interval of the least certain part; 0 where exact."""

    parts: FloatArray
    error: float


def contributions(
    method: Method,
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    membership: IntArray,
    groups: int,
    **settings: Setting,
) -> Contributions | None:
    """Return the part (m, groups) of each group in each alternative's score; rows add up to the scores.

    weights: (n,).  membership: (n,), the group of each criterion.  With no group counting, the score is 0 by convention.
    None where the method's score cannot be divided, or is not defined for some of the groups alone.
    Beyond 12 groups the orders are sampled (the same ones each time), each with its reverse; the parts still add up exactly, groups
    that are alike in everything have equal parts, and the error says how far the others may be off. Of very many candidates fewer orders are drawn.
    """
    if not method.splits:
        return None
    # A group without weight takes no part: that nothing counts but it means that nothing counts.
    weighted = np.flatnonzero(np.bincount(membership, weights=weights, minlength=groups) > 0)
    error = 0.0
    if method.additive or len(weighted) <= EXACT_GROUPS:
        (parts,) = _exact(method, performances, weights[np.newaxis], maximized, membership, groups, settings)
    else:

        def among_weighted(counting: BoolArray) -> FloatArray:
            """Return the scores (..., m) when only some of the weighted groups (..., len(weighted)) count."""
            whole = np.zeros((*counting.shape[:-1], groups), dtype=np.bool_)
            whole[..., weighted] = counting
            anybody = np.any(whole, axis=-1)
            scores = np.zeros((*counting.shape[:-1], len(performances)))
            scores[anybody] = method.kernel(
                performances, weights * whole[anybody][:, membership], maximized, **settings
            )
            return scores

        alike = _alike(performances, weights, maximized, membership, weighted, settings)
        parts = np.zeros((len(performances), groups))
        with np.errstate(invalid="ignore"):  # a score that is infinite for some groups has no parts
            parts[:, weighted], error = _over_sampled_orders(
                among_weighted,
                alike,
                _pairs_of_orders(len(performances), len(alike)),
                max(1, _AT_ONCE // (2 * len(performances) * (len(alike) + 1))),
            )
    return Contributions(parts, error) if np.all(np.isfinite(parts)) else None


def contributions_along(
    method: Method,
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    membership: IntArray,
    groups: int,
    **settings: Setting,
) -> FloatArray | None:
    """Return for many weightings (k, n) what `contributions` returns for each, (k, m, groups), in few calls of the kernel; rows of nan where it has none.

    None where the method's score cannot be divided, and beyond 12 groups unless the score is a sum.
    """
    if not method.splits or (groups > EXACT_GROUPS and not method.additive):
        return None
    return _exact(method, performances, weights, maximized, membership, groups, settings)


def _exact(
    method: Method,
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    membership: IntArray,
    groups: int,
    settings: Mapping[str, Setting],
) -> FloatArray:
    """Return the parts (k, m, groups) at each of the weightings (k, n): of a sum what each group adds alone, else over all sets of groups."""
    found = np.zeros((len(weights), len(performances), groups))
    counts = np.stack([weights[:, membership == g].sum(axis=1) > 0 for g in range(groups)], axis=1)
    with np.errstate(all="ignore"):  # what is not finite is nan below
        for weighted in np.unique(counts, axis=0):
            rows, chosen = np.flatnonzero((counts == weighted).all(axis=1)), np.flatnonzero(weighted)
            counting = np.eye(groups, dtype=np.bool_)
            if not method.additive:
                counting = np.zeros((2 ** len(chosen), groups), dtype=np.bool_)
                counting[:, chosen] = _subsets(len(chosen))
            scores = np.zeros((len(rows), len(counting), len(performances)))
            some = counting.any(axis=1)
            shares = weights[rows, np.newaxis] * counting[some][:, membership]
            scores[:, some] = method.kernel(performances, shares, maximized, **settings)
            if method.additive:
                found[rows] = scores.swapaxes(1, 2)
            else:
                found[np.ix_(rows, np.arange(len(performances)), chosen)] = _averaged(scores, len(chosen))
    found[~np.all(np.isfinite(found), axis=(1, 2))] = np.nan
    return found


def _alike(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    membership: IntArray,
    weighted: IntArray,
    settings: Mapping[str, Setting],
) -> IntArray:
    """Return a label for each group; groups of one criterion that is the same in all that the method is told have the same."""
    n = len(weights)
    lists = [
        value
        for value in settings.values()
        if isinstance(value, list | tuple | np.ndarray) and len(value) == n
    ]
    labels: dict[object, int] = {}
    found = []
    for group in weighted:
        members = np.flatnonzero(membership == group)
        j = int(members[0])
        key: object = group
        if len(members) == 1:
            told = tuple(str(value[j]) for value in lists)
            key = (float(weights[j]), bool(maximized[j]), performances[:, j].tobytes(), told)
        found.append(labels.setdefault(key, len(labels)))
    return np.array(found, dtype=np.int64)


def _subsets(groups: int) -> BoolArray:
    """Return all sets of groups (2^groups, groups), by the binary digits of their place."""
    found: BoolArray = (np.arange(2**groups)[:, np.newaxis] >> np.arange(groups)) & 1 == 1
    return found


def _averaged(scores: FloatArray, groups: int) -> FloatArray:
    """Return the parts (..., m, groups) from the scores (..., 2^groups, m) of all sets of groups."""
    subsets = _subsets(groups)
    size = subsets.sum(axis=1)
    parts = np.empty((*scores.shape[:-2], scores.shape[-1], groups))
    for g in range(groups):
        without = np.flatnonzero(~subsets[:, g])
        share = np.array([1.0 / (groups * comb(groups - 1, s)) for s in size[without]])
        parts[..., g] = share @ (scores[..., without + 2**g, :] - scores[..., without, :])
    return parts


def _pairs_of_orders(alternatives: int, groups: int) -> int:
    """Return how many orders are drawn, each with its reverse."""
    each = 2 * alternatives * groups * (groups + 1)
    return max(_FEWEST_PAIRS, min(_PAIRS_OF_ORDERS, _WORK // each))


def _added_in(values: Callable[[BoolArray], FloatArray], orders: IntArray) -> FloatArray:
    """Return what each group adds on average in an order and its reverse (orders, groups, m)."""
    place = np.argsort(np.concatenate([orders, orders[:, ::-1]]), axis=1)
    counting = place[:, np.newaxis, :] < np.arange(orders.shape[1] + 1)[np.newaxis, :, np.newaxis]
    scores = values(counting)  # (orders, groups + 1, m), in the order in which groups come to count
    which = np.arange(len(place))[:, np.newaxis]
    added = scores[which, place + 1]
    added -= scores[which, place]
    found = added[: len(orders)]
    found += added[len(orders) :]
    found /= 2
    return found


def _over_sampled_orders(
    values: Callable[[BoolArray], FloatArray], alike: IntArray, pairs: int, together: int
) -> tuple[FloatArray, float]:
    """Return the average over pairs of an order and its reverse, which cancels much of the noise, and the error of the worst part.

    together: how many pairs are valued in one call of the kernel, as memory allows. Averages and squares are joined call by call (Chan,
    Golub and LeVeque, 1983).
    """
    groups = len(alike)
    generator = np.random.default_rng(0)  # a fixed seed: the same picture for the same scenario
    orders = np.array([generator.permutation(groups) for _pair in range(pairs)])
    sharing = (alike[:, np.newaxis] == alike).astype(np.float64)
    sharing /= sharing.sum(axis=1, keepdims=True)
    some_alike = len(np.unique(alike)) < groups
    mean, squares, seen = np.zeros(()), np.zeros(()), 0
    for first in range(0, pairs, together):
        added = _added_in(values, orders[first : first + together])
        if some_alike:
            added = sharing @ added
        count = len(added)
        own = added.mean(axis=0)
        added -= own
        apart = own - mean
        squares = (
            squares + np.einsum("kgm,kgm->gm", added, added) + apart**2 * (seen * count / (seen + count))
        )
        mean = mean + apart * (count / (seen + count))
        seen += count
    deviation = np.sqrt(squares / (pairs - 1) / pairs)
    return mean.T, float(1.96 * deviation.max())
