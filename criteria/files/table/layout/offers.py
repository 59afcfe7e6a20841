"""What is compared in a bill: asked, and turned into one row for each offer with its total where offers are."""

from __future__ import annotations

from criteria.files.table.grid import Grid
from criteria.files.table.layout.bill import AMOUNTS, PRICES, Bill, Offer, bill_of, said_by_heads
from criteria.files.table.layout.bill_totals import out_of_proportion
from criteria.files.table.layout.missing import ask_marks_once
from criteria.files.table.question import Choice
from criteria.files.table.values.cells import CellReader, Value, text_of
from criteria.files.table.work import Work, listed, shown
from criteria.model.text import capitalized, first_few
from criteria.translation import translate as _
from criteria.translation import translate_count

ROWS = "rows"


def with_offers(grid: Grid, top: int, groups: list[str], read: CellReader, work: Work) -> Grid | None:
    """Return the grid itself where the rows are compared or it is no bill, one row for each offer where these are, None where it is asked."""
    answer = work.answer("lines")
    if answer == ROWS:
        return grid
    mark = work.answer("numbers")
    bill = bill_of(grid, top, groups, read, mark if mark in (".", ",") else "")
    if bill is None:
        return grid
    if bill.open_marks:
        ask_marks_once([name for name, _example in bill.open_marks], bill.open_marks[0][1], work)
        return None
    if answer not in (PRICES, AMOUNTS) or not bill.offers:
        _ask(bill, grid, top, work)
        return None
    if bill.unclear:
        work.findings.append(
            translate_count(
                "{file}: {rows} has prices but no quantity: write one (1 for a lump sum), or leave the prices out.",
                "{file}: {rows} have prices but no quantity: write one for each (1 for a lump sum), or leave the prices out.",
                len(bill.unclear),
                file=work.file,
                rows=first_few([_line(grid, i) for i in bill.unclear], 3),
            )
        )
        return None
    return _table_of(bill, answer, grid, top, work)


def _ask(bill: Bill, grid: Grid, top: int, work: Work) -> None:
    quantity = shown(text_of(grid.rows[top][bill.quantity]))
    lines = Choice(ROWS, _("the rows: each is a candidate of its own"))
    if not bill.offers:
        work.ask(
            "lines",
            "",
            _(
                "The rows are lines with a quantity ('{quantity}'), as in a bill or a quote, and not several offers side by side: give one column of prices for each offer, or say that the rows are what is compared.",
                quantity=quantity,
            ),
            (lines,),
        )
        return
    told = bill.told() or said_by_heads(bill, grid, top)
    why = (
        _("the amounts beside them are quantity × price")
        if bill.offers[0].follows >= 0
        else _("the totals below show it")
        if bill.told()
        else _("the heads of the columns say so")
    )
    prices = Choice(
        PRICES, _("the offers by their totals: the columns hold unit prices, which count times the quantity")
    )
    amounts = Choice(AMOUNTS, _("the offers by their totals: the columns hold the amounts of whole lines"))
    work.ask(
        "lines",
        "",
        _(
            "The rows are lines with a quantity ('{quantity}'), as in a bill, and the columns are the offers of {names}: what is compared?",
            quantity=quantity,
            names=listed((offer.name for offer in bill.offers), 6),
        ),
        (prices, lines) if bill.offers[0].follows >= 0 else (prices, amounts, lines),
        suggestion=told,
        why=why if told else "",
    )


def _table_of(bill: Bill, kind: str, grid: Grid, top: int, work: Work) -> Grid:
    """Return one row for each offer with its total; an offer that leaves out a line has no total that could be compared."""
    rows: list[tuple[Value, ...]] = [(_("Offer"), _("Total price"))]
    for offer, total in zip(bill.offers, bill.totals(kind), strict=True):
        rows.append((offer.name, total if total == total else ""))
        if missing := bill.without_price(offer):
            _say_missing(offer, missing, grid, work)
    work.notes.append(
        translate_count(
            "The offers are compared by the total of {count} line, as answered: {how}.",
            "The offers are compared by the total of {count} lines, as answered: {how}.",
            len(bill.lines),
            how=_("quantity × unit price, added up") if kind == PRICES else _("the amounts, added up"),
        )
    )
    if bill.closing:
        work.notes.append(
            _(
                "The totals of the sheet are left out, as they are worked out here: {rows}.",
                rows=first_few([_line(grid, i) for i in bill.closing], 3),
            )
        )
        last = bill.closing[-1]
        given = [bill.values[last, max(offer.column, offer.follows)] for offer in bill.offers]
        if out_of_proportion(given, bill.totals(kind)):
            work.notes.append(
                _(
                    "{row} is not what the lines add up to: look for a discount, a tax or a line that has no price here.",
                    row=capitalized(_line(grid, last)),
                )
            )
    if hidden := [i for i in bill.lines if i in grid.hidden_rows]:
        work.notes.append(
            _(
                "Lines that are hidden in the sheet count as well: {rows}.",
                rows=first_few([_line(grid, i) for i in hidden], 3),
            )
        )
    numbers = (grid.column_numbers[0] + 1, *(grid.column_numbers[offer.column] + 1 for offer in bill.offers))
    return Grid(tuple(rows), numbers, (grid.row_numbers[top] - 1,) * 2, turned=True)


def _say_missing(offer: Offer, missing: list[int], grid: Grid, work: Work) -> None:
    work.notes.append(
        _(
            "'{name}' gives no price in {rows}: its total is unknown.",
            name=shown(offer.name),
            rows=first_few([_line(grid, i) for i in missing], 3),
        )
    )


def _line(grid: Grid, i: int) -> str:
    label = next((text_of(value) for value in grid.rows[i] if isinstance(value, str) and value), "")
    return _("{place} '{name}'", place=grid.row_place(i), name=shown(label))
