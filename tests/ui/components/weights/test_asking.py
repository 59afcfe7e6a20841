"""The forms in which people are asked: one for each way, and no answer without its button."""

from __future__ import annotations

from by_hand import PROBLEM
from streamlit.testing.v1 import AppTest

from criteria.model.judgements import Answers, Judgement
from criteria.model.problem import Problem
from criteria.ui.components.weights.asking import _FORMS, node_label
from criteria.weighting.catalogue import ELICITATIONS


def drawn(problem: Problem, answers: Answers) -> AppTest:
    """Return the form of these answers' way, drawn alone."""

    def script() -> None:
        import streamlit as st

        from criteria.model.judgements import Member
        from criteria.ui.components.weights.asking import ask

        state = st.session_state
        state["after"] = ask(state["problem"], Member("ann", "Ann"), state["answers"].node, state["answers"])

    page = AppTest.from_function(script, default_timeout=60)
    page.session_state["problem"], page.session_state["answers"] = problem, answers
    page.run()
    assert not page.exception, page.exception
    return page


def test_every_way_of_the_catalogue_has_its_form() -> None:
    assert set(_FORMS) == set(ELICITATIONS)


def test_a_form_that_was_only_looked_at_changes_no_answer() -> None:
    for way in ELICITATIONS:
        answers = Answers("", way)
        assert drawn(PROBLEM, answers).session_state["after"] == answers, way


def test_best_and_worst_ask_for_each_other_criterion_and_show_a_ratio_off_the_scale() -> None:
    """Of three criteria one is best and one worst: the middle one is compared with both, the two with each other once."""
    said = (
        Judgement("best", "quality", "", 1),
        Judgement("worst", "price", "", 1),
        Judgement("best-to", "speed", "", 2.5),
    )
    groups = drawn(PROBLEM, Answers("", "best_worst", said)).get("button_group")
    asked = {
        group.label: [option.content.replace("\u2060", "") for option in group.proto.options]  # escaped
        for group in groups
    }
    assert list(asked) == [
        "Quality is … times as important as Speed",
        "Quality is … times as important as Price",
        "Speed is … times as important as Price",
    ]
    assert len(groups) == 3
    whole = [str(level) for level in range(1, 10)]
    assert asked["Quality is … times as important as Speed"] == [*whole[:2], "2.5", *whole[2:]]
    assert asked["Speed is … times as important as Price"] == whole


def test_nothing_more_is_asked_until_best_and_worst_are_two() -> None:
    same = (Judgement("best", "quality", "", 1), Judgement("worst", "quality", "", 1))
    for said in ((), same[:1], same):
        page = drawn(PROBLEM, Answers("", "best_worst", said))
        assert len(page.selectbox) == 2
        assert not page.get("button_group")


def test_the_top_is_called_by_what_stands_under_it(case: Problem) -> None:
    assert node_label(PROBLEM, "") == "Between the criteria"
    assert node_label(case, "") == "Between the groups"
    assert node_label(case, case.groups[0].id) == case.groups[0].label
