"""TOPSIS as a plane: closeness to the ideal is decided by two numbers, how good a candidate is on average and how uneven it is.

Source: Susmaga, Szczęch, Brzezinski (2023), arXiv 2306.07706, for values between 0 and 1; here for any normalization, since only the spans
between ideal and anti-ideal enter.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.model.evaluation import Evaluation
from criteria.model.frozen import frozen_inside
from criteria.ranking.matrix import maximized, settings_from
from criteria.ranking.methods.topsis import comparable
from criteria.ranking.score import method_row


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class ClosenessPlane:
    """average, unevenness: (m,), both between 0 and 1: the mean and the standard deviation of how far a candidate is on the way from the
    anti-ideal (0) to the ideal (1) on each criterion, each criterion counting by `shares` (n,), which sum to 1.
    """

    average: FloatArray
    unevenness: FloatArray
    shares: FloatArray

    @property
    def closeness(self) -> FloatArray:
        """The score of TOPSIS, (m,), from the two numbers alone."""
        return closeness_at(self.average, self.unevenness)


def closeness_at(average: FloatArray, unevenness: FloatArray) -> FloatArray:
    """Return the closeness of points of the plane: √(a² + u²) / (√(a² + u²) + √((1 − a)² + u²))."""
    to_anti_ideal = np.hypot(average, unevenness)
    return np.asarray(to_anti_ideal / (to_anti_ideal + np.hypot(1 - average, unevenness)))


def isoline(closeness: float, unevenness: FloatArray) -> FloatArray:
    """Return the averages (k,) at which points of these unevennesses (k,) have this closeness, nan where none has.

    closeness: between 0 and 1, both excluded.  Equal closeness is a circle around a point on the line without unevenness (Apollonius);
    for 0.5 it is the straight line in the middle.
    """
    if closeness == 0.5:
        return np.full(len(unevenness), 0.5)
    ratio = (closeness / (1 - closeness)) ** 2
    centre, radius = ratio / (ratio - 1), np.sqrt(ratio) / abs(ratio - 1)
    reach = radius**2 - np.asarray(unevenness) ** 2
    half = np.sqrt(np.where(reach >= 0, reach, np.nan))
    return np.asarray(centre - half if ratio > 1 else centre + half)


def closeness_plane(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    *,
    normalization: object = "vector",
    scales: object = None,
) -> ClosenessPlane | None:
    """Return where candidates lie in the plane; None where all are alike on every criterion with weight.

    performances: (m, n).  weights: (n,).  A criterion counts by the square of weight times span, because TOPSIS squares both.
    """
    values = comparable(performances, maximized, normalization, scales)
    low, span = values.min(axis=0), np.ptp(values, axis=0)
    squares = (weights * span) ** 2
    total = squares.sum()
    if total == 0:
        return None
    shares = squares / total
    way = np.divide(values - low, span, out=np.zeros_like(values), where=span > 0)
    average = way @ shares
    unevenness = np.sqrt(((way - average[:, None]) ** 2) @ shares)
    return ClosenessPlane(average, unevenness, shares)


def closeness_plane_of(evaluation: Evaluation) -> ClosenessPlane | None:
    """Return the plane of an evaluation by TOPSIS; None by any other method, and where all are alike."""
    if evaluation.scenario.method != "topsis":
        return None
    problem = evaluation.problem
    settings = settings_from(problem, method_row("topsis"), evaluation.normalization)
    return closeness_plane(evaluation.performances, evaluation.weights, maximized(problem), **settings)
