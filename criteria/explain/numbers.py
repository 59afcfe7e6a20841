"""Numbers as people read them, with no more digits than they deserve."""

from __future__ import annotations

from math import floor, isfinite, log10

import numpy as np

from criteria.model.arrays import FloatArray


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


def signed(value: float, digits: int) -> str:
    """Return the value with its sign, or a plain zero."""
    text = number(value, digits)
    return text if text.startswith("\u2212") or float(text) == 0 else f"+{text}"


def percent(share: float) -> str:
    """Return a share as per cent: whole from 10 up, one decimal below, a plain 0 and 100 only for exactly those."""
    value = 100 * share
    if value == 0 or value >= 9.95:
        return f"{value:.0f}%" if value in (0, 100) or value < 99.5 else "> 99%"
    return f"{value:.1f}%" if value >= 0.05 else "< 0.1%"


def plain(value: float) -> str:
    """Return a performance as it was given: up to six significant digits, thousands set apart."""
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}".replace(",", "\u202f").replace("-", "\u2212")
    if 1e5 <= abs(value) < 1e15:
        return f"{value:,.0f}".replace(",", "\u202f").replace("-", "\u2212")
    return f"{value:.6g}".replace("-", "\u2212")
