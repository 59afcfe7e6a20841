"""Answers on the page of weights: given in every way, used as they are, and never lost."""

from __future__ import annotations

import pytest
from weights_page import (
    add,
    again,
    choose,
    elicited_by,
    enter,
    judge,
    menu,
    opened,
    scenario,
    session,
    shown,
    use,
)

from criteria.model.importance import leaf_weights
from criteria.model.judgements import Panel
from criteria.model.problem import Problem
from criteria.weighting.elicited import elicited, pairs_for
from criteria.weighting.panel import items_of, member_weights, nodes_of, panel_members


def test_points_entered_change_the_weights_and_are_kept_in_the_address(case: Problem) -> None:
    page = enter(opened(), 60.0, 10.0, 10.0, 10.0, 10.0)
    assert not page.exception
    member = scenario(page).panel.open
    assert dict(scenario(page).panel.members[0].answers_to("", "direct").values("points"))["ip"] == 60
    assert elicited_by(case, page)[:4].sum() == pytest.approx(0.6)
    assert leaf_weights(case, scenario(page)).tolist() == leaf_weights(case, case.base_scenario()).tolist()
    reloaded = again(page)
    assert scenario(reloaded) == scenario(page)
    assert scenario(reloaded).panel.open == member
    assert session(reloaded).notes == []
    assert [field.value for field in reloaded.number_input] == [60, 10, 10, 10, 10]


def test_the_weights_used_are_exactly_those_elicited(case: Problem) -> None:
    page = use(enter(opened(), 61.0, 7.0, 13.0, 11.0, 3.0))
    assert leaf_weights(case, scenario(page)) == pytest.approx(elicited_by(case, page), abs=1e-6)
    reloaded = again(page)
    assert scenario(reloaded) == scenario(page)
    assert next(button for button in reloaded.button if button.label == "These weights are in use").disabled


def test_weights_just_used_are_told_to_be_in_use() -> None:
    page = use(enter(opened(), 61.0, 7.0, 13.0, 11.0, 3.0))
    assert "These weights are in use" in [button.label for button in page.button]


def test_pairs_are_answered_one_after_the_other_and_used(case: Problem) -> None:
    page = choose(choose(opened(), "security"), "ahp")
    page = use(judge(page, "sec-compliance", "sec-geo", -3, "security"))
    weights = member_weights(case, panel_members(case, scenario(page).panel)[0]).local["security"]
    assert not page.exception
    assert scenario(page).panel.open == "cto-connected"
    assert elicited_by(case, page) == pytest.approx(leaf_weights(case, scenario(page)), abs=1e-6)
    assert weights is not None
    member = next(m for m in panel_members(case, scenario(page).panel) if m.id == "cto-connected")
    assert member_weights(case, member).local["security"] == pytest.approx([0.25, 0.75])
    assert scenario(again(page)) == scenario(page)


def test_the_weights_of_the_worked_example_come_with_their_consistency(case: Problem) -> None:
    page = opened()
    menu(page, "Whose judgements?").select("ip-legal").run()
    page = choose(choose(page, "ip"), "ahp")
    assert "Consistency ratio" in shown(page)
    assert "consistent enough" in shown(page)
    assert "Fits the others least" in shown(page)
    pairs = pairs_for(items_of(case, "ip"), "ip-legal")
    session(page).places["pair-ip-legal-ip"] = len(pairs) - 1
    next(b for b in page.button if b.label == "Look at this judgement again").click().run()
    asked = pairs[session(page).places["pair-ip-legal-ip"]]
    member = next(m for m in panel_members(case, Panel()) if m.id == "ip-legal")
    priorities = elicited(items_of(case, "ip"), member.answers_to("ip", "ahp")).priorities
    assert priorities is not None
    worst = priorities.suggestions[0]
    assert {items_of(case, "ip")[i] for i in (worst.first, worst.second)} == set(asked)


def test_nothing_is_lost_by_another_member_node_way_or_view() -> None:
    page = enter(opened(), 60.0, 10.0, 10.0, 10.0, 10.0)
    said = scenario(page).panel.members
    menu(page, "Whose judgements?").select("ip-legal").run()
    page = choose(choose(page, "ip"), "swing")
    for view in ("data", "stakeholders", "ask"):
        page = choose(page, view)
    assert not page.exception
    kept = scenario(page).panel.member("cto-connected")
    assert kept == said[0]
    menu(page, "Whose judgements?").select("cto-connected").run()
    page = choose(page, "")
    assert [field.value for field in page.number_input] == [60, 10, 10, 10, 10]


def test_nothing_is_lost_where_the_address_was_left_behind() -> None:
    page = enter(opened(), 60.0, 10.0, 10.0, 10.0, 10.0)
    said = scenario(page)
    page.query_params.clear()  # what the menu of pages opens
    session(page).page = "shortlist"
    page.run()
    assert scenario(page) == said
    assert "judged" in page.query_params


@pytest.mark.slow
def test_only_looking_at_everybody_changes_nothing(case: Problem) -> None:
    page = opened()
    for member in panel_members(case, Panel(), scenarios=True):
        menu(page, "Whose judgements?").select(member.id).run()
        for node in nodes_of(case):
            page = choose(page, node)
            assert not page.exception
    assert scenario(page).panel.members == ()


@pytest.mark.parametrize("way", ["direct", "swing", "rank_order"])
def test_a_new_stakeholder_can_answer_at_once(aircraft: Problem, way: str) -> None:
    page = choose(add(opened(problem="fighter-aircraft"), "Zoë ~ 日産"), way)
    values = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    page = enter(page, *values)
    assert not page.exception
    (member,) = scenario(page).panel.members
    assert (member.name, scenario(page).panel.open) == ("Zoë ~ 日産", member.id)
    question = "rank" if way == "rank_order" else "points"
    assert member.answers_to("", way).values(question) == dict(
        zip(items_of(aircraft, ""), values, strict=True)
    )
    assert scenario(again(page)) == scenario(page)
    page = use(page)
    assert leaf_weights(aircraft, scenario(page)) == pytest.approx(elicited_by(aircraft, page), abs=1e-6)


def test_a_number_taken_back_is_a_blank() -> None:
    page = choose(add(opened(problem="fighter-aircraft"), "Zoë"), "direct")
    page.number_input[0].set_value(4.0).run()
    page.number_input[1].set_value(5.0).run()
    page.number_input[0].set_value(None).run()
    (answers,) = scenario(page).panel.members[0].answers
    assert list(answers.values("points").values()) == [5.0]
    assert "5 of 6 criteria are still without points" in shown(page)


def test_a_stakeholder_without_a_name_is_not_added() -> None:
    page = add(opened(), "\u200b ")
    assert "Give a name first" in shown(page)
    assert scenario(page).panel.members == ()


def test_best_and_worst_are_answered_step_by_step(aircraft: Problem) -> None:
    page = choose(add(opened(problem="fighter-aircraft"), "Zoë"), "best_worst")
    items = items_of(aircraft, "")
    menu(page, "Which one matters most?").select(items[0]).run()
    menu(page, "Which one matters least?").select(items[-1]).run()
    buttons = [g for g in page.get("button_group") if "best_worst" in str(g.key)]
    assert len(buttons) == 2 * len(items) - 3
    for k in range(len(buttons)):
        page = [g for g in page.get("button_group") if "best_worst" in str(g.key)][k].set_value(2.0).run()
    assert not page.exception
    assert elicited_by(aircraft, page).sum() == pytest.approx(1)
    assert scenario(again(page)) == scenario(page)


def test_looking_at_another_way_changes_nothing_until_something_is_answered_in_it() -> None:
    page = enter(opened(), 60.0, 10.0, 10.0, 10.0, 10.0)
    before = scenario(page)
    page = choose(page, "ahp")
    assert scenario(page) == before
    assert "Points counts here until something is answered" in shown(page)
    page = judge(page, "ip", "region", 3)
    assert dict(scenario(page).panel.members[0].ways) == {"": "ahp"}
    assert "Until then your answers in another way count." in shown(page)
    page = choose(page, "direct")
    assert dict(scenario(page).panel.members[0].ways) == {"": "ahp"}
    next(b for b in page.button if b.label == "Count these answers instead").click().run()
    assert dict(scenario(page).panel.members[0].ways) == {"": "direct"}
    assert len(scenario(page).panel.members[0].answers) == 2


def test_points_of_the_profile_are_marked_until_they_are_confirmed_and_the_ranking_is_folded() -> None:
    page = opened()
    assert "from the profile" in shown(page)
    assert "Hidden until all questions of this part are answered" in shown(page)
    assert "With the weights in use" not in shown(page)
    next(b for b in page.button if b.label == "Confirm these points").click().run()
    assert not page.exception
    assert "from the profile" not in shown(page)
    assert "With the weights in use" in shown(page)
    assert scenario(page).panel.members[0].answers[0].values("points")["ip"] == 18


def test_pairs_of_ten_criteria_come_with_a_word_before_the_first_question_and_another_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("criteria.ui.components.weights.asking.PAIRS_SUIT", 4)
    page = choose(opened(), "ahp")
    assert "5 criteria make 10 pairs. At least 4 of them" in shown(page)
    next(b for b in page.button if b.label == "Ask by Rank order instead").click().run()
    assert not page.exception
    assert "1 for the most important" in shown(page)
