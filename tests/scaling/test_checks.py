"""What a caller hands in is checked once: numbers, shapes, weights; the words say what is wrong, where, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pytest

from criteria.errors import CellError, CriteriaError, MethodError, WeightsError
from criteria.ranking.score import score
from criteria.robustness import (
    acceptability,
    agreement,
    path_to_first,
    rank_reversal,
    smallest_flip,
    weight_interval,
)
from criteria.scaling.checks import numbers, per_criterion, shares
from criteria.weighting import objective

TABLE = [[3.0, 5.0], [4.0, 2.0], [1.0, 6.0]]
BOTH = [True, False]


def says(kind: type[CriteriaError], *parts: str) -> object:
    """Expect this very kind of error, with all these parts in its message, in this order."""
    return pytest.raises(kind, match="(?s)" + ".*".join(re.escape(part) for part in parts))


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_a_blank_or_infinite_performance_is_named_by_its_place(value: float) -> None:
    with says(CriteriaError, "Alternative 3, criterion 2", f"{value}", "finite number"):
        score("topsis", [[3.0, 5.0], [4.0, 2.0], [1.0, value]], [1, 1], BOTH)


def test_a_masked_cell_is_refused_like_a_blank_whatever_stands_under_the_mask() -> None:
    masked = np.ma.masked_equal([[3, 5], [4, 2], [-999, 6]], -999)
    with says(CriteriaError, "Alternative 3, criterion 1", "nan", "finite number"):
        score("wsm", masked, [1, 1], BOTH)
    with says(WeightsError, "criterion 2", "nan"):
        score("wsm", TABLE, np.ma.masked_equal([1.0, -999.0], -999.0), BOTH)
    unmasked = np.ma.array(TABLE)
    assert (
        score("wsm", unmasked, [1, 1], BOTH).ranks.tolist()
        == score("wsm", TABLE, [1, 1], BOTH).ranks.tolist()
    )


@pytest.mark.parametrize("performances", [[[1, 2], [3]], [["a", "b"], ["c", "d"]], [[object(), 1]]])
def test_performances_that_are_not_numbers_in_equal_rows_are_refused(performances: object) -> None:
    with says(CriteriaError, "The performances must be numbers, in rows of equal length"):
        score("wsm", performances, [1, 1], BOTH)


@pytest.mark.parametrize("performances", [[], [[]], [1.0, 2.0], np.zeros((0, 2)), np.zeros((2, 2, 2)), 5.0])
def test_performances_that_are_no_table_are_refused(performances: object) -> None:
    with says(CriteriaError, "must be a table of at least one alternative and one criterion"):
        score("wsm", performances, [1, 1], BOTH)


@pytest.mark.parametrize("value", [-3.0, np.nan, np.inf])
def test_a_weight_that_is_negative_or_not_finite_is_named_by_its_place(value: float) -> None:
    with says(WeightsError, "criterion 2", f"{value}", "at least 0"):
        score("wsm", TABLE, [1, value], BOTH)
    with says(WeightsError, "criterion 1", f"{value}", "at least 0"):
        score("wsm", TABLE, [[1, 2], [value, 2]], BOTH)


@pytest.mark.parametrize("weights", [[0, 0], [[1, 1], [0, 0]]])
def test_weights_that_are_all_zero_are_refused(weights: object) -> None:
    with says(WeightsError, "All weights are 0", "give at least one criterion some weight"):
        score("wsm", TABLE, weights, BOTH)


@pytest.mark.parametrize(
    "weights", [[1, 1, 1], [1], 1.0, np.ones((2, 3)), np.ones((1, 2, 2)), np.ones((0, 2))]
)
def test_weights_that_do_not_fit_the_criteria_are_refused(weights: object) -> None:
    with says(WeightsError, "one weight for each of the 2 criteria"):
        score("wsm", TABLE, weights, BOTH)


def test_weights_in_words_are_refused() -> None:
    with says(CriteriaError, "The weights must be numbers"):
        score("wsm", TABLE, ["high", "low"], BOTH)


@pytest.mark.parametrize(
    "maximized",
    [
        [1, -1],
        [-1, -1],
        ["max", "min"],
        ["1", "0"],
        [True],
        [[True, False]],
        [2, 0],
        [np.nan, 1.0],
        True,
        None,
    ],
)
def test_objectives_that_are_not_true_or_false_for_each_criterion_are_refused(maximized: object) -> None:
    with says(CriteriaError, "'maximized' must say true or false for each of the 2 criteria"):
        score("wsm", TABLE, [1, 1], maximized)


def test_objectives_in_rows_of_unequal_length_are_refused() -> None:
    with says(CriteriaError, "'maximized' must say true or false for each of the 2 criteria"):
        score("wsm", TABLE, [1, 1], [[True], [True, False]])


DOORS: dict[str, Callable[[object, object], object]] = {
    "score": lambda table, weights: score("wsm", table, weights, BOTH),
    "weights from data": lambda table, _weights: objective("std", table, BOTH),
    "acceptability": lambda table, weights: acceptability("wsm", table, BOTH, weights=weights, rng=0),
    "weight interval": lambda table, weights: weight_interval("wsm", table, weights, BOTH, 0),
    "smallest flip": lambda table, weights: smallest_flip("wsm", table, weights, BOTH),
    "agreement": lambda table, weights: agreement(table, weights, BOTH),
    "path to first": lambda table, weights: path_to_first("wsm", table, weights, BOTH, 0),
    "rank reversal": lambda table, weights: rank_reversal("wsm", table, weights, BOTH),
}


@pytest.mark.parametrize("door", DOORS)
def test_every_door_refuses_the_same_cell_in_the_same_words(door: str) -> None:
    masked = np.ma.masked_equal([[3, 5], [4, -999], [1, 6]], -999)
    with pytest.raises(CellError) as raised:
        DOORS[door](masked, [1, 1])
    assert (raised.value.row, raised.value.column) == (1, 1)
    assert str(raised.value) == (
        "Alternative 2, criterion 2 is nan: give a finite number, or leave the criterion or alternative out."
    )
    if door != "weights from data":
        with says(WeightsError, "The weight of criterion 2 is -1", "at least 0"):
            DOORS[door](TABLE, [1, -1])


@pytest.mark.parametrize("given", [2.0, [2.0], np.array(2)])
def test_one_number_stands_for_every_criterion_only_where_that_is_said(given: object) -> None:
    assert per_criterion(given, (3,), "q", one_for_all=True).tolist() == [2.0, 2.0, 2.0]
    with says(MethodError, "'q' must hold finite numbers in the shape (3,)"):
        per_criterion(given, (3,), "q")


def test_blanks_in_a_setting_pass_only_where_the_method_judges_them() -> None:
    assert np.isnan(per_criterion([1.0, None], (2,), "v", one_for_all=True, blanks=True)[1])
    with says(MethodError, "one for each of the 2 criteria"):
        per_criterion([1.0, None], (2,), "v", one_for_all=True)


def test_what_is_checked_is_a_copy_that_the_caller_can_go_on_writing_to() -> None:
    table = np.array(TABLE)
    checked = numbers(table, "The table")
    table[0, 0] = 99.0
    assert checked[0, 0] == 3.0
    assert table.flags.writeable


def test_shares_of_very_large_points_are_shares_and_not_nan() -> None:
    assert shares(np.array([1.5e308, 1.5e308])).tolist() == [0.5, 0.5]
    assert shares(np.array([[1.0, 3.0], [0.0, 5e-324]])).tolist() == [[0.25, 0.75], [0.0, 1.0]]
