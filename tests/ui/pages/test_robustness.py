"""The robustness page, driven without a browser."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import criteria
from criteria.explain.verdict import verdict
from criteria.model.problem import Problem
from criteria.robustness.evaluated.summary import robustness_of

PAGE = str(Path(__file__).parents[1] / "robustness_alone.py")


def opened(**query: str) -> AppTest:
    page = AppTest.from_file(PAGE, default_timeout=120)
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


def shown(page: AppTest) -> str:
    """Return all HTML that the page drew."""
    return "\n".join(element.proto.body for element in page.get("html"))


def look_at(page: AppTest, view: str) -> AppTest:
    chosen = next(
        group
        for group in page.get("button_group")
        if "map" in group.options or "Decision map" in group.options
    )
    return chosen.set_value(view).run()


def test_the_headline_is_that_of_the_engine(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    said = verdict(evaluation, robustness_of(evaluation))
    page = opened()
    assert not page.exception
    text = html.unescape(shown(page))
    assert said.headline in text
    for sentence in said.sentences:
        assert sentence in text


@pytest.mark.slow
@pytest.mark.parametrize("view", ["weights", "first", "map", "methods", "evidence"])
@pytest.mark.parametrize("problem", ["automotive-cloud", "fighter-aircraft", "telematics-suppliers"])
def test_every_view_of_every_problem_answers_its_questions(problem: str, view: str) -> None:
    page = look_at(opened(problem=problem), view)
    assert not page.exception
    assert "c-head" in shown(page)
    # The aircraft come without ranges and in a flat list: there is nothing to check next, and that is said.
    if (problem, view) == ("fighter-aircraft", "evidence"):
        assert "Nothing comes with a range" in shown(page)
    else:
        assert "c-answer" in shown(page)


@pytest.mark.slow
def test_the_settings_of_a_link_are_used_and_kept(case: Problem) -> None:
    page = opened(sure="spread:0.4,draws:1000,seed:7,evidence:pert,together:yes")
    assert not page.exception
    assert "±40%" in shown(page)
    scenario = page.session_state["criteria-session"].scenario
    assert (scenario.uncertainty.spread, scenario.uncertainty.seed) == (0.4, 7)
    assert scenario.uncertainty.shared


def test_a_setting_moved_goes_into_the_address() -> None:
    page = opened()
    page.slider[0].set_value(50).run()
    assert page.query_params["sure"] in (["spread:0.5"], "spread:0.5")
    assert "±50%" in shown(page)


def test_one_candidate_left_ends_in_a_sentence(case: Problem) -> None:
    page = opened(out=",".join(a.id for a in case.alternatives if a.id != "aws"))
    assert not page.exception
    assert "nothing to compare" in shown(page)


def test_nobody_left_ends_in_a_sentence(case: Problem) -> None:
    page = opened(out=",".join(a.id for a in case.alternatives))
    assert not page.exception
    assert "No candidate is left" in shown(page)


def test_a_method_of_the_library_asks_before_it_computes() -> None:
    page = opened(method="electre_ii", problem="fighter-aircraft")
    assert not page.exception
    assert "c-answer" not in shown(page)
    assert any("one draw at a time" in toggle.label for toggle in page.toggle)
