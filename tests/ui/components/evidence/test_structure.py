"""The page for candidates, criteria and must-haves: the effect is told first, then done, undone and done again."""

from __future__ import annotations

import html
import re

import pytest
from streamlit.testing.v1 import AppTest

from criteria.model.problem import Problem


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}")


def drawn() -> None:
    import streamlit as st

    from criteria.ui import compute, session
    from criteria.ui.components.evidence.history import history
    from criteria.ui.components.evidence.structure import structure

    if session.session().problem is None:
        problem = compute.problems()["telematics-suppliers"]
        session.keep(problem, problem.base_scenario())
    problem, scenario = session.present()
    st.write(problem.title)
    structure(problem, scenario, frozenset(compute.problems()))
    history(problem, scenario)


def shown(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def press(page: AppTest, title: str) -> AppTest:
    return [b for b in page.button if b.label.replace("\u2060", "") == title][-1].click().run()


def test_a_must_have_tells_its_effect_before_it_is_set_and_can_be_undone_and_redone(
    suppliers: Problem,
) -> None:
    page = AppTest.from_function(drawn, default_timeout=90).run()
    next(m for m in page.selectbox if m.label == "What").set_value("set-gate").run()
    assert "Nothing is changed yet." in shown(page)
    next(n for n in page.number_input if n.label == "Value").set_value(99.0).run()
    assert "The order" in shown(page)
    session = page.session_state["criteria-session"]
    assert session.problem.gates == suppliers.gates  # not before the button
    press(page, "Set a must-have")
    assert not page.exception
    session = page.session_state["criteria-session"]
    assert len(session.problem.gates) == len(suppliers.gates) + 1
    words = f"Corrected: must-have set: {suppliers.leaves[0].label} must be at least 99"
    assert session.problem.notes[-1].startswith(words)
    assert told_in(page) == ([words], [])
    press(page, "Undo the last correction")
    assert page.session_state["criteria-session"].problem.gates == suppliers.gates
    assert told_in(page) == ([], [words])
    press(page, "Redo the correction")
    assert len(page.session_state["criteria-session"].problem.gates) == len(suppliers.gates) + 1
    assert told_in(page) == ([words], [])


def told_in(page: AppTest) -> tuple[list[str], list[str]]:
    """Return what the history says was corrected, and what it says was undone, each up to unit and reason."""
    text = html.unescape(shown(page))
    undone = re.findall(r"Undone: (Corrected: .*?)(?: \S+)?\. Reason", text)
    done = re.findall(r"(?<!Undone: )(Corrected: .*?)(?: \S+)?\. Reason", text)
    return done, undone


@pytest.mark.parametrize(
    ("act", "title", "fields", "words"),
    [
        ("rename-candidate", "Rename a candidate", {"Name": "Nova Ltd"}, "{candidate} renamed Nova Ltd"),
        ("remove-candidate", "Remove a candidate", {}, "candidate {candidate} removed"),
        ("change-criterion", "Change a criterion", {"Name": "Outlay"}, "name of {criterion} changed"),
        (
            "change-criterion",
            "Change a criterion",
            {"Indifference": 0.5},
            "thresholds of {criterion} changed",
        ),
        ("remove-criterion", "Remove a criterion", {}, "criterion {criterion} removed"),
    ],
    ids=["rename", "remove", "criterion renamed", "thresholds", "criterion removed"],
)
def test_each_act_is_in_the_history_in_words_and_can_be_undone_and_redone(
    act: str, title: str, fields: dict[str, object], words: str, suppliers: Problem
) -> None:
    page = AppTest.from_function(drawn, default_timeout=90).run()
    next(m for m in page.selectbox if m.label == "What").set_value(act).run()
    for label, value in fields.items():
        widgets = page.number_input if isinstance(value, float) else page.text_input
        next(w for w in widgets if w.label == label).set_value(value).run()
    next(w for w in page.text_input if w.label == "Reason of the correction").set_value("agreed in May").run()
    press(page, title)
    assert not page.exception
    said = words.format(candidate=suppliers.alternatives[0].label, criterion=suppliers.leaves[0].label)
    changed = page.session_state["criteria-session"].problem
    assert changed.alternatives != suppliers.alternatives or changed.criteria != suppliers.criteria
    assert said in shown(page)
    assert "agreed in May" in shown(page)
    press(page, "Undo the last correction")
    before = page.session_state["criteria-session"].problem
    assert (before.alternatives, before.criteria) == (suppliers.alternatives, suppliers.criteria)
    assert "Undone: " in shown(page)
    press(page, "Redo the correction")
    after = page.session_state["criteria-session"].problem
    assert (after.alternatives, after.criteria, after.performances) == (
        changed.alternatives,
        changed.criteria,
        changed.performances,
    )


def test_an_anchor_is_changed_undone_and_done_again(suppliers: Problem) -> None:
    leaf = next(leaf for leaf in suppliers.leaves if leaf.scale is not None)
    assert leaf.scale is not None
    page = AppTest.from_function(drawn, default_timeout=90).run()
    next(m for m in page.selectbox if m.label == "What").set_value("change-criterion").run()
    next(m for m in page.selectbox if m.label == "Criterion").set_value(leaf.id).run()
    page.text_area[0].set_value(f"{leaf.scale.high:g} = the best there is").run()
    press(page, "Change a criterion")
    words = f"anchors of {leaf.label} changed"
    assert f"Corrected: {words}" in shown(page)
    assert "Undone: " not in shown(page)

    def anchors() -> tuple[tuple[float, str], ...]:
        found = page.session_state["criteria-session"].problem.criterion(leaf.id).scale
        return found.anchors  # type: ignore[no-any-return]

    assert anchors() == ((leaf.scale.high, "the best there is"),)
    press(page, "Undo the last correction")
    assert anchors() == leaf.scale.anchors
    assert f"Undone: Corrected: {words}" in shown(page)
    press(page, "Redo the correction")
    assert anchors() == ((leaf.scale.high, "the best there is"),)
    assert f"Corrected: {words}" in shown(page)
    assert "Undone: " not in shown(page)
