"""The data behind each chart: every column by its name, against the engine's result it stands for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from by_hand import ASH, BASE, BIRCH, CEDAR, ENGINEERS, evaluated

from criteria.files import figures as tables
from criteria.robustness.agreement import agreement_of
from criteria.robustness.evaluated import figures
from criteria.robustness.evaluated.regret import regret_of
from criteria.robustness.rank_reversal import Change
from criteria.robustness.tornado import Tornado

EVALUATION = evaluated()
NAMES = ["Ash", "Birch", "Cedar"]
CRITERIA = ["Quality", "Speed", "Price"]


def same(table: pd.DataFrame, **columns: Sequence[object] | np.ndarray) -> None:
    """Compare a table with what its columns should hold; there must be no others, in this order."""
    assert list(table.columns) == list(columns)
    for name, wanted in columns.items():
        found = table[name].tolist()
        values = list(wanted)
        if values and isinstance(values[0], float | np.floating):
            assert found == pytest.approx([float(v) for v in values], nan_ok=True), name  # type: ignore[arg-type]
        else:
            assert found == values, name


def test_the_sweep_holds_score_and_rank_of_every_candidate_at_every_weight() -> None:
    sweep = figures.weight_sweep_of(EVALUATION, "price")
    table = tables.sweep_table(EVALUATION, sweep)
    same(
        table,
        weight=np.repeat(sweep.shares, 3),
        candidate=NAMES * len(sweep.shares),
        score=sweep.scores.ravel(),
        rank=sweep.ranks.ravel(),
    )
    # Where the price is everything the rating of the price is the score.
    last = table.tail(3)
    assert last["score"].tolist() == pytest.approx([0.6, 0.8, 0.9])
    assert last["rank"].tolist() == [3, 2, 1]


def test_the_intervals_are_those_of_leader_and_order() -> None:
    best, ranking = (
        figures.weight_intervals_of(EVALUATION, "best"),
        figures.weight_intervals_of(EVALUATION, "ranking"),
    )
    table = tables.intervals_table(EVALUATION, best, ranking)
    same(
        table,
        criterion=CRITERIA,
        weight=[0.6, 0.2, 0.2],
        # Leader: Cedar draws level at q = 4/9 and p = 13/37, Birch at s = 1/2.
        leader_stays_from=[4 / 9, 0.0, 0.0],
        leader_stays_to=[1.0, 0.5, 13 / 37],
        # Order: Birch and Cedar change places at q = 1/2 (0.05 q = 0.10 p with p = (1 - q) / 2) and p = 3/11.
        order_stays_from=[0.5, 0.0, 0.0],
        order_stays_to=[1.0, 0.5, 3 / 11],
    )


def test_the_flip_holds_the_weights_of_now_and_then() -> None:
    flip = figures.smallest_flip_of(EVALUATION, "l1")
    moved = 0.07 / 0.55
    same(
        tables.flip_table(EVALUATION, flip),
        criterion=CRITERIA,
        weight=[0.6, 0.2, 0.2],
        weight_at_flip=[0.6 - moved, 0.2, 0.2 + moved],
        exact=[True] * 3,
        challenger=["Cedar"] * 3,
    )
    same(
        tables.flip_table(EVALUATION, None),
        criterion=CRITERIA,
        weight=[0.6, 0.2, 0.2],
        weight_at_flip=[np.nan] * 3,
        exact=[False] * 3,
        challenger=[""] * 3,
    )


def test_the_tornado_holds_the_lead_now_and_at_both_ends() -> None:
    tornado = figures.weight_tornado_of(EVALUATION)
    # Quality at 0.45 and 0.75: 0.45 q - 0.20 over Cedar, 0.35 q - 0.15 over Birch; the smaller is the lead.
    same(
        tables.tornado_table(tornado, ["Quality", "Price", "Speed"]),
        what=["Quality", "Price", "Speed"],
        lead_now=[0.06] * 3,
        lead_at_low=[0.0025, 0.07625, 0.07],
        lead_at_high=[0.1125, 0.04375, 0.05],
    )
    out = np.array([[True, False], [False, False]])
    ratings = Tornado(0.06, np.array([[0, 0], [1, 1]]), np.array([[0.01, 0.12], [-0.02, 0.07]]), out)
    same(
        tables.tornado_table(ratings, ["Ash: Quality", "Birch: Speed"]),
        what=["Ash: Quality", "Birch: Speed"],
        lead_now=[0.06] * 2,
        lead_at_low=[0.01, -0.02],
        lead_at_high=[0.12, 0.07],
        leader_fails_must_have_at_low=[True, False],
        leader_fails_must_have_at_high=[False, False],
    )


def test_the_shares_hold_ranks_central_weights_and_confidence() -> None:
    found = figures.acceptability_of(EVALUATION, "both")
    same(
        tables.shares_table(EVALUATION, found),
        candidate=NAMES,
        draws=[10_000] * 3,
        error=[found.error] * 3,
        proved=[0, 0, 0],
        rank_1=found.ranks[:, 0],
        rank_1_error=found.first_error,
        rank_2=found.ranks[:, 1],
        rank_3=found.ranks[:, 2],
        central_weight_quality=found.central_weights[:, 0],
        central_weight_speed=found.central_weights[:, 1],
        central_weight_price=found.central_weights[:, 2],
        confidence_factor=found.confidence_factor,
        confidence_error=found.confidence_error,
    )


def test_the_map_holds_three_shares_and_a_leader_for_each_point() -> None:
    found = figures.decision_map_of(EVALUATION, ("quality", "speed", "price"), resolution=10)
    table = tables.map_table(EVALUATION, found, CRITERIA)
    same(
        table,
        Quality=found.points[:, 0],
        Speed=found.points[:, 1],
        Price=found.points[:, 2],
        leader=[NAMES[i] for i in found.leaders],
        area=found.point_areas,
    )
    corners = (
        table[table["Quality"] > 0.999]["leader"].tolist() + table[table["Price"] > 0.999]["leader"].tolist()
    )
    assert corners in (["Ash", "Cedar"], [])


def test_agreement_holds_the_ranks_under_every_method() -> None:
    found = agreement_of({"wsm": np.array([1, 2, 3]), "vikor": np.array([3, 2, 1])}, {})
    same(
        tables.agreement_table(EVALUATION, found),
        candidate=NAMES,
        votes=[1, 0, 1],
        votes_of=[2, 2, 2],
        first_under=["wsm", "", "vikor"],
        # Ahead of two of two others under one method, of none under the other: each is ahead of half.
        borda=found.borda,
        copeland=found.copeland,
        rank_wsm=[1, 2, 3],
        rank_vikor=[3, 2, 1],
    )
    assert found.copeland.tolist() == [0, 0, 0]


def test_each_change_tried_is_a_row_with_its_ranks() -> None:
    changes = (
        Change("left out", BIRCH, (1, 2), (2, 1), True, True),
        Change("dominated added", -1, (1, 2, 3), (1, 2, 3), False, False),
        Change("copied", CEDAR, (), (), False, False, "no score"),
    )
    same(
        tables.reversal_table(EVALUATION, changes),
        change=["left out", "dominated added", "copied"],
        candidate=["Birch", "", "Cedar"],
        others_reordered=[True, False, False],
        first_place_changed=[True, False, False],
        ranks_before=["1 2", "1 2 3", ""],
        ranks_after=["2 1", "1 2 3", ""],
        not_tried_because=["", "", "no score"],
    )


def test_what_evidence_is_worth_stands_beside_what_is_known() -> None:
    found = figures.evidence_value_of(EVALUATION)
    assert found.cells.tolist() == [[ASH, 0], [BIRCH, 1], [CEDAR, 1]]
    same(
        tables.evidence_table(EVALUATION, found),
        candidate=NAMES,
        criterion=["Quality", "Speed", "Speed"],
        value=found.value,
        error=found.value_error,
        told_by_draws=found.told,
        switch=found.switch,
        switch_error=found.switch_error,
        low=[6.0, 6.0, np.nan],
        likely=[8.0, 8.0, np.nan],
        high=[9.0, 10.0, np.nan],
        confidence=["C", "C", ""],
        source=["visit", "", ""],
        set_by_hand=["", "", ""],
    )


def test_the_path_holds_the_value_now_and_both_changes() -> None:
    found = figures.path_to_first_of(EVALUATION, CEDAR)
    same(
        tables.path_table(EVALUATION, CEDAR, found),
        candidate=["Cedar"] * 3,
        criterion=CRITERIA,
        value=[5.5, 8.0, 10.0],
        set_by_hand=["", "", ""],
        alone_enough=[6.67, np.nan, np.nan],
        combined=[6.67, 8.0, 10.0],
    )
    assert "Cedar" in tables.path_table(EVALUATION, CEDAR, found)["candidate"].tolist()


def test_both_sobol_indices_have_their_errors() -> None:
    found = figures.sobol_indices_of(EVALUATION)
    same(
        tables.sobol_table(EVALUATION, found),
        candidate=[NAMES[i] for i, _j in found.cells],
        criterion=[CRITERIA[j] for _i, j in found.cells],
        set_by_hand=[""] * len(found.cells),
        first_order=found.first,
        first_order_error=found.first_error,
        total=found.total,
        total_error=found.total_error,
    )


def test_the_regrets_are_those_of_a_pencil() -> None:
    # Buyers: Ash 0.74, Birch 0.68, Cedar 0.67. Engineers: Ash 0.69, Birch 0.76, Cedar 0.78.
    members = [evaluated(BASE).weights, evaluated(ENGINEERS).weights]
    same(
        tables.regret_table(EVALUATION, regret_of(EVALUATION, members), ["Buyers", "Engineers"]),
        candidate=["Birch", "Cedar", "Ash"],
        largest_regret=[0.06, 0.07, 0.09],
        largest_for=["Buyers", "Buyers", "Engineers"],
        lowest=[True, False, False],
        regret_for_Buyers=[0.06, 0.07, 0.0],
        regret_for_Engineers=[0.02, 0.0, 0.09],
    )
