"""Combined compromise solution. Source: Yazdani et al. (2019), by scikit-criteria."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.library import finite, run
from criteria.ranking.method import Details
from criteria.scaling.normalization import benefits


def combined_compromise(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "minmax",
    scales: object = None,
    lambda_: float = 0.5,
) -> tuple[FloatArray, Details]:
    """Return the combined compromise score, positive; higher is better."""
    values = benefits(performances, maximized, normalization, scales)
    found = run(
        "cocoso", "CoCoSo", values, weights, np.ones_like(maximized), options={"lambda_value": lambda_}
    )
    return finite("CoCoSo", found["score"]), {name: found[name] for name in ("k_a", "k_b", "k_c")}
