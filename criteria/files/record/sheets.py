"""The record inside a workbook: a hidden sheet with the document, and with what stood in each cell.

A workbook opens as it was made. Where a cell was changed since, a note names it: what it holds now is not what was ranked.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import isclose
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from criteria.errors import FileError
from criteria.model.text import clean_text
from criteria.translation import translate as _

if TYPE_CHECKING:
    from criteria.files.table.source.sheet import Sheet

RECORD_SHEET = "criteria-record"
_LONGEST = 29_998  # characters of a cell: a workbook holds 32,767
_TOGETHER = 400  # cells told in one line
_NAMED = 8  # changed cells that are named; of more, the number is told
_HELD = 20_000  # cells of a book beyond which only those that a reader may change are held


@dataclass(frozen=True, slots=True)
class Entered:
    """What stood in a cell when the workbook was made; row and column are counted from 0.

    computed: whether it follows from other cells, and so may differ once one of these was changed.  entered: whether a reader may change it.
    """

    sheet: str
    row: int
    column: int
    value: float | str
    computed: bool = False
    entered: bool = False


_LINES = TypeAdapter(list[tuple[str, int, int, float | str, bool, bool]])


def record_columns(document: str, entered: Sequence[Entered]) -> tuple[list[str], list[str]]:
    """Return the two columns of the hidden sheet: the document in pieces, and the entered cells."""
    # Spreadsheets may drop the spaces at the ends of a cell: each piece stands between two bars.
    pieces = [f"|{document[k : k + _LONGEST]}|" for k in range(0, len(document), _LONGEST)]
    held = entered if len(entered) <= _HELD else [one for one in entered if one.entered]
    rows = [(one.sheet, one.row, one.column, one.value, one.computed, one.entered) for one in held]
    lines = [json.dumps(rows[k : k + _TOGETHER], ensure_ascii=False) for k in range(0, len(rows), _TOGETHER)]
    return pieces, lines


def record_in_workbook(file: str, content: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return the document of a workbook, and a note for each cell that was changed since; raise FileError where it holds none."""
    from criteria.files.table.source.workbook import sheets_of_workbook  # late: only who reads needs it

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
            _("It is not known which cells were changed: the hidden sheet was edited."),
        )
    return document.encode(), tuple(_changes(sheets, told))


def _changes(sheets: dict[str, Sheet], told: Sequence[Entered]) -> Iterator[str]:
    """Yield a note for each sheet that is gone or whose rows moved, and for each cell that differs; of many, for the first few."""
    from criteria.files.table.grid import letters  # late, for the same reason

    left = list(told)
    for name in dict.fromkeys(one.sheet for one in told):
        labels = [one for one in left if one.sheet == name and one.column == 0 and isinstance(one.value, str)]
        if name not in sheets:
            yield _(
                "Changed in the workbook and not used: the sheet {sheet} is gone.", sheet=clean_text(name, 40)
            )
        elif sum(_differs(sheets, one) for one in labels) > 1:
            yield _(
                "Changed in the workbook and not used: rows of the sheet {sheet} were moved, renamed or removed.",
                sheet=clean_text(name, 40),
            )
        else:
            continue
        left = [one for one in left if one.sheet != name]
    moved = len(left) < len(told) or any(one.entered and _differs(sheets, one) for one in left)
    different = [one for one in left if not (moved and one.computed) and _differs(sheets, one)]
    for one in different[:_NAMED]:
        yield _(
            "Changed in the workbook and not used: {sheet}, cell {cell} ({row}) holds {now} in place of {then}.",
            sheet=clean_text(one.sheet, 40),
            cell=f"{letters(one.column)}{one.row + 1}",
            row=clean_text(str(_now(sheets, replace(one, column=0))), 60),
            now=_shown(_now(sheets, one)),
            then=_shown(one.value),
        )
    if len(different) > _NAMED:
        yield _("Changed in the workbook and not used: {count} cells in all.", count=len(different))


def _now(sheets: dict[str, Sheet], one: Entered) -> object:
    """Return what a cell holds now, the empty text where nothing is."""
    rows = sheets[one.sheet].rows
    row = rows[one.row] if 0 <= one.row < len(rows) else ()
    return row[one.column] if 0 <= one.column < len(row) else ""


def _differs(sheets: dict[str, Sheet], one: Entered) -> bool:
    """Return whether a cell holds another value now; a computed one that the last program did not store does not count."""
    now = _now(sheets, one)
    if isinstance(one.value, str):
        return clean_text(str(now)) != clean_text(one.value)
    if one.computed:
        return now != "" and not (
            isinstance(now, float) and isclose(now, one.value, rel_tol=1e-9, abs_tol=1e-9)
        )
    return not (isinstance(now, float) and isclose(now, one.value, rel_tol=1e-12, abs_tol=1e-300))


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.10g}"
    return clean_text(str(value), 120) or _("nothing")
