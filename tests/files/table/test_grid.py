"""The rectangle of cells, with the names that a spreadsheet gives."""

from __future__ import annotations

from criteria.files.table.grid import grid_of, letters
from criteria.files.table.source.sheet import Sheet

SHEET = Sheet("", (("", "", ""), ("", "Vendor", "x"), (), ("", "A", 1.0)), hidden_rows=frozenset([3]))


def test_places_are_those_of_the_sheet_also_when_turned() -> None:
    grid = grid_of(SHEET)
    assert grid.rows == (("Vendor", "x"), ("A", 1.0))
    assert (grid.row_place(1), grid.column_place(1), grid.cell_place(1, 1)) == ("row 4", "column C", "C4")
    turned = grid.turned_over()
    assert turned.rows == (("Vendor", "A"), ("x", 1.0))
    assert (turned.row_place(1), turned.column_place(1), turned.cell_place(1, 1)) == (
        "column C",
        "row 4",
        "C4",
    )
    assert turned.turned_over() == grid
    assert grid.hidden_rows == {1}


def test_columns_have_letters() -> None:
    assert [letters(k) for k in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
