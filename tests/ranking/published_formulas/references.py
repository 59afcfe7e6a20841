"""Formulas that measure against averages, reference points and ideal ranges: PROBID, ERVD, RIM."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from .numbers import (
    Number,
    Rows,
    by_column,
    columns,
    vector,
)


def _ladder(
    rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]
) -> tuple[list[list[float]], list[list[float]]]:
    weighted = [
        [float(w) * v for w, v in zip(weights, row, strict=True)]
        for row in by_column(rows, maximized, vector)
    ]
    sorted_columns = [
        sorted(c, reverse=bool(sense)) for c, sense in zip(columns(weighted), maximized, strict=True)
    ]
    return weighted, columns(sorted_columns)


def probid(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[float]:
    """Wang, Rangaiah & Wang (2021); the middle rung counts on both sides."""
    weighted, ladder = _ladder(rows, weights, maximized)
    m = len(rows)
    middle = (m + 1) // 2
    average = [sum(c) / m for c in columns(weighted)]
    scores = []
    for row in weighted:
        good = sum(math.dist(row, ladder[k - 1]) / k for k in range(1, middle + 1))
        bad = sum(math.dist(row, ladder[k - 1]) / (m - k + 1) for k in range(middle, m + 1))
        scores.append(1 / (1 + (good / bad) ** 2) + math.dist(row, average))
    return scores


def simplified_probid(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[float]:
    """Wang, Rangaiah & Wang (2021): the best and the worst quarter of the ladder, at least one rung."""
    weighted, ladder = _ladder(rows, weights, maximized)
    m = len(rows)
    quarter = max(1, m // 4)
    scores = []
    for row in weighted:
        good = sum(math.dist(row, ladder[k - 1]) / k for k in range(1, quarter + 1))
        bad = sum(math.dist(row, ladder[k - 1]) / (m - k + 1) for k in range(m - quarter + 1, m + 1))
        scores.append(bad / good)
    return scores


def ervd(
    values: Rows, weights: Sequence[Fraction], reference: Sequence[Number], alpha: float, loss: float
) -> list[float]:
    """Shyur et al. (2015), on values where more is better and a reference point on the same scale."""

    def worth(x: Number, point: Number) -> float:
        return float(x - point) ** alpha if x > point else -loss * float(point - x) ** alpha

    worths = [[worth(x, point) for x, point in zip(row, reference, strict=True)] for row in values]
    best, worst = [max(c) for c in columns(worths)], [min(c) for c in columns(worths)]
    scores = []
    for row in worths:
        plus = sum(float(w) * abs(x - b) for w, x, b in zip(weights, row, best, strict=True))
        minus = sum(float(w) * abs(x - b) for w, x, b in zip(weights, row, worst, strict=True))
        scores.append(minus / (plus + minus))
    return scores


def rim(
    rows: Rows,
    weights: Sequence[Fraction],
    ranges: Sequence[tuple[float, float]],
    ideals: Sequence[tuple[float, float]],
) -> list[float]:
    """Cables, Lamata & Verdegay (2016)."""

    def closeness(x: Number, bounds: tuple[float, float], ideal: tuple[float, float]) -> float:
        (low, high), (start, end) = bounds, ideal
        if start <= x <= end:
            return 1.0
        return 1 - float((start - x) / (start - low)) if x < start else 1 - float((x - end) / (high - end))

    scores = []
    for row in rows:
        values = [
            float(w) * closeness(x, a, b) for w, x, a, b in zip(weights, row, ranges, ideals, strict=True)
        ]
        plus = math.dist(values, [float(w) for w in weights])
        minus = math.hypot(*values)
        scores.append(minus / (plus + minus))
    return scores
