"""The record inside a workbook: a hidden sheet with the document, and with what stood in each cell that a reader may change.

A workbook opens as it was made. Where a cell was changed since, a note names it: what it holds now is not what was ranked.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isclose

from pydantic import TypeAdapter, ValidationError

from criteria.errors import FileError
from criteria.files.table.grid import letters
from criteria.files.table.source.sheet import Sheet
from criteria.files.table.source.workbook import sheets_of_workbook
from criteria.model.text import clean_text
from criteria.translation import translate as _

RECORD_SHEET = "criteria-record"
_LONGEST = 29_998  # characters of a cell: a workbook holds 32,767
_TOGETHER = 400  # cells told in one line
_NAMED = 8  # changed cells that are named; of more, the number is told


@dataclass(frozen=True, slots=True)
class Entered:
    """What stood in a cell when the workbook was made; row and column are counted from 0."""

    sheet: str
    row: int
    column: int
    value: float | str


_LINES = TypeAdapter(list[tuple[str, int, int, float | str]])


def record_columns(document: str, entered: Sequence[Entered]) -> tuple[list[str], list[str]]:
    """Return the two columns of the hidden sheet: the document in pieces, and the entered cells."""
    # Spreadsheets may drop the spaces at the ends of a cell: each piece stands between two bars.
    pieces = [f"|{document[k : k + _LONGEST]}|" for k in range(0, len(document), _LONGEST)]
    rows = [(one.sheet, one.row, one.column, one.value) for one in entered]
    lines = [json.dumps(rows[k : k + _TOGETHER], ensure_ascii=False) for k in range(0, len(rows), _TOGETHER)]
    return pieces, lines


def record_in_workbook(file: str, content: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return the document of a workbook, and a note for each cell that was changed since; raise FileError where it holds none."""
    sheets = {sheet.name: sheet for sheet in sheets_of_workbook(file, content)}
    if RECORD_SHEET not in sheets:
        raise FileError(
            [
                _(
                    "{file} is no workbook of this software that opens a scenario; open it as a table.",
                    file=file,
                )
            ]
        )
    rows = sheets[RECORD_SHEET].rows
    document = "".join(str(row[0])[1:-1] for row in rows if row)
    try:
        told = [
            Entered(*cell)
            for row in rows
            if len(row) > 1 and row[1] != ""
            for cell in _LINES.validate_json(str(row[1]))
        ]
    except ValidationError:
        return document.encode(), (
            _("Which cells were changed cannot be told: the hidden sheet was edited."),
        )
    return document.encode(), tuple(_changes(sheets, told))


def _changes(sheets: dict[str, Sheet], told: Sequence[Entered]) -> Iterator[str]:
    """Yield a note for each cell whose value is another one now; of many, for the first few and how many there are."""
    found = 0
    for one in told:
        rows = sheets[one.sheet].rows if one.sheet in sheets else ()
        row = rows[one.row] if 0 <= one.row < len(rows) else ()
        now = row[one.column] if 0 <= one.column < len(row) else ""
        if _same(one.value, now):
            continue
        found += 1
        if found <= _NAMED:
            yield _(
                "Changed in the workbook and not used: {sheet}, cell {cell} ({row}) holds {now} in place of {then}.",
                sheet=clean_text(one.sheet, 40),
                cell=f"{letters(one.column)}{one.row + 1}",
                row=clean_text(str(row[0]) if row else "", 60),
                now=_shown(now),
                then=_shown(one.value),
            )
    if found > _NAMED:
        yield _("Changed in the workbook and not used: {count} cells in all.", count=found)


def _same(then: float | str, now: object) -> bool:
    if isinstance(then, str):
        return clean_text(str(now)) == clean_text(then)
    return isinstance(now, float) and isclose(now, then, rel_tol=1e-12, abs_tol=1e-300)


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.10g}"
    return clean_text(str(value), 120) or _("nothing")
