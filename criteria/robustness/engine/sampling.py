"""What a sample can tell: the error of a share of draws, and the least that the share may be."""

from __future__ import annotations

from math import sqrt

import numpy as np

from criteria.model.arrays import FloatArray

Z = 1.96  # half the width of the 95 % interval in standard errors
NONE_SEEN = 3.0  # over the number of draws: the 95 % bound for what was never seen (rule of three)


def sampling_error(shares: FloatArray, draws: int) -> float:
    """Return half the width of the 95 % interval of the least certain of some shares of this many draws.

    At least 3 / draws, the bound for what was seen in all draws or in none (rule of three; Hanley & Lippman-Hand, 1983).
    """
    widest = float(Z * np.sqrt(np.max(shares * (1 - shares)).clip(0) / draws))
    return max(widest, min(1.0, NONE_SEEN / draws))


def least_share(share: float, draws: int) -> float:
    """Return the lower end of the 95 % interval of a share of draws. Source: Wilson (1927)."""
    middle = share + Z * Z / (2 * draws)
    width = Z * sqrt(share * (1 - share) / draws + Z * Z / (4 * draws * draws))
    return (middle - width) / (1 + Z * Z / draws)


def share_error(share: float, draws: int, proved: int = 0) -> float:
    """Return half the width of the 95 % interval of one share of draws: 3 / draws at least, 0 where the share is proved (1 or -1)."""
    return 0.0 if proved else sampling_error(np.array([share]), draws)
