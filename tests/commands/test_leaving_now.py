"""What leaves by the command line has the page's words, today's day and a link that the command line takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

from by_hand import BASE, PROBLEM, evaluated

from criteria.commands.leaving_now import leaving_now, link_to
from criteria.commands.scenario_options import _query_of
from criteria.explain.verdict import verdict
from criteria.files.document import problem_from_document
from criteria.links.scenario import scenario_from_query
from criteria.links.small_table import unpacked
from criteria.model.problem import Problem
from criteria.robustness.evaluated.summary import live_robustness


def test_the_face_has_the_verdict_the_day_and_a_link_back() -> None:
    evaluation = evaluated(BASE.with_importance("price", 90))
    found = leaving_now(evaluation, "1")
    assert found.face.headline == verdict(evaluation, live_robustness(evaluation)).headline
    assert found.face.day == date.today().isoformat()
    back, notes = scenario_from_query(evaluation.problem, _query_of(found.face.link))
    assert (back, notes) == (evaluation.scenario, [])
    assert leaving_now(evaluation, "1", base="https://x.org/").face.link == "https://x.org/" + found.face.link


def test_a_link_carries_a_problem_that_the_app_does_not_offer(case: Problem) -> None:
    scenario = BASE.with_importance("price", 30)
    query = parse_qs(urlsplit(link_to(PROBLEM, scenario, "https://example.org/")).query)
    assert problem_from_document(unpacked(query["table"][0])) == PROBLEM
    assert scenario_from_query(PROBLEM, {k: v for k, v in query.items() if k != "table"}) == (scenario, [])
    assert "table" not in link_to(case, case.base_scenario())
    changed = replace(case, title="Another")  # has the identifier of a bundled one, and is another one
    assert "table" not in link_to(changed, changed.base_scenario())  # too large for a link
