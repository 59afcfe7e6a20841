"""Must-haves and near misses, and what to check next."""

from __future__ import annotations

from dataclasses import replace

from by_hand import BASE, PROBLEM, evaluated, robust

import criteria
from criteria.explain.story.open_points import gates_part, next_part
from criteria.explain.strengths import standings
from criteria.model.evidence import Performance
from criteria.model.performance_table import PerformanceTable
from criteria.robustness.evaluated.figures import evidence_tornado_of
from criteria.robustness.evaluated.summary import live_robustness


def test_who_fails_comes_first_and_a_near_miss_is_said_to_be_one() -> None:
    found = gates_part(evaluated(), None)
    assert found.title == "3 of 4 candidates meet every must-have; 1 set aside"
    assert found.sentences == ("1 candidate set aside would be among the first three.",)
    assert found.rows[0][:3] == ("Dogwood", "fail", "would rank 1")
    assert "Hosted here: no" in found.rows[0][3]


def test_without_must_haves_there_is_nothing_to_meet() -> None:
    bare = replace(PROBLEM, gates=())
    evaluation = criteria.evaluate(bare, bare.base_scenario(), methods=())
    found = gates_part(evaluation, None)
    assert found.title == "No must-haves are set, and no candidate is set aside"
    assert [row[0] for row in found.rows] == [evaluation.alternatives[i].label for i in evaluation.order]


def test_without_must_haves_the_weakest_points_are_told_with_the_place_in_the_field() -> None:
    bare = replace(PROBLEM, gates=())
    evaluation = criteria.evaluate(bare, bare.base_scenario(), methods=())
    found = gates_part(evaluation, None)
    for row, position in zip(found.rows, evaluation.order, strict=True):
        losing = [
            one for one in standings(evaluation, evaluation.alternatives[position].id) if one.effect < 0
        ]
        for one in losing:
            assert f"{one.criterion.label}: " in row[3]
            assert f"({one.place} of {len(evaluation.ranked)})" in row[3]
        assert (row[3] == "nowhere below the average of the field") is not bool(losing)


def test_without_ranges_the_heaviest_ratings_of_the_first_two_are_asked_for() -> None:
    points = [[8, 7, 40], [6, 8, 20], [5.5, 8, 10], [9, 9, 10]]
    certain = replace(
        PROBLEM, performances=PerformanceTable.of([[Performance(likely=x) for x in row] for row in points])
    )
    evaluation = criteria.evaluate(certain, certain.base_scenario(), methods=())
    found = next_part(evaluation, live_robustness(evaluation))
    assert found.title == "No rating comes with a range: the data do not show which one to check first"
    assert [row[:3] for row in found.rows[:2]] == [
        ("Quality of Ash", "8", "no range is given"),
        ("Quality of Birch", "6", "no range is given"),
    ]
    assert found.heads[found.people] == "By whom (to be filled in)"


def test_who_was_set_aside_by_hand_is_told_so() -> None:
    found = gates_part(evaluated(BASE.with_set_aside("cedar")), None)
    assert ("Cedar", "set aside") in [row[:2] for row in found.rows]
    assert found.title == "2 of 4 candidates meet every must-have; 2 set aside"


def test_the_ratings_are_those_that_move_the_lead_most() -> None:
    evaluation = evaluated()
    found, tornado = next_part(evaluation, robust()), evidence_tornado_of(evaluation)
    assert tornado is not None
    assert [row[0] for row in found.rows] == ["Quality of Ash", "Speed of Birch", "Speed of Cedar"]
    # Ash's quality from 6 to 9 of 10 at a weight of 0.6: its lead of 0.06 over Birch goes from -0.06 to 0.12
    assert found.rows[0][1:3] == ("8 (6 to 9)", "−0.0600 to +0.1200")
    assert found.heads[found.people] == "By whom (to be filled in)"


def test_what_the_leader_leaves_open_comes_first() -> None:
    evaluation = evaluated(BASE.with_importance("price", 90))  # Cedar leads, with an unknown rating
    assert next_part(evaluation, None).rows == (("Speed of Cedar", "unknown", "", ""),)
    assert "not settled" in next_part(evaluation, None).title
