"""Weights from an order of candidates that a person knows well: all weights that give this order, and what they leave open.

The order is read by an additive value: candidate i is worth values[i] · w. "a before b" then is one linear constraint on the weights,
and all answers together leave a polytope of weights.

Sources: Jacquet-Lagrèze & Siskos (1982) for weights from an order of known alternatives; Wall et al. (2018) for asking a person to put
a few known items in order; Lahdelma & Salminen (2001) for central weights and shares of first places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import WeightsError
from criteria.model.arrays import FloatArray
from criteria.model.frozen import frozen_inside
from criteria.scaling.checks import numbers
from criteria.translation import translate as _
from criteria.weighting.polytope import WeightRegion

LEAST, MOST = 3, 7  # candidates a person is asked to put in order
DRAWS = 10_000
_KEPT = 200_000  # bytes of values and figures that are kept for the same order, 64 times at most
_AT_ONCE = 1_000_000  # scores
_SEARCHED = 300  # pairs among which each two are looked at
_EVEN = 1e-9  # values that differ by no more are alike
_TELLS = 0.05  # a pair ordered alike in all but this share of the weights tells little

Pair = tuple[int, int]  # the first before the second, by position


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class OrderedCandidates:
    """What an order of m candidates says of n weights, by draws that are uniform among the weights that give it.

    weights: (n,), sum 1, the mean of these weights.  firsts: (m,), the share of them at which each candidate is first; those who tie
    share.  ahead: (m, m), the share at which i is ahead of j, ties by half; nan where neither is placed.  next_pair: the two candidates, at least one of them placed,
    whose order would divide these weights most evenly, the one more often ahead first; None where every pair is nearly settled.
    draws: how many weights were drawn.
    """

    weights: FloatArray
    firsts: FloatArray
    ahead: FloatArray
    next_pair: Pair | None
    draws: int


def ordered_candidates(
    values: ArrayLike,
    places: ArrayLike,
    *,
    names: Sequence[str] | None = None,
    draws: int = DRAWS,
    seed: int = 0,
) -> OrderedCandidates:
    """Return the weights that give an order of candidates, and what they leave open.

    values: (m, n), each candidate's worth under each criterion, more is better, in units that can be added, such as 0 to 1.
    places: (m,), 1 for the best of those that are placed, nan for candidates that are not; nothing is said about those in one place.
    names: of the candidates, for messages.  seed: the same one gives the same figures.
    Raises WeightsError where fewer than two are placed apart, and where no weights give the order: it then names the pairs that
    contradict each other.
    """
    worth = numbers(values, _("The values"))
    at = numbers(places, _("The places"))
    if worth.ndim != 2 or 0 in worth.shape or at.shape != (len(worth),) or not np.all(np.isfinite(worth)):
        raise WeightsError(
            _(
                "Give the values as a table, a row for each candidate, without blanks, and a place for each row."
            )
        )
    called = list(names) if names is not None else [str(i + 1) for i in range(len(worth))]
    if not any(at[i] < at[j] for i in range(len(at)) for j in range(len(at))):
        raise WeightsError(_("Put at least two candidates in different places."))
    against = contradiction(worth, at)
    if against:
        raise WeightsError(contradiction_told(against, called))
    if worth.nbytes + 8 * len(worth) ** 2 > _KEPT:
        return _drawn(worth, at, draws, seed)
    return _drawn_before(worth.tobytes(), worth.shape, at.tobytes(), draws, seed)


@lru_cache(maxsize=64)
def _drawn_before(
    values: bytes, shape: tuple[int, int], places: bytes, draws: int, seed: int
) -> OrderedCandidates:
    return _drawn(np.frombuffer(values).reshape(shape), np.frombuffer(places), draws, seed)


def _drawn(worth: FloatArray, at: FloatArray, draws: int, seed: int) -> OrderedCandidates:
    """Return what the order says, by draws that are looked at in parts: scores of all draws at once could fill the memory."""
    rows = np.array([worth[i] - worth[j] for i, j in _steps(at)])
    drawn = WeightRegion(np.column_stack([np.zeros(len(rows)), rows])).sample(
        draws, np.random.default_rng(seed)
    )
    placed = np.flatnonzero(~np.isnan(at))
    firsts, ahead = np.zeros(len(worth)), np.full((len(worth), len(worth)), np.nan)
    ahead[placed] = ahead[:, placed] = 0.0
    size = max(1, _AT_ONCE // len(worth))
    for part in (drawn[begin : begin + size] for begin in range(0, len(drawn), size)):
        scores = part @ worth.T
        best = scores >= scores.max(axis=1, keepdims=True) - _EVEN
        firsts += (best / best.sum(axis=1, keepdims=True)).sum(axis=0) / len(drawn)
        for i in placed:
            apart = scores[:, [i]] - scores
            won = (apart > _EVEN).sum(axis=0) + (np.abs(apart) <= _EVEN).sum(axis=0) / 2
            ahead[i] += won / len(drawn)
    others = np.setdiff1d(np.arange(len(worth)), placed)
    ahead[np.ix_(others, placed)] = 1 - ahead[np.ix_(placed, others)].T
    weights = drawn.mean(axis=0)
    return OrderedCandidates(weights / weights.sum(), firsts, ahead, _next_pair(ahead), draws)


def _next_pair(ahead: FloatArray) -> Pair | None:
    """Return the pair whose order is most open, the more frequent leader of the two first."""
    open_ones = np.argwhere(np.triu((ahead >= _TELLS) & (ahead <= 1 - _TELLS), 1)).tolist()  # nan is neither
    pairs = [(i, j) if ahead[i, j] >= ahead[j, i] else (j, i) for i, j in open_ones]
    return min(pairs, key=lambda pair: (round(float(ahead[pair]), 9), pair), default=None)


def _steps(places: FloatArray) -> list[Pair]:
    """Return the pairs of neighbouring places; all others follow from them."""
    levels = [np.flatnonzero(places == level) for level in np.unique(places[~np.isnan(places)])]
    return [(int(i), int(j)) for one, other in pairwise(levels) for i in one for j in other]


def contradiction(values: FloatArray, places: FloatArray) -> tuple[Pair, ...]:
    """Return pairs of an order that no weights satisfy together, none of which can be left out; empty where some weights give the order.

    values: (m, n).  places: (m,), nan for those not placed.

    1. One pair: the second is at least as good under every criterion.
    2. Two pairs with differences u and v: some mean of the two, λu + (1 − λ)v, is nowhere above 0 (Farkas' lemma; exact). Looked for
       among up to 300 pairs, as 25 candidates in order have.
    3. More: of the pairs of neighbours, those that a linear program needs to refuse the order, and of these each is left out that
       the contradiction does not need.

    Weights on the border alone, at which candidates tie that were put apart, do not count as giving the order.
    """
    placed = sorted(np.flatnonzero(~np.isnan(places)).tolist(), key=lambda i: (places[i], i))
    for i in placed:
        behind = [j for j in placed if places[i] < places[j]]
        for j in np.flatnonzero(np.all(values[i] - values[behind] <= _EVEN, axis=1))[:1]:
            return ((i, behind[j]),)
    count = sum(places[i] < places[j] for i, j in combinations(placed, 2))
    pairs = (
        [(i, j) for i, j in combinations(placed, 2) if places[i] < places[j]] if count <= _SEARCHED else []
    )
    for one, other in combinations(pairs, 2):
        if _mean_never_above(values[one[0]] - values[one[1]], values[other[0]] - values[other[1]]):
            return one, other
    steps = _refusing(values, _steps(places))
    for pair in list(steps):
        without = [step for step in steps if step != pair]
        if _refusing(values, without):
            steps = without
    return tuple(steps)


def _mean_never_above(u: FloatArray, v: FloatArray) -> bool:
    """Whether λu + (1 − λ)v <= 0 under every criterion for some λ from 0 to 1: λ(u − v) <= −v bounds λ from above or below."""
    slope = u - v
    if np.any(v[np.abs(slope) <= _EVEN] > _EVEN):
        return False
    rising, falling = slope > _EVEN, slope < -_EVEN
    most = np.min(-v[rising] / slope[rising], initial=1.0)
    least = np.max(-v[falling] / slope[falling], initial=0.0)
    return bool(least <= most + _EVEN)


def _refusing(values: FloatArray, pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs that a linear program needs to find that no weights put the first of each pair ahead of the second.

    Empty where some weights do, by the widest margin.  At most one more than there are criteria: the multipliers of the program's
    optimum, which is a corner, are 0 for all others.
    """
    from scipy.optimize import linprog

    if not pairs:
        return []
    n = values.shape[1]
    first, second = np.array(pairs).T
    found = linprog(
        np.append(np.zeros(n), -1.0),  # maximize the margin
        A_ub=np.column_stack([values[second] - values[first], np.ones(len(pairs))]),
        b_ub=np.zeros(len(pairs)),
        A_eq=[[*np.ones(n), 0.0]],
        b_eq=[1.0],
        bounds=[(0, None)] * n + [(None, 1.0)],
    )
    if found.x is None:
        return list(pairs)
    if found.x[-1] > _EVEN:
        return []
    needed = [pair for pair, slope in zip(pairs, found.ineqlin.marginals, strict=True) if slope < -_EVEN]
    return needed or list(pairs)


def contradiction_told(pairs: Sequence[Pair], names: Sequence[str]) -> str:
    """Return in words which parts of an order contradict each other."""
    first, second = (names[i] for i in pairs[0])
    if len(pairs) == 1:
        return _(
            "No weights give this order: {second} is rated at least as high as {first} on every criterion, and is placed after it.",
            first=first,
            second=second,
        )
    others = [_("{first} before {second}", first=names[i], second=names[j]) for i, j in pairs[1:]]
    if len(others) == 1:
        return _(
            "No weights give this order: {first} before {second} contradicts {other}.",
            first=first,
            second=second,
            other=others[0],
        )
    return _(
        "No weights give this order: {first} before {second} contradicts these together: {others}.",
        first=first,
        second=second,
        others=", ".join(others),
    )
