"""Which mark stands before the decimals and which between thousands: told by the numbers themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from math import isfinite

_POINT = re.compile(
    r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:'\d{3})+|\d{1,3}(?: \d{3})+)?(?:\.\d*)?(?:[eE][+-]?\d+)?"
)
_COMMA = re.compile(
    r"[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:'\d{3})+|\d{1,3}(?: \d{3})+)?(?:,\d*)?(?:[eE][+-]?\d+)?"
)
_GROUPED_ZERO = re.compile(r"[+-]?0+[,. ']\d{3}")
_WRITTEN = ((".", _POINT, ",' "), (",", _COMMA, ".' "))
_ONE_MARK = re.compile(r"[+-]?(\d+)([.,])(\d+)")  # most numbers of most tables
_KEPT = (
    40  # signs of a text whose readings are kept; a longer one is hardly a number, and would fill the memory
)


def readings(core: str) -> tuple[tuple[str, float], ...]:
    """Return the ways to read a number's text: the decimal mark assumed, and the value. Empty where it is no number."""
    if simple := _ONE_MARK.fullmatch(core):
        return _with_one_mark(core, simple[1], simple[2], simple[3])
    return _any_readings(core) if len(core) <= _KEPT else _any_readings.__wrapped__(core)


def _with_one_mark(core: str, whole: str, mark: str, rest: str) -> tuple[tuple[str, float], ...]:
    """Return the same for digits with one mark among them: it marks the decimals, or thousands where three digits follow."""
    decimal = float(core if mark == "." else core.replace(",", "."))
    if not isfinite(decimal):
        return ()
    found = (mark, decimal)
    if len(rest) != 3 or len(whole) > 3 or not whole.strip("0"):
        return (found,)
    grouped = float(core.replace(mark, ""))
    return (found, (",", grouped)) if mark == "." else ((".", grouped), found)


@lru_cache(maxsize=100_000)
def _any_readings(core: str) -> tuple[tuple[str, float], ...]:
    found = []
    for mark, pattern, grouping in _WRITTEN:
        if not pattern.fullmatch(core) or not any(c.isdigit() for c in core):
            continue
        thousands = "," if mark == "." else "."
        if thousands in core and _GROUPED_ZERO.match(core) and core.lstrip("+-").startswith("0"):
            continue  # 0,123 has no thousands
        digits = core
        for sign in grouping:
            digits = digits.replace(sign, "")
        value = float(digits.replace(mark, "."))
        if isfinite(value):
            found.append((mark, value))
    return tuple(found)


def number_at(core: str, mark: str) -> float | None:
    """Return the value of a number's text under one decimal mark, None where it cannot be read so."""
    return next((value for found, value in readings(core) if found == mark), None)


def telling_marks(cores: Iterable[str]) -> tuple[frozenset[str], str]:
    """Return the decimal marks that some of these numbers leave no other choice for, and an example that leaves it open.

    The example is the empty text where none is open. '12,5' tells the comma, '1,450' is open, '1.234,5' tells the comma.
    """
    told: set[str] = set()
    example = ""
    for core in cores:
        if "," not in core and "." not in core:
            continue
        ways = readings(core)
        if len(ways) == 1 and ("," in core or "." in core):
            told.add(ways[0][0])
        elif len(ways) == 2 and ways[0][1] != ways[1][1] and not example:
            example = core
    return frozenset(told), example
