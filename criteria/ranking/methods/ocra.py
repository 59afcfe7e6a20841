"""Operational competitiveness rating. Source: Parkan & Wu (2000), eqs. 1-5."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.method import Details
from criteria.scaling.normalization import refuse_zero_or_negative, weighted


def competitiveness(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, *, normalization: object = "none"
) -> FloatArray:
    """Return I + O less the smallest of these, at least 0; higher is better; 0 for all where all are alike.

    performances: (m, n), positive.  weights: (..., n).  Returns (..., m). Raises MethodError for a value that is not positive.
    """
    inputs, outputs = _ratings(performances, weights, maximized)
    return _above_least(inputs + outputs)


def details(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, *, normalization: object = "none"
) -> Details:
    """Return the ratings of inputs (costs) and outputs (benefits) by name."""
    inputs, outputs = _ratings(performances, weights, maximized)
    return {"input_performance": inputs, "output_performance": outputs}


def values(
    performances: FloatArray, maximized: BoolArray, /, *, normalization: object = "none"
) -> FloatArray:
    """Return (..., m, n): how far a cost lies below the dearest and a benefit above the lowest, over the column's least value.

    Their weighted sum orders as the method does: what the method subtracts is the same for every alternative.
    """
    refuse_zero_or_negative(performances, "OCRA")
    low, high = performances.min(axis=-2, keepdims=True), performances.max(axis=-2, keepdims=True)
    return np.where(maximized, performances - low, high - performances) / low


def _ratings(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray
) -> tuple[FloatArray, FloatArray]:
    """Return I of the costs and O of the benefits, each less its smallest."""
    ahead = values(performances, maximized)
    inputs = weighted(weights, np.where(maximized, 0.0, ahead))
    outputs = weighted(weights, np.where(maximized, ahead, 0.0))
    return _above_least(inputs), _above_least(outputs)


def _above_least(ratings: FloatArray) -> FloatArray:
    return ratings - ratings.min(axis=-1, keepdims=True)
