"""The change that the headline names is offered as it is printed, for every problem, and can be taken back."""

from __future__ import annotations

import re
from html import unescape

import pytest
from by_hand import PROBLEM
from streamlit.testing.v1 import AppTest

import criteria
from criteria.explain.verdict import verdict
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.robustness.evaluated.summary import robustness_of

BUTTON = re.compile(r'data-importance="([^"]*)" data-points="([^"]*)" aria-label="([^"]*)" title=')


def evaluated(problem: Problem, scenario: Scenario) -> Evaluation:
    return criteria.evaluate(problem, scenario, methods=())


def buttons(*seen: tuple[Evaluation, object]) -> list[list[tuple[str, str, str]]]:
    """Return the buttons under each headline that one session sees, one after the other."""

    def script() -> None:
        import streamlit as st

        from criteria.ui.components.shortlist.offered_change import change_buttons

        for evaluation, change in st.session_state["seen"]:
            st.html(change_buttons(evaluation, change) or "<i></i>")

    page = AppTest.from_function(script)
    page.session_state["seen"] = seen
    page.run()
    assert not page.exception
    return [BUTTON.findall(unescape(element.proto.body)) for element in page.get("html")]


@pytest.mark.parametrize(
    ("profile", "method"),
    [("group", "topsis"), ("group", "wsm"), ("group", "vikor"), ("finance-procurement", "vikor")],
)
def test_the_button_does_what_the_sentence_says_and_the_next_one_takes_it_back(
    case: Problem, profile: str, method: str
) -> None:
    base = case.base_scenario(profile).with_method(method)
    before = evaluated(case, base)
    said = verdict(before, robustness_of(before))
    assert said.change is not None
    ((offer,),) = buttons((before, said.change))
    criterion, points, words = offer
    label = case.criterion(criterion).label
    assert words == f"Try it: {label} to {points}"
    assert any(
        f"importance of {label} from" in line and f"to {points}, all" in line for line in said.sentences
    )
    after = evaluated(case, base.with_importance(criterion, float(points)))
    challenger = before.alternatives[said.change.challenger].id
    assert [after.alternatives[i].id for i in after.leaders] == [challenger]
    # The same session sees what followed, and goes back by the button that it finds there.
    shown = buttons((before, said.change), (after, None), (before, said.change))
    assert shown[0] == shown[2] == [offer]
    ((back, was, words),) = shown[1]
    assert words.startswith(f"Take it back: {label} to ")
    assert after.scenario.with_importance(back, float(was)) == base


def test_what_was_moved_otherwise_is_not_offered_to_be_taken_back(case: Problem) -> None:
    before = evaluated(case, case.base_scenario())
    change = robustness_of(before).change
    assert change is not None
    elsewhere = evaluated(case, case.base_scenario().with_importance(change.criterion, change.then + 1))
    other_method = evaluated(
        case, case.base_scenario().with_method("wsm").with_importance(change.criterion, change.then)
    )
    shown = buttons((before, change), (elsewhere, None), (before, change), (other_method, None))
    assert shown[1] == shown[3] == []


def test_where_nothing_is_offered_there_is_no_button() -> None:
    evaluation = evaluated(PROBLEM, PROBLEM.base_scenario())
    assert buttons((evaluation, None)) == [[]]
