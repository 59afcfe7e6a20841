"""The front door of the ranking methods: what it refuses, with the words for the person who has to mend the input."""

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
