"""Formulas that join performances once they are on one scale: sums, products, distances."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from .numbers import (
    Number,
    Rows,
    columns,
)


def weighted_sum(values: Rows, weights: Sequence[Fraction]) -> list[Number]:
    return [sum(w * v for w, v in zip(weights, row, strict=True)) for row in values]


def product_of_powers(values: Rows, weights: Sequence[Fraction]) -> list[float]:
    return [math.prod(float(v) ** float(w) for w, v in zip(weights, row, strict=True)) for row in values]


def topsis(values: Rows, weights: Sequence[Fraction]) -> list[float]:
    """Hwang & Yoon (1981), on values where more is better."""
    weighted = [[float(w) * float(v) for w, v in zip(weights, row, strict=True)] for row in values]
    ideal, anti_ideal = [max(c) for c in columns(weighted)], [min(c) for c in columns(weighted)]
    return [
        math.dist(row, anti_ideal) / (math.dist(row, ideal) + math.dist(row, anti_ideal)) for row in weighted
    ]


def vikor(
    values: Rows, weights: Sequence[Fraction], v: Fraction
) -> tuple[list[Number], list[Number], list[Number]]:
    """Opricovic & Tzeng (2004), on positions between worst (0) and best (1): S, R, Q."""
    regrets = [[w * (1 - x) for w, x in zip(weights, row, strict=True)] for row in values]
    s, r = [sum(row) for row in regrets], [max(row) for row in regrets]

    def stretched(numbers: list[Number]) -> list[Number]:
        low, high = min(numbers), max(numbers)
        return [(x - low) / (high - low) if high > low else Fraction(0) for x in numbers]

    return s, r, [v * a + (1 - v) * b for a, b in zip(stretched(s), stretched(r), strict=True)]


def compromise_set(s: list[Number], r: list[Number], q: list[Number]) -> set[int]:
    """Opricovic & Tzeng (2004), conditions C1 and C2; for a Q without ties at the top."""
    order = sorted(range(len(q)), key=lambda i: q[i])
    advantage = q[order[1]] - q[order[0]] >= Fraction(1, len(q) - 1)
    stable = s[order[0]] == min(s) or r[order[0]] == min(r)
    if not advantage:
        return {i for i in order if q[i] - q[order[0]] < Fraction(1, len(q) - 1)}
    return set(order[:1] if stable else order[:2])


def mabac(values: Rows, weights: Sequence[Fraction]) -> list[float]:
    """Pamučar & Ćirović (2015), eqs. 3-11, on min-max positions."""
    weighted = [[float(w) * (float(v) + 1) for w, v in zip(weights, row, strict=True)] for row in values]
    border = [math.prod(c) ** (1 / len(c)) for c in columns(weighted)]
    return [sum(v - g for v, g in zip(row, border, strict=True)) for row in weighted]


def codas(values: Rows, weights: Sequence[Fraction], tau: float) -> list[float]:
    """Keshavarz Ghorabaee et al. (2016)."""
    weighted = [[float(w) * float(v) for w, v in zip(weights, row, strict=True)] for row in values]
    worst = [min(c) for c in columns(weighted)]
    euclid = [math.dist(row, worst) for row in weighted]
    taxicab = [sum(abs(v - n) for v, n in zip(row, worst, strict=True)) for row in weighted]
    return [
        sum((e - f) + ((t - u) if abs(e - f) >= tau else 0.0) for f, u in zip(euclid, taxicab, strict=True))
        for e, t in zip(euclid, taxicab, strict=True)
    ]


def cocoso(values: Rows, weights: Sequence[Fraction], share: float) -> list[float]:
    """Yazdani et al. (2019)."""
    s = [float(x) for x in weighted_sum(values, weights)]
    p = [sum(float(v) ** float(w) for w, v in zip(weights, row, strict=True)) for row in values]
    scores = []
    for a, b in zip(s, p, strict=True):
        k_a = (a + b) / (sum(s) + sum(p))
        k_b = a / min(s) + b / min(p)
        k_c = (share * a + (1 - share) * b) / (share * max(s) + (1 - share) * max(p))
        scores.append((k_a * k_b * k_c) ** (1 / 3) + (k_a + k_b + k_c) / 3)
    return scores
