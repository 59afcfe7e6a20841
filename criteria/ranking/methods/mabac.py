"""Multi-attributive border approximation area comparison. Source: Pamučar & Ćirović (2015), eqs. 3-11."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.scaling.normalization import benefits, weighted


def distance_from_border(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "minmax",
    scales: object = None,
) -> FloatArray:
    """Return the summed distance from the border area, about -1 to 1; higher is better; 0 for all where all are alike.

    The weighted value is w · (n + 1) and the border its geometric mean over the alternatives, so both are linear in w.
    """
    shifted = benefits(performances, maximized, normalization, scales) + 1.0
    border = np.exp(np.log(shifted).mean(axis=-2, keepdims=True))
    return weighted(weights, shifted - border)
