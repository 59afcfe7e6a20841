"""What is taken away is the scenario of the moment, or the sentence that says why there is nothing."""

from __future__ import annotations

from by_hand import BASE, PROBLEM

from criteria.files.record import Decision, reopened
from criteria.reports.pack import FILES
from criteria.ui.components.scenarios.take_away import content
from criteria.ui.session import Session


def test_the_file_is_made_of_the_scenario_of_the_moment() -> None:
    session = Session(PROBLEM, BASE.with_importance("price", 90), base="https://example.org/scenarios")
    made = content(
        session, "Board", lambda leaving: FILES["record"].make(leaving, Decision(deciders="the board"))
    )
    found = reopened("r.zip", made)
    assert (found.scenario, found.name, found.decision.deciders) == (session.scenario, "Board", "the board")


def test_where_nothing_is_ranked_the_file_says_why() -> None:
    nobody = BASE
    for alternative in PROBLEM.alternatives:
        nobody = nobody.with_set_aside(alternative.id)
    assert b"No candidate is left to rank" in content(Session(PROBLEM, nobody), "", lambda leaving: b"")
