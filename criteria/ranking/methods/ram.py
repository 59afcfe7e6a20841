"""Root assessment method. Source: Sotoudeh-Anvari (2023), by scikit-criteria."""

from __future__ import annotations

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.library import finite, run
from criteria.ranking.method import Details
from criteria.scaling.normalization import share_of_sum


def root_assessment(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, *, normalization: object = "sum"
) -> tuple[FloatArray, Details]:
    """Return the root assessment score, from ∛2 to √3; higher is better."""
    found = run("ram", "RAM", share_of_sum(performances), weights, maximized)
    return finite("RAM", found["score"]), {name: found[name] for name in ("sum_benefit", "sum_cost")}
