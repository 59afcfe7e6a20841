"""Rows of totals in a bill, with and without a quantity of their own."""

from __future__ import annotations

import pytest

from criteria.files.table.grid import grid_of
from criteria.files.table.layout.bill import bill_of
from criteria.files.table.source.dialect import sheet_of_text
from criteria.files.table.values.cells import CellReader

LINES = "X,2,100,120\nY,10,5,4\n{}Z,30,2,3\n"


@pytest.mark.parametrize(
    ("rows", "closing"),
    [
        (LINES.format("") + "Total,42,310,370\n", (4,)),
        (LINES.format("") + "Total,1,,\n", ()),  # says nothing
        (LINES.format("") + "Total,1,5,5\n", (4,)),  # called a total and nothing else
        (LINES.format("") + "Sum of lot 1,42,310,370\n", (4,)),
        (LINES.format("") + "Gross total,1,310,370\n", (4,)),
        (LINES.format("") + "Gross total,,368.9,440.3\n", (4,)),
        (LINES.format("Subtotal A,12,250,280\n") + "Subtotal B,30,60,90\nTotal,42,310,370\n", (3, 5, 6)),
        (LINES.format("Total station,12,5,4\n"), (3,)),  # its quantity is the sum of those above
        (LINES.format("Total station,2,100,120\nNetwork,10,5,4\n"), ()),
    ],
)
def test_totals_are_no_lines(rows: str, closing: tuple[int, ...]) -> None:
    grid = grid_of(sheet_of_text("t", f"Item,Qty,A,B\n{rows}"))
    bill = bill_of(grid, 0, [""] * grid.width, CellReader())
    assert bill is not None
    assert bill.closing == closing
    assert not set(bill.lines) & set(closing)
    assert bill.totals("prices")[:1] == [310 + 250 * ("Network" in rows)]
