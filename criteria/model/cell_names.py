"""The one place where the row and column of an error become the names of a candidate and a criterion."""

from __future__ import annotations

from collections.abc import Sequence

from criteria.errors import CellError
from criteria.model.problem import Problem
from criteria.translation import translate as _


def told_by_names(error: CellError, problem: Problem, rows: Sequence[int]) -> CellError:
    """Return the error with its place told by names. rows: the alternatives of the matrix that the error counts in, in its order."""
    return error.at(
        _(
            "'{candidate}', criterion '{criterion}'",
            candidate=problem.alternatives[rows[error.row]].label,
            criterion=problem.leaves[error.column].label,
        )
    )
