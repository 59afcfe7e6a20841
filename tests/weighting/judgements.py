"""Tables of pairwise comparisons for the tests of the weighting layer, drawn by Hypothesis."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from criteria.errors import CriteriaError

LAW = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
SAATY = [1 / 9, 1 / 7, 1 / 5, 1 / 3, 1 / 2, 1.0, 2.0, 3.0, 5.0, 7.0, 9.0]


def says(kind: type[CriteriaError], *parts: str) -> object:
    """Expect this very kind of error, with all these parts in its message, in this order."""
    return pytest.raises(kind, match="(?s)" + ".*".join(re.escape(part) for part in parts))


def shares(points: object) -> np.ndarray:
    return np.array(points, dtype=float) / np.sum(points)


def consistent(weights: np.ndarray) -> np.ndarray:
    return weights[:, None] / weights


def reciprocal(n: int, upper: list[float]) -> np.ndarray:
    """Return the table (n, n) whose judgements above the diagonal are these, row by row; nan stays blank both ways."""
    matrix = np.ones((n, n))
    rows, columns = np.triu_indices(n, 1)
    matrix[rows, columns] = upper
    matrix[columns, rows] = 1.0 / np.array(upper)
    return matrix


def without(matrix: np.ndarray, pairs: list[tuple[int, int]]) -> np.ndarray:
    left = matrix.copy()
    for i, j in pairs:
        left[i, j] = left[j, i] = np.nan
    return left


def is_connected(matrix: np.ndarray) -> bool:
    """Whether judgements lead from the first item to every other one."""
    reach = np.linalg.matrix_power(np.where(np.isnan(matrix), 0.0, 1.0), len(matrix))
    return bool(np.all(reach[0] > 0))


def weights(*, least: int = 1, most: int = 7) -> st.SearchStrategy[np.ndarray]:
    """Draw weights above 0 that sum to 1, equal ones among them."""
    return st.lists(st.integers(1, 9), min_size=least, max_size=most).map(shares)


@st.composite
def tables(draw: st.DrawFn, *, least: int = 1, most: int = 6) -> np.ndarray:
    """Draw a complete reciprocal table of Saaty's numbers, seldom consistent."""
    n = draw(st.integers(least, most))
    pairs = n * (n - 1) // 2
    return reciprocal(n, draw(st.lists(st.sampled_from(SAATY), min_size=pairs, max_size=pairs)))


@st.composite
def blanked(draw: st.DrawFn, complete: st.SearchStrategy[np.ndarray]) -> np.ndarray:
    """Draw a table with some pairs left blank, so that the others still connect all items."""
    matrix = draw(complete)
    rows, columns = np.triu_indices(len(matrix), 1)
    for i, j in draw(st.permutations(list(zip(rows.tolist(), columns.tolist(), strict=True)))):
        fewer = without(matrix, [(i, j)])
        if draw(st.booleans()) and is_connected(fewer):
            matrix = fewer
    return matrix
