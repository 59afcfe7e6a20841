"""What follows from answers: local and global weights, what is missing, and how far each part is."""

from __future__ import annotations

import re

import pytest
from by_hand import BASE, PROBLEM
from streamlit.testing.v1 import AppTest

from criteria.model.importance import leaf_weights
from criteria.model.judgements import Answers, Judgement, Member
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ui.components.weights.followed import local_weights, node_states, taken_over
from criteria.weighting.panel import items_of, member_weights, nodes_of, points_of_profile


def points(node: str, items: dict[str, float], way: str = "direct") -> Answers:
    return Answers(node, way, tuple(Judgement("points", item, "", value) for item, value in items.items()))


ANSWERED = Member("ann", "Ann", answers=(points("", {"quality": 50, "speed": 30, "price": 20}),))


def test_local_and_global_weights_stand_beside_the_bars() -> None:
    html = local_weights(PROBLEM, "", member_weights(PROBLEM, ANSWERED))
    names = re.findall(r"<(?:td|th)[^>]*>(Quality|Speed|Price)", html)
    assert names == ["Quality", "Speed", "Price"]
    assert re.findall(r"<b>(\d+%)</b>", html) == ["50%", "30%", "20%"]
    assert [float(w) for w in re.findall(r"width:([\d.]+)%", html)] == [100, 60, 40]


def test_within_a_group_local_and_global_weights_are_two_things(case: Problem) -> None:
    """All criteria of a group that has a quarter of the whole: each has a quarter of its local weight."""
    groups = items_of(case, "")
    first = {group: 25.0 if group == groups[0] else 75.0 / (len(groups) - 1) for group in groups}
    nodes = [points("", first)]
    nodes += [points(node, dict.fromkeys(items_of(case, node), 10.0)) for node in nodes_of(case) if node]
    html = local_weights(case, groups[0], member_weights(case, Member("ann", "Ann", answers=tuple(nodes))))
    count = len(items_of(case, groups[0]))
    cells = re.findall(r">([\d.]+%)<", html)
    assert cells == [text for _item in range(count) for text in (f"{100 / count:.0f}%", _percent(25 / count))]


def _percent(value: float) -> str:
    return f"{value:.1f}%" if value < 9.95 else f"{value:.0f}%"


def test_what_is_missing_is_said_with_what_counts_until_then() -> None:
    silent = local_weights(PROBLEM, "", member_weights(PROBLEM, Member("ann", "Ann")))
    assert 'role="status"' in silent
    assert "Until then" not in silent
    switched = Member("ann", "Ann", answers=ANSWERED.answers, ways=(("", "swing"),))
    assert "Until then your answers in another way count." in local_weights(
        PROBLEM, "", member_weights(PROBLEM, switched)
    )
    of_profile = Member(
        "buyers", "Buyers", answers=(points_of_profile(PROBLEM, "buyers", ""),), ways=(("", "swing"),)
    )
    assert "Until then" in local_weights(PROBLEM, "", member_weights(PROBLEM, of_profile))


def test_each_part_is_marked_by_how_far_it_is() -> None:
    labels = {"": "Criteria"}
    assert node_states(member_weights(PROBLEM, ANSWERED), labels) == {"": "Criteria ✓"}
    assert node_states(member_weights(PROBLEM, Member("ann", "Ann")), labels) == {"": "Criteria"}
    ratio = Judgement("ratio", "quality", "speed", 3)
    some = Member("ann", "Ann", answers=(Answers("", "ahp", (ratio,)),), ways=(("", "ahp"),))
    assert node_states(member_weights(PROBLEM, some), labels) == {"": "Criteria 1/3"}


def test_answers_taken_over_give_exactly_their_weights() -> None:
    found, whole = taken_over(PROBLEM, member_weights(PROBLEM, ANSWERED))
    assert whole
    assert leaf_weights(PROBLEM, BASE.with_importances(found)) == pytest.approx([0.5, 0.3, 0.2])
    assert taken_over(PROBLEM, member_weights(PROBLEM, Member("ann", "Ann"))) == ({}, False)


def pressed(importances: dict[str, float]) -> tuple[AppTest, Scenario]:
    """Return the button under these weights, drawn alone, and the scenario that a press on it makes."""

    def script() -> None:
        import streamlit as st
        from by_hand import BASE, PROBLEM

        from criteria.ui import presses, session
        from criteria.ui.components.weights.followed import use_button

        state = st.session_state
        session.keep(PROBLEM, state.get("after", BASE))
        _problem, state["after"] = presses.do_noted({}, *session.present())
        given = state["importances"]
        use_button(PROBLEM, state["after"], given, "mine", now=lambda _problem, _scenario: given)

    page = AppTest.from_function(script, default_timeout=60)
    page.session_state["importances"] = importances
    page.run()
    before = page.button[0]
    if not before.disabled:
        before.click().run()
    assert not page.exception, page.exception
    return page, page.session_state["after"]


def test_a_press_puts_the_weights_into_the_scenario_once() -> None:
    page, after = pressed({"quality": 50, "speed": 30, "price": 20})
    assert leaf_weights(PROBLEM, after) == pytest.approx([0.5, 0.3, 0.2])
    page.run()
    assert (page.button[0].label, page.button[0].disabled) == ("These weights are in use", True)


@pytest.mark.parametrize(
    ("importances", "label"),
    [({}, "Use these weights"), ({"quality": 6, "speed": 2, "price": 2}, "These weights are in use")],
)
def test_nothing_to_use_or_nothing_new_cannot_be_pressed(importances: dict[str, float], label: str) -> None:
    page, after = pressed(importances)
    assert (page.button[0].label, page.button[0].disabled) == (label, True)
    assert after == BASE
