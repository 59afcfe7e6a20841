"""Measurement of alternatives and ranking according to compromise solution. Source: Stević et al. (2020)."""

from __future__ import annotations

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.library import finite, refuse_zero_or_negative, run
from criteria.ranking.method import Details


def utility_function(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "linear",
) -> tuple[FloatArray, Details]:
    """Return the utility function f(K), positive; higher is better. Performances must be positive."""
    refuse_zero_or_negative(performances, "MARCOS")
    found = run("marcos", "MARCOS", performances, weights, maximized)
    return finite("MARCOS", found["utility_scores"]), {name: found[name] for name in ("K_minus", "K_plus")}
