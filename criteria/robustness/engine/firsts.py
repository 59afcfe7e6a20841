"""Who is first in each draw, and the weights of those draws: most shares of the first rank are 0, and none of them is multiplied."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from criteria.model.arrays import FloatArray, IntArray

AnyIntArray = NDArray[np.integer[Any]]


class Firsts(NamedTuple):
    """The shares of the first rank that are not 0, draw by draw: one of 1 for a draw, or several where some tie.

    alternatives: (q,), whose share it is.  ends: (k + 1,), where the shares of each draw begin and end.  shares: (q,).
    """

    alternatives: AnyIntArray
    ends: AnyIntArray
    shares: FloatArray


def alone(alternatives: AnyIntArray) -> Firsts:
    """Return what is known where one alternative (k,) alone is first in each draw."""
    k = len(alternatives)
    return Firsts(alternatives, np.arange(k + 1, dtype=np.int32), np.ones(k))


def shared(shares: FloatArray) -> Firsts:
    """Return the same for shares (m, k) of the first rank of each draw."""
    m, k = shares.shape
    by_draw = np.ascontiguousarray(shares.T)
    places = np.flatnonzero(by_draw > 0)
    ends = np.searchsorted(places, m * np.arange(k + 1))
    return Firsts((places % m).astype(np.int32), ends.astype(np.int32), by_draw.flat[places])


def weights_when_first(firsts: Firsts, m: int, weights: FloatArray) -> FloatArray:
    """Return for each of m alternatives the sum of the weights (k, n) of the draws in which it is first, (m, n)."""
    return _sums(firsts, firsts.alternatives, m, weights)


def weights_by_group(firsts: Firsts, m: int, weights: FloatArray, groups: IntArray, count: int) -> FloatArray:
    """Return the same for each of so many groups of draws, and behind it the number of those draws, (count, m, n + 1).

    groups: (k,), to which group each draw belongs, from 0 on.
    """
    before = m * groups
    if len(firsts.alternatives) > len(groups):
        before = np.repeat(before, np.diff(firsts.ends))
    rows = firsts.alternatives + before
    found = np.empty((count * m, weights.shape[1] + 1))
    found[:, :-1] = _sums(firsts, rows, count * m, weights)
    found[:, -1] = np.bincount(rows, firsts.shares, minlength=count * m)
    return found.reshape(count, m, -1)


def _sums(firsts: Firsts, rows: AnyIntArray, count: int, weights: FloatArray) -> FloatArray:
    from scipy.sparse import csc_array  # late: it takes a quarter of a second

    each = csc_array((firsts.shares, rows.astype(np.int32), firsts.ends), shape=(count, len(weights)))
    return np.asarray(each @ weights, dtype=np.float64)
