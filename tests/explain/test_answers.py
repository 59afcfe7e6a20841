"""The answers of the robustness page, each number of them computed with a pencil in `by_hand`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from by_hand import ASH, BASE, BIRCH, CEDAR, ENGINEERS, evaluated

from criteria.explain import answers
from criteria.explain.evidence_answers import path_answer
from criteria.model.evaluation import Evaluation
from criteria.robustness.agreement import agreement_of
from criteria.robustness.decision_map import DecisionMap
from criteria.robustness.evaluated import figures
from criteria.robustness.flip import Flip
from criteria.robustness.map_regions import Region
from criteria.robustness.rank_reversal import Change
from criteria.robustness.tornado import Tornado

EVALUATION = evaluated()


@pytest.mark.parametrize(
    ("node", "answer"),
    [
        # With q alone 0.20 q - 0.15 (1 - q) = 0 at 0.4286 for Birch and 0.25 q - 0.20 (1 - q) = 0 at 0.4444 for Cedar: the larger counts.
        (
            "quality",
            "Cedar leads at a low weight of Quality; then Ash from 44.5%. Its weight is now 60%, and Ash leads.",
        ),
        # With s alone 0.10 (1 - s) - 0.10 s = 0 at 0.5 for Birch, 0.1125 (1 - s) - 0.10 s = 0 at 0.529 for Cedar.
        (
            "speed",
            "Ash leads at a low weight of Speed; then Birch from 50.1%. Its weight is now 20%, and Ash leads.",
        ),
        # With p alone 0.125 - 0.325 p = 0 at 0.385 for Birch, 0.1625 - 0.4625 p = 0 at 0.3514 for Cedar.
        (
            "price",
            "Ash leads at a low weight of Price; then Cedar from 35.2%. Its weight is now 20%, and Ash leads.",
        ),
    ],
)
def test_a_sweep_is_told_with_the_weights_at_which_the_lead_changes(node: str, answer: str) -> None:
    label = EVALUATION.problem.criterion(node).label
    assert answers.sweep_answer(EVALUATION, figures.weight_sweep_of(EVALUATION, node), label) == answer


def test_who_leads_at_every_weight_is_told_so() -> None:
    without = evaluated(BASE.with_set_aside("cedar").with_set_aside("birch").with_waived("hosting"))
    # Dogwood is better than Ash by every criterion.
    said = answers.sweep_answer(without, figures.weight_sweep_of(without, "price"), "Price")
    assert said == "Dogwood leads whatever the weight of Price."


def test_the_room_of_the_weights_is_told_with_the_tightest_first() -> None:
    # Room: Price 0.3514 - 0.20 = 0.1514, Quality 0.60 - 0.4444 = 0.1556, Speed 0.50 - 0.20 = 0.30.
    best = np.array([[4 / 9, 1], [0, 0.5], [0, 13 / 37]])
    assert figures.weight_intervals_of(EVALUATION, "best") == pytest.approx(best)
    assert answers.intervals_answer(EVALUATION, best) == (
        "Ash keeps first place while each weight stays in its light bar; least room: Price (0% to 35%), Quality (45% to 100%) "
        "and Speed (0% to 50%). 0 of 3 weights can take any value."
    )
    free = np.array([[0, 1], [0, 0.5], [0, 1]])
    assert answers.intervals_answer(EVALUATION, free).endswith(
        "least room: Speed (0% to 50%). 2 of 3 weights can take any value."
    )
    assert answers.intervals_answer(EVALUATION, np.array([[0, 1]] * 3)) == (
        "No weight, moved alone, takes first place from Ash."
    )


def test_the_smallest_flip_is_told_as_the_weight_that_moves() -> None:
    # From Quality to Price 0.25 + 0.30 of each point turn the lead over Cedar of 0.07: 0.07 / 0.55 = 0.1273 moves, twice that is the distance.
    flip = figures.smallest_flip_of(EVALUATION, "l1")
    assert flip is not None
    assert (flip.challenger, flip.distance) == (CEDAR, pytest.approx(0.14 / 0.55))
    told = (
        "Moving 12.8% of the weight ties Cedar with Ash: the fewest percentage points that change the leader."
    )
    assert answers.flip_answer(EVALUATION, flip) == told
    assert "Moving 12.1% of" in answers.flip_answer(
        EVALUATION, Flip(flip.weights, 0.2402, BIRCH)
    )  # 12% would not do
    assert answers.flip_answer(EVALUATION, Flip(flip.weights, 0.5, BIRCH)).startswith(
        "Moving 25% of the weight ties Birch with"
    )
    assert (
        answers.flip_answer(EVALUATION, None)
        == "No weights were found at which a candidate other than Ash leads."
    )


def test_a_tornado_is_told_with_what_moves_the_lead_most_and_who_loses_it() -> None:
    rows = np.array([[0, 0], [1, 1], [2, 1]])
    # Ash at 6 of 10 has 0.62 against 0.68, at 9 it has 0.80; Birch at 10 has 0.72 against 0.74; Cedar between 0.51 and 0.71.
    # Birch at 6 lowers what stands in for Cedar to the median of 7, 6 and 9, and Cedar to 0.65.
    found = figures.evidence_tornado_of(EVALUATION)
    assert found is not None
    assert found.rows.tolist() == rows.tolist()
    assert found.leads == pytest.approx(np.array([[-0.06, 0.12], [0.09, 0.02], [0.06, 0.03]]))
    assert answers.tornado_answer(found, ["Ash: Quality", "Birch: Speed", "Cedar: Speed"]) == (
        "Ash: Quality moves the lead most. 1 of 3 ranges is wide enough, alone, to take the lead away."
    )
    assert not found.out.any()
    barred = replace(found, leads=np.abs(found.leads), out=found.leads == found.leads[1, 1])
    assert answers.tornado_answer(barred, ["Ash: Quality"]) == (
        "Ash: Quality moves the lead most. 1 of 3 ranges is wide enough, alone, to take the lead away."
        " At an end of 1 of them the leader fails a must-have."
    )
    kept = Tornado(0.06, rows, np.abs(found.leads), found.out)
    assert (
        answers.tornado_answer(kept, ["Ash: Quality"])
        == "Ash: Quality moves the lead most; none of these ranges alone takes it away."
    )
    single = Tornado(0.06, rows[:1], found.leads[:1], found.out[:1])
    assert answers.tornado_answer(single, ["Ash: Quality"]) == (
        "Ash: Quality alone moves the lead; its range is wide enough to take it away."
    )
    assert answers.tornado_answer(kept, []) == "Nothing comes with a range."


def test_the_map_names_the_largest_share_first() -> None:
    leaders = np.array([BIRCH] * 1 + [ASH] * 3 + [CEDAR] * 6)
    found = DecisionMap(
        points=np.full((10, 3), 1 / 3),
        leaders=leaders,
        weights=np.full((10, 3), 1 / 3),
        present=np.full(3, 1 / 3),
        together=0.8,
        regions=tuple(Region(leader, area, ()) for leader, area in ((CEDAR, 0.6), (ASH, 0.3), (BIRCH, 0.1))),
    )
    assert answers.map_answer(EVALUATION, found, ["Quality", "Speed", "Price"]) == (
        "Quality, Speed and Price share 80% of the weight here, the rest keeps its own. "
        "First: Cedar on 60%, Ash on 30% and Birch on 10% of the triangle, each to ±1 point."
    )


def test_agreement_counts_first_places_and_names_the_method_most_apart() -> None:
    ranks = {"wsm": [1, 2, 3], "topsis": [1, 2, 3], "vikor": [3, 2, 1]}
    found = agreement_of({key: np.array(row) for key, row in ranks.items()}, {})
    # Kendall's tau of VIKOR's order with the two others is -1, theirs with each other 1.
    assert answers.agreement_answer(EVALUATION, found) == (
        "Of 3 families of methods, first is Ash under 2 and Cedar under 1. VIKOR differs most from the others (mean Kendall τ −1.00)."
    )
    two = agreement_of({key: np.array(ranks[key]) for key in ("wsm", "topsis")}, {})
    assert answers.agreement_answer(EVALUATION, two) == "Of 2 families of methods, first is Ash under 2."


def test_methods_of_one_order_have_one_vote_and_are_named_and_ties_are_told() -> None:
    ranks = {"wsm": [1, 2, 3], "mabac": [1, 2, 3], "vikor": [1, 3, 1]}
    found = agreement_of(
        {key: np.array(row) for key, row in ranks.items()}, {}, [("wsm", "mabac"), ("vikor",)]
    )
    assert answers.agreement_answer(EVALUATION, found).startswith(
        "Of 2 families of methods, first is Ash under 2 and Cedar under 1 (ties count for each). "
        "One vote together, since they give one order: Weighted sum = MABAC. VIKOR differs most from the others"
    )


def test_reversals_are_counted_among_those_tried() -> None:
    stays = Change("left out", 0, (1, 2), (1, 2), False, False)
    turned = Change("copied", 1, (1, 2, 3), (1, 3, 2), True, False)
    moved = Change("copied", 2, (1, 2, 3), (2, 1, 3), True, True)
    refused = Change("left out", 2, (), (), False, False, "no")
    assert answers.reversal_answer(EVALUATION, (stays, refused)) == (
        "The one change tried does not reorder the others under Weighted sum."
    )
    assert answers.reversal_answer(EVALUATION, (moved, refused)) == (
        "The one change tried reorders the others under Weighted sum."
    )
    assert answers.reversal_answer(EVALUATION, (refused,)) == "No change could be tried under Weighted sum."
    assert answers.reversal_answer(EVALUATION, (stays, stays)) == (
        "None of 2 changes tried reorders the others under Weighted sum."
    )
    assert answers.reversal_answer(EVALUATION, (stays, turned)) == (
        "1 of 2 changes tried reorders unrelated candidates under Weighted sum; who is first changes in 0."
    )
    assert answers.reversal_answer(EVALUATION, (stays, turned, moved, refused)) == (
        "2 of 3 changes tried reorder unrelated candidates under Weighted sum; who is first changes in 1."
    )


def test_what_unsettles_first_place_most_comes_first() -> None:
    said = answers.shares_of_instability(
        evaluated(ENGINEERS),
        {
            "method": figures.Unsettled(0.0),
            "evidence": figures.Unsettled(0.72, 1_000),
            "weights": figures.Unsettled(0.0, 10_000),
            "near": figures.Unsettled(0.0, 10_000, -1),
        },
    )
    assert said == (
        "A candidate other than Cedar is first when one thing alone is varied: evidence 72% (±2.9), method 0%, weights < 0.1% and near 0%."
    )


def test_a_tied_first_place_is_a_tie_in_every_answer(ranked: Callable[..., Evaluation]) -> None:
    evaluation = ranked([[5.0, 5.0], [5.0, 5.0], [1.0, 2.0]])
    best = figures.weight_intervals_of(evaluation, "best")
    told = [
        answers.intervals_answer(evaluation, best),
        answers.flip_answer(evaluation, figures.smallest_flip_of(evaluation, "l1")),
        answers.shares_of_instability(evaluation, {"method": figures.Unsettled(0.4)}),
        answers.sweep_answer(evaluation, figures.weight_sweep_of(evaluation, "c0"), "X"),
    ]
    assert all("A and B share first place" in said for said in told), told
    assert "share" in answers.tornado_answer(figures.weight_tornado_of(evaluation), ["X"])
    path = figures.path_to_first_of(evaluation, 1)
    assert path_answer(evaluation, 1, path) == "B shares first place already."


def test_weights_at_which_nobody_leads_alone_are_told(ranked: Callable[..., Evaluation]) -> None:
    # By the largest shortfall A and B are level once X weighs most: there only C and D differ from them.
    evaluation = ranked([[9.0, 4.0], [9.0, 5.0], [1.0, 9.0], [3.0, 1.0]], "moora_reference_point")
    sweep = figures.weight_sweep_of(evaluation, "c0")
    alone = sweep.stretches[-1]
    assert alone.high < 1  # at most of the weight two share the first place
    said = answers.sweep_answer(evaluation, sweep, "X")
    assert "leads whatever" not in said
    told = re.search(r"no candidate alone from ([\d.]+)%", said)
    assert told is not None
    assert alone.high < float(told[1]) / 100 < 1
