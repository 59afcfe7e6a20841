"""Lines that follow from others."""

from __future__ import annotations

import numpy as np

from criteria.files.table.roles.arithmetic import (
    follows,
    is_beyond,
    is_extreme,
    is_ranking,
    is_weighted_sum,
    last_digit,
)

LINES = np.array([[8.0, 6, 5], [6, 9, 7], [5, 4, 9]])


def test_sums_and_means_are_found_within_their_rounding() -> None:
    assert follows(LINES.sum(axis=0), LINES, 0.0) == "sum"
    assert follows(np.array([6.33, 6.33, 7]), LINES, last_digit(["6.33", "7"])) == "mean"
    assert follows(np.array([6.4, 6.33, 7]), LINES, 0.005) == ""
    assert follows(LINES[0], LINES[:1], 0.0) == ""  # a line alike another one is no sum


def test_extremes_ranks_and_weighted_sums() -> None:
    assert is_extreme(np.array([8.0, 9, 9]), LINES, highest=True)
    assert not is_extreme(np.array([10.0, 10, 10]), LINES, highest=True)
    assert is_extreme(np.array([5.0, 4, 5]), LINES, highest=False)
    assert is_beyond(np.array([10.0, 10, 10]), LINES)
    assert is_ranking(np.array([2.0, 1, 3]))
    assert not is_ranking(np.array([2.0, 7, 3]))
    assert is_weighted_sum(np.array([0.5, 0.3, 0.2]) @ LINES, LINES, np.array([50.0, 30, 20]), 0.0)
