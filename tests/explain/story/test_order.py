"""The verdict as the page says it, and who moved since the base case, against figures that a pencil gives."""

from __future__ import annotations

from by_hand import BASE, evaluated, robust

from criteria.explain.places import ranks_text
from criteria.explain.report import first_texts
from criteria.explain.story.order import moves_part, verdict_part
from criteria.explain.verdict import verdict
from criteria.robustness.evaluated.places import places_of


def test_the_verdict_is_the_pages_with_rank_score_and_must_haves() -> None:
    evaluation, robustness = evaluated(), robust()
    found, said = verdict_part(evaluation, robustness), verdict(evaluation, robustness)
    assert found.title == f"{said.headline} ({said.caution})"
    assert found.sentences == said.sentences
    assert [row[:3] for row in found.rows] == [
        ("1", "Ash", "0.740"),
        ("2", "Birch", "0.680"),
        ("3", "Cedar", "0.670"),
    ]
    places = places_of(robustness)
    assert [row[4:6] for row in found.rows] == [tuple(first_texts(robustness, i)) for i in evaluation.order]
    assert found.heads[4:6] == ("First by weights", "First by evidence")
    assert [row[6] for row in found.rows] == [ranks_text(places[i]) for i in evaluation.order]
    assert found.rows[0][7] == ""
    assert {len(row) for row in found.rows} == {len(found.heads)}
    assert [round(sum(values[1:]), 12) for values in found.values] == [0.74, 0.68, 0.67]


def test_in_the_base_case_nobody_has_moved() -> None:
    evaluation = evaluated(BASE.with_blanks(evaluated().problem.base_scenario().blanks))
    found = moves_part(evaluation, None)
    assert found.title == "This is the base case: Ash first, and no candidate has moved"
    assert found.sentences == ("Nothing differs from the base case.",)


def test_another_leader_is_told_with_the_one_of_the_base_case() -> None:
    found = moves_part(evaluated(BASE.with_importance("price", 90)), None)
    assert found.title == "Cedar first, where the base case has Ash"
    assert "Price 20 → 90" in found.sentences[0]
    assert [row[0] for row in found.rows] == ["Cedar", "Birch", "Ash"]
    assert found.values[0][1] == 1


def test_moves_behind_the_same_leader_are_counted() -> None:
    found = moves_part(evaluated(BASE.with_importance("price", 40)), None)
    assert found.title == "Ash first, as in the base case; 2 ranks have changed"
    assert [row[3] for row in found.rows] == ["", "+1", "−1"]
