"""Multiples written behind numbers: 120k, 1.5M, 12 lakh; what they mean depends on the column they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from criteria.files.table.values.cells import Cell
from criteria.files.table.values.units import MONEY_MULTIPLES, MULTIPLES

_COUNTS = frozenset(("k", "b", "bn", "tsd", "tsd.", "mio", "mio.", "mn", "mln", "mrd", "mrd.", "thousand", "million", "millions", "billion", "billions"))  # fmt: skip
_APART = 100  # times smaller than the smallest multiple: a plain number beside it may leave the multiple out


def of_money(cells: Iterable[Cell]) -> bool:
    """Whether M and B in a column are million and billion, as beside 10k or 2bn, and not a unit such as metre."""
    units = {cell.unit.partition(" ")[0].casefold() for cell in cells}
    return bool(units & _COUNTS) and not units & {"km", "cm", "mm"}


def multiples_of(cell: Cell, money: bool) -> Mapping[str, float]:
    """Return which words behind a number multiply it."""
    return MONEY_MULTIPLES if cell.currency or money else MULTIPLES


def plain_unit(cell: Cell, money: bool) -> str:
    """Return a cell's unit without a multiple: 'Mio' is a number, not a unit."""
    head, _blank, rest = cell.unit.partition(" ")
    table = multiples_of(cell, money)
    if cell.unit.casefold() in table:
        return ""
    return rest if head.casefold() in table and rest else cell.unit


def multiple(cell: Cell, money: bool) -> float:
    """Return by what a cell's number is multiplied, 1 where nothing says so."""
    table = multiples_of(cell, money)
    head = cell.unit.partition(" ")[0].casefold()
    return table.get(cell.unit.casefold(), table.get(head, 1.0))


def left_out(multiplied: Iterable[float], plain: Iterable[float]) -> bool:
    """Whether a plain number beside multiples is so small that its multiple may have been left out: 95 beside 120k."""
    given = [abs(value) for value in multiplied if value]
    return bool(given) and any(0 < abs(value) < min(given) / _APART for value in plain)
