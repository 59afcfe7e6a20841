"""Published numbers: every weighting case in tests/reference comes out of `criteria.weighting`, figure by figure."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pytest

import criteria
from criteria import weighting
from criteria.weighting.best_worst import consistency_index

Case = Mapping[str, object]

ALL_CASES = [
    json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parents[1] / "reference").glob("*.json"))
]
# The hierarchy is a ranking, but of candidates that were compared in pairs: it belongs here.
CASES = [case for case in ALL_CASES if case["kind"] == "weighting" or case["method"] == "ahp_hierarchy"]

# Settings that say what the functions do anyway, and those that a figure below hands in.
DESCRIPTIONS = {
    "normalization",
    "correlation",
    "convention",
    "completion",
    "tie_convention",
    "order",
    "prioritisation",
}
HANDED_IN = {
    "comparisons",
    "missing",
    "best_to_others",
    "others_to_worst",
    "best",
    "worst",
    "n_values",
    "expert_matrices",
    "expert_weights",
    "ranks",
    "points",
    "criteria_matrix",
    "alternative_matrices",
    "RI_saaty1980",
    "RI_saaty2008",
    "RI_alonso_lamata2006",
}


def pairs(case: Case, named: Mapping[str, float]) -> list[tuple[int, int]]:
    return [tuple(case["criteria"].index(name) for name in key.split(",")) for key in named]


def judged(case: Case, **chosen: str) -> weighting.Priorities:
    """Return the priorities of the case's matrix, or of its list of judgements."""
    if case["matrix"] is not None:
        return weighting.ahp(case["matrix"], **chosen)
    named = case["params"]["comparisons"]
    matrix = np.full((len(case["criteria"]),) * 2, np.nan)
    for place, value in zip(pairs(case, named), named.values(), strict=True):
        matrix[place] = value
    found = weighting.ahp(matrix, **chosen)
    assert list(found.missing) == pairs(case, dict.fromkeys(case["params"]["missing"]))
    return found


def best_worst(case: Case, model: str) -> weighting.BestWorst:
    found = weighting.best_worst(
        case["params"]["best_to_others"], case["params"]["others_to_worst"], model=model
    )
    assert (found.best, found.worst) == tuple(
        case["criteria"].index(case["params"][end]) for end in ("best", "worst")
    )
    return found


def joined(case: Case, **chosen: str) -> weighting.GroupWeights:
    experts = case["params"]
    return weighting.combine(experts["expert_matrices"], member_weights=experts["expert_weights"], **chosen)


def from_the_data(case: Case) -> np.ndarray:
    return weighting.objective(case["method"], case["matrix"], np.array(case["objectives"]) == 1).weights


def by_hierarchy(case: Case) -> criteria.ranking.method.Scores:
    chosen = {"priorities": case["params"]["prioritisation"]}
    weights = weighting.ahp(case["params"]["criteria_matrix"], **chosen).weights
    compared, _found = weighting.compared_candidates(case["params"]["alternative_matrices"], **chosen)
    return criteria.score(
        "ahp", compared, weights, [True] * len(weights), normalization="sum", synthesis="distributive"
    )


def index_table(_case: Case) -> list[float]:
    return [consistency_index(float(best_over_worst)) for best_over_worst in range(1, 10)]


def ratio(table: str) -> Callable[[Case], float]:
    return lambda case: judged(case, random_index=table).consistency_ratio


def rank_sums(size: str) -> Callable[[Case], np.ndarray]:
    return lambda case: weighting.rank_order(np.arange(1, int(size) + 1), formula="sum").weights


AHP: Mapping[str, Callable[[Case], object]] = MappingProxyType(
    {
        "weights": lambda case: judged(case).weights,
        "eigenvector_weights": lambda case: judged(case).weights,
        "published_weights": lambda case: judged(case).weights,
        "geometric_mean_weights": lambda case: judged(case, priorities="geometric_mean").weights,
        "column_mean_weights": lambda case: judged(case, priorities="column_mean").weights,
        "lambda_max": lambda case: judged(case).lambda_max,
        "CI": lambda case: judged(case).consistency_index,
        "GCI": lambda case: judged(case).geometric_consistency_index,
        "CR_saaty1980": ratio("saaty1980"),
        "CR_saaty2008": ratio("saaty2008"),
        "CR_alonso_lamata2006": ratio("alonso_lamata2006"),
        "published_CR_saaty": ratio("saaty1980"),
        "completed": lambda case: [
            judged(case).completed[place] for place in pairs(case, case["expected"]["completed"])
        ],
    }
)
DATA: Mapping[str, Callable[[Case], object]] = MappingProxyType(
    {"weights": from_the_data, "published_weights": from_the_data}
)
# For each method and expected figure: what `criteria.weighting` says about it.
FIGURES: Mapping[str, Mapping[str, Callable[[Case], object]]] = MappingProxyType(
    {
        "ahp": AHP,
        "ahp_incomplete": AHP,
        "ahp_hierarchy": {
            "scores": lambda case: by_hierarchy(case).values,
            "published_scores": lambda case: by_hierarchy(case).values,
            "ranks": lambda case: by_hierarchy(case).ranks,
        },
        "bwm": {
            "linear_weights": lambda case: best_worst(case, "linear").weights,
            "linear_ksi": lambda case: best_worst(case, "linear").ksi,
            "nonlinear_ksi": lambda case: best_worst(case, "nonlinear").ksi,
            "published_ksi": lambda case: best_worst(case, "nonlinear").ksi,
            "nonlinear_weight_intervals": lambda case: best_worst(case, "nonlinear").intervals,
            "nonlinear_interval_centers": lambda case: best_worst(case, "nonlinear").weights,
            "published_nonlinear_weights": lambda case: best_worst(case, "nonlinear").weights,
            "consistency_index": lambda case: consistency_index(max(case["params"]["best_to_others"])),
            "CR_nonlinear": lambda case: best_worst(case, "nonlinear").consistency_ratio,
            "published_CR": lambda case: best_worst(case, "nonlinear").consistency_ratio,
            "input_based_CR": lambda case: best_worst(case, "linear").input_consistency_ratio,
        },
        "bwm_consistency_index": {"published": index_table, "closed_form": index_table},
        "group_ahp": {
            "aij_matrix": lambda case: joined(case).completed,
            "aij_eigenvector": lambda case: joined(case).weights,
            "aij_geometric": lambda case: joined(case, priorities="geometric_mean").weights,
            "aij_CR_saaty1980": lambda case: joined(case).consistency_ratio,
            "aip_geometric_of_eigenvectors": lambda case: joined(case, how="priorities").weights,
            "aip_arithmetic_of_eigenvectors": lambda case: (
                joined(case, how="priorities", mean="arithmetic").weights
            ),
            "aip_geometric_of_geometric": lambda case: (
                joined(case, how="priorities", priorities="geometric_mean").weights
            ),
            "individual_CR_saaty1980": lambda case: [
                weighting.ahp(one).consistency_ratio for one in case["params"]["expert_matrices"]
            ],
        },
        "critic": DATA,
        "entropy": DATA,
        "merec": DATA,
        "rank_sum": {str(size): rank_sums(str(size)) for size in range(1, 11)},
        "roc": {"weights": lambda case: weighting.rank_order(case["params"]["ranks"]).weights},
        "swing": {"weights": lambda case: weighting.swing(case["params"]["points"]).weights},
    }
)
NOT_FIGURES = {
    "published_tolerance",
    "published_matches_to_rounding",
    "published_method",
    "closed_form_ksi",  # the formula of nonlinear_ksi in words
    # Ratios by the random index of Donegan & Dodd (1991), which is not among our tables.
    "CR_donegan_dodd",
    "published_CR_donegan_dodd",
}
# Half a unit of the last digit printed, where the case does not state it.
PRINTED = MappingProxyType(
    {
        "published_CR_saaty": 5e-4,
        "published_nonlinear_weights": 5e-5,
        "published_ksi": 5e-3,
        "published_CR": 5e-4,
        "published": 5e-3,
    }
)


def tolerance(case: Case, name: str) -> float:
    if name in PRINTED:
        return PRINTED[name]
    if name.startswith("published_"):
        return case["expected"]["published_tolerance"]
    return case["tolerance"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_published_figures_come_out(case: Case) -> None:
    unknown = set(case["params"]) - DESCRIPTIONS - HANDED_IN
    assert not unknown, f"nobody knows what {unknown} of {case['name']} means"
    figures = FIGURES[case["method"]]
    compared = 0
    for name, figure in case["expected"].items():
        if name in NOT_FIGURES:
            continue
        assert name in figures, f"nobody compares the figure {name!r} of {case['name']}"
        actual = figures[name](case)
        expected = list(figure.values()) if isinstance(figure, dict) else figure
        np.testing.assert_allclose(
            np.asarray(actual, dtype=float),
            np.array(expected, dtype=float),
            rtol=0,
            atol=tolerance(case, name),
            err_msg=name,
        )
        compared += np.size(actual)
    assert compared > 0, f"{case['name']} compares nothing"


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_random_indices_of_a_case_begin_our_table_of_that_name(case: Case) -> None:
    for name, values in case["params"].items():
        if name.startswith("RI_"):
            assert weighting.RANDOM_INDICES[name.removeprefix("RI_")].values[: len(values)] == tuple(values)


def test_every_weighting_case_is_compared() -> None:
    assert len(CASES) >= 15
    assert {case["method"] for case in CASES} == set(FIGURES)
