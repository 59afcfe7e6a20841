"""How many points a criterion can have: one bound for files, links, pages and the command line."""

from __future__ import annotations

from math import isfinite

# Far beyond what anybody gives, and so small that sums and shares of thousands of criteria lose no digit that is shown.
POINTS_LIMIT = 1_000_000_000.0
EQUAL_IMPORTANCE = 50.0  # points for each criterion where nobody said anything


def points_fit(points: float) -> bool:
    """Whether points are a finite number from 0 to the limit."""
    return isfinite(points) and 0 <= points <= POINTS_LIMIT
