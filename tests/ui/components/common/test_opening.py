"""The pages that look at one ranking begin alike: menus, headline with its link, or why there is no ranking."""

from __future__ import annotations

from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

import criteria
from criteria.explain.lead import lead_sentence
from criteria.model.problem import Problem


def opened(page: str, **query: str) -> AppTest:
    app = AppTest.from_string(f"from criteria.ui.pages import {page}\n{page}.page()", default_timeout=120)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def shown(page: AppTest) -> str:
    return unescape("\n".join(element.proto.body for element in page.get("html")))


@pytest.mark.parametrize("name", ["evidence", "robustness"])
def test_both_pages_have_the_menus_and_the_engines_headline(name: str, aircraft: Problem) -> None:
    page = opened(name, problem="fighter-aircraft", method="wsm")
    assert not page.exception
    assert [box.label for box in page.sidebar.selectbox][:1] == ["Problem"]
    assert "Method" in [box.label for box in page.sidebar.selectbox]
    assert ("Draws" in [box.label for box in page.sidebar.selectbox]) is (name == "robustness")
    evaluation = criteria.evaluate(aircraft, aircraft.base_scenario().with_method("wsm"), methods=())
    assert lead_sentence(evaluation) in shown(page)


@pytest.mark.parametrize("name", ["evidence", "robustness"])
def test_nobody_left_is_said_in_place_of_a_headline(name: str, aircraft: Problem) -> None:
    page = opened(name, problem="fighter-aircraft", out=",".join(a.id for a in aircraft.alternatives))
    assert not page.exception
    assert "No candidate is left to rank" in shown(page)
    assert "c-verdict" not in shown(page)


@pytest.mark.slow
def test_a_method_that_is_asked_to_compute_has_its_shares_in_the_headline_of_every_page() -> None:
    page = opened("robustness", problem="fighter-aircraft", method="electre_iii")
    assert "has not been tested" in shown(page)
    (asked,) = (toggle for toggle in page.toggle if "one draw at a time" in toggle.label)
    asked.set_value(True).run()
    assert not page.exception
    assert "is unbeaten in" in shown(page)
    assert "has not been tested" not in shown(page)
    assert "is unbeaten in" in shown(opened("evidence", problem="fighter-aircraft", method="electre_iii"))
