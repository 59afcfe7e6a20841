"""Cells of one criterion in different units, currencies, multiples or scales: asked, never compared in silence."""

from __future__ import annotations

from collections.abc import Sequence

from criteria.files.table.question import Choice
from criteria.files.table.roles.column import Column
from criteria.files.table.table import Table
from criteria.files.table.values.about import about_label
from criteria.files.table.values.lexicon import folded, has_stem
from criteria.files.table.values.units import CURRENCIES
from criteria.files.table.work import Work, listed, shown
from criteria.model.text import capitalized
from criteria.translation import translate as _

_CURRENCY_HEADS = frozenset(
    ["currency", "curr", "währung", "whg", "devise", "monnaie", "moneda", "divisa", "通貨"]
)
_MONEY_STEMS = (
    "price", "cost", "fee", "rate", "charge", "amount", "total", "budget", "revenue", "capex", "opex", "tco", "preis", "kosten", "betrag", "gebühr", "umsatz", "prix", "coût",
    "montant", "frais", "tarif", "chiffre", "precio", "costo", "coste", "importe", "価格", "費用", "金額", "単価", "料金", "売上",
)  # fmt: skip


def units_beside(
    table: Table, columns: Sequence[Column], candidates: Sequence[int]
) -> dict[int, tuple[str, ...]]:
    """Return the units that a column of words gives the numbers beside it, by the position of these, where they are not all alike.

    A column of currencies speaks of all columns named as money, or else of the nearest one before it; a column headed 'Unit' of that.
    """
    found: dict[int, tuple[str, ...]] = {}
    numeric = [column for column in columns if column.reading.kind == "numbers"]
    for column in columns:
        if column.reading.kind not in ("text", "words"):
            continue
        cells = [cell for cell in table.column(column.position, list(candidates)) if cell.kind != "blank"]
        if not cells or any(cell.kind != "text" for cell in cells):
            continue
        currencies = all(folded(cell.text) in CURRENCIES for cell in cells)
        head = folded(column.name)
        if not currencies and head not in _CURRENCY_HEADS and about_label(head) != "unit":
            continue
        units = tuple(dict.fromkeys(CURRENCIES.get(folded(cell.text), cell.text.strip()) for cell in cells))
        if len({folded(unit) for unit in units}) < 2:
            continue
        money = [c for c in numeric if has_stem(c.name, _MONEY_STEMS)] if about_label(head) != "unit" else []
        before = [c for c in numeric if c.position < column.position]
        for concerned in money or before[-1:] or numeric[:1]:
            found[concerned.position] = units
    return found


def ask_unit(table: Table, column: Column, beside: Sequence[str], work: Work) -> None:
    """Ask where the cells of a criterion are not in one unit. beside: the units that another column gives them, more than one."""
    reading, place = column.reading, table.column_place(column.position)
    given = {"place": place, "name": shown(column.name)}
    if work.answer("unit", column.name) == "same":
        return
    if len(beside) > 1:
        text = _(
            "{place} '{name}' is in different units or currencies, as the column beside it says ({units}): convert its numbers to one unit.",
            units=listed(beside, 6),
            **(given | {"place": capitalized(place)}),
        )
    elif reading.clash:
        units = ", ".join(shown(unit) for unit in reading.clash)
        text = _(
            "{place} '{name}' has different units or currencies ({units}), which cannot be compared: convert them to one unit.",
            units=units,
            **(given | {"place": capitalized(place)}),
        )
    elif reading.bare_multiple:
        text = _(
            "{place} '{name}' has multiples such as '{text}' beside much smaller plain numbers: write all of them in one way.",
            text=shown(reading.multiplied),
            **(given | {"place": capitalized(place)}),
        )
    elif reading.half_unit:
        text = _(
            "{place} '{name}' has percentages beside plain numbers below 1: write all of them in one unit.",
            **(given | {"place": capitalized(place)}),
        )
    elif len(reading.out_of) > 1:
        text = _(
            "{place} '{name}' has ratings on scales of different length ({units}): convert them to one scale.",
            units=", ".join(f"{whole:g}" for whole in reading.out_of),
            **(given | {"place": capitalized(place)}),
        )
    else:
        return
    work.ask(
        "unit",
        column.name,
        text,
        (Choice("same", _("take the numbers as they are")), Choice("left out", _("leave the column out"))),
    )
