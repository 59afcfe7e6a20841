"""Points given by people: for swings from worst to best (Edwards & Barron 1994; von Winterfeldt & Edwards 1986), or outright."""

from __future__ import annotations

from numpy.typing import ArrayLike

from criteria.scaling.checks import checked_points
from criteria.translation import translate as _
from criteria.weighting.result import Weights, weights_from


def swing(points: ArrayLike) -> Weights:
    """Return the weights for points (n,) given to moving each criterion from its worst to its best level.

    The most wanted move usually has 100; any scale serves, since points are divided by their sum. 0 means: that move is
    worth nothing.  Raises WeightsError for negative or non-finite points, and where all are 0.
    """
    return weights_from(checked_points(points, _("The swing points")))


def direct(points: ArrayLike) -> Weights:
    """Return the weights for points of importance (n,) given outright; they say nothing of the range they were meant for.

    Raises WeightsError for negative or non-finite points, and where all are 0.
    """
    return weights_from(checked_points(points, _("The points")))
