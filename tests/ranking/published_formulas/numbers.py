"""Exact numbers, columns, and the normalizations one column at a time."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction

Number = Fraction | float
Rows = Sequence[Sequence[Number]]


def exact(rows: Sequence[Sequence[float]]) -> list[list[Fraction]]:
    return [[Fraction(value) for value in row] for row in rows]


def shares(weights: Sequence[float]) -> list[Fraction]:
    total = sum(Fraction(w) for w in weights)
    return [Fraction(w) / total for w in weights]


def columns(rows: Rows) -> list[list[Number]]:
    return [list(column) for column in zip(*rows, strict=True)]


def by_column(
    rows: Rows, maximized: Sequence[bool], formula: Callable[[list[Number], bool], list[Number]]
) -> Rows:
    """Return the rows after a formula has been applied to each column."""
    found = [formula(column, sense) for column, sense in zip(columns(rows), maximized, strict=True)]
    return columns(found)


def minmax(column: list[Number], sense: bool) -> list[Number]:
    low, high = min(column), max(column)
    if low == high:
        return [Fraction(1)] * len(column)
    return [(x - low) / (high - low) if sense else (high - x) / (high - low) for x in column]


def linear(column: list[Number], sense: bool) -> list[Number]:
    return [x / max(column) if sense else min(column) / x for x in column]


def inverted(column: list[Number], sense: bool) -> list[Number]:
    return list(column) if sense else [1 / x for x in column]


def share_of_sum(column: list[Number], _sense: bool) -> list[Number]:
    return [x / sum(column) for x in column]


def inverted_share_of_sum(column: list[Number], sense: bool) -> list[Number]:
    return share_of_sum(inverted(column, sense), sense)


def vector(column: list[Number], _sense: bool) -> list[Number]:
    length = math.sqrt(sum(x * x for x in column))
    return [float(x) / length for x in column]


def negated(column: list[Number], sense: bool) -> list[Number]:
    return [x if sense else -x for x in column]


def on_scale(low: Number, high: Number) -> Callable[[list[Number], bool], list[Number]]:
    def formula(column: list[Number], sense: bool) -> list[Number]:
        return [((x - low) if sense else (high - x)) / (Fraction(high) - Fraction(low)) for x in column]

    return formula
