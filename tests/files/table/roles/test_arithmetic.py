"""Lines that follow from others."""

from __future__ import annotations

import numpy as np

from criteria.files.table.roles.arithmetic import (
    Sums,
    follows,
    follows_from,
    is_beyond,
    is_product,
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


def test_ends_ranks_and_weighted_sums() -> None:
    assert is_beyond(np.array([10.0, 10, 10]), LINES)
    assert is_ranking(np.array([2.0, 1, 3]))
    assert not is_ranking(np.array([2.0, 7, 3]))
    assert is_weighted_sum(np.array([0.5, 0.3, 0.2]) @ LINES, LINES, np.array([50.0, 30, 20]), 0.0)


def test_sums_that_run_along_tell_the_same() -> None:
    running = Sums.none(3)
    for line in LINES:
        running = running.plus(line)
    assert (running.lines, running.counts.tolist()) == (3, [3, 3, 3])
    assert follows_from(LINES.sum(axis=0), running, 0.0) == "sum"
    assert follows_from(LINES.mean(axis=0), running, 0.0) == "mean"
    assert follows_from(LINES[0] + LINES[1], running.without(LINES[2]), 0.0) == "sum"
    assert follows_from(LINES[0], running.without(LINES[2]).without(LINES[1]), 0.0) == ""


def test_a_blank_counts_for_no_line() -> None:
    lines = np.array([[1.0, 2], [np.nan, 3], [5, np.nan]])
    assert follows(np.array([6.0, 5]), lines, 0.0) == "sum"
    assert follows(np.array([6.0, np.nan]), lines, 0.0) == "sum"
    assert follows(np.array([6.0, 5]), lines[:2], 0.0) == ""  # one number alone adds up to nothing


def test_no_line_is_a_sum_beyond_the_largest_number() -> None:
    assert follows(np.array([3.0, 4]), np.array([[1e308, 1e308], [1e308, 1e308]]), 0.0) == ""


def test_what_is_beyond_all_numbers_is_no_sum_and_no_product() -> None:
    large = np.array([[1e200, 1e200, 1e200, 1e200], [1e200, 2e200, 3e200, 4e200]])
    line = np.array([1.0, 2.0, 3.0, 4.0])
    assert not is_product(line, large)
    assert not is_weighted_sum(line, large, np.array([1e200, 1e200]), 0.0)
