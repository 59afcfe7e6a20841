"""Competition ranks: 1 is best, tied alternatives share the better rank, the next rank is skipped."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from criteria.model.arrays import FloatArray, IntArray

RankArray = NDArray[np.integer]

TIE = 1e-9  # scores closer than this, relative to the larger of 1 and the largest score, are tied
_COMPARED_AT_ONCE = 4_000_000  # pairs held in memory at a time
_MANY_ROWS = (
    64  # from here on one pass over all rows for each alternative is faster than all pairs of a row at once
)


def competition_ranks(
    values: FloatArray, *, higher_is_better: bool, tie: float = TIE, relative: bool = True
) -> IntArray:
    """Return one more than the number of alternatives whose score is better by more than the tie tolerance.

    relative: whether the tolerance grows with the largest score of a row, if that is above 1.
    values: (..., m), finite or infinite, not nan.  Returns (..., m) integers from 1 to m.
    """
    scores = np.atleast_2d(values if higher_is_better else -values)
    if scores.ndim == 2 and len(scores) >= _MANY_ROWS and scores.shape[-1] <= len(scores):
        columns = ranks_in_columns(scores, higher_is_better=True, tie=tie, relative=relative)
        return columns.T.astype(np.int64).reshape(values.shape)
    raised = scores + _tolerances(scores, tie, relative=relative)
    ranks = np.empty(scores.shape, dtype=np.int64)
    rows = max(1, _COMPARED_AT_ONCE // max(1, scores.shape[-1] ** 2))
    if rows > 1 or len(scores) > 1:
        for start in range(0, len(scores), rows):
            block = slice(start, start + rows)
            ranks[block] = 1 + np.sum(scores[block, np.newaxis, :] > raised[block, :, np.newaxis], axis=-1)
    else:
        ordered = np.sort(scores[0])
        ranks[0] = 1 + scores.shape[-1] - np.searchsorted(ordered, raised[0], side="right")
    return ranks.reshape(values.shape)


def ranks_in_columns(
    values: FloatArray, *, higher_is_better: bool, tie: float = TIE, relative: bool = True
) -> RankArray:
    """Return the same ranks of rows (k, m) as columns, (m, k), in small numbers: for each alternative in turn, whom it is ahead of in any row."""
    across = np.ascontiguousarray((values if higher_is_better else -values).T)
    level = across + _tolerances(across, tie, relative=relative, axis=0)
    ahead: RankArray = np.ones(across.shape, dtype=np.uint8 if len(across) <= 255 else np.int32)
    beaten = np.empty(across.shape, dtype=bool)
    as_numbers = beaten.view(np.uint8)
    for one in across:
        np.greater(one, level, out=beaten)
        ahead += as_numbers
    return ahead


def _tolerances(scores: FloatArray, tie: float, *, relative: bool, axis: int = -1) -> FloatArray | float:
    """Return how far apart scores have to be, for each row of them."""
    if not relative or not scores.size:
        return tie
    largest = np.maximum(scores.max(axis=axis, keepdims=True), -scores.min(axis=axis, keepdims=True))
    if not np.isfinite(largest).all():
        largest = np.max(np.abs(scores), axis=axis, keepdims=True, where=np.isfinite(scores), initial=1.0)
    tolerances: FloatArray = tie * np.maximum(largest, 1.0, out=largest)
    return tolerances
