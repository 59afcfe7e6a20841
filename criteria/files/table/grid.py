"""The rectangle of cells that a sheet's content fills, each row and column with the name the spreadsheet gives it."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter

from criteria.files.table.source.sheet import Sheet
from criteria.files.table.values.cells import Value
from criteria.translation import translate as _


def letters(column: int) -> str:
    """Return a column as spreadsheets name it: A, B ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


ELSEWHERE = 0  # the number of a row that does not stand in the table


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells without blank rows and columns. row_numbers count from 1, column_numbers from 0, both as in the sheet.

    hidden_rows and hidden_columns are positions in the grid. turned: rows of the grid are columns of the sheet.
    """

    rows: tuple[tuple[Value, ...], ...]
    row_numbers: tuple[int, ...]
    column_numbers: tuple[int, ...]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    turned: bool = False

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.column_numbers)

    def row_place(self, i: int) -> str:
        """Return the place of a row as the spreadsheet names it."""
        number = self.row_numbers[i]
        if number == ELSEWHERE:
            return _("the list of weights")
        return (
            _("column {letters}", letters=letters(number - 1))
            if self.turned
            else _("row {number}", number=number)
        )

    def column_place(self, j: int) -> str:
        """Return the place of a column as the spreadsheet names it."""
        number = self.column_numbers[j]
        return (
            _("row {number}", number=number + 1)
            if self.turned
            else _("column {letters}", letters=letters(number))
        )

    def cell_place(self, i: int, j: int) -> str:
        """Return the place of a cell, such as C7."""
        row, column = self.row_numbers[i], self.column_numbers[j]
        return f"{letters(row - 1)}{column + 1}" if self.turned else f"{letters(column)}{row}"

    def turned_over(self) -> Grid:
        """Return the grid with rows and columns exchanged."""
        return Grid(
            tuple(zip(*self.rows, strict=True)),
            tuple(number + 1 for number in self.column_numbers),
            tuple(number - 1 for number in self.row_numbers),
            self.hidden_columns,
            self.hidden_rows,
            not self.turned,
        )

    def part(self, rows: list[int], columns: list[int]) -> Grid:
        """Return some rows and columns, in the order given."""
        taken = itemgetter(*columns) if len(columns) > 1 else lambda row: tuple(row[j] for j in columns)
        return Grid(
            tuple(taken(self.rows[i]) for i in rows),
            tuple(self.row_numbers[i] for i in rows),
            tuple(self.column_numbers[j] for j in columns),
            frozenset(k for k, i in enumerate(rows) if i in self.hidden_rows),
            frozenset(k for k, j in enumerate(columns) if j in self.hidden_columns),
            self.turned,
        )


def grid_of(sheet: Sheet) -> Grid:
    """Return the sheet's content without blank rows and columns; formulas without a stored value are errors."""
    filled = [i for i, row in enumerate(sheet.rows) if any(value != "" for value in row)]
    width = max((len(sheet.rows[i]) for i in filled), default=0)
    rows = [(*sheet.rows[i], *[""] * (width - len(sheet.rows[i]))) for i in filled]
    unfilled: dict[int, set[int]] = {}
    for i, j in sheet.unfilled:
        unfilled.setdefault(i, set()).add(j)
    for k, i in enumerate(filled):
        if i in unfilled:
            rows[k] = tuple("#VALUE!" if j in unfilled[i] else value for j, value in enumerate(rows[k]))
    columns = [j for j in range(width) if any(row[j] != "" for row in rows)]
    if len(columns) < width:
        rows = [tuple([row[j] for j in columns]) for row in rows]
    return Grid(
        tuple(rows),
        tuple(i + 1 for i in filled),
        tuple(columns),
        frozenset(k for k, i in enumerate(filled) if i in sheet.hidden_rows),
        frozenset(k for k, j in enumerate(columns) if j in sheet.hidden_columns),
    )
