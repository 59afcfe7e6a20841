"""Preference ranking on the basis of ideal-average distance. Source: Wang, Rangaiah & Wang (2021)."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.library import all_alike, finite, run
from criteria.ranking.method import Details
from criteria.scaling.normalization import signs, vector


def ideal_average_distance(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "vector",
) -> tuple[FloatArray, Details]:
    """Return the ratio of distances to the tiers of ideals plus the distance to the average; higher is better.

    0.5 for all where all are alike. Costs are handed over negated: distances are the same.
    """
    if all_alike(performances, weights):
        return np.full(len(performances), 0.5), {}
    values = vector(performances) * signs(maximized)
    found = run("probid", "PROBID", values, weights, np.ones_like(maximized))
    return finite("PROBID", found["score"]), {}


def simplified_ideal_distance(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "vector",
) -> tuple[FloatArray, Details]:
    """Return the distance to the worst quarter over the distance to the best quarter; higher is better; 1 where all are alike."""
    if all_alike(performances, weights):
        return np.ones(len(performances)), {}
    values = vector(performances) * signs(maximized)
    found = run("probid", "SimplifiedPROBID", values, weights, np.ones_like(maximized))
    return finite("PROBID (simplified)", found["score"]), {}
