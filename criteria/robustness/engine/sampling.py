"""What a sample can tell: the error of a share of draws, and the least that the share may be."""

from __future__ import annotations

from math import sqrt
from typing import TypeVar

import numpy as np

from criteria.model.arrays import FloatArray

Shares = TypeVar("Shares", float, FloatArray)

Z = 1.96  # half the width of the 95 % interval in standard errors
NONE_SEEN = 3.0  # over the number of draws: the 95 % bound for what was never seen (rule of three)


def share_error(share: float, draws: int, proved: int = 0) -> float:
    """Return how far the true share may be from that of so many draws, at a confidence of 95 %; 0 where the share is proved (1 or -1).

    The farther end of Wilson's interval (1927); 3 / draws for what was seen in all draws or in none (rule of three; Hanley &
    Lippman-Hand, 1983).
    """
    if proved:
        return 0.0
    if share <= 0 or share >= 1:
        return min(1.0, NONE_SEEN / draws)
    low, high = _wilson(share, draws)
    return max(share - low, high - share)


def sampling_error(shares: FloatArray, draws: int) -> float:
    """Return the error of the least certain of some shares of this many draws."""
    uncertain = shares[(shares > 0) & (shares < 1)]  # of many alternatives most have most ranks in no draw
    error = float(share_errors(uncertain, draws).max(initial=0.0))
    return error if uncertain.size == shares.size else max(error, min(1.0, NONE_SEEN / draws))


def share_errors(shares: FloatArray, draws: int) -> FloatArray:
    """Return the `share_error` of each of some shares of this many draws, nothing of which is proved."""
    low, high = _ends(shares, np.sqrt(_variance(shares, draws)), draws)
    certain = (shares <= 0) | (shares >= 1)
    return np.where(certain, min(1.0, NONE_SEEN / draws), np.maximum(shares - low, high - shares))


def least_share(share: float, draws: int) -> float:
    """Return the lower end of the 95 % interval of a share of draws. Source: Wilson (1927)."""
    return _wilson(share, draws)[0]


def _wilson(share: float, draws: int) -> tuple[float, float]:
    return _ends(share, sqrt(_variance(share, draws)), draws)


def _variance(share: Shares, draws: int) -> Shares:
    return share * (1 - share) / draws + Z * Z / (4 * draws * draws)


def _ends(share: Shares, deviation: Shares, draws: int) -> tuple[Shares, Shares]:
    middle, width, whole = share + Z * Z / (2 * draws), Z * deviation, 1 + Z * Z / draws
    return (middle - width) / whole, (middle + width) / whole
