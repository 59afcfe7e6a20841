"""Published numbers: every ranking case in tests/reference comes out of `score`, figure by figure."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pytest

from criteria.ranking.method import Scores
from criteria.ranking.methods.promethee import single_criterion_flows
from criteria.ranking.score import score
from criteria.scaling.normalization import vector

Case = Mapping[str, object]

# Methods whose reference cases belong to other tests.
ELSEWHERE = {"ahp_hierarchy"}

CASES = [
    case
    for path in sorted((Path(__file__).parents[1] / "reference").glob("*.json"))
    if (case := json.loads(path.read_text(encoding="utf-8")))["kind"] == "ranking"
    and case["method"] not in ELSEWHERE
]

# How the cases word a normalization, and the key it has here.
NORMALIZATIONS = MappingProxyType(
    {
        "sum incl. optimal row A0, costs inverted": "sum",
        "sum (all columns x/sum, cost sense kept)": "sum",
        "sum": "sum",
        "minmax": "minmax",
        "minmax (cost reversed)": "minmax",
        "(f*-f)/(f*-f-)": "minmax",
        "linear": "linear",
        "linear: x/max, min/x": "linear",
        "x/AI, AI/x on extended matrix": "linear",
        "vector": "vector",
        "none": "none",
    }
)
RENAMED = MappingProxyType({"p (concordance)": "p", "q (discordance)": "q"})
PASSED_ON = {
    "bounds",
    "esp",
    "lambda",
    "tau",
    "v",
    "p",
    "q",
    "s",
    "preference_functions",
    "p0",
    "p1",
    "p2",
    "q0",
    "q1",
}
# Sentences that describe what a method does anyway.
DESCRIPTIONS = {
    "utility",
    "form",
    "part",
    "ideal",
    "distance",
    "variant",
    "discordance_scale",
    "comparison",
    "flow_scaling",
    "final",
    "distillation",
}


def settings(case: Case) -> dict[str, object]:
    """Return the case's parameters under the names that `score` has for them."""
    found: dict[str, object] = {}
    for given, value in case["params"].items():
        name = RENAMED.get(given, given)
        if name == "normalization":
            found[name] = NORMALIZATIONS[value]
        elif name == "weights":
            if "MULTIPLIED" in value:
                found["full_multiplicative"] = "factors"
            else:
                assert value.startswith("exponents")
        elif name in PASSED_ON:
            found[name] = value
        else:
            assert name in DESCRIPTIONS, f"nobody knows what the parameter {name!r} of {case['name']} means"
    return found


def indices(case: Case, names: list[str]) -> list[int]:
    return [case["alternatives"].index(name) for name in names]


def pairwise_preferences(case: Case, _found: Scores) -> np.ndarray:
    """With two alternatives the leaving flow of the first is its preference over the second."""
    matrix, maximized = np.array(case["matrix"], dtype=float), np.array(case["objectives"]) == 1
    m = len(matrix)
    preferences = np.zeros((m, m))
    for i in range(m):
        for k in range(m):
            if i != k:
                pair = score("promethee_ii", matrix[[i, k]], case["weights"], maximized, **settings(case))
                preferences[i, k] = pair.details["phi_plus"][0]
    return preferences


def flows_by_criterion(case: Case, _found: Scores) -> np.ndarray:
    chosen = {name: value for name, value in settings(case).items() if name != "normalization"}
    leaving, entering = single_criterion_flows(
        np.array(case["matrix"], dtype=float), np.array(case["objectives"]) == 1, **chosen
    )
    return leaving - entering


def ratios(case: Case, found: Scores) -> list[float]:
    pairs = [indices(case, pair.split("/")) for pair in case["expected"]["ratios"]]
    return [found.values[a] / found.values[b] for a, b in pairs]


def with_equal_weights(case: Case, _found: Scores) -> Scores:
    matrix = case["matrix"]
    return score(case["method"], matrix, np.ones(len(matrix[0])), np.array(case["objectives"]) == 1)


def weighted_ideal(end: Callable[[np.ndarray], np.ndarray]) -> Callable[[Case, Scores], np.ndarray]:
    def found(case: Case, _found: Scores) -> np.ndarray:
        signs = np.array(case["objectives"])
        values = vector(np.array(case["matrix"], dtype=float)) * case["weights"] * signs
        return end(values) * signs

    return found


def raw_total(case: Case) -> float:
    return float(np.sum(case["weights"]))


# For each expected figure: what `score` says about it.
FIGURES: Mapping[str, Callable[[Case, Scores], object]] = MappingProxyType(
    {
        "scores": lambda case, found: found.values,
        "score": lambda case, found: found.values,
        "published_scores": lambda case, found: found.values,
        "scores_weights_as_exponents": lambda case, found: found.values,
        "ranks": lambda case, found: found.ranks,
        "ranks_weights_as_exponents": lambda case, found: found.ranks,
        "ranks_by_Q": lambda case, found: found.ranks,
        "final_ranks": lambda case, found: found.ranks,
        "higher_is_better": lambda case, found: found.higher_is_better,
        # Without weights: equal weights, whose product is the n-th root of the plain one.
        "scores_no_weights": lambda case, found: (
            with_equal_weights(case, found).values ** len(case["weights"])
        ),
        "ranks_no_weights": lambda case, found: with_equal_weights(case, found).ranks,
        "ratios": ratios,
        "published_ratios": ratios,
        "S": lambda case, found: found.details["S"],
        "R": lambda case, found: found.details["R"],
        "Q": lambda case, found: found.details["Q"],
        "published_S": lambda case, found: found.details["S"],
        "published_R": lambda case, found: found.details["R"],
        "acceptable_advantage": lambda case, found: found.details["acceptable_advantage"],
        "acceptable_stability": lambda case, found: found.details["acceptable_stability"],
        "compromise_set": lambda case, found: found.details["compromise_set"],
        "published_d_plus": lambda case, found: found.details["distance_to_ideal"],
        "published_d_minus": lambda case, found: found.details["distance_to_anti_ideal"],
        "published_normalized_matrix": lambda case, found: vector(np.array(case["matrix"], dtype=float)),
        "published_ideal": weighted_ideal(lambda values: values.max(axis=0)),
        "published_anti_ideal": weighted_ideal(lambda values: values.min(axis=0)),
        "phi_plus": lambda case, found: found.details["phi_plus"],
        "phi_minus": lambda case, found: found.details["phi_minus"],
        "published_phi_plus": lambda case, found: found.details["phi_plus"],
        "published_phi_minus": lambda case, found: found.details["phi_minus"],
        "phi_net": lambda case, found: found.details["phi"],
        "published_phi_net": lambda case, found: found.details["phi"],
        "relation": lambda case, found: found.details["relation"],
        "promethee_i_relation": lambda case, found: found.details["relation"],
        "preference_indices": pairwise_preferences,
        "published_preference_indices": pairwise_preferences,
        "unicriterion_net_flows": flows_by_criterion,
        "concordance": lambda case, found: found.details["concordance"],
        "discordance": lambda case, found: found.details["discordance"],
        "published_concordance": lambda case, found: found.details["concordance"],
        "published_discordance": lambda case, found: found.details["discordance"],
        "outranking": lambda case, found: found.details["outranking"],
        "kernel": lambda case, found: found.details["kernel"],
        "credibility": lambda case, found: found.details["credibility"],
        "R_credibility": lambda case, found: found.details["credibility"],
        "descending_extraction": lambda case, found: found.details["descending"],
        "ascending_extraction": lambda case, found: found.details["ascending"],
        # The case multiplies by weights as they are; `score` divides them by their sum first.
        "ratio_scores_raw_weights": lambda case, found: found.details["ratio"] * raw_total(case),
        "published_ratio_scores": lambda case, found: found.details["ratio"] * raw_total(case),
        "refpoint_scores_raw_weights": lambda case, found: found.details["reference_point"] * raw_total(case),
        "published_refpoint_scores": lambda case, found: found.details["reference_point"] * raw_total(case),
        "fmf_scores_weights_multiplied": lambda case, found: (
            found.details["full_multiplicative"] * raw_total(case) ** sum(case["objectives"])
        ),
        "published_fmf_scores": lambda case, found: (
            found.details["full_multiplicative"] * raw_total(case) ** sum(case["objectives"])
        ),
        "ratio_ranks": lambda case, found: found.details["ratio_ranks"],
        "refpoint_ranks": lambda case, found: found.details["reference_point_ranks"],
        "fmf_ranks": lambda case, found: found.details["full_multiplicative_ranks"],
    }
)
NOT_FIGURES = {"published_tolerance", "published_matches_to_rounding", "DQ"}
# Printed figures whose rounding the case does not state: absolute, relative.
PRINTED = MappingProxyType(
    {
        "published_ratio_scores": (5e-4, 0.0),
        "published_refpoint_scores": (5.1e-4, 0.0),
        "published_fmf_scores": (0.0, 8e-3),  # computed in the paper from three decimals
        "published_ratios": (5.1e-4, 0.0),
        "published_normalized_matrix": (7.1e-4, 0.0),  # the book divides the cost column by a rounded length
        "published_concordance": (5.1e-5, 0.0),
        "published_discordance": (1e-4, 0.0),  # one entry is cut off instead of rounded
        "published_preference_indices": (
            1.1e-3,
            0.0,
        ),  # the paper cuts some entries off instead of rounding them
        "published_phi_plus": (6e-4, 0.0),
        "published_phi_minus": (6e-4, 0.0),
    }
)
NAMES_OF_ALTERNATIVES = {"compromise_set", "kernel"}
SETS_IN_ORDER = {"descending_extraction", "ascending_extraction"}


def tolerances(case: Case, name: str) -> tuple[float, float]:
    """Return the absolute and the relative tolerance of an expected figure."""
    if name in PRINTED:
        return PRINTED[name]
    if name.startswith("published_"):
        return case["expected"].get("published_tolerance", case["tolerance"]), 0.0
    # Tiny figures (products of factors) are compared by their digits, not by the distance from 0.
    return (0.0, 1e-9) if name.startswith("fmf_scores") else (case["tolerance"], 0.0)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_published_figures_come_out(case: Case) -> None:
    found = score(
        case["method"], case["matrix"], case["weights"], np.array(case["objectives"]) == 1, **settings(case)
    )
    compared = 0
    for name, figure in case["expected"].items():
        if name in NOT_FIGURES:
            continue
        assert name in FIGURES, f"nobody compares the figure {name!r} of {case['name']}"
        actual = FIGURES[name](case, found)
        if name in NAMES_OF_ALTERNATIVES:
            assert list(actual) == indices(case, figure), name
        elif name in SETS_IN_ORDER:
            assert [list(members) for members in actual] == figure, name
        elif name.endswith("relation") or isinstance(figure, bool) or name.endswith(("ranks", "ranks_by_Q")):
            assert np.array_equal(actual, figure), f"{name}: {actual} instead of {figure}"
        else:
            expected = list(figure.values()) if isinstance(figure, dict) else figure
            absolute, relative = tolerances(case, name)
            np.testing.assert_allclose(
                np.asarray(actual, dtype=float),
                np.array(expected, dtype=float),
                rtol=relative,
                atol=absolute,
                err_msg=name,
            )
        compared += sum(map(len, actual)) if name in SETS_IN_ORDER else np.size(actual)
    assert compared > 0, f"{case['name']} compares nothing"


def test_every_reference_folder_has_cases_to_compare() -> None:
    assert len(CASES) >= 28
