"""Formulas that scale raw performances in their own way: EDAS, COPRAS, ARAS, MOORA and those after them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from .numbers import (
    Number,
    Rows,
    by_column,
    columns,
    inverted_share_of_sum,
    minmax,
    share_of_sum,
    vector,
)
from .one_scale import weighted_sum


def edas(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[Number]:
    """Keshavarz Ghorabaee et al. (2015); a column of zeros counts for nobody."""
    averages = [sum(c) / len(c) for c in columns(rows)]
    above, below = [], []
    for row in rows:
        distances = [
            Fraction(0) if mean == 0 else ((x - mean) if sense else (mean - x)) / mean
            for x, mean, sense in zip(row, averages, maximized, strict=True)
        ]
        above.append(sum(w * max(Fraction(0), d) for w, d in zip(weights, distances, strict=True)))
        below.append(sum(w * max(Fraction(0), -d) for w, d in zip(weights, distances, strict=True)))
    return [(a / max(above) + 1 - b / max(below)) / 2 for a, b in zip(above, below, strict=True)]


def copras(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[Number]:
    """Zavadskas et al. (2007), eqs. 1-7, with Q / max Q."""
    values = by_column(rows, maximized, share_of_sum)
    gains = [
        sum(w * v for w, v, sense in zip(weights, row, maximized, strict=True) if sense) for row in values
    ]
    costs = [
        sum(w * v for w, v, sense in zip(weights, row, maximized, strict=True) if not sense) for row in values
    ]
    if not any(costs):
        relative = gains
    else:
        least = min(costs)
        relative = [
            g + least * sum(costs) / (c * sum(least / other for other in costs))
            for g, c in zip(gains, costs, strict=True)
        ]
    return [q / max(relative) for q in relative]


def aras(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[Number]:
    """Zavadskas & Turskis (2010), eqs. 1-9: the optimal row takes part in the column sums."""
    optimal = [max(c) if sense else min(c) for c, sense in zip(columns(rows), maximized, strict=True)]
    sums = weighted_sum(by_column([optimal, *rows], maximized, inverted_share_of_sum), weights)
    return [s / sums[0] for s in sums[1:]]


def moora_ratio(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[float]:
    """Brauers & Zavadskas (2006)."""
    values = by_column(rows, maximized, vector)
    return [
        sum(float(w) * (v if sense else -v) for w, v, sense in zip(weights, row, maximized, strict=True))
        for row in values
    ]


def moora_reference_point(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[float]:
    """Brauers & Zavadskas (2006)."""
    values = by_column(rows, maximized, vector)
    best = [max(c) if sense else min(c) for c, sense in zip(columns(values), maximized, strict=True)]
    return [max(float(w) * abs(r - v) for w, r, v in zip(weights, best, row, strict=True)) for row in values]


def full_multiplicative_form(
    rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]
) -> list[float]:
    """Brauers & Zavadskas (2012): products of benefits over products of costs, weights as exponents."""
    scores = []
    for row in rows:
        gains = costs = 1.0
        for w, x, sense in zip(weights, row, maximized, strict=True):
            if sense:
                gains *= float(x) ** float(w)
            else:
                costs *= float(x) ** float(w)
        scores.append(gains / costs)
    return scores


def pairs_won_less_lost(part_scores: Sequence[tuple[Sequence[float], bool]]) -> list[int]:
    """MULTIMOORA: whoever is ahead in more parts wins a pair. Parts are scores with their direction."""
    m = len(part_scores[0][0])
    balance = [0] * m
    for i in range(m):
        for k in range(m):
            ahead = 0
            for scores, higher_is_better in part_scores:
                difference = (scores[i] - scores[k]) * (1 if higher_is_better else -1)
                ahead += 0 if abs(difference) < 1e-9 else 1 if difference > 0 else -1
            balance[i] += 1 if ahead > 0 else -1 if ahead < 0 else 0
    return balance


def marcos(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[Number]:
    """Stević et al. (2020)."""
    best = [max(c) if sense else min(c) for c, sense in zip(columns(rows), maximized, strict=True)]
    worst = [min(c) if sense else max(c) for c, sense in zip(columns(rows), maximized, strict=True)]

    def utility(row: Sequence[Number]) -> Number:
        return sum(
            w * (x / top if sense else top / x)
            for w, x, top, sense in zip(weights, row, best, maximized, strict=True)
        )

    scores = []
    for row in rows:
        k_minus, k_plus = utility(row) / utility(worst), utility(row) / utility(best)
        f_minus, f_plus = k_plus / (k_plus + k_minus), k_minus / (k_plus + k_minus)
        scores.append((k_plus + k_minus) / (1 + (1 - f_plus) / f_plus + (1 - f_minus) / f_minus))
    return scores


def ram(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[float]:
    """Sotoudeh-Anvari (2023)."""
    scores = []
    for row in by_column(rows, maximized, share_of_sum):
        gains = sum(w * v for w, v, sense in zip(weights, row, maximized, strict=True) if sense)
        costs = sum(w * v for w, v, sense in zip(weights, row, maximized, strict=True) if not sense)
        scores.append(float(2 + gains) ** (1 / float(2 + costs)))
    return scores


def mairca(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[Number]:
    """Pamučar, Vasin & Lukovac (2014): theoretical less real assessment, all alternatives equally likely."""
    m = len(rows)
    return [
        sum(w / m - w / m * v for w, v in zip(weights, row, strict=True))
        for row in by_column(rows, maximized, minmax)
    ]


def ocra(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[Number]:
    """Parkan & Wu (2000)."""
    inputs, outputs = [Fraction(0)] * len(rows), [Fraction(0)] * len(rows)
    for column, w, sense in zip(columns(rows), weights, maximized, strict=True):
        for i, x in enumerate(column):
            if sense:
                outputs[i] += w * (x - min(column)) / min(column)
            else:
                inputs[i] += w * (max(column) - x) / min(column)
    totals = [(a - min(inputs)) + (b - min(outputs)) for a, b in zip(inputs, outputs, strict=True)]
    return [t - min(totals) for t in totals]
