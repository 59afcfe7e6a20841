"""Operational competitiveness rating. Source: Parkan & Wu (2000), by scikit-criteria."""

from __future__ import annotations

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.library import finite, refuse_zero_or_negative, run
from criteria.ranking.method import Details


def competitiveness(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, *, normalization: object = "none"
) -> tuple[FloatArray, Details]:
    """Return the operational competitiveness, at least 0; higher is better. Performances must be positive."""
    refuse_zero_or_negative(performances, "OCRA")
    found = run("ocra", "OCRA", performances, weights, maximized)
    return finite("OCRA", found["performance"]), {
        name: found[name] for name in ("input_performance", "output_performance")
    }
