"""Numbers as text that reads back as the same number, and numbers rounded to the side on which a claim holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import ceil, log10


def exact(value: float) -> str:
    """Return the shortest text that reads back as exactly this number, without a needless '.0'."""
    text = repr(float(value))
    return text.removesuffix(".0")


_THOUSANDS = (
    "\u202f"  # a narrow space that no line breaks at: a comma is a decimal sign to half of the readers
)


def grouped(value: float, decimals: int = 0) -> str:
    """Return the number with so many decimals, its thousands set apart by a narrow space, with a true minus sign."""
    return f"{value:,.{decimals}f}".replace(",", _THOUSANDS).replace("-", "\u2212")


def percent(share: float) -> str:
    """Return a share as per cent: whole from 10 up, one decimal below, a plain 0 and 100 only for exactly those."""
    value = 100 * share
    if value == 0 or value >= 9.95:
        return f"{value:.0f}%" if value in (0, 100) or value < 99.5 else "> 99%"
    return f"{value:.1f}%" if value >= 0.05 else "< 0.1%"


def percent_to(share: float, decimals: int) -> str:
    """Return a share as per cent with just so many decimals, for labels that stand under each other."""
    return f"{100 * share:.{decimals}f}%"


def percent_of_area(share: float) -> str:
    """Return a share of an area in whole per cent, as it is measured to a tenth or less of that; below one per cent, or just short of all, as a bound."""
    if 0 < share < 0.01:
        return "< 1%"
    return "> 99%" if 0.99 < share < 1 - 1e-9 else percent_to(share, 0)


def rounded_away(now: float, then: float, decimals: int) -> float:
    """Return the number with so many decimals that is nearest to `then` and at least as far from `now`.

    decimals: negative ones count tens, hundreds and so on.
    """
    rounding = ROUND_CEILING if then >= now else ROUND_FLOOR
    return float(Decimal(repr(then)).scaleb(decimals).to_integral_value(rounding).scaleb(-decimals))


def first_that_holds(
    now: float, then: float, holds: Callable[[float], bool], *, decimals: int, finest: int
) -> float | None:
    """Return the shortest number at or beyond `then`, seen from `now`, for which a claim holds; None where none was found.

    Tried are, with a decimal more each time, the two nearest numbers beyond: the first may lie exactly where two are level.
    """
    for digits in range(decimals, finest + 1):
        for value in _two_beyond(now, then, digits):
            if value != now and holds(value):
                return value
    return None


def _two_beyond(now: float, then: float, decimals: int) -> Iterator[float]:
    nearest = rounded_away(now, then, decimals)
    yield nearest
    step = Decimal(1).scaleb(-decimals) * (1 if then >= now else -1)
    yield float(Decimal(repr(nearest)) + step)


def decimals_of(span: float) -> int:
    """Return how many decimals tell a thousandth of a span apart, rounded to fewer: 2 for 10, 1 for 100, -2 for 60,000."""
    return -ceil(log10(span / 1000) - 1e-9) if span > 0 else 2
