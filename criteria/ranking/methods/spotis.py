"""Stable preference ordering towards ideal solution. Source: Dezert et al. (2020), algorithm 1."""

from __future__ import annotations

import numpy as np

from criteria.errors import MethodError
from criteria.model.arrays import BoolArray, FloatArray
from criteria.scaling.checks import per_criterion
from criteria.scaling.normalization import checked_bounds, weighted
from criteria.translation import translate as _


def distance_to_expected(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "scale",
    scales: object = None,
    bounds: object = None,
    esp: object = None,
) -> FloatArray:
    """Return the weighted distance to the expected solution point, between 0 and 1; lower is better.

    bounds: (n, 2), lowest and highest possible value of each criterion; `scales` stand in for them. With neither, the
    bounds are those of the data, and a new candidate can then change the order.  esp: (n,), the expected solution point;
    by default the best bound.
    """
    given = scales if bounds is None else bounds
    if given is None:
        low, high = performances.min(axis=-2, keepdims=True), performances.max(axis=-2, keepdims=True)
    else:
        low, high = checked_bounds(performances, given, "scales" if bounds is None else "bounds").T
    best = np.where(maximized, high, low)
    target = best if esp is None else per_criterion(esp, best.shape[-1:], "esp")
    if np.any(target < low) or np.any(target > high):
        raise MethodError(
            _("'esp' must hold a value within the bounds for each of the {n} criteria.", n=best.shape[-1])
        )
    # A constant column without declared bounds: everybody stands at the expected point, at a distance of 0.
    span = np.where(high > low, high - low, 1.0)
    return weighted(weights, np.abs(performances - target) / span)
