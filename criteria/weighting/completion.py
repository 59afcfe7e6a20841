"""Blanks in a comparison matrix, filled in so that what was said stays as consistent as it can.

Source: Bozóki, Fülöp & Rónyai (2010), On optimal completion of incomplete pairwise comparison matrices. The largest
eigenvalue is convex in the logarithms of the blanks, and its minimum is unique if the judgements connect all items.
"""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import FloatArray
from criteria.weighting.comparisons import missing_pairs

_NEWTON_STEPS = 30


def principal(matrix: FloatArray) -> tuple[float, FloatArray]:
    """Return the largest eigenvalue of a positive matrix and its eigenvector, which sums to 1 (Perron)."""
    values, vectors = np.linalg.eig(matrix)
    largest = int(np.argmax(values.real))
    vector = np.abs(vectors[:, largest].real)
    return float(values[largest].real), vector / vector.sum()


def logarithmic_least_squares(comparisons: FloatArray) -> FloatArray:
    """Return the priorities (n,) whose ratios are nearest to the judgements in logarithms; row geometric means if all are judged.

    comparisons: (n, n), reciprocal, nan where not judged, connected.
    """
    judged = ~np.isnan(comparisons) & ~np.eye(len(comparisons), dtype=np.bool_)
    logarithms = np.where(judged, np.log(np.where(judged, comparisons, 1.0)), 0.0)
    # The antisymmetric part: where the two directions were rounded differently, each counts half.
    sums = ((logarithms - logarithms.T) / 2.0).sum(axis=1)
    laplacian = np.diag(judged.sum(axis=1)) - judged
    heights = np.linalg.pinv(laplacian.astype(np.float64)) @ sums
    priorities = np.exp(heights - heights.max())
    return priorities / priorities.sum()


def completed(comparisons: FloatArray) -> FloatArray:
    """Return the comparisons (n, n) with each blank at the value that makes the largest eigenvalue smallest."""
    from scipy.optimize import minimize

    blanks = missing_pairs(comparisons)
    if not blanks:
        return comparisons
    rows, columns = np.array(blanks).T
    start = logarithmic_least_squares(comparisons)

    def filled(logarithms: FloatArray) -> FloatArray:
        matrix = comparisons.copy()
        matrix[rows, columns] = np.exp(logarithms)
        matrix[columns, rows] = np.exp(-logarithms)
        return matrix

    def eigenvalue_and_slope(logarithms: FloatArray) -> tuple[float, FloatArray]:
        matrix = filled(logarithms)
        value, right = principal(matrix)
        _value, left = principal(matrix.T)
        # d lambda / d a_ij = left_i right_j / (left . right); a_ji falls as a_ij rises.
        gains = left[rows] * matrix[rows, columns] * right[columns]
        losses = left[columns] * matrix[columns, rows] * right[rows]
        return value, (gains - losses) / float(left @ right)

    found = np.log(start[rows] / start[columns])
    found = minimize(eigenvalue_and_slope, found, jac=True, method="BFGS", options={"gtol": 1e-9}).x
    return filled(_polished(found, lambda point: eigenvalue_and_slope(point)[1]))


def _polished(point: FloatArray, slope: object) -> FloatArray:
    """Return the point where the slope is 0 to rounding, by Newton steps that each must lessen it."""
    assert callable(slope)
    here = slope(point)
    for _step in range(_NEWTON_STEPS):
        size = float(np.abs(here).max())
        if size < 1e-13:
            break
        width = 1e-5
        curvature = np.array(
            [
                (slope(point + width * unit) - slope(point - width * unit)) / (2 * width)
                for unit in np.eye(len(point))
            ]
        )
        candidate = point - np.linalg.lstsq((curvature + curvature.T) / 2, here, rcond=None)[0]
        there = slope(candidate)
        if float(np.abs(there).max()) >= size:
            break
        point, here = candidate, there
    return point
