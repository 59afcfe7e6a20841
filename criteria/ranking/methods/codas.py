"""Combinative distance-based assessment. Source: Keshavarz Ghorabaee et al. (2016), eqs. 3-10."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.scaling.normalization import benefits, weighted

_ROUNDING = 1e-9  # a difference of distances that equals τ may stand a rounding error below it


def relative_assessment(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "linear",
    scales: object = None,
    tau: float = 0.02,
) -> FloatArray:
    """Return the summed relative assessment; higher is better; 0 for all where all are alike.

    performances: (m, n).  weights: (..., n).  tau: the difference of Euclidean distances from which on the city-block distances
    count as well.  Returns (..., m): for i the sum over k of (E_i - E_k) + ψ(E_i - E_k) · (T_i - T_k), ψ(x) = 1 where |x| ≥ τ.
    """
    values = benefits(performances, maximized, normalization, scales)
    above_worst = values - values.min(axis=-2, keepdims=True)
    euclidean = np.sqrt(weighted(weights**2, above_worst**2))
    city_block = weighted(weights, above_worst)
    m = values.shape[-2]
    total: FloatArray = m * euclidean - euclidean.sum(axis=-1, keepdims=True)
    for k in range(m):
        counts = np.abs(euclidean - euclidean[..., k : k + 1]) >= tau - _ROUNDING
        total += np.where(counts, city_block - city_block[..., k : k + 1], 0.0)
    return total
