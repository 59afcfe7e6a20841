"""How a scenario differs from its base case: one sentence for each thing that can be chosen."""

from __future__ import annotations

import pytest
from by_hand import PROBLEM

from criteria.explain.differences import differences
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.scenario import ChangedCell, Scenario

BASE, ENGINEERS = PROBLEM.base_scenario(), PROBLEM.base_scenario("engineers")

ASKED = Answers("", "direct", (Judgement("points", "speed", "", 30.0),))


@pytest.mark.parametrize(
    ("scenario", "said"),
    [
        (BASE.with_importance("price", 35), "importance of Price 20 → 35"),
        (
            BASE.with_importances({"price": 35, "quality": 0.5}),
            "importance of Quality 60 → 0.5 and Price 20 → 35",
        ),
        (BASE.with_importance("price", 20.0000001), "importance of Price 20.0 → 20.0000001"),
        (BASE.with_method("vikor"), "VIKOR instead of Weighted sum"),
        (BASE.with_method("wsm", "minmax"), "normalization by min–max"),
        (BASE.with_waived("hosting"), "waived: Hosted here"),
        (BASE.with_set_aside("cedar").with_set_aside("ash"), "set aside: Ash and Cedar"),
        (BASE.with_cell(ChangedCell("cedar", "speed", 1, 2, 3)), "performance set by hand: Cedar, Speed"),
        (BASE.with_blanks("worst"), "missing ratings set to the worst value of the scale"),
        (
            BASE.with_panel(Panel(members=(Member("buyers", answers=(ASKED,)), Member("me", "Me")))),
            "judgements given by Buyers and Me",
        ),
        (
            ENGINEERS.with_importance("speed", 10).with_blanks("best"),
            "the importances of Engineers; importance of Speed 50 → 10; missing ratings set to the best value of the scale",
        ),
    ],
)
def test_each_choice_is_named(scenario: Scenario, said: str) -> None:
    assert differences(PROBLEM, scenario) == f"Differs from the base case: {said}."


def test_the_base_case_differs_in_nothing_and_another_profile_in_its_name() -> None:
    assert differences(PROBLEM, BASE) == ""
    assert differences(PROBLEM, ENGINEERS) == "Differs from the base case: the importances of Engineers."
