"""A whole problem as one workbook, a sheet for each part, that is read back equal."""

from __future__ import annotations

import io

import xlsxwriter

from criteria.errors import ProblemError
from criteria.files.whole_tables import tables_of
from criteria.model.problem import Problem
from criteria.translation import translate as _

_ROWS = 1_048_576  # of a sheet


def whole_workbook(problem: Problem) -> bytes:
    """Return all tables of a problem as XLSX; raise ProblemError where a part has more rows than a sheet.

    Numbers stand as numbers where a workbook keeps all their digits, and as text elsewhere: it stores sixteen digits.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True})
        for name, rows in tables_of(problem).items():
            if len(rows) > _ROWS:
                raise ProblemError(
                    _("'{part}' has more rows than a sheet holds: take the zip of CSV files.", part=name)
                )
            sheet = book.add_worksheet(name)
            for i, row in enumerate(rows):
                for j, cell in enumerate(row):
                    number = _number(cell) if i else None
                    if number is not None:
                        sheet.write_number(i, j, number)
                    elif cell:
                        sheet.write_string(i, j, cell, None if i else bold)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, max(map(len, rows)), 18)
    return out.getvalue()


def _number(cell: str) -> float | None:
    """Return a cell as a number where the workbook gives back the same text, None elsewhere."""
    try:
        number = float(cell)
    except ValueError:
        return None
    return number if cell == number_text(float(f"{number:.16G}")) else None


def number_text(number: float) -> str:
    """Return a number of a workbook as the document writes it."""
    return repr(number)
