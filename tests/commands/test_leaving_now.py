"""What leaves by the command line has the page's words, today's day and a link that the command line takes."""

from __future__ import annotations

from datetime import date

from by_hand import BASE, evaluated

from criteria.commands.leaving_now import leaving_now
from criteria.commands.scenario_options import _query_of
from criteria.explain.verdict import verdict
from criteria.links.scenario import scenario_from_query
from criteria.robustness.evaluated.summary import live_robustness


def test_the_face_has_the_verdict_the_day_and_a_link_back() -> None:
    evaluation = evaluated(BASE.with_importance("price", 90))
    found = leaving_now(evaluation, "1")
    assert found.face.headline == verdict(evaluation, live_robustness(evaluation)).headline
    assert found.face.day == date.today().isoformat()
    back, notes = scenario_from_query(evaluation.problem, _query_of(found.face.link))
    assert (back, notes) == (evaluation.scenario, [])
    assert leaving_now(evaluation, "1", base="https://x.org/").face.link == "https://x.org/" + found.face.link
