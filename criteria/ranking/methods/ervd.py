"""Election based on relative value distances. Source: Shyur, Yin, Shih & Cheng (2015), eqs. 1-8."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.method import Details, Setting
from criteria.scaling.checks import per_criterion
from criteria.scaling.normalization import on_scale, share_of_sum, signs, weighted


def relative_value_distance(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, **settings: Setting
) -> FloatArray:
    """Return s⁻ / (s⁺ + s⁻), 0 to 1; higher is better; 0.5 for all where all are alike.

    performances: (m, n).  weights: (..., n).  settings: those of `values`.  Returns (..., m).  s⁺ and s⁻ are the weighted
    city-block distances of values from the best and the worst present one.
    """
    to_best, to_worst = _distances(performances, weights, maximized, **settings)
    total = to_best + to_worst
    return np.divide(to_worst, total, out=np.full_like(total, 0.5), where=total > 0)


def details(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, **settings: Setting
) -> Details:
    """Return the two distances by name."""
    to_best, to_worst = _distances(performances, weights, maximized, **settings)
    return {"s_plus": to_best, "s_minus": to_worst}


def values(
    performances: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "sum",
    scales: object = None,
    reference_points: object = None,
    alpha: float = 0.88,
    lambda_: float = 2.25,
) -> FloatArray:
    """Return the value (..., m, n) of each performance: δ^α for a gain δ over the reference point, -λ (-δ)^α for a loss.

    reference_points: (n,), in the units of the performances; by default the average of each column. The publication leaves
    them to the decision maker.  alpha: diminishing sensitivity, 0 to 1.  lambda_: how much more losses count, at least 0.
    The weighted sum of these values orders as the method does: s⁺ + s⁻ is the same for every alternative.
    """
    average = performances.mean(axis=-2, keepdims=True)
    points = average
    if reference_points is not None:
        points = per_criterion(reference_points, performances.shape[-1:], "reference_points")[np.newaxis]
    if normalization == "scale":
        gain = on_scale(performances, maximized, scales) - on_scale(points, maximized, scales)
    else:
        # x / Σx with the sense of costs kept, and the same factor for the point: the mean of shares is 1 / m.
        shares = share_of_sum(performances)
        point = np.divide(
            points, average * performances.shape[-2], out=np.zeros_like(average), where=average > 0
        )
        gain = (shares - point) * signs(maximized)
    size = np.abs(gain) ** alpha
    return np.where(gain > 0, size, -lambda_ * size)


def _distances(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, **settings: Setting
) -> tuple[FloatArray, FloatArray]:
    worth = values(performances, maximized, **settings)  # type: ignore[arg-type]
    best, worst = worth.max(axis=-2, keepdims=True), worth.min(axis=-2, keepdims=True)
    return weighted(weights, best - worth), weighted(weights, worth - worst)
