"""The table the right way round: one row a candidate, one column a criterion, with the place of each in the sheet."""

from __future__ import annotations

from dataclasses import dataclass, field

from criteria.files.table.grid import Grid
from criteria.files.table.values.cells import Cell, Value


@dataclass
class Table:
    """Rows below the header, without the column of names. Rows and columns carry their places in the sheet.

    names: of the columns.  labels: of the rows.  groups: the group of each column, empty where there is none.
    group_weights: what the sheet gives as the weight of a group.  attributes: columns in words beside the names, as (name, place).
    """

    grid: Grid
    corner: str
    names: list[str]
    labels: list[str]
    cells: list[list[Cell]]
    groups: list[str]
    group_weights: dict[str, Cell] = field(default_factory=dict)

    def row_place(self, i: int) -> str:
        """Return the place of a row below the header."""
        return self.grid.row_place(i)

    def column_place(self, j: int) -> str:
        """Return the place of a column beside the names."""
        return self.grid.column_place(j)

    def column(self, j: int, rows: list[int]) -> list[Cell]:
        """Return the cells of a column in some rows."""
        return [self.cells[i][j] for i in rows]

    def raw(self, i: int, j: int) -> Value:
        """Return a cell as found."""
        return self.grid.rows[i][j]
