"""What is known of every alternative under every criterion: numbers as arrays, the texts behind them beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from criteria.model.arrays import BoolArray, FloatArray, read_only_floats
from criteria.model.evidence import Performance

TextArray = NDArray[np.str_]
Texts = tuple[tuple[str, ...], ...]
# The texts of a table, and the field of a performance that each holds.
_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "rationales": "rationale",
        "sources": "source",
        "bases": "basis",
        "confidence_notes": "confidence_note",
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class PerformanceTable:
    """All performances of a problem, made once from checked cells. Nothing in it can be written to.

    low, likely, high: (m, n), in the criterion's unit, low ≤ likely ≤ high; nan in all three where nothing is known.
    confidence: (m, n), "A", "B", "C" or "".  rationales, sources, bases, confidence_notes: texts, a row for each alternative; rows that
    are left out are blank.
    Equal tables are equal values; a single cell is seen as a `Performance` by `cell`, a row of them by `table[i]`.
    """

    low: FloatArray
    likely: FloatArray
    high: FloatArray
    confidence: TextArray
    rationales: Texts
    sources: Texts
    bases: Texts = ()
    confidence_notes: Texts = ()
    known: BoolArray = field(init=False, repr=False)
    ranged: BoolArray = field(init=False, repr=False)

    def __post_init__(self) -> None:
        put = object.__setattr__
        for name in ("low", "likely", "high"):
            put(self, name, read_only_floats(getattr(self, name)))
        put(self, "confidence", np.array(self.confidence, dtype=np.str_))
        for name in _TEXTS:
            put(self, name, getattr(self, name) or (("",) * self.likely.shape[1],) * len(self.likely))
        put(self, "known", ~np.isnan(self.likely))
        put(self, "ranged", self.low < self.high)
        for array in (self.confidence, self.known, self.ranged):
            array.setflags(write=False)

    @classmethod
    def of(cls, rows: Iterable[Iterable[Performance]]) -> Self:
        """Return the table of these cells, a row for each alternative; raise ValueError if the rows differ in length."""
        cells = [tuple(row) for row in rows]
        numbers = np.array(
            [[(_or_nan(c.low), _or_nan(c.likely), _or_nan(c.high)) for c in row] for row in cells],
            dtype=np.float64,
        ).reshape(len(cells), -1, 3)
        return cls(
            numbers[:, :, 0],
            numbers[:, :, 1],
            numbers[:, :, 2],
            np.array([[c.confidence for c in row] for row in cells], dtype=np.str_).reshape(len(cells), -1),
            *(
                tuple(tuple(text(c) for c in row) for row in cells)
                for text in map(attrgetter, _TEXTS.values())
            ),
        )

    @classmethod
    def of_numbers(cls, numbers: FloatArray) -> Self:
        """Return the table of low, likely and high (m, n, 3), nan where unknown, without evidence.

        Raises ProblemError where a number is infinite or a range is not in order, as a single performance does.
        """
        low, likely, high = (np.ascontiguousarray(numbers[:, :, k]) for k in range(3))
        wrong = np.isinf(numbers).any(axis=2) | (low > likely) | (likely > high)
        for i, j in np.argwhere(wrong)[:1]:
            Performance(low[i, j], likely[i, j], high[i, j])  # says what is wrong
        texts = (("",) * numbers.shape[1],) * numbers.shape[0]
        return cls(low, likely, high, np.full(low.shape, "", dtype=np.str_), texts, texts)

    @property
    def shape(self) -> tuple[int, int]:
        """How many alternatives and how many criteria."""
        return self.likely.shape[0], self.likely.shape[1]

    def __len__(self) -> int:
        return len(self.likely)

    def __getitem__(self, row: int) -> tuple[Performance, ...]:
        """Return the cells of one alternative."""
        return tuple(self.cell(row, column) for column in range(self.shape[1]))

    def __iter__(self) -> Iterator[tuple[Performance, ...]]:
        return (self[row] for row in range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PerformanceTable):
            return NotImplemented
        return self is other or (
            all(
                np.array_equal(getattr(self, name), getattr(other, name), equal_nan=True)
                for name in ("low", "likely", "high")
            )
            and np.array_equal(self.confidence, other.confidence)
            and all(getattr(self, name) == getattr(other, name) for name in _TEXTS)
        )

    def __hash__(self) -> int:
        return hash((self.shape, self.numbers()))

    def cell(self, row: int, column: int) -> Performance:
        """Return what is known of one alternative under one criterion."""
        return _performance(
            _or_none(self.low[row, column]),
            _or_none(self.likely[row, column]),
            _or_none(self.high[row, column]),
            str(self.confidence[row, column]),
            *(getattr(self, name)[row][column] for name in _TEXTS),
        )

    def numbers(self) -> tuple[tuple[tuple[float | None, float | None, float | None], ...], ...]:
        """Return low, likely and high of every cell as plain numbers, None where nothing is known."""
        unknown = (None, None, None)
        return tuple(
            tuple(
                (low, likely, high) if likely == likely else unknown  # nan is not equal to itself
                for low, likely, high in zip(*rows, strict=True)
            )
            for rows in zip(self.low.tolist(), self.likely.tolist(), self.high.tolist(), strict=True)
        )

    def numbers_written(self) -> str:
        """Return the same as Python writes a list of lists; most cells hold one number, which is written out once."""
        blank = np.isnan(self.low) & np.isnan(self.likely) & np.isnan(self.high)
        same = blank | ((self.low == self.likely) & (self.likely == self.high))
        # 0 may have a sign.
        sign = np.signbit(self.likely)
        same &= blank | ((np.signbit(self.low) == sign) & (np.signbit(self.high) == sign))
        rows = (
            _points_written(self.likely[i].tolist())
            if alike
            else _row_written(self.low[i].tolist(), self.likely[i].tolist(), self.high[i].tolist())
            for i, alike in enumerate(same.all(axis=1).tolist())
        )
        return f"[{', '.join(rows)}]"

    def rearranged(self, rows: Sequence[int], columns: Sequence[int]) -> Self:
        """Return these rows and columns of the table, in this order; nothing is known in one that is given as -1."""
        blank = (np.array(rows)[:, np.newaxis] < 0) | (np.array(columns) < 0)
        place = np.ix_(rows, columns)

        def texts(old: Texts) -> Texts:
            return tuple(tuple("" if i < 0 or j < 0 else old[i][j] for j in columns) for i in rows)

        return replace(
            self,
            **{
                name: np.where(blank, np.nan, getattr(self, name)[place])
                for name in ("low", "likely", "high")
            },  # type: ignore[arg-type]
            confidence=np.where(blank, "", self.confidence[place]),
            **{name: texts(getattr(self, name)) for name in _TEXTS},  # type: ignore[arg-type]
        )

    def with_cells(self, cells: Mapping[tuple[int, int], Performance]) -> Self:
        """Return the table with other cells at these places (row, column)."""
        confidence: TextArray = self.confidence.astype("<U1")
        texts = {name: list(getattr(self, name)) for name in _TEXTS}
        for (row, column), cell in cells.items():
            confidence[row, column] = cell.confidence
            for name, rows in texts.items():
                rows[row] = _put(rows[row], column, getattr(cell, _TEXTS[name]))
        return replace(
            self.with_numbers({place: (c.low, c.likely, c.high) for place, c in cells.items()}),
            confidence=confidence,
            **{name: tuple(rows) for name, rows in texts.items()},  # type: ignore[arg-type]
        )

    def with_numbers(
        self, numbers: Mapping[tuple[int, int], tuple[float | None, float | None, float | None]]
    ) -> Self:
        """Return the table with other numbers (low, likely, high) at these places; the texts beside them stay."""
        ends = {name: np.array(getattr(self, name)) for name in ("low", "likely", "high")}
        for place, values in numbers.items():
            for array, value in zip(ends.values(), values, strict=True):
                array[place] = _or_nan(value)
        return replace(self, **ends)  # type: ignore[arg-type]


_BLANK = "(None, None, None)"


@lru_cache(maxsize=4_096)
def _performance(
    low: float | None, likely: float | None, high: float | None, confidence: str, *texts: str
) -> Performance:
    """Return a cell from its parts; a cell is frozen, and must-haves ask for the same ones at every move of a slider."""
    return Performance(low, likely, high, confidence, *texts)


def _or_nan(value: float | None) -> float:
    return np.nan if value is None else value


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _put(texts: tuple[str, ...], column: int, text: str) -> tuple[str, ...]:
    return (*texts[:column], text, *texts[column + 1 :])


def _points_written(numbers: list[float]) -> str:
    """Return a row of points, nan where nothing is known, as a list of triples is written."""
    texts = repr(numbers)[1:-1].split(", ") if numbers else []
    return f"[{', '.join([_BLANK if x == 'nan' else f'({x}, {x}, {x})' for x in texts])}]"


def _row_written(lows: list[float], likelies: list[float], highs: list[float]) -> str:
    return f"[{', '.join(map(_cell_written, lows, likelies, highs))}]"


def _cell_written(low: float, likely: float, high: float) -> str:
    if low == likely == high and likely:  # 0 may have a sign
        number = repr(likely)
        return f"({number}, {number}, {number})"
    return repr((low, likely, high)) if likely == likely else _BLANK
