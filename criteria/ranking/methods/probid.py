"""Preference ranking on the basis of ideal-average distance. Source: Wang, Rangaiah & Wang (2021), eqs. 1-9.

The ladder of ideals: its first rung holds the best value of every criterion, the next one the second best, and so on down to
the worst. Costs are taken negated: distances are the same.
"""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.scaling.normalization import signs, vector, weighted


def ideal_average_distance(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "vector",
) -> FloatArray:
    """Return 1 / (1 + (S⁺/S⁻)²) plus the distance to the average; higher is better; 0.5 for all where all are alike.

    performances: (m, n), any unit, finite.  weights: (..., n).  Returns (..., m).  S⁺ adds the distances to the upper half of
    the ladder, divided by 1, 2, ... from the top; S⁻ those to the lower half, from the bottom. Of an odd number of rungs the
    middle one is in both.
    """
    values = vector(performances) * signs(maximized)
    m = values.shape[-2]
    upper = (m + 1) // 2
    places = np.arange(1, m + 1)
    from_top = np.where(places <= upper, 1.0 / places, 0.0)
    from_bottom = np.where(places >= upper, 1.0 / places[::-1], 0.0)
    above, below = _distances_to_ladder(values, weights, from_top, from_bottom)
    total = above**2 + below**2
    # All candidates alike: the ratio is 0/0; by convention 0.5.
    closeness = np.divide(below**2, total, out=np.full_like(total, 0.5), where=total > 0)
    average = values.mean(axis=-2, keepdims=True)
    return closeness + np.sqrt(weighted(weights**2, (values - average) ** 2))


def simplified_ideal_distance(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "vector",
) -> FloatArray:
    """Return the distance to the worst quarter of the ladder over that to the best; higher is better; 1 where all are alike.

    Shapes as above. Infinite for an alternative that stands on every rung of the best quarter: it is best on everything.
    """
    above, below = _distances_to_quarters(performances, weights, maximized)
    at_best = np.where(below > 0, np.inf, 1.0)
    return np.divide(below, above, out=at_best, where=above > 0)


def closeness_to_best_quarter(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "vector",
) -> FloatArray:
    """Return the distance to the worst quarter over the sum of both, 0 to 1: the same order, and finite everywhere."""
    above, below = _distances_to_quarters(performances, weights, maximized)
    total = above + below
    return np.divide(below, total, out=np.full_like(total, 0.5), where=total > 0)


def _distances_to_quarters(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray
) -> tuple[FloatArray, FloatArray]:
    values = vector(performances) * signs(maximized)
    m = values.shape[-2]
    places = np.arange(1, m + 1)
    from_top = np.where(places <= max(1, m // 4), 1.0 / places, 0.0)
    return _distances_to_ladder(values, weights, from_top, from_top[::-1])


def _distances_to_ladder(
    values: FloatArray, weights: FloatArray, from_top: FloatArray, from_bottom: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return two sums (..., m) of the weighted Euclidean distances to the rungs, each rung times its factor (m,)."""
    ladder = np.sort(values, axis=-2)[..., ::-1, :]
    squared_weights = weights**2
    shape = np.broadcast_shapes(weights.shape[:-1], values.shape[:-2]) + values.shape[-2:-1]
    above, below = np.zeros(shape), np.zeros(shape)
    for rung in np.flatnonzero((from_top > 0) | (from_bottom > 0)):
        away = np.sqrt(weighted(squared_weights, (values - ladder[..., rung : rung + 1, :]) ** 2))
        above += from_top[rung] * away
        below += from_bottom[rung] * away
    return above, below
