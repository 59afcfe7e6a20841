"""Proposed sentences for a decision: true of the candidate they speak of, and conditions that can be observed."""

from __future__ import annotations

from by_hand import BASE, evaluated, robust

from criteria.explain.firmness import nearest_change
from criteria.explain.story.proposals import proposals


def test_they_speak_of_the_first_unless_another_is_chosen() -> None:
    evaluation = evaluated()
    first, other = proposals(evaluation, robust()), proposals(evaluation, robust(), "cedar")
    assert (first.chosen, other.chosen) == ("ash", "cedar")
    assert first.because == "Ash leads Birch by 0.060 by Weighted sum"
    assert other.because == "Cedar was chosen although it ranks 3 by Weighted sum"
    assert other.not_runner_up.startswith("Ash")
    assert proposals(evaluation, None, "nobody").chosen == "ash"


def test_consequences_are_places_of_the_candidate() -> None:
    found = proposals(evaluated(), robust())
    assert "it has place 1 of 3 under Quality" in found.good
    assert "it has place 3 of 3 under Price" in found.bad
    assert any("Not known: Speed" in said for said in proposals(evaluated(), None, "cedar").bad)


def test_conditions_to_come_back_for_are_those_that_change_the_first_place() -> None:
    evaluation, robustness = evaluated(), robust()
    found = proposals(evaluation, robustness).revisit
    assert nearest_change(evaluation, robustness) in found
    assert "Quality of Ash proves to be 6 instead of 8: another candidate is first." in found
    assert "Dogwood meets Hosted here: it would be first." in found


def test_a_waived_must_have_is_a_condition() -> None:
    found = proposals(evaluated(BASE.with_waived("hosting")), None)
    assert found.chosen == "dogwood"
    assert "A must-have that was waived is enforced again." in found.revisit
    assert any("waived" in said for said in found.bad)
