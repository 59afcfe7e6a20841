"""Election based on relative value distances. Source: Shyur et al. (2015), by scikit-criteria."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.library import all_alike, finite, run
from criteria.ranking.method import Details
from criteria.scaling.normalization import on_scale, per_criterion, share_of_sum


def relative_value_distance(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "sum",
    scales: object = None,
    reference_points: object = None,
    alpha: float = 0.88,
    lambda_: float = 2.25,
) -> tuple[FloatArray, Details]:
    """Return the relative value distance, 0 to 1; higher is better; 0.5 for all where all are alike.

    reference_points: (n,), in the units of the performances; by default the average of each column. The publication leaves
    them to the decision maker. `sum` is x / Σx with the sense of costs kept.
    """
    points = performances.mean(axis=0)
    if reference_points is not None:
        points = per_criterion(reference_points, points.shape, "reference_points")
    if normalization == "scale":
        values, flags = on_scale(performances, maximized, scales), np.ones_like(maximized)
        points = on_scale(points[np.newaxis], maximized, scales)[0]
    else:
        values, flags = share_of_sum(performances), maximized
        # The same factor that turns a column into shares; the mean of shares is 1 / m.
        average = performances.mean(axis=0)
        points = np.divide(points, average * len(performances), out=np.zeros_like(points), where=average > 0)
    if all_alike(values, weights):
        return np.full(len(performances), 0.5), {}
    found = run(
        "ervd",
        "ERVD",
        values,
        weights,
        flags,
        options={"alpha_value": alpha, "lambda_value": lambda_},
        inputs={"reference_points": list(points)},
    )
    return finite("ERVD", found["similarity"]), {name: found[name] for name in ("s_plus", "s_minus")}
