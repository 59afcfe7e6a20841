"""A column while its table is understood."""

from __future__ import annotations

from criteria.files.table.roles.column import Column
from criteria.files.table.roles.headings import heading_of
from criteria.files.table.values.column import ColumnReading


def test_a_column_is_called_as_its_heading_is_without_unit_and_direction() -> None:
    column = Column(0, heading_of("Price (EUR) ↓"), ColumnReading("numbers"))
    assert (column.name, column.heading.unit, column.maximize) == ("Price", "EUR", None)
