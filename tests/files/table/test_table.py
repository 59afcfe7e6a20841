"""The table the right way round."""

from __future__ import annotations

from criteria.files.table.grid import grid_of
from criteria.files.table.layout.shape import table_of
from criteria.files.table.source.dialect import sheet_of_text
from criteria.files.table.values.cells import CellReader
from criteria.files.table.work import Work


def test_a_turned_table_keeps_the_places_of_the_sheet() -> None:
    sheet = sheet_of_text("t", "Criterion,A,B\nx,1,2\ny,3,4\n")
    table = table_of(sheet, CellReader(), Work("t", {}))
    assert table is not None
    assert (table.names, table.labels) == (["x", "y"], ["A", "B"])
    assert (table.column_place(1), table.row_place(1)) == ("row 3", "column C")
    assert [cell.value for cell in table.column(1, [0, 1])] == [3, 4]
    assert table.raw(0, 1) == grid_of(sheet).rows[2][1]
