"""Rows of totals in a bill, with and without a quantity of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.grid import grid_of
from criteria.files.table.layout import bill_totals
from criteria.files.table.layout.bill import bill_of
from criteria.files.table.layout.bill_totals import out_of_proportion
from criteria.files.table.reading import Reading
from criteria.files.table.source.dialect import sheet_of_text
from criteria.files.table.values.cells import CellReader

BILL = "Item,Qty,A,B\nX,10,10,11\nY,20,3,2\n{}"
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


@pytest.mark.parametrize(
    "row",
    [
        "Total,,160,150", "Grand total excl. VAT,,160,150", "VAT 20 %,,32,30", "Total price incl. VAT,,192,180", "Subtotal electrical,,160,150",
        "Zwischensumme Elektro,,160,150", "Gesamtsumme netto zzgl. MwSt.,,160,150", "Montant total HT de l'offre,,160,150", "Subtotal of all,,160,150",
    ],
)  # fmt: skip
def test_totals_are_worked_out_and_left_out(reading: Callable[[str], Reading], row: str) -> None:
    found = (
        reading(BILL.format(row)).with_answer("lines:", "prices").with_directions(minimize=["Total price"])
    )
    assert found.problem is not None, found.findings
    assert [cells[0].likely for cells in found.problem.performances] == [160, 150]


@pytest.mark.parametrize(
    "name", ["Provisional sum", "Lump sum for setup", "Subtotal electrical", "Net curtains"]
)
def test_a_price_whose_name_only_sounds_like_a_total_is_not_dropped(
    reading: Callable[[str], Reading], name: str
) -> None:
    found = reading(BILL.format(f"{name},,500,90")).with_answer("lines:", "prices")
    assert found.problem is None
    assert f"row 4 '{name}' has prices but no quantity" in found.findings[0]


def test_a_total_that_hides_a_discount_is_said(reading: Callable[[str], Reading]) -> None:
    for row, said in (("Net total,,160,120", 1), ("Total TTC,,192,180", 0)):
        found = reading(BILL.format(row)).with_answer("lines:", "prices")
        assert sum("is not what the lines add up to" in note for note in found.notes) == said


def test_totals_before_and_after_a_tax_are_in_proportion() -> None:
    assert not out_of_proportion([120, 240], [100, 200])
    assert out_of_proportion([120, 200], [100, 200])
    assert not out_of_proportion([120, float("nan")], [100, 200])


def test_only_words_are_looked_at_as_labels(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(bill_totals, "_closes", lambda text: bool(seen.append(text)))
    offers = ",".join(f"Firm {k}" for k in range(50))
    lines = "".join(f"X{k},{k + 1}{',2.5' * 50}\n" for k in range(3))
    grid = grid_of(sheet_of_text("t", f"Item,Qty,{offers}\n{lines}"))
    assert bill_of(grid, 0, [""] * grid.width, CellReader()) is not None
    assert seen == ["X0", "X1", "X2"]
