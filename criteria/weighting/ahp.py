"""The analytic hierarchy process: priorities from pairwise comparisons, and how consistent these are.

Sources: Saaty (1980); Crawford & Williams (1985) for the geometric mean; Aguarón & Moreno-Jiménez (2003) for the geometric
consistency index; Bozóki, Fülöp & Rónyai (2010) for blanks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import WeightsError
from criteria.model.arrays import FloatArray
from criteria.model.frozen import frozen_inside
from criteria.translation import translate as _
from criteria.weighting.comparisons import check_connected, checked_comparisons, missing_pairs
from criteria.weighting.completion import completed, logarithmic_least_squares, principal
from criteria.weighting.random_index import random_index as published_index
from criteria.weighting.suggestions import Suggestion
from criteria.weighting.suggestions import suggestions as contradicted

ACCEPTABLE_RATIO = 0.10  # Saaty (1980): up to here the judgements are consistent enough to be used
ACCEPTABLE_INDEX = (
    0.37  # Aguarón & Moreno-Jiménez (2003): the geometric index of five items or more at a ratio of 0.10
)


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Priorities:
    """What pairwise comparisons of n items say.

    weights: (n,), sum 1.  lambda_max: largest eigenvalue of the completed matrix, at least n.  consistency_index: (lambda_max
    - n) / (n - 1).  consistency_ratio: that over the random index; None for more items than the index is published for (15).
    geometric_consistency_index: mean squared logarithmic error of the row geometric means, for any n.  All three are 0 for n
    up to 2.  completed: (n, n), what was judged, and the blanks at
    the values that make lambda_max smallest.  missing: pairs nobody judged.  suggestions: contradicted judgements, worst first.
    """

    weights: FloatArray
    lambda_max: float
    consistency_index: float
    consistency_ratio: float | None
    geometric_consistency_index: float
    completed: FloatArray
    missing: tuple[tuple[int, int], ...]
    suggestions: tuple[Suggestion, ...]

    @property
    def consistent_enough(self) -> bool:
        """Whether the consistency ratio is at most 0.10; where there is none, whether the geometric index is at most 0.37."""
        return self.inconsistency <= 1.0

    @property
    def inconsistency(self) -> float:
        """The consistency ratio as a multiple of what is acceptable (0.10); where there is none, the geometric index of 0.37."""
        if self.consistency_ratio is not None:
            return self.consistency_ratio / ACCEPTABLE_RATIO
        return self.geometric_consistency_index / ACCEPTABLE_INDEX


def column_mean(matrix: FloatArray) -> FloatArray:
    """Return the mean of the columns after each was divided by its sum (Saaty's additive normalization)."""
    means: FloatArray = (matrix / matrix.sum(axis=0)).mean(axis=1)
    return means


PRIORITIES: Mapping[str, Callable[[FloatArray], FloatArray]] = MappingProxyType(
    {
        "eigenvector": lambda matrix: principal(matrix)[1],
        "geometric_mean": logarithmic_least_squares,
        "column_mean": column_mean,
    }
)


def ahp(
    comparisons: ArrayLike, *, priorities: str = "eigenvector", random_index: str = "saaty1980"
) -> Priorities:
    """Return the priorities of n items compared in pairs, with the consistency of the judgements.

    comparisons: (n, n), a_ij says how many times as important i is as j; positive, reciprocal, nan = not judged.
    priorities: eigenvector, geometric_mean or column_mean, of the completed matrix.  random_index: saaty1980, saaty2008 or
    alonso_lamata2006, up to 15 items; beyond that the ratio is None, all else is as for fewer. The ratio of an incomplete matrix
    uses the index of complete ones: it is on the low side.
    Raises WeightsError for anything else, and where the judgements do not connect all items.
    """
    if not isinstance(priorities, str) or priorities not in PRIORITIES:
        raise WeightsError(
            _(
                "There are no priorities '{name}'; choose from {known}.",
                name=priorities,
                known=", ".join(PRIORITIES),
            )
        )
    given = checked_comparisons(comparisons)
    n = len(given)
    yardstick = published_index(random_index, n)
    check_connected(given)
    full = completed(given)
    largest = max(principal(full)[0], float(n))
    index = (largest - n) / (n - 1) if n > 2 else 0.0
    weights = PRIORITIES[priorities](full)
    for array in (weights, full):
        array.setflags(write=False)
    return Priorities(
        weights=weights,
        lambda_max=largest,
        consistency_index=index,
        consistency_ratio=_ratio(index, yardstick, n),
        geometric_consistency_index=geometric_consistency_index(full),
        completed=full,
        missing=missing_pairs(given),
        suggestions=contradicted(given),
    )


def _ratio(index: float, yardstick: float | None, n: int) -> float | None:
    """Return the index over the random one; 0 for n up to 2, None where no random index is published."""
    if n <= 2:
        return 0.0
    return None if yardstick is None else index / yardstick


def geometric_consistency_index(matrix: FloatArray) -> float:
    """Return 2 / ((n - 1)(n - 2)) times the sum over i < j of ln²(a_ij w_j / w_i), w the row geometric means; 0 for n up to 2."""
    n = len(matrix)
    if n <= 2:
        return 0.0
    weights = logarithmic_least_squares(matrix)
    errors = np.log(matrix * weights / weights[:, None])
    return float(2.0 / ((n - 1) * (n - 2)) * (errors[np.triu_indices(n, 1)] ** 2).sum())
