"""Bills of quantities and quotes by lines: a quantity in each row, prices in the columns. What is compared is asked; offers are compared by their totals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from criteria.files.table.grid import Grid
from criteria.files.table.layout.bill_totals import total_rows
from criteria.files.table.layout.bill_words import (
    AMOUNT_WORDS,
    LINE_WORDS,
    MONEY_STEMS,
    PRICE_WORDS,
    QUANTITY_WORDS,
    without_money,
)
from criteria.files.table.values.about import about_label, bare
from criteria.files.table.values.cells import Cell, CellReader, text_of
from criteria.files.table.values.column import likely
from criteria.files.table.values.column_marks import mark_told, told_by
from criteria.files.table.values.lexicon import (
    ALTERNATIVE_WORDS,
    CRITERION_STEMS,
    ID_WORDS,
    PEOPLE_WORDS,
    folded,
    has_stem,
)
from criteria.files.table.values.multiples import multiple
from criteria.model.frozen import frozen_inside

PRICES, AMOUNTS = "prices", "amounts"
_ROUNDED = 0.006  # how far an amount may be from quantity × price: half a cent, and a share
_SHARE = 0.001
_COLUMNS = 200  # of prices and amounts at most


@dataclass(frozen=True, slots=True)
class Offer:
    """One offer: its name, the column of its prices or amounts, and the column of the amounts that follow from the prices (-1: none)."""

    name: str
    column: int
    follows: int = -1


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Bill:
    """A bill as found. lines: rows with a quantity.  closing: rows of totals.  unclear: rows with prices and neither.

    open_marks: names of columns whose marks nothing decides, with an example.  values: by row and column, nan where there is no number.
    offers: empty where the columns cannot be told apart as offers.
    """

    quantity: int
    lines: tuple[int, ...]
    closing: tuple[int, ...]
    unclear: tuple[int, ...]
    offers: tuple[Offer, ...]
    values: Mapping[tuple[int, int], float]
    open_marks: tuple[tuple[str, str], ...]

    def totals(self, kind: str) -> list[float]:
        """Return the total of each offer, nan where a line has no price. kind: what the columns hold, prices or amounts."""
        return [
            round(
                fsum(
                    self.values[i, offer.column] * (self.values[i, self.quantity] if kind == PRICES else 1.0)
                    for i in self.lines
                ),
                4,
            )
            for offer in self.offers
        ]

    def without_price(self, offer: Offer) -> list[int]:
        """Return the lines for which an offer gives no number."""
        return [i for i in self.lines if self.values[i, offer.column] != self.values[i, offer.column]]

    def told(self) -> str:
        """Return what the rows of totals or the columns of amounts show the columns to hold, the empty text where they show nothing."""
        if self.offers and all(offer.follows >= 0 for offer in self.offers):
            return PRICES
        if not self.closing:
            return ""
        fitting = []
        for kind in (PRICES, AMOUNTS):
            found = [
                any(abs(self.values[i, offer.column] - total) <= _ROUNDED + _SHARE * abs(total) for i in self.closing)
                for offer, total in zip(self.offers, self.totals(kind), strict=True)
                if total == total
            ]  # fmt: skip
            fitting += [kind] if found and all(found) else []
        return fitting[0] if len(fitting) == 1 else ""


def bill_of(grid: Grid, top: int, groups: Sequence[str], read: CellReader, answer: str = "") -> Bill | None:
    """Return the bill that a table is, None where it is none. groups: what stands over each column.

    answer: the decimal mark answered for all columns, if any. A bill has lines, one column of quantities, and nothing else in figures
    but prices and amounts; a column that names candidates makes it something else.
    """
    heads = [text_of(value) for value in grid.rows[top]]
    words = [folded(bare(head)) for head in heads]
    if not LINE_WORDS.intersection(words) or (ALTERNATIVE_WORDS - LINE_WORDS | PEOPLE_WORDS).intersection(
        words
    ):
        return None
    quantities = [j for j, word in enumerate(words) if word in QUANTITY_WORDS]
    if len(quantities) != 1:
        return None
    body = range(top + 1, len(grid.rows))
    cells = {(i, j): read(grid.rows[i][j]) for i in body for j in range(grid.width)}
    numeric = [j for j in range(grid.width) if _numeric([cells[i, j] for i in body])]
    if quantities[0] not in numeric:
        return None
    quantity = quantities[0]
    money = [
        j
        for j in numeric
        if j != quantity and words[j] not in LINE_WORDS | ID_WORDS and about_label(heads[j]) != "unit"
    ]
    if not 0 < len(money) <= _COLUMNS or any(
        has_stem(heads[j], CRITERION_STEMS) and not has_stem(heads[j], MONEY_STEMS) for j in money
    ):
        return None
    found = _marks(cells, body, [quantity, *money], heads, answer)
    if found is None:
        return None
    marks, doubts = found
    values = {
        (i, j): likely(cells[i, j], marks[j]) if cells[i, j].kind == "number" else float("nan")
        for i in body
        for j in (quantity, *money)
    }
    given = [i for i in body if any(cells[i, j].kind not in ("blank", "unknown") for j in money)]
    closing = total_rows(grid, given, quantity, money, values)
    lines = [i for i in given if i not in closing and values[i, quantity] == values[i, quantity]]
    unclear = [i for i in given if i not in closing and values[i, quantity] != values[i, quantity]]
    if len(lines) < 2:
        return None
    offers = _offers(lines, quantity, money, heads, groups, values)
    if not _of_one_kind([cells[i, j] for i in lines for j in (offer.column for offer in offers)]) or any(
        multiple(cells[i, quantity], False) != 1 or cells[i, quantity].unit == "%" for i in lines
    ):
        offers = ()
    return Bill(
        quantity,
        tuple(lines),
        tuple(sorted(closing)),
        tuple(unclear),
        offers,
        values,
        tuple(doubts),
    )


def _marks(
    cells: dict[tuple[int, int], Cell],
    body: range,
    columns: list[int],
    heads: list[str],
    answer: str,
) -> tuple[dict[int, str], list[tuple[str, str]]] | None:
    """Return the decimal mark of each column, and the columns that leave it open, each with an example; None where one contradicts itself."""
    told = {j: told_by([cells[i, j] for i in body]) for j in columns}
    every = frozenset(mark for marks, _example in told.values() for mark in marks)
    marks, doubts = {}, []
    for j in columns:
        mark, _resolved, example, mixed = mark_told([cells[i, j] for i in body], told[j], every, "")
        marks[j] = mark
        if mixed:
            return None
        if example and answer:
            marks[j] = answer
        elif example:
            doubts.append((heads[j], example))
    return marks, doubts


def _offers(
    lines: list[int],
    quantity: int,
    money: list[int],
    heads: list[str],
    groups: Sequence[str],
    values: dict[tuple[int, int], float],
) -> tuple[Offer, ...]:
    """Return the offers: one for each pair of prices and the amounts that follow from them, or else for each column."""
    follows: dict[int, int] = {}
    for j in money:
        after = [
            k
            for k in money
            if k > j and k not in follows.values() and _amounts(lines, quantity, j, k, values)
        ]
        if after and j not in follows.values():
            follows[j] = after[0]
    if follows and len(follows) * 2 < len(money):
        return ()
    found = tuple(
        Offer(groups[j] or without_money(heads[j]), j, follows.get(j, -1))
        for j in money
        if not follows or j in follows
    )
    names = [folded(offer.name) for offer in found]
    return found if len(found) > 1 and "" not in names and len(set(names)) == len(names) else ()


def _amounts(lines: list[int], quantity: int, j: int, k: int, values: dict[tuple[int, int], float]) -> bool:
    """Whether a column is quantity × another in every line; the first line that is not ends the look."""
    known = 0
    for i in lines:
        price, amount = values[i, j], values[i, k]
        if price != price or amount != amount:
            continue
        slack = _ROUNDED * max(1.0, abs(values[i, quantity])) + _SHARE * abs(amount)
        if abs(amount - values[i, quantity] * price) > slack:
            return False
        known += 1
    return known > 1


def said_by_heads(bill: Bill, grid: Grid, top: int) -> str:
    """Return what the heads of the columns say that they hold, the empty text where they do not all say one thing."""
    words = [set(re.split(r"[^\w]+", folded(text_of(grid.rows[top][o.column])))) for o in bill.offers]
    texts = [folded(text_of(grid.rows[top][o.column])) for o in bill.offers]
    for kind, known in ((PRICES, PRICE_WORDS), (AMOUNTS, AMOUNT_WORDS)):
        if texts and all(
            w & known or any(" " in k and k in t for k in known) for w, t in zip(words, texts, strict=True)
        ):
            return kind
    return ""


def _numeric(cells: list[Cell]) -> bool:
    given = [cell for cell in cells if cell.kind not in ("blank", "unknown")]
    return bool(given) and sum(cell.kind == "number" for cell in given) > 0.5 * len(given)


def _of_one_kind(cells: list[Cell]) -> bool:
    """Whether prices are in one currency and one unit, none of them multiplied."""
    numbers = [cell for cell in cells if cell.kind == "number"]
    dressed = {(cell.currency, cell.unit) for cell in numbers if not cell.bare}
    return len(dressed - {("", "")}) <= 1 and all(
        multiple(cell, True) == 1 for cell in numbers if not cell.bare
    )
