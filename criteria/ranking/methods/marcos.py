"""Measurement of alternatives and ranking according to compromise solution. Source: Stević et al. (2020), eqs. 1-14."""

from __future__ import annotations

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.method import Details
from criteria.scaling.normalization import linear, refuse_zero_or_negative, weighted


def utility_function(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "linear",
) -> FloatArray:
    """Return the utility function f(K), positive; higher is better; 2/3 for all where all are alike.

    performances: (m, n), positive.  weights: (..., n).  Returns (..., m).  With f(K⁻) = K⁺/(K⁺ + K⁻) and f(K⁺) = K⁻/(K⁺ + K⁻):
    f(K) = (K⁺ + K⁻) / (1 + (1 - f(K⁺))/f(K⁺) + (1 - f(K⁻))/f(K⁻)). Raises MethodError for a value that is not positive.
    """
    to_anti_ideal, to_ideal = _utility_degrees(performances, weights, maximized)
    return (to_ideal + to_anti_ideal) / (1.0 + to_ideal / to_anti_ideal + to_anti_ideal / to_ideal)


def details(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "linear",
) -> Details:
    """Return the two utility degrees by name."""
    to_anti_ideal, to_ideal = _utility_degrees(performances, weights, maximized)
    return {"K_minus": to_anti_ideal, "K_plus": to_ideal}


def values(
    performances: FloatArray, maximized: BoolArray, /, *, normalization: object = "linear"
) -> FloatArray:
    """Return values (..., m, n) whose weighted sum orders as the method does: K⁻/K⁺ is the same for every alternative."""
    refuse_zero_or_negative(performances, "MARCOS")
    return linear(performances, maximized)


def _utility_degrees(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray
) -> tuple[FloatArray, FloatArray]:
    """Return each weighted sum over that of the anti-ideal (K⁻) and over that of the ideal alternative (K⁺), whose values are 1."""
    relative = values(performances, maximized)
    sums = weighted(weights, relative)
    anti_ideal = weighted(weights, relative.min(axis=-2, keepdims=True))
    return sums / anti_ideal, sums / weights.sum(axis=-1)[..., None]
