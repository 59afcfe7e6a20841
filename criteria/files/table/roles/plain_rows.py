"""What results of the rows without a telling name would look like: sums, ends, middles, each worked out once for a whole table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from criteria.files.table.roles.arithmetic import Sums, is_alike
from criteria.files.table.values.lexicon import MEAN_WORDS, SUM_WORDS, folded
from criteria.model.arrays import FloatArray, IntArray

_MIDDLE = frozenset(folded(w) for w in ("median", "médiane", "mediana", "中央値"))


class PlainRows:
    """Rows of a table, nan where no number stands, that other rows may follow from."""

    def __init__(self, values: FloatArray, rows: Sequence[int]) -> None:
        self._values, self._rows = values, frozenset(rows)
        self._lines: FloatArray = values[list(rows)]

    def __len__(self) -> int:
        return len(self._rows)

    def sums_beside(self, i: int) -> Sums:
        """Return the sums of all rows but this one."""
        return self._sums.without(self._values[i]) if i in self._rows else self._sums

    def is_highest(self, line: FloatArray) -> bool:
        """Whether a line holds the largest number of every column."""
        return self._is(line, self._highest)

    def is_lowest(self, line: FloatArray) -> bool:
        """Whether a line holds the smallest number of every column."""
        return self._is(line, self._lowest)

    def is_ideal(self, line: FloatArray) -> bool:
        """Whether a line holds an end of each column, of rows that are not all alike."""
        known = np.isfinite(line) & (self._counts > 0)
        if known.sum() < 1 or len(self) < 2:
            return False
        given, low, high = line[known], self._lowest[known], self._highest[known]
        return bool(np.all(np.isclose(given, low) | np.isclose(given, high)))

    def is_worked_out(self, line: FloatArray, slack: float) -> bool:
        """Whether a line holds the median of each column, its deviation, its variance or how many numbers it has."""
        known = np.isfinite(line) & (self._counts > 1)
        return bool(known.any()) and any(
            bool(np.all(np.abs(line - wanted)[known] <= slack + 1e-6 * np.abs(wanted[known])))
            for wanted in self._spreads
        )

    def may_be(self, label: str, line: FloatArray) -> bool:
        """Whether a line may be the result it is called, perhaps of other numbers than the sheet shows now.

        A sum is beyond all others in half of its columns at least, an average or median between them in all; of other results nothing is known.
        """
        known = np.isfinite(line) & (self._counts > 0)
        if not known.any():
            return True
        given, low, high = line[known], self._lowest[known], self._highest[known]
        if label in SUM_WORDS:
            return bool(2 * np.sum((given > high) | (given < np.minimum(low, 0))) >= known.sum())
        if label in MEAN_WORDS or label in _MIDDLE:
            return bool(np.all((low <= given) & (given <= high)))
        return True

    def _is(self, line: FloatArray, wanted: FloatArray) -> bool:
        known = np.isfinite(line)
        return bool(known.any()) and bool((self._counts[known] > 0).all()) and is_alike(line[known], wanted[known], 0.0)  # fmt: skip

    @cached_property
    def _sums(self) -> Sums:
        return Sums.of(self._lines)

    @property
    def _counts(self) -> IntArray:
        return self._sums.counts

    @cached_property
    def _highest(self) -> FloatArray:
        return np.where(np.isfinite(self._lines), self._lines, -np.inf).max(axis=0, initial=-np.inf)

    @cached_property
    def _lowest(self) -> FloatArray:
        return np.where(np.isfinite(self._lines), self._lines, np.inf).min(axis=0, initial=np.inf)

    @cached_property
    def _spreads(self) -> tuple[FloatArray, ...]:
        """Return median, deviations, variance and count of each column, 0 where it has fewer than two numbers."""
        found = np.zeros((5, self._lines.shape[1]))
        enough = self._counts > 1
        given = self._lines[:, enough]
        with np.errstate(over="ignore", invalid="ignore"):
            found[:, enough] = (
                np.nanmedian(given, axis=0),
                np.nanstd(given, axis=0, ddof=1),
                np.nanstd(given, axis=0),
                np.nanvar(given, axis=0, ddof=1),
                self._counts[enough],
            )
        return tuple(found)
