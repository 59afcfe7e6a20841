"""Weights from nothing but an order of importance.

Sources: Barron & Barrett (1996) for rank order centroid; Stillwell, Seaver & Edwards (1981) for rank sum, reciprocal and
exponent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import WeightsError
from criteria.model.arrays import FloatArray
from criteria.scaling.checks import checked_points
from criteria.translation import later
from criteria.translation import translate as _
from criteria.weighting.result import Weights, weights_from


@dataclass(frozen=True, slots=True)
class RankFormula:
    """One published formula: positions 1 .. n and an exponent to points for each position."""

    key: str
    name: str
    reference: str
    points: Callable[[FloatArray, float], FloatArray]


def _centroid(positions: FloatArray, _exponent: float) -> FloatArray:
    """Return (1/n) times the sum of 1/k for k from the position to n."""
    points: FloatArray = np.cumsum(1.0 / positions[::-1])[::-1] / len(positions)
    return points


_ROWS = (
    RankFormula("roc", later("Rank order centroid"), "Barron & Barrett (1996)", _centroid),
    RankFormula(
        "sum", later("Rank sum"), "Stillwell, Seaver & Edwards (1981)", lambda k, _p: len(k) + 1.0 - k
    ),
    RankFormula(
        "reciprocal", later("Rank reciprocal"), "Stillwell, Seaver & Edwards (1981)", lambda k, _p: 1.0 / k
    ),
    RankFormula(
        "exponent",
        later("Rank exponent"),
        "Stillwell, Seaver & Edwards (1981)",
        lambda k, p: ((len(k) + 1.0 - k) / len(k)) ** p,
    ),
)
FORMULAS: Mapping[str, RankFormula] = MappingProxyType({row.key: row for row in _ROWS})


def rank_order(ranks: ArrayLike, *, formula: str = "roc", exponent: float = 2.0) -> Weights:
    """Return the weights for ranks of importance (n,), 1 for the most important.

    Only the order of the ranks counts (1, 1, 3 is 1, 1, 2). Tied criteria share the mean of the weights of the positions that
    they take up together.  formula: roc, sum, reciprocal or exponent.  exponent: at least 0, for exponent alone: 0 is equal
    weights, 1 rank sum.  Raises WeightsError for anything else.
    """
    if not isinstance(formula, str) or formula not in FORMULAS:
        raise WeightsError(
            _("There is no formula '{name}'; choose from {known}.", name=formula, known=", ".join(FORMULAS))
        )
    if not (isinstance(exponent, int | float | np.number) and np.isfinite(exponent) and exponent >= 0):
        raise WeightsError(_("The exponent is {value}; give a number of at least 0.", value=exponent))
    given = checked_points(ranks, _("The ranks"), least=1.0)
    positions = np.arange(1.0, len(given) + 1)
    by_position = FORMULAS[formula].points(positions, float(exponent))
    points = np.empty(len(given))
    for rank in np.unique(given):
        tied = given == rank
        before = int((given < rank).sum())
        points[tied] = by_position[before : before + int(tied.sum())].mean()
    return weights_from(points)
