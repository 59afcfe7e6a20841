"""Weighted sum model. Source: Fishburn (1967); Triantaphyllou (2000), ch. 2."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.scaling.normalization import benefits, weighted


def weighted_sum(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "minmax",
    scales: object = None,
) -> FloatArray:
    """Return Σ w·v for each alternative, with v the normalized performance; higher is better.

    performances: (m, n).  weights: (..., n).  Returns (..., m), within 0 and 1 unless the normalization is `none`.
    """
    return weighted(weights, benefits(performances, maximized, normalization, scales))


def size(
    performances: FloatArray,
    weights: FloatArray,
    /,
    *,
    normalization: object = "minmax",
    scales: object = None,
) -> FloatArray:
    """Return the largest Σ w·|v|, (..., 1): of raw values the unit in which scores tie; 1 for normalized ones and where all are 0.

    Raw values may be of any size, and what is tied is a matter of their rounding: 1e-10 and 3e-10 differ.
    """
    if normalization != "none":
        return np.ones((*weights.shape[:-1], 1))
    largest: FloatArray = weighted(weights, np.abs(performances)).max(axis=-1, keepdims=True)
    return np.where(largest > 0, largest, 1.0)
