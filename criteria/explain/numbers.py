"""Numbers as people read them, with no more digits than they deserve."""

from __future__ import annotations

from math import ceil, floor, isfinite, log10

import numpy as np

from criteria.model.arrays import FloatArray
from criteria.model.number import exact, grouped, percent_to, rounded_away
from criteria.model.number import percent as percent
from criteria.robustness.engine.sampling import share_error
from criteria.translation import translate as _

_WHOLE = 0.02  # an error from which on rounding a share to a whole per cent adds nothing to it that matters


def score_digits(scores: FloatArray) -> int:
    """Return how many decimals tell these scores apart sensibly: two significant digits of their spread, 0 to 6."""
    spread = float(np.max(scores)) - float(np.min(scores)) if len(scores) else 0.0
    if spread <= 0:
        return 2
    if not isfinite(spread):
        return 0
    return int(min(6, max(0, 1 - floor(log10(spread)))))


def number(value: float, digits: int) -> str:
    """Return the value with so many decimals, a true minus sign and no minus before zero."""
    text = f"{value:.{digits}f}"
    if float(text) == 0:
        text = f"{0:.{digits}f}"
    return text.replace("-", "\u2212")


def adding_up(parts: FloatArray, total: float, digits: int) -> tuple[float, ...]:
    """Return the parts (g,) with so many decimals so that they add up to the rounded total: none is off by a whole last digit.

    What is left over after rounding down goes to the parts that lost most (largest remainders). Parts that do not add up to the total
    are rounded as they are.
    """
    step = 10.0**digits
    scaled = np.asarray(parts, dtype=np.float64) * step
    whole = np.floor(scaled + 1e-9)
    left = round(round(total, digits) * step) - int(whole.sum())
    if not 0 <= left <= len(whole):
        return tuple(round(float(part), digits) for part in parts)
    whole[np.argsort(whole - scaled, kind="stable")[:left]] += 1
    return tuple(float(part) for part in whole / step)


def signed(value: float, digits: int) -> str:
    """Return the value with its sign, or a plain zero."""
    text = number(value, digits)
    return text if text.startswith("\u2212") or float(text) == 0 else f"+{text}"


def percent_in_full(share: float) -> str:
    """Return a share as per cent with all the digits it was rounded to: what is printed reads back as the same share."""
    return f"{in_full(round(100 * share, 7))}%"


def share_of_draws(share: float, draws: int, proved: int = 0) -> str:
    """Return a share of random draws as per cent: all or none of them is a bound, by the rule of three, unless it is proved.

    With a decimal where its error is below two points: rounding would add to the error that is printed.
    proved: 1 where it is known to be all, -1 where it is known to be nothing, as in `Acceptability.proved`.
    """
    if proved:
        return "100%" if proved > 0 else "0%"
    if share >= 1 or share <= 0:
        bound = ceil(10 * 100 * min(3.0 / draws, 1.0) - 1e-9) / 10  # in per cent, to the safe side
        return f"> {_short(100 - bound)}%" if share >= 1 else f"< {_short(bound)}%"
    if share_error(share, draws) >= _WHOLE:
        return percent(share)
    if share >= 0.9995:
        return "> 99.9%"
    return "< 0.1%" if share < 0.0005 else percent_to(share, 1)


def error_of_share(share: float, draws: int, proved: int = 0) -> str:
    """Return half the width of the 95 % interval of a share in points, never a plain 0; the empty text where there is none to state."""
    if proved or share >= 1 or share <= 0:
        return ""
    return f"±{_short(ceil(1000 * share_error(share, draws) - 1e-9) / 10)}"


def share_with_error(share: float, draws: int, proved: int = 0) -> str:
    """Return a share of draws with its error, as in "73% (±0.9)"."""
    error = error_of_share(share, draws, proved)
    text = share_of_draws(share, draws, proved)
    return f"{text} ({error})" if error else text


def share_with(share: float, error: float) -> str:
    """Return a share with an error of its own, both of 1, as in "41% (±2.2)": with a decimal where the error is below two points."""
    text = percent(share) if error >= _WHOLE else percent_to(share, 1)
    return f"{text} (±{points_up(error).removesuffix('%')})"


def value_with_error(value: float, error: float, digits: int) -> str:
    """Return a value with so many decimals and its error, as in "0.042 (±0.003)": the error is rounded up and holds for the value as printed."""
    text, step = number(value, digits), 10**digits
    off = abs(float(f"{value:.{digits}f}") - value)
    return f"{text} (±{number(max(ceil((error + off) * step - 1e-9), 1) / step, digits)})"


def points_up(share: float) -> str:
    """Return an error as per cent, rounded up to one decimal: never less than it is, never 0."""
    return f"{_short(max(ceil(1000 * share - 1e-9), 1) / 10)}%"


def spread_text(spread: float, *, ranged: bool) -> str:
    """Return how far weights were drawn from the present ones, to stand behind ±; ranged: some have a range of their own."""
    told = percent(spread)
    return _("{spread} or own ranges", spread=told) if ranged else told


def range_text(low: float, high: float) -> str:
    """Return a range of shares in per cent, such as 18–25%."""
    return f"{100 * low:.4g}–{100 * high:.4g}%"


def percent_between(low: float, high: float) -> str:
    """Return the shortest per cent that lies above low and below high: what holds between the two holds as printed."""
    for digits in range(1, 7):
        step = 10.0 ** (digits + 2)
        value = (floor(low * step + 1e-6) + 1) / step
        if low < value < high:
            return percent_to(value, digits).replace(".0%", "%")
    return f"{100 * low:.6g}%"


def percent_inside(low: float, high: float, now: float) -> tuple[str, str]:
    """Return the two ends of an interval of weights as per cent, rounded inwards: what holds inside holds at both as printed.

    now: the present weight, which stays inside. A whole per cent from 10 up, a decimal below, and more where the interval is narrow.
    """
    return _end_inside(low, now), _end_inside(high, now)


def _end_inside(end: float, now: float) -> str:
    if end in (0.0, 1.0):
        return percent_to(end, 0)
    for digits in range(0 if end >= 0.0995 else 1, 8):
        nearest = round(end, digits + 2)  # the end itself belongs to the interval: two are level there
        value = nearest if abs(nearest - end) < 1e-10 else rounded_away(2 * end - now, end, digits + 2)
        if abs(end - now) > 1e-9 and (value - now) * (end - now) >= 0:
            return percent_to(value, digits)
    return percent(end)


def _short(value: float) -> str:
    """Return a number with one decimal, without it where it is whole."""
    return f"{value:.1f}".removesuffix(".0")


def in_full(value: float) -> str:
    """Return a number with all its digits, thousands set apart: what is printed reads back as the same number."""
    text = exact(abs(value))
    if "e" not in text:
        whole, point, decimals = text.partition(".")
        text = f"{grouped(int(whole))}{point}{decimals}"
    return f"\u2212{text}" if value < 0 else text


def plain(value: float) -> str:
    """Return a performance as it was given: up to six significant digits, thousands set apart."""
    if value == int(value) and abs(value) < 1e15:
        return grouped(int(value))
    if 1e5 <= abs(value) < 1e15:
        return grouped(value)
    return f"{value:.6g}".replace("-", "\u2212")
