"""A plain table as a workbook that is read back equal."""

from __future__ import annotations

import io

import xlsxwriter

from criteria.files.plain_table import table_rows
from criteria.model.problem import Problem


def table_workbook(problem: Problem) -> bytes:
    """Return the table of a problem as XLSX, numbers as numbers and every text as text."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for i, row in enumerate(table_rows(problem)):
            for j, cell in enumerate(row):
                if isinstance(cell, float):
                    sheet.write_number(i, j, cell)
                elif cell:
                    sheet.write_string(i, j, cell)
        sheet.set_column(0, 0, 28)
    return out.getvalue()
