"""What leaves from a page is the scenario of the moment, with the page's own figures and an address that opens it."""

from __future__ import annotations

from by_hand import BASE, PROBLEM

from criteria.ui import compute
from criteria.ui.leaving import leaving_now
from criteria.ui.session import Session


def test_the_figures_are_the_pages_and_the_link_is_whole() -> None:
    scenario = BASE.with_importance("price", 90)
    found = leaving_now(Session(PROBLEM, scenario, base="https://example.org/"), name="Board")
    assert found.evaluation is compute.evaluated_by_all(PROBLEM, scenario)
    assert found.robustness is compute.robust(PROBLEM, scenario)
    assert found.face.link.startswith("https://example.org/?v=1&problem=trees&")
    assert found.face.scenario == "Board"
