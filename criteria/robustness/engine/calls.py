"""A ranking method with its settings, ready to be called thousands of times: input checked once, scores turned so that more is better."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import CriteriaError
from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.model.frozen import frozen_inside
from criteria.ranking.method import Method, Setting
from criteria.ranking.score import checked_settings, method_row, score
from criteria.robustness.engine.steps import stepped
from criteria.scaling.checks import checked_input
from criteria.translation import translate as _

NOTHING = -1e4  # stands for the logarithm of 0: below that of any positive float, and small enough not to widen the tolerance for ties much
LIBRARY_DRAWS = 300  # what a method without a kernel of its own is given, one draw at a time


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Call:
    """One method on one decision matrix. performances: (m, n).  maximized: (n,)."""

    method: Method
    performances: FloatArray
    maximized: BoolArray
    settings: Mapping[str, Setting]

    @property
    def alternatives(self) -> int:
        """How many alternatives there are."""
        return len(self.performances)

    @property
    def batched(self) -> bool:
        """Whether many draws are one call to a kernel of our own."""
        return self.method.batched

    def values(self, weights: FloatArray, performances: FloatArray | None = None) -> FloatArray:
        """Return scores (..., m), more is better, comparable within a row.

        weights: (..., n), rows summing to 1.  performances: (..., m, n), by default those of the matrix.
        Those of a product are on the logarithm: no candidate is level with another because both products are tiny.
        Where the method's formula divides by zero, scores in the order that it tends to there.
        Raises CriteriaError where the method gives no finite score.
        """
        return self._turned(weights, performances, logarithm=self.method.ranked_on_logarithm)

    def gained(self, weights: FloatArray, performances: FloatArray | None = None) -> FloatArray:
        """Return the same in the unit of the published score, whatever the ranking follows: for leads, and what something is worth."""
        return self._turned(weights, performances, logarithm=False)

    def _turned(self, weights: FloatArray, performances: FloatArray | None, *, logarithm: bool) -> FloatArray:
        matrix = self.performances if performances is None else performances
        with np.errstate(all="ignore"):
            if not self.batched:
                return self._one_by_one(weights, matrix)
            found = self.method.kernel(matrix, weights, self.maximized, **self.settings)
            if logarithm:
                found = np.log(found, out=np.full_like(found, NOTHING), where=found > 0)
            if self.method.limit is not None and not np.all(np.isfinite(found)):
                limit = self.method.limit(matrix, weights, self.maximized, **self.settings)
                found = np.where(np.all(np.isfinite(found), axis=-1, keepdims=True), found, limit)
            finite = np.isfinite(found.sum()) or np.all(np.isfinite(found))  # the sum alone may overflow
        if not finite:
            raise CriteriaError(
                _("{method} gives no finite score for some of the draws.", method=self.method.name)
            )
        return found if self.method.higher_is_better else -found

    def published(self, weights: FloatArray) -> FloatArray:
        """Return scores (k, m) as the method publishes them, in its own direction; nan where it divides by zero."""
        if self.batched:
            with np.errstate(all="ignore"):
                found = self.method.kernel(self.performances, weights, self.maximized, **self.settings)
            return np.where(np.isfinite(found), found, np.nan)
        return score(self.method.key, self.performances, weights, self.maximized, **self.settings).values

    def _one_by_one(self, weights: FloatArray, matrix: FloatArray) -> FloatArray:
        """Return the scores of each draw, computed one by one; minus the ranks where these do not follow from the scores."""
        lead = np.broadcast_shapes(weights.shape[:-1], matrix.shape[:-2])
        rows = np.broadcast_to(weights, (*lead, weights.shape[-1])).reshape(-1, weights.shape[-1])
        matrices = np.broadcast_to(matrix, (*lead, *matrix.shape[-2:])).reshape(-1, *matrix.shape[-2:])
        found = [
            score(self.method.key, one, row, self.maximized, **self.settings)
            for one, row in stepped(zip(matrices, rows, strict=True), len(rows))
        ]
        if self.method.ranks is not None:
            values = np.array([-scores.ranks for scores in found], dtype=np.float64)
        else:
            values = np.array([scores.values for scores in found])
            values = values if self.method.higher_is_better else -values
        return values.reshape(*lead, matrix.shape[-2])

    def ranks(self, weights: FloatArray) -> IntArray:
        """Return competition ranks (..., m), by the method's own rule."""
        return score(self.method.key, self.performances, weights, self.maximized, **self.settings).ranks


def checked_call(
    method: str,
    performances: ArrayLike,
    maximized: ArrayLike,
    weights: ArrayLike | None,
    params: Mapping[str, Setting],
) -> tuple[Call, FloatArray]:
    """Return the call and the weights, normalized; raise CriteriaError for anything that has no meaning.

    weights: (n,) or (k, n); None stands for equal ones.
    """
    row = method_row(method)
    columns = np.shape(np.asarray(performances, dtype=object))
    given = np.ones(columns[1] if len(columns) == 2 else 1) if weights is None else weights
    values, shares, flags = checked_input(performances, given, maximized)
    call = Call(row, values, flags, checked_settings(row, params))
    first = shares if shares.ndim == 1 else shares[0]
    call.values(first)  # a method that cannot take these performances says so now, in its own sentence
    return call, shares
