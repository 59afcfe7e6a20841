"""Complex proportional assessment. Source: Zavadskas & Kaklauskas (1996); Zavadskas et al. (2007), eqs. 1-7."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.scaling.normalization import share_of_sum, weighted


def utility_degree(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, *, normalization: object = "sum"
) -> FloatArray:
    """Return Q / max Q, between 0 and 1; higher is better; 1 for all where every Q is 0.

    Q = S⁺ + ΣS⁻ / (S⁻ · Σ(1/S⁻)). A cost of 0 is the best cost: the limit of the formula, where those who cost nothing
    share the whole of the second term.
    """
    values = share_of_sum(performances)
    gains = weighted(weights, np.where(maximized, values, 0.0))
    costs = weighted(weights, np.where(maximized, 0.0, values))
    free = costs <= 0
    inverse = np.divide(1.0, costs, out=np.zeros_like(costs), where=~free)
    share = np.where(np.any(free, axis=-1, keepdims=True), free.astype(np.float64), inverse)
    relative = gains + costs.sum(axis=-1, keepdims=True) * share / share.sum(axis=-1, keepdims=True)
    best = relative.max(axis=-1, keepdims=True)
    return np.divide(relative, best, out=np.ones_like(relative), where=best > 0)
