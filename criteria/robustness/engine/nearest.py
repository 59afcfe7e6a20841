"""The weights nearest to given ones on the far side of one linear condition, in three senses of near.

Each function takes weights (n,) that sum to 1, a direction d (n,) and a threshold b, and returns the weights w' >= 0 with
Σw' = 1 and d·w' >= b that are nearest, or None where there are none: where b is above the largest entry of d.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from criteria.model.arrays import FloatArray

Nearest = Callable[[FloatArray, FloatArray, float], FloatArray | None]


def nearest_l1(weights: FloatArray, direction: FloatArray, threshold: float) -> FloatArray | None:
    """Move weight to the criterion that helps most from those that help least, just as much as needed (greedy is optimal)."""
    lacking = threshold - float(direction @ weights)
    if lacking <= 0:
        return weights.copy()
    best = int(np.argmax(direction))
    gain = direction[best] - direction
    order = np.argsort(-gain, kind="stable")
    order = order[gain[order] > 0]
    reached = np.cumsum(gain[order] * weights[order])
    if not len(order) or reached[-1] < lacking * (1 - 1e-12):
        return None
    last = min(int(np.searchsorted(reached, lacking)), len(order) - 1)
    moved = weights.copy()
    emptied = order[:last]
    before = float(reached[last - 1]) if last else 0.0
    part = min((lacking - before) / gain[order[last]], float(weights[order[last]]))
    moved[emptied] = 0.0
    moved[order[last]] -= part
    moved[best] += float(weights[emptied].sum()) + part
    return moved


def nearest_l2(weights: FloatArray, direction: FloatArray, threshold: float) -> FloatArray | None:
    """Project: w' is the point of the simplex nearest to w + λ·d, with the least λ >= 0 that is enough."""
    if direction @ weights >= threshold:
        return weights.copy()
    top = float(direction.max())
    if top < threshold or top <= float(direction.min()):
        return None

    def at(multiplier: float) -> FloatArray:
        return on_simplex(weights + multiplier * direction)

    high = 1.0 / (top - float(direction.min()))
    for _doubling in range(200):
        if direction @ at(high) >= threshold - 1e-15:
            break
        high *= 2
    else:
        return np.eye(len(weights))[int(np.argmax(direction))]
    low = 0.0
    for _halving in range(100):
        middle = (low + high) / 2
        if direction @ at(middle) >= threshold:
            high = middle
        else:
            low = middle
    return at(high)


def nearest_linf(weights: FloatArray, direction: FloatArray, threshold: float) -> FloatArray | None:
    """Allow each weight the least change that is enough: with changes up to r, take from those who help least first."""
    if direction @ weights >= threshold:
        return weights.copy()
    if direction.max() < threshold:
        return None
    order = np.argsort(-direction, kind="stable")

    def best_within(change: float) -> FloatArray:
        low, high = np.maximum(weights - change, 0.0), np.minimum(weights + change, 1.0)
        moved, left = low.copy(), 1.0 - low.sum()
        room = np.minimum(np.cumsum((high - low)[order]), left)
        moved[order] += np.diff(room, prepend=0.0)
        return moved

    low, high = 0.0, 1.0
    for _halving in range(100):
        middle = (low + high) / 2
        if direction @ best_within(middle) >= threshold:
            high = middle
        else:
            low = middle
    return best_within(high)


def on_simplex(point: FloatArray) -> FloatArray:
    """Return the weights nearest to a point in the Euclidean sense. Source: Held, Wolfe & Crowder (1974)."""
    ordered = np.sort(point)[::-1]
    above = (np.cumsum(ordered) - 1.0) / np.arange(1, len(point) + 1)
    last = int(np.flatnonzero(ordered > above)[-1])
    return np.maximum(point - above[last], 0.0)


NEAREST: Mapping[str, Nearest] = MappingProxyType({"l1": nearest_l1, "l2": nearest_l2, "linf": nearest_linf})


def distance(one: FloatArray, other: FloatArray, norm: str) -> float:
    """Return Σ|Δ| (l1), √ΣΔ² (l2) or max|Δ| (linf)."""
    change = np.abs(one - other)
    return float({"l1": change.sum(), "l2": np.sqrt((change**2).sum()), "linf": change.max()}[norm])
