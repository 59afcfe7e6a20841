"""What results of rows look like, worked out once."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.files.table.roles.plain_rows import PlainRows

NAN = float("nan")
VALUES = np.array([[8.0, 6, NAN], [6, 9, 7], [5, 4, 9], [19, 19, 16]])
PLAIN = PlainRows(VALUES, [0, 1, 2])


def test_sums_leave_the_row_itself_out() -> None:
    assert PLAIN.sums_beside(3).sums.tolist() == [19, 19, 16]
    beside = PLAIN.sums_beside(1)
    assert (beside.sums.tolist(), beside.counts.tolist(), beside.lines) == ([13, 10, 9], [2, 2, 1], 2)


def test_ends_are_those_of_every_column() -> None:
    assert PLAIN.is_highest(np.array([8.0, 9, 9]))
    assert PLAIN.is_highest(np.array([8.0, NAN, 9]))
    assert not PLAIN.is_highest(np.array([10.0, 10, 10]))
    assert PLAIN.is_lowest(np.array([5.0, 4, 7]))
    assert not PLAIN.is_lowest(np.array([NAN, NAN, NAN]))
    assert PLAIN.is_ideal(np.array([5.0, 9, 7]))
    assert not PLAIN.is_ideal(np.array([5.0, 8, 7]))
    assert not PlainRows(VALUES, [0]).is_ideal(VALUES[0])


def test_a_column_without_numbers_has_no_ends() -> None:
    blank = PlainRows(np.array([[1.0, NAN], [2.0, NAN]]), [0, 1])
    assert not blank.is_highest(np.array([2.0, 3.0]))
    assert blank.is_highest(np.array([2.0, NAN]))


@pytest.mark.parametrize(
    "line",
    [
        [6.0, 6, 8],  # medians
        [np.std([8, 6, 5], ddof=1), np.std([6, 9, 4], ddof=1), np.std([7, 9], ddof=1)],
        [np.std([8, 6, 5]), np.std([6, 9, 4]), np.std([7, 9])],
        [np.var([8, 6, 5], ddof=1), np.var([6, 9, 4], ddof=1), np.var([7, 9], ddof=1)],
        [3.0, 3, 2],  # how many
    ],
)
def test_medians_deviations_variances_and_counts_are_worked_out(line: list[float]) -> None:
    assert PLAIN.is_worked_out(np.array(line), 0.0)
    assert not PLAIN.is_worked_out(np.array(line) + np.array([0, 0.1, 0]), 0.0)
    assert PLAIN.is_worked_out(np.array(line) + np.array([0, 0.1, 0]), 0.1)


def test_what_a_row_may_be_is_told_by_its_name_and_numbers() -> None:
    assert PLAIN.may_be("total", np.array([12.0, 12, 8]))
    assert not PLAIN.may_be("total", np.array([12.0, 8, 8]))
    assert PLAIN.may_be("median", np.array([6.0, 5, 8]))
    assert not PLAIN.may_be("median", np.array([6.0, 5, 10]))
    assert PLAIN.may_be("target", np.array([6.0, 5, 10]))
    assert PLAIN.may_be("total", np.array([NAN, NAN, NAN]))
