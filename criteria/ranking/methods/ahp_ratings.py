"""AHP in ratings mode: local priorities from measured performances. Source: Saaty (1994), ch. 1; Millet & Saaty (2000)."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.scaling.normalization import benefits, weighted


def synthesis_of_ratings(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "linear",
    scales: object = None,
    synthesis: str = "ideal",
) -> FloatArray:
    """Return Σ w · priority for each alternative, within 0 and 1; higher is better.

    synthesis: `ideal` divides the priorities under a criterion by the best one (x / max; costs min / x), `distributive` by
    their sum (x / Σx; costs (1/x) / Σ(1/x)). `sum` as normalization means the distributive synthesis; with `scale` the ideal
    is the best end of the declared scale.
    """
    priorities = benefits(performances, maximized, normalization, scales)
    if synthesis == "distributive" and normalization != "sum":
        total = priorities.sum(axis=-2, keepdims=True)
        priorities = np.divide(priorities, total, out=np.zeros_like(priorities), where=total > 0)
    return weighted(weights, priorities)
