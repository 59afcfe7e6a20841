"""Which sign marks decimals, where the numbers leave it open: asked once for all columns that share the doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from criteria.files.table.layout.missing import ask_marks_once
from criteria.files.table.question import Choice
from criteria.files.table.roles.column import Column
from criteria.files.table.table import Table
from criteria.files.table.values.cells import Cell
from criteria.files.table.values.column_marks import as_large
from criteria.files.table.values.marks import readings
from criteria.files.table.values.units import CURRENCIES
from criteria.files.table.work import Work, shown
from criteria.translation import translate as _


def ask_marks(table: Table, criteria: Sequence[Column], candidates: list[int], work: Work) -> None:
    """Ask what the marks of numbers mean where nothing decides: once, where the same sign is in doubt in several columns."""
    doubtful = [c for c in criteria if c.reading.open_mark and not c.reading.mixed_marks]
    signs = {"," if "," in c.reading.open_mark else "." for c in doubtful}
    joint = len(doubtful) > 1 and len(signs) == 1
    if joint:
        _ask_together(table, doubtful, candidates, work)
    for column in criteria:
        if column.reading.mixed_marks or (column.reading.open_mark and not joint):
            _ask_mark(table, column, table.column(column.position, candidates), work)


def _ask_together(table: Table, doubtful: list[Column], candidates: list[int], work: Work) -> None:
    reasons = (_thousands_because(table.column(c.position, candidates), c.heading.unit) for c in doubtful)
    ask_marks_once(
        [c.name for c in doubtful],
        doubtful[0].reading.open_mark,
        work,
        why=next((reason for reason in reasons if reason), ""),
    )


def _ask_mark(table: Table, column: Column, cells: Sequence[Cell], work: Work) -> None:
    reading, place = column.reading, table.column_place(column.position)
    if reading.mixed_marks:
        point, comma = reading.mixed_marks
        text = _(
            "Numbers in {place} '{name}': {point} and {comma} use different marks for decimals. Write all of them in one way.",
            place=place, name=shown(column.name), point=point, comma=comma,
        )  # fmt: skip
        choices: tuple[Choice, ...] = (
            Choice(".", _("the point marks decimals")),
            Choice(",", _("the comma marks decimals")),
        )
    else:
        example = reading.open_mark
        ways = dict(readings(example))
        text = _(
            "Numbers in {place} '{name}': does {example} mean {first:.12g} (thousands) or {second:.12g}? Nothing in the file decides; say which, or write {first:.12g} without a mark.",
            place=place, name=shown(column.name), example=example, first=max(ways.values(), key=abs), second=min(ways.values(), key=abs),
        )  # fmt: skip
        choices = tuple(
            Choice(mark, f"{value:.12g}")
            for mark, value in sorted(ways.items(), key=lambda way: -abs(way[1]))
        )
    why = "" if reading.mixed_marks else _thousands_because(cells, column.heading.unit)
    work.ask("numbers", column.name, text, choices, suggestion=choices[0].key if why else "", why=why)


def _thousands_because(cells: Sequence[Cell], unit: str) -> str:
    """Return why the marks among numbers are those of thousands, the empty text where nothing speaks for it."""
    ways = [
        sorted({value for _mark, value in readings(c.parts[0])})
        for c in cells
        if c.kind == "number" and c.parts
    ]
    open_ones, plain = [w for w in ways if len(w) == 2], [w[0] for w in ways if len(w) == 1]
    money = any(part in CURRENCIES for part in re.split(r"[\s/]+", unit.casefold()))
    if open_ones and (money or all(c.currency for c in cells if c.kind == "number")):
        return _("amounts of money are seldom written with three decimals")
    if (
        plain
        and open_ones
        and as_large([abs(number) for number in plain], [max(map(abs, w)) for w in open_ones])
    ):
        return _("the other numbers of the column are as large")
    return ""
