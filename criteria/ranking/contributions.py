"""How much each group of criteria adds to a score, so that the parts add up for every method.

Exact for additive methods. For the others they are Shapley values over the groups: the average, over all orders in which
the groups could come to count, of what each adds. Source: Shapley (1953).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from math import comb

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.model.split import Contributions
from criteria.ranking.method import Method, Setting
from criteria.scaling.kept import MOST_OF_ONE

EXACT_GROUPS = 12  # 4,096 rows of one kernel call, as much as a frame has time for
_MOST_CIRCLES = 32
_FEWEST_CIRCLES = 4  # as few as still say how far off they are
_AT_ONCE = 64_000  # scores of one call of the kernel: larger ones leave the cache, and memory is asked for anew each time
_AT_ONCE_OF_LARGE = (
    4_000_000  # where each call scales the performances anew, which takes longer than all else
)
_SCORES = 1_500_000  # of all sets of groups, beyond which fewer circles are drawn
_MOST_PAIRS = 100_000_000  # of candidates, compared in about a second
_MOST_SCORES = 8_000_000  # beyond which not even the fewest circles are begun at every place


def contributions(
    method: Method,
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    membership: IntArray,
    groups: int,
    *,
    rows: Sequence[int] | None = None,
    **settings: Setting,
) -> Contributions | None:
    """Return the part (m, groups) of each group in each alternative's score; rows add up to the scores.

    weights: (n,).  membership: (n,), the group of each criterion.  rows: positions of the alternatives asked about, None for all; with
    a method that has `by_rows` that takes less where they are few, and the error is that of their parts.  With no group counting, the score is 0 by convention.
    None where the method's score cannot be divided, is not defined for some of the groups alone, or compares too many pairs.
    Beyond 12 groups the orders are sampled (the same ones each time), see `_circle`; the parts still add up exactly, groups
    that are alike in everything have equal parts, and the error says how far the others may be off. The more candidates, the fewer orders.
    """
    if not method.splits or too_many_to_split(method, len(performances), groups):
        return None
    weighted = _weighted(weights, membership, groups)
    error, chosen = 0.0, slice(None) if rows is None else list(rows)
    if not is_estimated(method, weights, membership, groups):
        (parts,) = _exact(method, performances, weights[np.newaxis], maximized, membership, groups, settings)
        parts = parts[chosen]
    else:

        def among_weighted(counting: BoolArray) -> FloatArray:
            """Return the scores (k, m) when only some of the weighted groups (k, len(weighted)) count, at least one of them."""
            whole = np.zeros((len(counting), groups), dtype=np.bool_)
            whole[:, weighted] = counting
            return method.kernel(performances, weights * whole[:, membership], maximized, **settings, **asked)

        asked = {"rows": chosen} if method.by_rows and rows is not None else {}
        alike = _alike(performances, weights, maximized, membership, weighted, settings)
        count = len(chosen) if isinstance(chosen, list) and asked else len(performances)
        parts = np.zeros((count, groups))
        with np.errstate(invalid="ignore"):  # a score that is infinite for some groups has no parts
            at_once = _AT_ONCE if performances.nbytes <= MOST_OF_ONE else _AT_ONCE_OF_LARGE
            together = max(1, at_once // count)
            circles = _circles(len(performances), len(weighted))
            parts[:, weighted], error = _over_circles(among_weighted, alike, circles, count, together)
        parts = parts if asked else parts[chosen]
    return Contributions(parts, error) if np.all(np.isfinite(parts)) else None


def is_estimated(method: Method, weights: FloatArray, membership: IntArray, groups: int) -> bool:
    """Whether the parts are estimated over some of the orders in which the groups could come to count, for there are too many of them."""
    return (
        method.splits and not method.additive and len(_weighted(weights, membership, groups)) > EXACT_GROUPS
    )


def _weighted(weights: FloatArray, membership: IntArray, groups: int) -> IntArray:
    """Return the groups that have a weight. One without takes no part: that nothing counts but it means that nothing counts."""
    return np.flatnonzero(np.bincount(membership, weights=weights, minlength=groups) > 0)


def too_many_to_split(method: Method, alternatives: int, groups: int) -> bool:
    """Whether a method that compares all pairs of candidates would do so for too many sets of groups to be waited for at each move."""
    if not method.pairs or method.additive:
        return False
    circles, begun = _circles(alternatives, groups) if groups > EXACT_GROUPS else (0, 0)
    sets = 2**groups if groups <= EXACT_GROUPS else circles * min(2 * begun, groups) * (groups - 1)
    return sets * alternatives**2 > _MOST_PAIRS


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

    None where the method's score cannot be divided or compares too many pairs, and beyond 12 groups unless the score is a sum.
    """
    if not method.splits or (groups > EXACT_GROUPS and not method.additive):
        return None
    if too_many_to_split(method, len(performances), groups):
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


def _circles(alternatives: int, groups: int) -> tuple[int, int]:
    """Return how many circles are drawn, and at how many of its places each is begun."""
    whole = groups * (groups - 1) * alternatives
    if _FEWEST_CIRCLES * whole <= _MOST_SCORES:
        return max(_FEWEST_CIRCLES, min(_MOST_CIRCLES, _SCORES // whole)), groups
    begun = _MOST_SCORES // (_FEWEST_CIRCLES * 2 * (groups - 1) * alternatives)
    return _FEWEST_CIRCLES, max(2, min(groups // 2, begun))


@lru_cache(maxsize=16)
def _circle(groups: int, begun: int) -> tuple[BoolArray, FloatArray]:
    """Return sets of groups (k, groups) and what each group is given of their scores, (groups, k), averaged over the orders round a circle.

    The groups stand in a circle, which is begun at so many places, evenly spread, and gone round either way: each time is an order in which
    they come to count, and whoever stands at the place comes first. Begun at every place, each group comes once at each turn of either
    way, which cancels most of the noise, and all 2 * groups orders need but groups * (groups - 1) different sets, the arcs of the circle.
    """
    starts = np.unique(np.arange(begun) * groups // begun)
    turns = np.arange(groups)
    orders = np.concatenate([starts[:, np.newaxis] + turns, starts[:, np.newaxis] - 1 - turns]) % groups
    arcs: dict[tuple[int, int], int] = {}
    given = np.zeros((groups, len(orders) * (groups - 1) + 1))
    for order in orders.tolist():
        forwards = order[1] == (order[0] + 1) % groups
        before = None
        for turn, group in enumerate(order):
            arc = (order[0] if forwards else group, turn + 1) if turn + 1 < groups else (0, groups)
            now = arcs.setdefault(arc, len(arcs))
            given[group, now] += 1.0
            if before is not None:
                given[group, before] -= 1.0
            before = now
    begins, lengths = np.array(list(arcs)).T
    counting: BoolArray = (turns - begins[:, np.newaxis]) % groups < lengths[:, np.newaxis]
    given = given[:, : len(arcs)] / len(orders)
    counting.setflags(write=False)
    given.setflags(write=False)
    return counting, given


def _over_circles(
    values: Callable[[BoolArray], FloatArray],
    alike: IntArray,
    drawn: tuple[int, int],
    alternatives: int,
    together: int,
) -> tuple[FloatArray, float]:
    """Return the average (alternatives, groups) over circles in which the groups stand at random, and the error of the worst part.

    drawn: how many circles, and at how many places each is begun.  together: how many sets of groups are valued in one call of the kernel.  Each circle by itself is a fair estimate, whose parts add up; how far they lie apart says how far off their mean may be (Student's t).
    """
    from scipy.special import stdtrit

    groups = len(alike)
    circles, begun = drawn
    counting, given = _circle(groups, begun)
    generator = np.random.default_rng(0)  # a fixed seed: the same picture for the same scenario
    sharing = (alike[:, np.newaxis] == alike).astype(np.float64)
    sharing /= sharing.sum(axis=1, keepdims=True)
    found = np.zeros((circles, groups, alternatives))
    for parts in found:
        place = np.argsort(generator.permutation(groups))
        for first in range(0, len(counting), together):
            some = slice(first, first + together)
            np.add(parts, given[place, some] @ values(counting[some][:, place]), out=parts)
        parts[:] = sharing @ parts
    deviation = found.std(axis=0, ddof=1) / np.sqrt(circles)
    return found.mean(axis=0).T, float(stdtrit(circles - 1, 0.975) * deviation.max())
