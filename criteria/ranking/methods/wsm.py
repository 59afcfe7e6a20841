"""Weighted sum model. Source: Fishburn (1967); Triantaphyllou (2000), ch. 2."""

from __future__ import annotations

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
