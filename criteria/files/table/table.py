"""The table the right way round: one row a candidate, one column a criterion, with the place of each in the sheet."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter

from criteria.files.table.grid import ELSEWHERE, Grid
from criteria.files.table.values.cells import Cell, Value


@dataclass
class Table:
    """Rows below the header, without the column of names. Rows and columns carry their places in the sheet.

    names: of the columns.  labels: of the rows.  groups: the group of each column, empty where there is none.
    group_weights: what the sheet gives as the weight of a group.  over: what stands over each row (over its column, where the sheet was turned), empty where nothing does.
    """

    grid: Grid
    corner: str
    names: list[str]
    labels: list[str]
    cells: list[list[Cell]]
    groups: list[str]
    group_weights: dict[str, Cell] = field(default_factory=dict)
    over: list[str] = field(default_factory=list)
    _columns: list[tuple[Cell, ...]] | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.over = self.over or [""] * len(self.labels)

    def row_place(self, i: int) -> str:
        """Return the place of a row below the header."""
        return self.grid.row_place(i)

    def column_place(self, j: int) -> str:
        """Return the place of a column beside the names."""
        return self.grid.column_place(j)

    def without(self, rows: Container[int], columns: Container[int]) -> Table:
        """Return the table without some rows and columns."""
        kept = [i for i in range(len(self.labels)) if i not in rows]
        beside = [j for j in range(len(self.names)) if j not in columns]
        if len(kept) == len(self.labels) and len(beside) == len(self.names):
            return self
        return Table(
            self.grid.part(kept, beside),
            self.corner,
            [self.names[j] for j in beside],
            [self.labels[i] for i in kept],
            [[self.cells[i][j] for j in beside] for i in kept],
            [self.groups[j] for j in beside],
            self.group_weights,
            [self.over[i] for i in kept],
        )

    def with_row(self, label: str, values: Sequence[Value], cells: list[Cell]) -> Table:
        """Return the table with one more row below, which stands elsewhere in the file."""
        grid = replace(
            self.grid,
            rows=(*self.grid.rows, tuple(values)),
            row_numbers=(*self.grid.row_numbers, ELSEWHERE),
        )
        return replace(
            self,
            grid=grid,
            labels=[*self.labels, label],
            cells=[*self.cells, cells],
            over=[*self.over, ""],
        )

    def column(self, j: int, rows: list[int]) -> list[Cell]:
        """Return the cells of a column in some rows."""
        if self._columns is None:
            self._columns = list(zip(*self.cells, strict=True))
        column = self._columns[j]
        return list(itemgetter(*rows)(column)) if len(rows) > 1 else [column[i] for i in rows]

    def raw(self, i: int, j: int) -> Value:
        """Return a cell as found."""
        return self.grid.rows[i][j]
