"""Whether one line of numbers follows from others: their sum, average or weighted sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from criteria.files.table.values.cells import Cell
from criteria.model.arrays import FloatArray, IntArray
from criteria.model.frozen import frozen_inside

_RELATIVE = 1e-6
_LEAST = 2  # lines that something must follow from
_FURTHEST = 40  # lines before a total that it may add up
WIDEST_SLACK = 0.5  # no number shows less than its whole part


def last_digit(texts: list[str]) -> float:
    """Return half a unit of the last decimal that the numbers show, 0 where none shows decimals."""
    places = [
        len(text.rstrip("%").replace(",", ".").rpartition(".")[2])
        for text in texts
        if "." in text or "," in text
    ]
    return 0.5 * 10.0 ** -max(places) if places else 0.5 if texts else 0.0


def slack_of(cells: Sequence[Cell]) -> float:
    """Return how far a rounded result may be from the exact one: half its last digit where it shows decimals, otherwise 0."""
    texts = [cell.parts[0] for cell in cells if cell.kind == "number" and cell.parts]
    return last_digit(texts) if any("." in text or "," in text for text in texts) else 0.0


@frozen_inside
@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of lines column by column, how many numbers each adds up, and of how many lines; one with a line more is a new one.

    Beyond the largest number a sum is infinite, and no line equals it.
    """

    sums: FloatArray
    counts: IntArray
    lines: int = 0

    @classmethod
    def none(cls, width: int) -> Sums:
        """Return the sums of no lines."""
        return cls(np.zeros(width), np.zeros(width, dtype=np.int64))

    @classmethod
    def of(cls, lines: FloatArray) -> Sums:
        """Return the sums of lines (k, n), nan where no number stands."""
        with np.errstate(over="ignore"):
            sums = np.where(np.isfinite(lines), lines, 0.0).sum(axis=0)
        return cls(sums, np.isfinite(lines).sum(axis=0), len(lines))

    def plus(self, line: FloatArray) -> Sums:
        """Return the sums with one more line."""
        known = np.isfinite(line)
        with np.errstate(over="ignore"):
            return Sums(self.sums + np.where(known, line, 0.0), self.counts + known, self.lines + 1)

    def without(self, line: FloatArray) -> Sums:
        """Return the sums without one of their lines."""
        known = np.isfinite(line)
        return Sums(self.sums - np.where(known, line, 0.0), self.counts - known, self.lines - 1)


def follows(line: FloatArray, others: FloatArray, slack: float) -> str:
    """Return how a line (n,) follows from the others (k, n), column by column: sum, mean, or the empty text.

    Blank cells are nan.  slack: the rounding of the line's numbers.  At least two others must have numbers.
    """
    return follows_from(line, Sums.of(others), slack) if len(others) >= _LEAST else ""


def follows_from(line: FloatArray, others: Sums, slack: float) -> str:
    """Return how a line (n,) follows from others, of which the sums are known: sum, mean, or the empty text."""
    known = np.isfinite(line)
    if not known.any() or others.lines < _LEAST:
        return ""
    sums, counts = others.sums[known], others.counts[known]
    if (counts < _LEAST).any() or not np.isfinite(sums).all():
        return ""
    for name, wanted in (("sum", sums), ("mean", sums / counts)):
        if is_alike(line[known], wanted, slack):
            return name
    return ""


def sum_of_those_before(line: FloatArray, others: FloatArray) -> int:
    """Return of how many of the lines (k, n) just before it a line (n,) is the sum, in two numbers at least and to their digits; 0 for none, else two or more."""
    known = np.isfinite(line)
    if known.sum() < _LEAST or not np.any(line[known]):
        return 0
    total = np.zeros(int(known.sum()))
    for count, other in enumerate(others[: -_FURTHEST - 1 : -1], 1):
        if not np.isfinite(other[known]).all():
            return 0
        with np.errstate(over="ignore"):
            total = total + other[known]
        if count >= _LEAST and is_alike(line[known], total, 0.0):
            return count
    return 0


def is_beyond(line: FloatArray, others: FloatArray) -> bool:
    """Whether a line is at least as large as all others in every column."""
    known = np.isfinite(line)
    return bool(known.any()) and bool(
        np.all(np.nan_to_num(others[:, known], nan=-np.inf) <= line[known] + 1e-12)
    )


def is_weighted_sum(line: FloatArray, others: FloatArray, weights: FloatArray, slack: float) -> bool:
    """Whether a line (n,) is the sum of the others (k, n) times weights (k,), perhaps divided by the weights' sum or by 100."""
    known = np.isfinite(line)
    if known.sum() < _LEAST or len(others) < _LEAST or not np.isfinite(weights).all() or weights.sum() <= 0:
        return False
    with np.errstate(over="ignore", invalid="ignore"):  # what is beyond all numbers is no sum
        total = np.nansum(others[:, known] * weights[:, None], axis=0)
        return any(is_alike(line[known], total / divisor, slack) for divisor in (1.0, weights.sum(), 100.0))


def is_product(line: FloatArray, others: FloatArray) -> bool:
    """Whether a line (n,) is the product of two or three of the others (k, n), as risk is of likelihood and impact. False for more than eight others."""
    known = np.isfinite(line)
    if known.sum() < _LEAST + 1 or len(others) > 8:
        return False
    factors = others[:, known]
    with np.errstate(over="ignore", invalid="ignore"):
        return any(
            is_alike(line[known], np.prod(factors[list(chosen)], axis=0), 0.0)
            for count in (2, 3)
            for chosen in combinations(range(len(others)), count)
        )


def is_ranking(line: FloatArray) -> bool:
    """Whether numbers are ranks: whole, from 1, none above their count."""
    known = line[np.isfinite(line)]
    return (
        len(known) > 1
        and bool(np.all(known == np.floor(known)))
        and known.min() == 1
        and known.max() <= len(known)
    )


def is_alike(line: FloatArray, wanted: FloatArray, slack: float) -> bool:
    """Whether numbers are those wanted, within their rounding; what is infinite is like nothing."""
    close = np.abs(line - wanted) <= slack * 1.001 + _RELATIVE * np.abs(wanted) + 1e-12
    return bool(np.all(close & np.isfinite(wanted)))
