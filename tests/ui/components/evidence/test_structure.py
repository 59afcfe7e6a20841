"""The page for candidates, criteria and must-haves: the effect is told first, then done, undone and done again."""

from __future__ import annotations

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
    assert "must-have set: " in session.problem.notes[-1]
    press(page, "Undo the last correction")
    assert page.session_state["criteria-session"].problem.gates == suppliers.gates
    press(page, "Redo the correction")
    assert len(page.session_state["criteria-session"].problem.gates) == len(suppliers.gates) + 1
