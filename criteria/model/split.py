"""How a score divides among groups of criteria, computed for the candidates that somebody asks about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from weakref import WeakKeyDictionary

from criteria.model.arrays import FloatArray
from criteria.model.frozen import frozen_inside


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Contributions:
    """parts: (m, groups), rows adding up to the scores.  error: half the width of the 95 % interval of the least certain part; 0 where exact."""

    parts: FloatArray
    error: float = 0.0


# Positions of candidates, None for all, to what each group adds to their scores; None where the score cannot be divided.
Rows = tuple[int, ...] | None
Divide = Callable[[Rows], Contributions | None]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Split:
    """The division of the scores of one ranking. What was computed is kept as long as this is: it follows from the ranking, whoever asks.

    divide: computes it; None where it is `known`.  by_rows: whether that takes less where few candidates are asked about.
    """

    divide: Divide | None
    known: Contributions | None = None
    by_rows: bool = False

    @property
    def whole(self) -> Contributions | None:
        """Of all candidates; None where the score cannot be divided."""
        return self.known if self.divide is None else _divided(self, self.divide, None)

    def of(self, rows: Sequence[int]) -> Contributions | None:
        """Return what each group adds to the scores at these positions, (len(rows), groups); the error is that of more where more are known."""
        chosen = tuple(rows)
        if self.divide is None or not self.by_rows or None in _kept_of(self):
            whole = self.whole
            return None if whole is None else Contributions(whole.parts[list(chosen)], whole.error)
        for known, found in _kept_of(self).items():
            if known is not None and set(chosen) <= set(known):
                places = [known.index(row) for row in chosen]
                return None if found is None else Contributions(found.parts[places], found.error)
        return _divided(self, self.divide, chosen)


_kept: WeakKeyDictionary[Split, dict[Rows, Contributions | None]] = WeakKeyDictionary()
_lock = Lock()


def _kept_of(split: Split) -> dict[Rows, Contributions | None]:
    with _lock:
        return dict(_kept.get(split, {}))


def _divided(split: Split, divide: Divide, rows: Rows) -> Contributions | None:
    known = _kept_of(split)
    if rows in known:
        return known[rows]
    found = divide(rows)
    with _lock:
        _kept.setdefault(split, {})[rows] = found
    return found


def known_split(parts: FloatArray | None, error: float = 0.0) -> Split:
    """Return a division that is there already; None for a score that cannot be divided."""
    return Split(None, None if parts is None else Contributions(parts, error))
