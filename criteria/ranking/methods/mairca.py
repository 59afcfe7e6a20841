"""Multi-attributive ideal-real comparative analysis. Source: Pamučar, Vasin & Lukovac (2014)."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.library import finite, run
from criteria.ranking.method import Details
from criteria.scaling.normalization import minmax


def total_gap(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "minmax",
) -> tuple[FloatArray, Details]:
    """Return the summed gap between theoretical and real assessment, 0 to 1/m; lower is better.

    The method looks at min-max positions only, so they are handed over plus 1: the library refuses zeros.
    """
    positions = minmax(performances, maximized) + 1.0
    found = run("mairca", "MAIRCA", positions, weights, np.ones_like(maximized))
    return finite("MAIRCA", found["values"]), {}
