"""Weighted aggregated sum product assessment. Source: Zavadskas et al. (2012), eqs. 1-5."""

from __future__ import annotations

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.methods.wpm import product_of_powers
from criteria.scaling.normalization import benefits, weighted


def sum_and_product(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "linear",
    scales: object = None,
    lambda_: float = 0.5,
) -> FloatArray:
    """Return λ · weighted sum + (1 - λ) · weighted product, within 0 and 1; higher is better."""
    values = benefits(performances, maximized, normalization, scales)
    mixed: FloatArray = lambda_ * weighted(weights, values) + (1 - lambda_) * product_of_powers(
        values, weights
    )
    return mixed
