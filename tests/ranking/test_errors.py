"""The words of errors: what is wrong, where, and what to do; for the person who has to mend the input."""

from __future__ import annotations

import re

import numpy as np
import pytest

from criteria.errors import CriteriaError, MethodError, WeightsError
from criteria.ranking.catalogue import METHODS
from criteria.ranking.score import score

TABLE = [[3.0, 5.0], [4.0, 2.0], [1.0, 6.0]]
BOTH = [True, False]


def says(kind: type[CriteriaError], *parts: str) -> object:
    """Expect this very kind of error, with all these parts in its message, in this order."""
    return pytest.raises(kind, match="(?s)" + ".*".join(re.escape(part) for part in parts))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("topsi", "topsis"), ("TOPSIS", "topsis"), ("promethee", "promethee_ii"), ("zzzzzz", "wsm")],
)
def test_an_unknown_method_is_answered_with_near_keys(typed: str, meant: str) -> None:
    with pytest.raises(MethodError, match="Did you mean") as raised:
        score(typed, TABLE, [1, 1], BOTH)
    assert f"'{typed}'" in str(raised.value)
    suggested = str(raised.value).split("Did you mean ")[1].rstrip("?").split(", ")
    assert set(suggested) <= set(METHODS)
    assert meant in suggested or typed != typed.lower()


@pytest.mark.parametrize("key", [["wsm"], 7, None])
def test_a_method_that_is_not_a_word_is_an_unknown_method(key: object) -> None:
    with says(MethodError, "There is no method"):
        score(key, TABLE, [1, 1], BOTH)  # type: ignore[arg-type]


def test_an_unknown_parameter_is_answered_with_the_known_ones() -> None:
    with says(MethodError, "VIKOR", "no parameter 'w'", "normalization", "v"):
        score("vikor", TABLE, [1, 1], BOTH, w=0.5)


def test_a_normalization_that_does_not_belong_to_the_method_is_answered_with_those_that_do() -> None:
    with says(MethodError, "VIKOR", "'vector'", "minmax, scale"):
        score("vikor", TABLE, [1, 1], BOTH, normalization="vector")


@pytest.mark.parametrize("normalization", [["minmax"], np.array(["minmax", "sum"]), 3])
def test_a_normalization_that_is_not_a_word_is_refused(normalization: object) -> None:
    with says(MethodError, "does not work with the normalization"):
        score("wsm", TABLE, [1, 1], BOTH, normalization=normalization)


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


@pytest.mark.parametrize(
    ("method", "name", "value"),
    [
        ("vikor", "v", 1.5),
        ("vikor", "v", -0.1),
        ("vikor", "v", "half"),
        ("vikor", "v", np.nan),
        ("vikor", "v", None),
        ("waspas", "lambda", 2),
        ("cocoso", "lambda_value", -1),
        ("codas", "tau", 7),
        ("electre_i", "p", 1.01),
        ("electre_ii", "q0", -0.5),
        ("ervd", "alpha", 3),
    ],
)
def test_a_parameter_out_of_its_range_is_answered_with_the_range(
    method: str, name: str, value: object
) -> None:
    with says(MethodError, METHODS[method].name, f"'{name}' must be a number from 0 to 1", f"it is {value}"):
        score(method, TABLE, [1, 1], BOTH, **{name: value})


@pytest.mark.parametrize(("method", "name"), [("ahp", "synthesis"), ("multimoora", "full_multiplicative")])
def test_a_word_that_a_parameter_does_not_know_is_answered_with_those_it_does(method: str, name: str) -> None:
    choices = next(p.choices for p in METHODS[method].parameters if p.name == name)
    with says(MethodError, f"'{name}' must be one of", *choices):
        score(method, TABLE, [1, 1], BOTH, **{name: "average"})


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


def test_one_parameter_under_two_names_is_refused() -> None:
    with says(MethodError, "'lambda_', 'lambda'", "give one"):
        score("waspas", TABLE, [1, 1], BOTH, **{"lambda": 0.1, "lambda_": 0.9})


@pytest.mark.parametrize("method", ["promethee_i", "promethee_ii"])
@pytest.mark.parametrize(
    ("shape", "given"),
    [
        ("vshape", {"p": 0}),
        ("vshape", {"p": np.nan}),
        ("ushape", {"q": -1}),
        ("level", {"q": 2, "p": 1}),
        ("linear", {"q": 2, "p": 1}),
        ("linear", {"q": -1, "p": 1}),
        ("linear", {"q": 0, "p": np.inf}),
        ("gaussian", {"s": 0}),
        ("gaussian", {"s": -1}),
    ],
)
def test_thresholds_that_a_preference_function_cannot_use_are_named_by_criterion(
    method: str, shape: str, given: dict[str, float]
) -> None:
    with says(MethodError, "Criterion 2", f"'{shape}'", "0 ≤ q ≤ p"):
        score(method, TABLE, [1, 1], BOTH, preference_functions=["usual", shape], **given)


def test_thresholds_that_no_preference_function_uses_are_ignored() -> None:
    shapes = ["usual", "vshape"]
    plain = score("promethee_ii", TABLE, [1, 1], BOTH, preference_functions=shapes, p=[0, 2])
    blanks = score(
        "promethee_ii", TABLE, [1, 1], BOTH, preference_functions=shapes, q=np.nan, p=[None, 2], s=-5
    )
    assert np.array_equal(plain.values, blanks.values)


@pytest.mark.parametrize("shapes", ["sigmoid", ["usual", "sigmoid"], [["usual"], "usual"]])
def test_an_unknown_preference_function_is_answered_with_the_six(shapes: object) -> None:
    with says(MethodError, "usual, ushape, vshape, level, linear, gaussian"):
        score("promethee_ii", TABLE, [1, 1], BOTH, preference_functions=shapes)


@pytest.mark.parametrize("shapes", [["usual"], [], 3, None])
def test_preference_functions_that_do_not_fit_the_criteria_are_refused(shapes: object) -> None:
    with says(MethodError, "one for each of the 2 criteria"):
        score("promethee_ii", TABLE, [1, 1], BOTH, preference_functions=shapes)


@pytest.mark.parametrize("q", [[1, 2, 3], "wide", [[1], [2, 3]]])
def test_thresholds_that_do_not_fit_the_criteria_are_refused(q: object) -> None:
    with says(MethodError, "'q'", "one for each of the 2 criteria"):
        score("promethee_ii", TABLE, [1, 1], BOTH, preference_functions="ushape", q=q)


def test_electre_ii_thresholds_out_of_order_are_refused() -> None:
    with says(MethodError, "1 ≥ p0 ≥ p1 ≥ p2 ≥ 0"):
        score("electre_ii", TABLE, [1, 1], BOTH, p0=0.4, p1=0.5)


def test_cocoso_says_what_to_do_where_somebody_is_worst_on_everything() -> None:
    with says(MethodError, "CoCoSo", "divides by zero", "worst everywhere", "Choose another"):
        score("cocoso", [[5.0, 1.0], [1.0, 9.0]], [1, 1], BOTH)


def test_simplified_probid_says_that_somebody_is_best_on_everything() -> None:
    with says(MethodError, "PROBID (simplified)", "best everywhere"):
        score("simplified_probid", [[5.0, 1.0], [1.0, 9.0], [2.0, 8.0]], [1, 1], BOTH)


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
