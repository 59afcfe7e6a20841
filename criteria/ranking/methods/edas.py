"""Evaluation based on distance from average solution. Source: Keshavarz Ghorabaee et al. (2015), eqs. 3-13."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.scaling.normalization import refuse_negative, signs, weighted


def appraisal(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "average",
) -> FloatArray:
    """Return the appraisal score, between 0 and 1; higher is better; 0.5 for all where all are alike.

    performances: not negative, so that the average of a column is 0 only where the whole column is.
    """
    refuse_negative(performances, "EDAS")
    average = performances.mean(axis=-2, keepdims=True)
    distance = np.divide(
        (performances - average) * signs(maximized),
        average,
        out=np.zeros_like(performances),
        where=average > 0,
    )
    above = weighted(weights, np.maximum(distance, 0.0))
    below = weighted(weights, np.maximum(-distance, 0.0))
    return 0.5 * (_of_largest(above) + 1.0 - _of_largest(below))


def _of_largest(sums: FloatArray) -> FloatArray:
    """Return each sum (..., m) over the largest; 0 where nobody is away from the average by more than rounding."""
    largest = sums.max(axis=-1, keepdims=True)
    return np.divide(sums, largest, out=np.zeros_like(sums), where=largest > 1e-12)
