"""Root assessment method. Source: Sotoudeh-Anvari (2023), eqs. 1-5."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.method import Details
from criteria.scaling.normalization import share_of_sum, weighted


def root_assessment(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, *, normalization: object = "sum"
) -> FloatArray:
    """Return (2 + S⁺)^(1 / (2 + S⁻)), from ∛2 to √3; higher is better.

    performances: (m, n), not negative.  weights: (..., n).  Returns (..., m).  S⁺ and S⁻ are the weighted sums of the shares
    x / Σx of benefits and of costs.
    """
    gains, costs = _sums(performances, weights, maximized)
    return (2.0 + gains) ** (1.0 / (2.0 + costs))


def details(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, *, normalization: object = "sum"
) -> Details:
    """Return the two sums by name."""
    gains, costs = _sums(performances, weights, maximized)
    return {"sum_benefit": gains, "sum_cost": costs}


def _sums(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray
) -> tuple[FloatArray, FloatArray]:
    shares = share_of_sum(performances)
    gains = weighted(weights, np.where(maximized, shares, 0.0))
    return gains, weighted(weights, np.where(maximized, 0.0, shares))
