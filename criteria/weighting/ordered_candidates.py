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
_EVEN = 1e-9  # values that differ by no more are alike
_TELLS = 0.05  # a pair ordered alike in all but this share of the weights tells little

Pair = tuple[int, int]  # the first before the second, by position


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class OrderedCandidates:
    """What an order of m candidates says of n weights, by draws that are uniform among the weights that give it.

    weights: (n,), sum 1, the mean of these weights.  firsts: (m,), the share of them at which each candidate is first; those who tie
    share.  ahead: (m, m), the share at which i is ahead of j, ties by half.  next_pair: the two candidates, at least one of them placed,
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
    return _drawn(worth.tobytes(), worth.shape, at.tobytes(), draws, seed)


@lru_cache(maxsize=64)
def _drawn(values: bytes, shape: tuple[int, int], places: bytes, draws: int, seed: int) -> OrderedCandidates:
    worth, at = np.frombuffer(values).reshape(shape), np.frombuffer(places)
    rows = np.array([worth[i] - worth[j] for i, j in _steps(at)])
    drawn = WeightRegion(np.column_stack([np.zeros(len(rows)), rows])).sample(
        draws, np.random.default_rng(seed)
    )
    scores = drawn @ worth.T
    best = scores >= scores.max(axis=1, keepdims=True) - _EVEN
    firsts = (best / best.sum(axis=1, keepdims=True)).mean(axis=0)
    apart = scores[:, :, np.newaxis] - scores[:, np.newaxis, :]
    ahead = (apart > _EVEN).mean(axis=0) + (np.abs(apart) <= _EVEN).mean(axis=0) / 2
    weights = drawn.mean(axis=0)
    return OrderedCandidates(weights / weights.sum(), firsts, ahead, _next_pair(ahead, at), draws)


def _next_pair(ahead: FloatArray, places: FloatArray) -> Pair | None:
    """Return the pair whose order is most open, the more frequent leader of the two first."""
    known = ~np.isnan(places)
    pairs = [
        (i, j) if ahead[i, j] >= ahead[j, i] else (j, i)
        for i, j in combinations(range(len(places)), 2)
        if (known[i] or known[j]) and _TELLS <= ahead[i, j] <= 1 - _TELLS
    ]
    return min(pairs, key=lambda pair: (round(float(ahead[pair]), 9), pair), default=None)


def _steps(places: FloatArray) -> list[Pair]:
    """Return the pairs of neighbouring places; all others follow from them."""
    levels = [np.flatnonzero(places == level) for level in np.unique(places[~np.isnan(places)])]
    return [(int(i), int(j)) for one, other in pairwise(levels) for i in one for j in other]


def contradiction(values: FloatArray, places: FloatArray) -> tuple[Pair, ...]:
    """Return pairs of an order that no weights satisfy together, none of which can be left out; empty where some weights give the order.

    values: (m, n).  places: (m,), nan for those not placed.

    1. One pair: the second is at least as good under every criterion.
    2. Two pairs with differences u and v: some mean of the two, λu + (1 − λ)v, is nowhere above 0 (Farkas' lemma; exact).
    3. More: of the pairs of neighbours, each is left out that the contradiction does not need (by linear programs).

    Weights on the border alone, at which candidates tie that were put apart, do not count as giving the order.
    """
    placed = np.flatnonzero(~np.isnan(places))
    pairs = [(int(i), int(j)) for i in placed for j in placed if places[i] < places[j]]
    pairs.sort(key=lambda pair: (places[pair[0]], places[pair[1]], pair))
    if not pairs:
        return ()
    differences = np.array([values[i] - values[j] for i, j in pairs])
    for pair, difference in zip(pairs, differences, strict=True):
        if np.all(difference <= _EVEN):
            return (pair,)
    for a, b in combinations(range(len(pairs)), 2):
        if _mean_never_above(differences[a], differences[b]):
            return pairs[a], pairs[b]
    steps = _steps(places)
    if _can_all_hold(values, steps):
        return ()
    for pair in list(steps):
        without = [step for step in steps if step != pair]
        if not _can_all_hold(values, without):
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


def _can_all_hold(values: FloatArray, pairs: Sequence[Pair]) -> bool:
    """Whether some weights put the first of each pair ahead of the second, by the widest margin that a linear program finds."""
    from scipy.optimize import linprog

    if not pairs:
        return True
    n = values.shape[1]
    rows = np.array([values[j] - values[i] for i, j in pairs])
    found = linprog(
        np.append(np.zeros(n), -1.0),  # maximize the margin
        A_ub=np.column_stack([rows, np.ones(len(rows))]),
        b_ub=np.zeros(len(rows)),
        A_eq=[[*np.ones(n), 0.0]],
        b_eq=[1.0],
        bounds=[(0, None)] * n + [(None, 1.0)],
    )
    return found.x is not None and bool(found.x[-1] > _EVEN)


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
