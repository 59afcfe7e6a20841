"""What is taken away is the scenario of the moment, or the sentence that says why there is nothing."""

from __future__ import annotations

import pytest
from by_hand import BASE, PROBLEM
from scenarios_page import opened, session

from criteria.files.record import reopened
from criteria.model.problem import Problem
from criteria.reports.pack import FILES
from criteria.ui.components.scenarios.take_away import content, decision_now
from criteria.ui.session import Session


def test_the_file_is_made_of_the_scenario_of_the_moment() -> None:
    session = Session(PROBLEM, BASE.with_importance("price", 90), base="https://example.org/scenarios")
    session.decisions[PROBLEM.id] = {"deciders": "the board"}
    made = content(session, "Board", FILES["record"].make)
    found = reopened("r.zip", made)
    assert (found.scenario, found.name, found.decision.deciders) == (session.scenario, "Board", "the board")


def test_where_nothing_is_ranked_the_file_says_why() -> None:
    nobody = BASE
    for alternative in PROBLEM.alternatives:
        nobody = nobody.with_set_aside(alternative.id)
    assert b"No candidate is left to rank" in content(
        Session(PROBLEM, nobody), "", lambda leaving, decision: b""
    )


def test_nobody_is_chosen_by_the_page_when_another_candidate_takes_the_lead(
    suppliers: Problem, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}")
    page = opened(problem=suppliers.id)
    menu = next(m for m in page.selectbox if m.label == "Chosen candidate")
    assert menu.value == ""
    assert decision_now(session(page), suppliers.id).chosen == ""
    menu.set_value(suppliers.alternatives[2].id)
    next(f for f in page.text_input if f.label == "Who decides").set_value("the board")
    page.run()
    assert not page.exception
    said = decision_now(session(page), suppliers.id)
    assert (said.chosen, said.deciders) == (suppliers.alternatives[2].id, "the board")
    # Whoever goes to another page and comes back finds what was said.
    session(page).revision += 1  # every field is drawn anew
    page.run()
    assert next(f for f in page.text_input if f.label == "Who decides").value == "the board"
    assert next(m for m in page.selectbox if m.label == "Chosen candidate").value == said.chosen
