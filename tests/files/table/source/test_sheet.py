"""Sheets of cells as found."""

from criteria.files.table.source.sheet import Sheet


def test_filled_cells_are_counted() -> None:
    assert Sheet("", (("a", ""), ("", 1.0, "b"))).filled == 3
