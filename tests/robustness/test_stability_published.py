"""Published sensitivity: stability intervals, smallest changes of one weight, and a reversal of ranks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from small_problems import reference

from criteria.ranking.score import score
from criteria.robustness import rank_reversal, weight_interval, weight_sweep

SENSITIVITY = "sensitivity_triantaphyllou1997_weights"
INTERVALS = {"stability_topsis_fighter": ("topsis", "vector"), "stability_wsm_4x3_scores": ("wsm", "none")}
KEPT = {"best_stays_best": "best", "full_ranking_stays": "ranking"}
FIGURES = [
    (name, figure, criterion)
    for name in INTERVALS
    for figure in KEPT
    for criterion in range(len(reference(name)["expected"].get(figure, [])))
]


def test_every_case_of_this_kind_is_tested_here() -> None:
    folder = Path(__file__).parents[1] / "reference"
    kept = {p.stem for p in folder.glob("*.json") if reference(p.stem)["kind"] == "sensitivity"}
    assert kept == {*INTERVALS, SENSITIVITY, "rank_reversal_topsis_vector"}


@pytest.mark.parametrize(("name", "figure", "criterion"), FIGURES)
def test_the_interval_of_each_weight_is_the_published_one(name: str, figure: str, criterion: int) -> None:
    case = reference(name)
    method, normalization = INTERVALS[name]
    interval = weight_interval(
        method,
        case["matrix"],
        case["weights"],
        np.array(case["objectives"]) == 1,
        criterion,
        keep=KEPT[figure],
        normalization=normalization,
    )
    assert interval == pytest.approx(case["expected"][figure][criterion], abs=case["tolerance"])


def changes() -> dict[tuple[int, int, int], float | None]:
    """Return by pair and criterion how much the weight must fall (printed case), None where it cannot fall so far."""
    found = {}
    for key, value in reference(SENSITIVITY)["expected"]["delta_and_percent"].items():
        pair, criterion = key.split(":")
        i, j = (int(name[1:]) - 1 for name in pair.split("-"))
        found[i, j, int(criterion[1:]) - 1] = None if value is None else value[0]
    return found


@pytest.mark.parametrize(("i", "j", "k"), [key for key, delta in changes().items() if delta is not None])
def test_the_published_change_of_one_weight_makes_the_pair_level(i: int, j: int, k: int) -> None:
    case = reference(SENSITIVITY)
    weights = np.array(case["weights"])
    weights[k] -= changes()[i, j, k]
    values = score("wsm", case["matrix"], weights, [True] * 4, normalization="none").values
    assert values[i] == pytest.approx(values[j], abs=case["tolerance"])


@pytest.mark.parametrize("k", range(4))
def test_a_sweep_crosses_just_where_the_published_changes_are_and_nowhere_else(k: int) -> None:
    case = reference(SENSITIVITY)
    weights = np.array(case["weights"])
    found = weight_sweep("wsm", case["matrix"], weights, [True] * 4, k, normalization="none")
    crossings = {tuple(sorted((c.above, c.below))): c.weight for c in found.crossings}
    # The others keep their weights and the whole shrinks: a share of what is left.
    published = {
        (i, j): (weights[k] - delta) / (weights.sum() - delta)
        for (i, j, criterion), delta in changes().items()
        if criterion == k and delta is not None
    }
    assert crossings == pytest.approx(published, abs=case["tolerance"])
    assert len(found.crossings) == len(published)


def test_the_scores_and_ranks_before_any_change_are_the_published_ones() -> None:
    case = reference(SENSITIVITY)
    weights = np.array(case["weights"])
    found = score("wsm", case["matrix"], weights, [True] * 4, normalization="none")
    assert found.values * weights.sum() == pytest.approx(case["expected"]["scores"], abs=case["tolerance"])
    assert found.ranks.tolist() == case["expected"]["ranks"]


def test_leaving_out_the_dominated_fourth_hands_first_place_to_another() -> None:
    case = reference("rank_reversal_topsis_vector")
    expected = case["expected"]
    joined = [*case["matrix"], case["params"]["added_alternative"]]
    found = rank_reversal("topsis", joined, case["weights"], [True] * 3)
    (change,) = (c for c in found if c.kind == "left out" and c.alternative == 3)
    assert list(change.before) == expected["after_ranks"][:3]
    assert list(change.after) == expected["before_ranks"]
    assert change.reversed == expected["reversal"]
    assert change.leader_changed == (expected["best_before"] != expected["best_after"])
    after = score("topsis", joined, case["weights"], [True] * 3)
    assert after.values == pytest.approx(expected["after_scores"], abs=case["tolerance"])
    assert after.ranks.tolist() == expected["after_ranks"]


def test_an_interval_ends_where_a_level_stretch_ends_not_at_a_point_of_the_scan() -> None:
    # VIKOR with two alternatives: they are level from 22.6 % to 39.2 % of the first weight; the lead is lost at 7/31.
    low, high = weight_interval(
        "vikor", [[1.31, 16.45, 18.34], [12.53, 14.86, 11.33]], [0.52, 0.31, 0.17], [False, False, True], 0
    )
    assert low == pytest.approx(7 / 31, abs=1e-6)
    assert high == 1.0
