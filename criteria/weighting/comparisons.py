"""A table of pairwise comparisons: checked, blanks understood, its judgements as a graph."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import WeightsError
from criteria.model.arrays import FloatArray, IntArray
from criteria.model.number import grouped
from criteria.scaling.checks import numbers
from criteria.translation import translate as _

# The two directions of one judgement may be rounded to two digits: 0.17 stands for 1/6, and 6 x 0.17 = 1.02.
RECIPROCITY_TOLERANCE = 0.025
LARGEST_TABLE = 60
LARGEST_RATIO = 1e6  # nobody can mean more, and beyond it eigenvalues drown in rounding


def checked_comparisons(comparisons: ArrayLike) -> FloatArray:
    """Return comparisons (n, n) as numbers, positive and reciprocal; nan where nobody judged.

    A judgement given in one direction only is filled in for the other; the diagonal is 1.
    Raises WeightsError, with the place, for anything else.
    """
    given = numbers(comparisons, _("The comparisons"), WeightsError)
    if given.ndim != 2 or given.shape[0] != given.shape[1] or given.shape[0] == 0:
        raise WeightsError(
            _("The comparisons must be a square table of numbers, with one row and one column for each item.")
        )
    n = len(given)
    if n > LARGEST_TABLE:
        raise WeightsError(
            _(
                "There are {n} items to compare in pairs; at most {limit} can be: put some into groups.",
                n=n,
                limit=LARGEST_TABLE,
            )
        )
    wrong = np.argwhere(~np.isnan(given) & ~((given > 0) & np.isfinite(given)))
    if len(wrong):
        i, j = (int(index) for index in wrong[0])
        raise WeightsError(
            _(
                "Row {i}, column {j} of the comparisons is {value:g}: say how many times as important, a number above 0.",
                i=i + 1,
                j=j + 1,
                value=given[i, j],
            )
        )
    told = given[~np.isnan(given)]
    if told.size and (told.max() > LARGEST_RATIO or told.min() < 1 / LARGEST_RATIO):
        raise WeightsError(
            _(
                "A comparison of more than {limit} to 1 cannot be meant: the scale goes from 1 to 9.",
                limit=grouped(LARGEST_RATIO),
            )
        )
    diagonal = given.diagonal()
    off = np.flatnonzero(~np.isnan(diagonal) & (np.abs(diagonal - 1) > 1e-9))
    if len(off):
        raise WeightsError(
            _(
                "Row {i} compares item {i} with itself and gives {value:g}; that must be 1.",
                i=int(off[0]) + 1,
                value=diagonal[off[0]],
            )
        )
    np.fill_diagonal(given, 1.0)
    filled = np.where(np.isnan(given), 1.0 / given.T, given)
    clash = np.argwhere(np.abs(np.log(filled * filled.T)) > np.log1p(RECIPROCITY_TOLERANCE))
    if len(clash):
        i, j = (int(index) for index in clash[0])
        raise WeightsError(
            _(
                "Item {i} against {j} is {one:g}, but {j} against {i} is {other:g}: one must be 1 divided by the other.",
                i=i + 1,
                j=j + 1,
                one=filled[i, j],
                other=filled[j, i],
            )
        )
    return filled


def judged_pairs(comparisons: FloatArray) -> IntArray:
    """Return the pairs i < j that were judged, (p, 2), row by row."""
    return np.argwhere(np.triu(~np.isnan(comparisons), 1))


def missing_pairs(comparisons: FloatArray) -> tuple[tuple[int, int], ...]:
    """Return the pairs i < j that nobody judged yet, row by row."""
    return tuple((int(i), int(j)) for i, j in np.argwhere(np.triu(np.isnan(comparisons), 1)))


def islands(comparisons: FloatArray) -> tuple[tuple[int, ...], ...]:
    """Return the sets of items that judgements connect, directly or through others; one set if all are connected."""
    from scipy.sparse.csgraph import connected_components

    count, labels = connected_components(~np.isnan(comparisons), directed=False)
    return tuple(tuple(np.flatnonzero(labels == part).tolist()) for part in range(count))


def check_connected(comparisons: FloatArray) -> None:
    """Raise WeightsError if the judgements leave two parts of the items without any comparison between them."""
    parts = islands(comparisons)
    if len(parts) > 1:
        raise WeightsError(
            _(
                "Nothing compares item {one} with item {other}, not even through others: judge at least one pair that joins them.",
                one=parts[0][0] + 1,
                other=parts[1][0] + 1,
            )
        )


def chain_between(comparisons: FloatArray, first: int, second: int) -> tuple[int, ...]:
    """Return the fewest items that lead from one to the other through judgements, without the direct one; empty if none do."""
    judged = ~np.isnan(comparisons)
    judged[first, second] = judged[second, first] = False
    came_from = {first: first}
    border = [first]
    while border and second not in came_from:
        further = []
        for item in border:
            for neighbour in np.flatnonzero(judged[item]):
                if int(neighbour) not in came_from:
                    came_from[int(neighbour)] = item
                    further.append(int(neighbour))
        border = further
    if second not in came_from:
        return ()
    chain = [second]
    while chain[-1] != first:
        chain.append(came_from[chain[-1]])
    return tuple(reversed(chain))
