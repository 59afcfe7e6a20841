"""The ratings of a large table as one row of numbers for each candidate: a million of them take 7 MB and half a second, not 90 and eight."""

from __future__ import annotations

import json

import numpy as np

from criteria.errors import FileError
from criteria.model.arrays import FloatArray
from criteria.model.performance_table import PerformanceTable
from criteria.translation import translate as _

_KINDS = frozenset((float, int, type(None)))


def dense_rows(table: PerformanceTable) -> str:
    """Return the rows as JSON: a number, null where nothing is known, or low, likely and high.

    The row of a candidate of whom more than numbers is known is empty: it is written cell by cell elsewhere.
    """
    points = (table.low == table.likely) & (table.likely == table.high)
    ranged = (~points & np.isfinite(table.likely)).any(axis=1).tolist()
    rows = (
        _written(i, table, ranged[i]) if is_plain(table, i) else "[]" for i in range(len(table))
    )  # fmt: skip
    return f"[{','.join(rows)}]"


def is_plain(table: PerformanceTable, row: int) -> bool:
    """Whether nothing but numbers is known in a row."""
    texts = (table.rationales[row], table.sources[row], table.bases[row], table.confidence_notes[row])
    return not any(map(any, texts)) and not table.confidence[row].any()


def _written(i: int, table: PerformanceTable, ranged: bool) -> str:
    likely = table.likely[i].tolist()
    if not ranged:  # a list of numbers is written alike by both, and by Python in a third of the time
        return repr(likely).replace(", ", ",").replace("nan", "null")
    ends = zip(table.low[i].tolist(), likely, table.high[i].tolist(), strict=True)
    row = [None if e[1] != e[1] else e[1] if e[0] == e[2] else e for e in ends]
    return json.dumps(row, separators=(",", ":"), allow_nan=False)


def numbers_of(rows: object, candidates: int, criteria: int) -> FloatArray:
    """Return low, likely and high of each cell (m, n, 3), nan where nothing is known; raise FileError where the rows are no such numbers.

    rows: what stands in the document, whatever it is.
    """
    if not isinstance(rows, list) or len(rows) != candidates:
        raise FileError(
            [_("The rows of 'numbers' in the document are not as many as its candidates; give one for each.")]
        )
    numbers = np.full((candidates, criteria, 3), np.nan)
    for i, row in enumerate(rows):
        if row == []:
            continue
        if not isinstance(row, list) or len(row) != criteria:
            raise FileError([_wrong(i)])
        try:
            if set(map(type, row)) <= _KINDS:
                numbers[i] = np.array(row, dtype=np.float64)[:, np.newaxis]
            else:
                numbers[i] = np.array([_three(cell) for cell in row], dtype=np.float64)
        except (TypeError, ValueError, OverflowError) as error:
            raise FileError([_wrong(i)]) from error
    return numbers


def _three(cell: object) -> list[object]:
    """Return low, likely and high of a cell; raise TypeError where it holds none."""
    ends: list[object] = cell if isinstance(cell, list) else [cell] * 3
    if len(ends) != 3 or not set(map(type, ends)) <= _KINDS or (isinstance(cell, list) and None in cell):
        raise TypeError
    return ends


def _wrong(i: int) -> str:
    return _(
        "Row {number} of 'numbers' in the document must hold one entry for each scored criterion: a number, null, or low, likely and high.",
        number=i + 1,
    )
