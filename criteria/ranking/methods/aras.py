"""Additive ratio assessment. Source: Zavadskas & Turskis (2010), eqs. 1-9."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.scaling.normalization import inverted_costs, share_of_sum_inverted, weighted


def utility(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, *, normalization: object = "sum"
) -> FloatArray:
    """Return the utility relative to the optimal alternative, between 0 and 1; higher is better.

    The optimal alternative (best present value of each criterion) takes part in the column sums, as in the paper.
    1 for all where the optimum itself has no utility (all weight on columns of zeros).
    """
    inverted_costs(
        performances, maximized, "sum"
    )  # refuses with the alternatives' own numbers, before a row is added
    optimal = np.where(
        maximized, performances.max(axis=-2, keepdims=True), performances.min(axis=-2, keepdims=True)
    )
    values = share_of_sum_inverted(np.concatenate([optimal, performances], axis=-2), maximized)
    optimality = weighted(weights, values)
    best = optimality[..., :1]
    return np.divide(optimality[..., 1:], best, out=np.ones_like(optimality[..., 1:]), where=best > 0)
