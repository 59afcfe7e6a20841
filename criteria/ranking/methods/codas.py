"""Combinative distance-based assessment. Source: Keshavarz Ghorabaee et al. (2016), by scikit-criteria."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.library import finite, run
from criteria.ranking.method import Details
from criteria.scaling.normalization import benefits


def relative_assessment(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "linear",
    scales: object = None,
    tau: float = 0.02,
) -> tuple[FloatArray, Details]:
    """Return the summed relative assessment; higher is better; 0 for all where all are alike."""
    values = benefits(performances, maximized, normalization, scales)
    found = run("codas", "CODAS", values, weights, np.ones_like(maximized), options={"tau": tau})
    return finite("CODAS", found["score"]), {}
