"""The page of weights, driven without a browser: whatever is entered shows at once, goes into the address, and stays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

import criteria
from criteria.model.importance import leaf_weights
from criteria.model.judgements import WAYS, Panel
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.weighting.objective import objective
from criteria.weighting.panel import items_of, member_weights, nodes_of, panel_members

PAGE = str(Path(__file__).parents[1] / "weights_alone.py")
BUNDLED = ("automotive-cloud", "fighter-aircraft", "telematics-suppliers")
VIEWS = ("ask", "data", "stakeholders")


def opened(**query: str | list[str]) -> AppTest:
    page = AppTest.from_file(PAGE, default_timeout=120)
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


def again(page: AppTest) -> AppTest:
    """Return the page as a reload of its address opens it."""
    return opened(**{name: page.query_params[name] for name in page.query_params})


def shown(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html")).replace("&#39;", "'")


def session(page: AppTest):
    return page.session_state["criteria-session"]


def scenario(page: AppTest) -> Scenario:
    return session(page).scenario


def choose(page: AppTest, option: str) -> AppTest:
    """Press the segment that is kept under this name: a view, a way, or a node of the tree."""
    keys = dict.fromkeys(VIEWS, "weights-view") | dict.fromkeys(WAYS, "way-")
    found = [g for g in page.get("button_group") if str(g.key).startswith(keys.get(option, "node-"))]
    return found[0].set_value(option).run()


def menu(page: AppTest, label: str):
    return next(box for box in page.selectbox if box.label == label)


def enter(page: AppTest, *values: float) -> AppTest:
    for field, value in zip(page.number_input, values, strict=True):
        field.set_value(value)
    return page.run()


def judge(page: AppTest, first: str, second: str, level: int, node: str = "") -> AppTest:
    """Send what the question component sends."""
    session(page).acted = True
    session(page).heard["pair-question"] = {
        "who": menu(page, "Whose judgements?").value, "node": node, "pair": [first, second], "act": "judge", "level": level,
    }  # fmt: skip
    return page.run()


def add(page: AppTest, name: str) -> AppTest:
    next(field for field in page.text_input if field.label == "Name").set_value(name)
    return next(button for button in page.button if button.label == "Add").click().run()


def use(page: AppTest) -> AppTest:
    return next(button for button in page.button if button.label == "Use these weights").click().run()


def elicited_by(problem: Problem, page: AppTest) -> np.ndarray:
    panel = scenario(page).panel
    member = next(m for m in panel_members(problem, panel) if m.id == panel.open)
    weights = member_weights(problem, member).leaf_weights
    assert weights is not None
    return weights


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("problem", BUNDLED)
def test_every_view_of_every_problem_opens(problem: str, view: str) -> None:
    page = choose(opened(problem=problem), view)
    assert not page.exception
    assert "c-head" in shown(page)
    assert "judged" not in page.query_params


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("problem", BUNDLED)
def test_every_way_of_every_problem_opens(problem: str, way: str) -> None:
    page = choose(opened(problem=problem), way)
    assert not page.exception
    assert "What follows?" in shown(page)


@pytest.mark.parametrize("node", ["", "ip", "region", "capability", "security", "commercial"])
@pytest.mark.parametrize("way", WAYS)
def test_every_way_opens_at_every_node(way: str, node: str) -> None:
    page = choose(choose(opened(), node), way)
    assert not page.exception


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


def test_the_weights_of_the_worked_example_come_with_their_consistency() -> None:
    page = opened()
    menu(page, "Whose judgements?").select("ip-legal").run()
    page = choose(choose(page, "ip"), "ahp")
    assert "Consistency ratio" in shown(page)
    assert "consistent enough" in shown(page)
    assert "Fits the others worst" in shown(page)
    before = session(page).places["pair-ip-legal-ip"]
    next(b for b in page.button if b.label == "Look at this judgement again").click().run()
    assert session(page).places["pair-ip-legal-ip"] != before


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


@pytest.mark.parametrize("scheme", ["equal", "entropy", "critic"])
def test_weights_from_the_data_are_used_exactly(case: Problem, scheme: str) -> None:
    page = choose(opened(), "data")
    menu(page, "Look at the weights by").select(scheme).run()
    page = use(page)
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    flags = np.array([leaf.maximize for leaf in case.leaves])
    expected = objective(scheme, evaluation.performances, flags).weights
    assert leaf_weights(case, scenario(page)) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("view", VIEWS)
def test_nobody_left_to_rank_ends_in_a_sentence(case: Problem, view: str) -> None:
    page = choose(opened(out=",".join(a.id for a in case.alternatives)), view)
    if view == "ask":  # what follows for the ranking is shown once the questions are answered
        page = enter(page, 60.0, 10.0, 10.0, 10.0, 10.0)
    assert not page.exception
    assert "No candidate is left to rank" in shown(page)


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
