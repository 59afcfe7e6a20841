"""Weighted product model. Source: Bridgman (1922); Triantaphyllou (2000), ch. 2.

The full multiplicative form of Brauers & Zavadskas (2012), with weights as exponents, is the same product of raw values.
"""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.scaling.normalization import benefits, inverted_costs, vector, weighted


def weighted_product(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "none",
    scales: object = None,
) -> FloatArray:
    """Return Π v^w for each alternative; higher is better.

    performances: (m, n), not negative.  weights: (..., n).  Returns (..., m), at least 0.
    With `none` a cost counts as x^-w and must not be 0; `vector` does the same with x / √Σx², which orders alike.
    """
    if normalization == "none":
        values = inverted_costs(performances, maximized, "none")
    elif normalization == "vector":
        values = inverted_costs(vector(performances), maximized, "vector")
    else:
        values = benefits(performances, maximized, normalization, scales)
    return product_of_powers(values, weights)


def product_of_powers(values: FloatArray, weights: FloatArray) -> FloatArray:
    """Return Π v^w along the criteria, with 0^0 = 1 (what has no weight does not count).

    values: (m, n), at least 0.  weights: (..., n).  Returns (..., m).
    """
    product: FloatArray = np.exp(logarithm_of_product(values, weights))
    return product


def logarithm_of_product(values: FloatArray, weights: FloatArray) -> FloatArray:
    """Return Σ w·log v, (..., m); minus infinity where a value with weight is 0."""
    positive = values > 0
    logarithms = np.log(values, out=np.zeros_like(values), where=positive)
    total = weighted(weights, logarithms)
    if not np.all(positive):
        # One weighted zero makes the whole product zero; log(0) would turn 0 · log(0) into nan instead.
        total = np.where(weighted(weights, (~positive).astype(np.float64)) > 0, -np.inf, total)
    return total
