"""What the form shows and what counts: points of a profile are no answers, and hidden answers lie under a cover."""

from __future__ import annotations

from criteria.model.judgements import Member, Panel
from criteria.model.problem import Problem
from criteria.ui.components.weights.looking import from_profile, waiting_for
from criteria.weighting.panel import panel_members, points_of_profile
from tests.ui.components.weights.test_stakeholders import like, opened, shown


def test_points_are_from_the_profile_until_somebody_enters_them(case: Problem) -> None:
    entered = Member("ip-legal", answers=(points_of_profile(case, "ip-legal", ""),))
    assert from_profile(case, Member("ip-legal"), "")
    assert not from_profile(case, entered, "")
    assert from_profile(case, entered, "ip")
    assert not from_profile(case, Member("new", "New"), "")


def test_everybody_is_waited_for_who_has_not_answered_every_part(case: Problem) -> None:
    scenario = case.base_scenario().with_panel(Panel((like(case, "ip-legal", "ip-legal", ""),)))
    everybody = [member.id for member in panel_members(case, Panel())]
    waiting = [member.id for member in waiting_for(case, scenario)]
    assert waiting == [who for who in everybody if who != "ip-legal"]


def test_answers_are_covered_while_weights_are_hidden_and_opened_by_a_button(case: Problem) -> None:
    page = opened(case, Panel((like(case, "ip-legal", "late", "Late"),), hidden=True, open="late"), "ask")
    assert "Only Late should open this." in shown(page)
    assert not page.number_input
    next(b for b in page.button if b.label == "Open the questions of Late").click().run()
    assert len(page.number_input) == 5
