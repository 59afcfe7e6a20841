"""Multi-attributive ideal-real comparative analysis. Source: Pamučar, Vasin & Lukovac (2014), eqs. 1-10."""

from __future__ import annotations

from criteria.model.arrays import BoolArray, FloatArray
from criteria.scaling.normalization import minmax, weighted


def total_gap(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "minmax",
) -> FloatArray:
    """Return the summed gap between theoretical and real assessment, 0 to 1/m; lower is better; 0 for all where all are alike.

    performances: (m, n), any unit, finite.  weights: (..., n).  Returns (..., m).
    Each alternative is as likely as any other beforehand (P = 1/m), so its theoretical assessment is w/m, and the gap is the
    share of it that its min-max position leaves open.
    """
    return weighted(weights, 1.0 - minmax(performances, maximized)) / performances.shape[-2]
