"""The ratings of a document: cells named by candidate and criterion, or numbers by rows, put together as one table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from criteria.errors import FileError, ProblemError
from criteria.files.dense_rows import numbers_of
from criteria.files.plain_cells import leaves_of
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion
from criteria.model.evidence import Performance
from criteria.model.performance_table import PerformanceTable
from criteria.model.text import clean_text
from criteria.translation import translate as _

Finite = Annotated[float, Field(allow_inf_nan=False)]


class Part(BaseModel):
    """A part of a document."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Cell(Part):
    """What is known of one alternative under one criterion."""

    alternative: str
    criterion: str
    performance: Performance


def ratings_of(
    alternatives: tuple[Alternative, ...],
    criteria: tuple[Criterion, ...],
    listed: tuple[Cell, ...],
    rows: object = None,
) -> PerformanceTable:
    """Return the table of ratings; raise FileError where a cell names nothing or stands twice, or the rows hold no numbers.

    listed: cells by their names.  rows: numbers by rows, none or empty where every cell is listed.
    """
    leaves = leaves_of(criteria)
    cells = _by_name(alternatives, criteria, listed)
    if not rows:
        blank = Performance()
        return PerformanceTable.of(
            tuple(cells.get((alternative.id, leaf), blank) for leaf in leaves) for alternative in alternatives
        )
    row, column = (
        {name: i for i, name in enumerate(names)} for names in ([a.id for a in alternatives], leaves)
    )
    numbers = numbers_of(rows, len(alternatives), len(leaves))
    for alternative, criterion in cells:
        if np.isfinite(numbers[row[alternative], column[criterion], 1]):
            raise FileError([_twice(alternative, criterion)])
    try:
        return PerformanceTable.of_numbers(numbers).with_cells(
            {(row[alternative], column[criterion]): cell for (alternative, criterion), cell in cells.items()}
        )
    except ProblemError as error:
        raise FileError([str(error)]) from error


def _by_name(
    alternatives: tuple[Alternative, ...], criteria: tuple[Criterion, ...], listed: tuple[Cell, ...]
) -> Mapping[tuple[str, str], Performance]:
    rows = {alternative.id for alternative in alternatives}
    groups = {criterion.parent for criterion in criteria}
    bare = {criterion.id for criterion in criteria} - groups
    cells: dict[tuple[str, str], Performance] = {}
    for cell in listed:
        place = (cell.alternative, cell.criterion)
        if cell.alternative not in rows or cell.criterion not in bare:
            raise FileError(
                [
                    _(
                        "The document has a rating of '{alternative}' under '{criterion}', which are not both among its "
                        "candidates and scored criteria; correct the names or leave the rating out.",
                        alternative=clean_text(cell.alternative, 60),
                        criterion=clean_text(cell.criterion, 60),
                    )
                ]
            )
        if place in cells:
            raise FileError([_twice(cell.alternative, cell.criterion)])
        cells[place] = cell.performance
    return cells


def _twice(alternative: str, criterion: str) -> str:
    return _(
        "The document has two ratings of '{alternative}' under '{criterion}'; leave one out.",
        alternative=clean_text(alternative, 60),
        criterion=clean_text(criterion, 60),
    )
