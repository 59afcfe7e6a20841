"""Which judgements fit the others worst, what the others imply instead, and the chain that says so. Never forced on anybody."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from criteria.model.arrays import FloatArray
from criteria.weighting.comparisons import RECIPROCITY_TOLERANCE, chain_between, judged_pairs
from criteria.weighting.completion import logarithmic_least_squares

_FITS = float(
    np.log1p(RECIPROCITY_TOLERANCE)
)  # a judgement this near to what the others imply differs by rounding alone
_BRIDGE = 1e-9


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A judgement that the others contradict.

    first, second: the two items, by index.  given: how many times as important the first was said to be.  fitting: what
    the other judgements imply.  chain: the items that lead from first to second through other judgements.  implied: the
    product along that chain.  share: how much of all the contradiction would go with the fitting value, 0 to 1.
    """

    first: int
    second: int
    given: float
    fitting: float
    chain: tuple[int, ...]
    implied: float
    share: float

    @property
    def factor(self) -> float:
        """How many times too large or too small the judgement is, at least 1."""
        return max(self.given / self.fitting, self.fitting / self.given)


def suggestions(comparisons: FloatArray) -> tuple[Suggestion, ...]:
    """Return the judgements that others contradict, worst first; empty where all agree.

    The fitting value is what logarithmic least squares give for the pair with this judgement left out; where all pairs were
    judged that is the geometric mean of all chains over one other item. A judgement that alone joins two parts of the items
    cannot be contradicted. comparisons: (n, n), reciprocal, nan where not judged, connected.
    """
    pairs = judged_pairs(comparisons)
    n = len(comparisons)
    if len(pairs) < n:  # a tree of judgements: nothing says anything twice
        return ()
    judged = ~np.isnan(comparisons) & ~np.eye(n, dtype=np.bool_)
    inverse = np.linalg.pinv((np.diag(judged.sum(axis=1)) - judged).astype(np.float64))
    priorities = logarithmic_least_squares(comparisons)
    first, second = pairs.T
    residuals = np.log(comparisons[first, second] * priorities[second] / priorities[first])
    # A judgement pulls the fit towards itself by its leverage, the effective resistance between its two items.
    leverage = inverse[first, first] + inverse[second, second] - 2 * inverse[first, second]
    free = 1.0 - leverage
    total = float(residuals @ residuals)
    found = []
    for p, (i, j) in enumerate(pairs):
        if free[p] <= _BRIDGE or abs(residuals[p] / free[p]) <= _FITS:
            continue
        given = float(comparisons[i, j])
        fitting = given * float(np.exp(-residuals[p] / free[p]))
        chain = _telling_chain(comparisons, int(i), int(j), fitting)
        found.append(
            Suggestion(
                first=int(i),
                second=int(j),
                given=given,
                fitting=fitting,
                chain=chain,
                implied=float(np.prod([comparisons[a, b] for a, b in pairwise(chain)])),
                share=float(min(residuals[p] ** 2 / free[p] / total, 1.0)),
            )
        )
    # Where several explain the contradiction alike, the pair furthest apart: its neighbours were asked before it.
    return tuple(sorted(found, key=lambda s: (-round(s.share, 9), s.first - s.second, s.first)))


def _telling_chain(comparisons: FloatArray, first: int, second: int, fitting: float) -> tuple[int, ...]:
    """Return the chain over one other item whose product is nearest to the fitting value, or else the shortest chain there is."""
    products = comparisons[first] * comparisons[:, second]
    products[[first, second]] = np.nan
    if np.all(np.isnan(products)):
        return chain_between(comparisons, first, second)
    middle = int(np.nanargmin(np.abs(np.log(products / fitting))))
    return (first, middle, second)
