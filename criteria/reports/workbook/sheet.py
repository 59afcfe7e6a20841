"""A sheet that is written cell by cell: text stays text, and each formula is stored with the value that the engine has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from criteria.charts.palette import SHEET_COLOURS
from criteria.files.record.sheets import Entered
from criteria.model.frozen import frozen_inside

# The look of cells, by name: what XlsxWriter calls a format. One colour marks what a reader may change.
STYLES: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        "title": {"bold": True, "font_size": 16},
        "lead": {"bold": True, "font_size": 12, "text_wrap": True, "valign": "top"},
        "text": {"text_wrap": True, "valign": "top"},
        "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"},
        "row": {"bold": True},
        "input": {"bg_color": SHEET_COLOURS["input"], "num_format": "0.####"},
        "blank": {
            "bg_color": SHEET_COLOURS["input"],
            "num_format": "0.####",
            "italic": True,
            "font_color": SHEET_COLOURS["blank"],
        },
        "hand": {
            "bg_color": SHEET_COLOURS["input"],
            "num_format": "0.####",
            "bold": True,
            "font_color": SHEET_COLOURS["by hand"],
        },
        "value": {"num_format": "0.0000"},
        "share": {"num_format": "0.0%"},
        "whole": {"num_format": "0"},
        "note": {"italic": True, "font_color": SHEET_COLOURS["note"], "text_wrap": True, "valign": "top"},
    }
)


# How cells look that a reader may change.
ENTERED = ("input", "blank", "hand")


@dataclass(slots=True)
class Kept:
    """What was written into the cells of all sheets of a book."""

    cells: list[Entered] = field(default_factory=list)


@frozen_inside
@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a book being written, with its name in formulas, the book's formats, and where its entered values are kept."""

    name: str
    page: xlsxwriter.worksheet.Worksheet
    formats: Mapping[str, object]
    kept: Kept = field(default_factory=Kept)

    def text(self, row: int, column: int, words: str, style: str = "text") -> None:
        """Write words as words, whatever they begin with; kept, to tell later whether they were changed."""
        self.keep(row, column, words)
        self.page.write_string(row, column, words, self.formats[style])

    def number(self, row: int, column: int, value: float, style: str = "value") -> None:
        """Write a number; kept, to tell later whether it was changed."""
        self.keep(row, column, value, entered=style in ENTERED)
        self.page.write_number(row, column, value, self.formats[style])

    def keep(
        self, row: int, column: int, value: float | str, *, computed: bool = False, entered: bool = False
    ) -> None:
        """Keep what stands in a cell, to tell later whether it was changed."""
        self.kept.cells.append(Entered(self.name, row, column, value, computed, entered))

    def comment(self, row: int, column: int, words: str) -> None:
        """Write a note that a reader sees on the cell."""
        self.page.write_comment(row, column, words)

    def formula(self, row: int, column: int, formula: str, value: float, style: str = "value") -> None:
        """Write a formula with its present value, which readers that do not recalculate show."""
        self.keep(row, column, value, computed=True)
        self.page.write_formula(row, column, f"={formula}", self.formats[style], value)

    def at(self, row: int, column: int) -> str:
        """Return how other sheets refer to a cell."""
        return f"'{self.name}'!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"

    def span(self, row: int, column: int, last_row: int, last_column: int) -> str:
        """Return how other sheets refer to a block of cells."""
        last = xl_rowcol_to_cell(last_row, last_column, row_abs=True, col_abs=True)
        return f"{self.at(row, column)}:{last}"


def add_sheet(
    book: xlsxwriter.Workbook, formats: Mapping[str, object], name: str, kept: Kept | None = None
) -> Sheet:
    """Return a new sheet of a book, set up to print on one page's width."""
    page = book.add_worksheet(name)
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    return Sheet(name, page, formats, kept or Kept())
