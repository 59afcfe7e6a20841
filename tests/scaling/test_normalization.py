"""What a normalization or a setting for each criterion cannot take is named by its place, with what to do."""

from __future__ import annotations

import re

import numpy as np
import pytest

from criteria.errors import CriteriaError, MethodError
from criteria.ranking.catalogue import METHODS
from criteria.ranking.score import score

TABLE = [[3.0, 5.0], [4.0, 2.0], [1.0, 6.0]]
BOTH = [True, False]


def says(kind: type[CriteriaError], *parts: str) -> object:
    """Expect this very kind of error, with all these parts in its message, in this order."""
    return pytest.raises(kind, match="(?s)" + ".*".join(re.escape(part) for part in parts))


@pytest.mark.parametrize(
    ("method", "normalization"),
    [
        ("wpm", "none"),
        ("wpm", "linear"),
        ("wsm", "sum"),
        ("waspas", "linear"),
        ("ahp", "linear"),
        ("topsis", "linear"),
        ("aras", "sum"),
        ("full_multiplicative_form", "none"),
        ("multimoora", "vector"),
        ("codas", "linear"),
        ("cocoso", "linear"),
    ],
)
def test_a_cost_of_zero_is_refused_with_its_place_and_what_to_do(method: str, normalization: str) -> None:
    with says(
        MethodError,
        "Alternative 3, criterion 2 is a cost of 0",
        "Choose another",
        "TOPSIS",
    ):
        score(method, [[3.0, 5.0], [4.0, 2.0], [1.0, 0.0]], [1, 1], BOTH, normalization=normalization)


@pytest.mark.parametrize("method", ["marcos", "ocra"])
def test_a_zero_of_any_kind_is_refused_where_ratios_of_all_values_are_taken(method: str) -> None:
    with says(
        MethodError,
        "Alternative 2, criterion 1 is 0",
        METHODS[method].name,
        "Choose a method that takes zeros",
    ):
        score(method, [[3.0, 5.0], [0.0, 2.0]], [1, 1], BOTH)


@pytest.mark.parametrize(
    ("method", "normalization"),
    [
        ("wsm", "sum"),
        ("wsm", "linear"),
        ("wpm", "none"),
        ("topsis", "sum"),
        ("edas", "average"),
        ("copras", "sum"),
        ("aras", "sum"),
        ("marcos", "linear"),
        ("ram", "sum"),
        ("ocra", "none"),
        ("multimoora", "vector"),
        ("full_multiplicative_form", "none"),
        ("electre_i", "sum"),
        ("electre_ii", "sum"),
        ("ahp", "sum"),
    ],
)
def test_a_negative_value_is_refused_with_its_place_where_it_has_no_meaning(
    method: str, normalization: str
) -> None:
    with says(
        MethodError, "Alternative 2, criterion 1 is -4", "no meaning for negative values", "Choose another"
    ):
        score(method, [[3.0, 5.0], [-4.0, 2.0]], [1, 1], BOTH, normalization=normalization)


def test_the_declared_scale_must_be_given() -> None:
    with says(MethodError, "'scale' needs scales=(n, 2)", "lowest and highest"):
        score("wsm", TABLE, [1, 1], BOTH, normalization="scale")


@pytest.mark.parametrize("method", [row.key for row in METHODS.values() if "scale" in row.normalizations])
def test_a_value_beyond_its_scale_is_named_by_its_place(method: str) -> None:
    with says(MethodError, "Alternative 3, criterion 2", "6 lies outside 0 to 5", "widen 'scales'"):
        score(method, TABLE, [1, 1], BOTH, normalization="scale", scales=[[0, 10], [0, 5]])
    with says(MethodError, "Alternative 2, criterion 2", "2 lies outside 4 to 7"):
        score(method, TABLE, [1, 1], BOTH, normalization="scale", scales=[[0, 10], [4, 7]])


@pytest.mark.parametrize(
    "scales",
    [
        [[0, 10]],
        [0, 10],
        [[0, 10], [5, 5]],
        [[0, 10], [9, 1]],
        [[0, np.nan], [0, 9]],
        [[0, 1], [3]],
        "abc",
        [[0, "x"], [0, 9]],
    ],
)
def test_scales_that_are_no_increasing_pairs_are_refused(scales: object) -> None:
    with says(MethodError, "'scales' must hold", "each"):
        score("wsm", TABLE, [1, 1], BOTH, normalization="scale", scales=scales)


@pytest.mark.parametrize("esp", [[1.0], [11.0, 3.0], [3.0, -1.0], [np.nan, 3.0], "abc", [[1.0], [1.0, 2.0]]])
def test_an_expected_solution_point_outside_the_bounds_is_refused(esp: object) -> None:
    with says(MethodError, "'esp' must hold", "each"):
        score("spotis", TABLE, [1, 1], BOTH, bounds=[[0, 10], [0, 9]], esp=esp)


@pytest.mark.parametrize(
    "ideals", [[[10, 10]], [[4, 2], [0, 1]], [[3, 20], [0, 1]], [[np.nan, 3], [0, 1]], [[1], [1, 2]], "abc"]
)
def test_reference_ideals_that_are_no_intervals_within_the_scales_are_refused(ideals: object) -> None:
    with says(MethodError, "'ref_ideals'"):
        score("rim", TABLE, [1, 1], BOTH, scales=[[0, 10], [0, 9]], ref_ideals=ideals)


@pytest.mark.parametrize("points", [[0.5], [np.nan, 0.5], "ab", [[0.5, 0.5], [0.5, 0.5]]])
def test_reference_points_that_are_not_one_number_for_each_criterion_are_refused(points: object) -> None:
    with says(MethodError, "'reference_points'"):
        score("ervd", TABLE, [1, 1], BOTH, reference_points=points)


@pytest.mark.parametrize("weights", [[1, 1], [0, 1]])
def test_the_place_of_a_bad_value_is_counted_over_all_criteria_weighted_or_not(weights: list[float]) -> None:
    with says(MethodError, "Alternative 1, criterion 2 is 0"):
        score("marcos", [[3.0, 0.0], [4.0, 2.0]], weights, BOTH)


def test_a_setting_of_the_wrong_length_is_refused_where_a_criterion_has_no_weight() -> None:
    with says(MethodError, "'reference_points'"):
        score("ervd", TABLE, [1, 0], BOTH, reference_points=[0.5])


@pytest.mark.parametrize("method", [row.key for row in METHODS.values() if "scale" in row.normalizations])
def test_a_value_beyond_its_scale_is_refused_even_where_the_criterion_has_no_weight(method: str) -> None:
    with says(MethodError, "Alternative 3, criterion 2", "6 lies outside 0 to 5"):
        score(method, TABLE, [1, 0], BOTH, normalization="scale", scales=[[0, 10], [0, 5]])


@pytest.mark.parametrize("method", ["wsm", "copras", "electre_i", "ram"])
def test_columns_whose_sum_is_too_large_for_a_number_are_ranked_or_refused_but_never_tied(
    method: str,
) -> None:
    performances = [[1.7e308], [1.2e308]]
    try:
        ranks = score(method, performances, [1.0], [True], normalization="sum").ranks.tolist()
    except CriteriaError:
        return
    assert ranks == [1, 2]


def test_a_large_constant_column_does_not_stop_spotis() -> None:
    found = score("spotis", [[1e17, 2.0], [1e17, 1.0]], [1, 1], [True, True])
    assert found.ranks.tolist() == [1, 2]
