"""Bills of quantities: their lines, and what columns hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from criteria.files.table.grid import grid_of
from criteria.files.table.layout import bill as bills
from criteria.files.table.layout.bill import Bill, bill_of
from criteria.files.table.source.dialect import sheet_of_text
from criteria.files.table.values.cells import CellReader


def found(text: str) -> Bill | None:
    grid = grid_of(sheet_of_text("t", text))
    return bill_of(grid, 0, [""] * grid.width, CellReader())


@pytest.mark.parametrize(
    "text",
    [
        "Supplier,Quantity,Price\nA,1,2\nB,2,3\n",  # suppliers are candidates
        "Item,Quantity,Rating,Price\nA,1,4,2\nB,2,5,3\n",  # ratings are no money
        "Item,A,B\nX,1,2\nY,3,4\n",  # no quantity
        "Description,Qty,Supplier,Price\nX,1,A,2\nX,1,B,3\n",  # one row for each offer
    ],
)
def test_other_tables_are_no_bills(text: str) -> None:
    assert found(text) is None


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("X,10,10,11\nY,20,3,2\n", ""),
        ("X,10,10,11\nY,20,3,2\nTotal,,160,150\n", "prices"),
        ("X,10,10,11\nY,20,3,2\nTotal,,13,13\n", "amounts"),
        ("X,10,10,11\nY,20,3,2\nTotal,,13,150\n", ""),
    ],
)
def test_totals_show_what_the_columns_hold(rows: str, told: str) -> None:
    bill = found(f"Item,Qty,A,B\n{rows}")
    assert bill is not None
    assert (bill.told(), bill.totals("prices"), bill.totals("amounts")) == (told, [160, 150], [13, 13])


def test_amounts_that_follow_from_prices_are_no_offers_of_their_own() -> None:
    bill = found("Pos;Leistung;Menge;EP Ax;GP Ax;EP By;GP By\n1;X;10;2,5;25;3;30\n2;Y;4;1,2;4,8;1;4\n")
    assert bill is not None
    assert [offer.name for offer in bill.offers] == ["Ax", "By"]
    assert bill.totals("prices") == [29.8, 34]


def test_two_currencies_are_not_added_up() -> None:
    bill = found("Item,Qty,A,B\nX,10,€10,$11\nY,20,€3,$2\n")
    assert bill is not None
    assert bill.offers == ()


def test_a_line_without_a_price_leaves_no_total() -> None:
    bill = found("Item,Qty,A,B\nX,10,10,11\nY,20,3,incl.\nSetup,,5,6\nVAT 20 %,,9,9\n")
    assert bill is not None
    assert bill.totals("prices")[0] == 160
    assert [bill.without_price(offer) for offer in bill.offers] == [[], [2]]
    assert (bill.unclear, bill.closing) == ((3,), (4,))


class Counted(dict[tuple[int, int], float]):
    """Values that count how often one is looked up."""

    looks = 0

    def __getitem__(self, place: tuple[int, int]) -> float:
        self.looks += 1
        return super().__getitem__(place)


def test_a_large_bill_is_looked_at_until_a_line_shows_what_its_columns_are_not() -> None:
    lines = list(range(2_000))
    values = Counted({(i, j): i + j + 2.5 for i in lines for j in range(3)})
    assert not bills._amounts(lines, 0, 1, 2, values)
    assert values.looks < 20


def test_a_bill_without_totals_is_not_added_up_to_find_them() -> None:
    bill = found("Item,Qty,A,B\n" + "".join(f"X{i},{i + 1},{i + 2},{i + 5}\n" for i in range(50)))
    assert bill is not None
    values = Counted(bill.values)
    assert replace(bill, values=values).told() == ""
    assert values.looks == 0
