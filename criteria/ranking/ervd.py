"""Election based on relative value distances. Source: Shyur et al. (2015), by scikit-criteria."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.library import all_alike, finite, run
from criteria.ranking.method import Details
from criteria.ranking.normalization import benefits, per_criterion


def relative_value_distance(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "minmax",
    scales: object = None,
    reference_points: object = None,
    alpha: float = 0.88,
    lambda_: float = 2.25,
) -> tuple[FloatArray, Details]:
    """Return the relative value distance, 0 to 1; higher is better; 0.5 for all where all are alike.

    reference_points: (n,), on the normalized scale; by default the average of each column.
    """
    values = benefits(performances, maximized, normalization, scales)
    if all_alike(values[:, weights > 0]):
        return np.full(len(performances), 0.5), {}
    points = values.mean(axis=0)
    if reference_points is not None:
        points = per_criterion(reference_points, (values.shape[1],), "reference_points")
    found = run(
        "ervd",
        "ERVD",
        values,
        weights,
        np.ones_like(maximized),
        options={"alpha_value": alpha, "lambda_value": lambda_},
        inputs={"reference_points": points},
    )
    return finite("ERVD", found["similarity"]), {name: found[name] for name in ("s_plus", "s_minus")}
