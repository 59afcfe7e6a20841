"""What the present ranks are compared with, and that both sides are the engine's."""

from __future__ import annotations

import pytest
from by_hand import BASE, PROBLEM
from streamlit.testing.v1 import AppTest

from criteria.model.evidence import Performance
from criteria.model.problem import Problem
from criteria.ranking.catalogue import METHODS
from criteria.ui import saved
from criteria.ui import session as tab
from criteria.ui.components.shortlist.before_now import BASE as FIRST
from criteria.ui.components.shortlist.before_now import METHOD, PROFILE, SAVED, before_of, offered
from criteria.ui.saved_sealing import begin


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}")


def keep(scenario, name: str = "Board", problem: Problem = PROBLEM) -> str:
    return saved.save_new(problem, scenario, owner="0" * 48, name=name, note="", author="", own=True).token


def page(chosen: str) -> None:
    import streamlit as st
    from by_hand import BASE, PROBLEM

    from criteria.ranking.evaluate import evaluate
    from criteria.ui import session, widgets
    from criteria.ui.components.shortlist.before_now import before_and_now, choose_before

    scenario = BASE.with_importance("price", 90)
    session.keep(PROBLEM, scenario)
    widgets.set_widget_value("before", chosen)
    menu = choose_before(PROBLEM)
    st.html(before_and_now(evaluate(PROBLEM, scenario, methods=()), menu))


def test_base_case_stakeholders_and_methods_are_offered() -> None:
    keys = list(offered(PROBLEM))
    assert keys[0] == FIRST
    assert [key for key in keys if key.startswith(PROFILE)] == [PROFILE + one.id for one in PROBLEM.profiles]
    assert {key.removeprefix(METHOD) for key in keys if key.startswith(METHOD)} < set(METHODS)


def test_what_is_not_compared_stays_as_it_is_now() -> None:
    now = BASE.with_method("wsm").with_blanks("worst").with_importance("price", 90)
    assert before_of(PROBLEM, now, FIRST) == PROBLEM.base_scenario()
    other = before_of(PROBLEM, now, METHOD + "topsis")
    assert (other.method, other.importances, other.blanks) == ("topsis", now.importances, "worst")
    assert before_of(PROBLEM, now, METHOD + now.method) == now
    theirs = before_of(PROBLEM, now, PROFILE + PROBLEM.profiles[-1].id)
    assert (theirs.method, theirs.blanks, theirs.profile) == ("wsm", "worst", PROBLEM.profiles[-1].id)
    assert theirs.importances == PROBLEM.base_scenario(PROBLEM.profiles[-1].id).importances


@pytest.mark.parametrize("chosen", [FIRST, PROFILE + "engineers", METHOD + "topsis"])
def test_the_slopes_have_the_ranks_of_both(chosen: str) -> None:
    drawn = AppTest.from_function(page, default_timeout=60, args=(chosen,)).run()
    assert not drawn.exception
    shown = "".join(element.proto.body for element in drawn.get("html"))
    right = shown.split('<ol class="right">')[1]
    # With 90 points for the price Cedar is first, see by_hand.
    assert right.index("Cedar") < right.index("Birch") < right.index("Ash")
    if chosen == FIRST:
        left = shown.split('<ol class="left">')[1].split("</ol>")[0]
        assert left.index("Ash") < left.index("Birch") < left.index("Cedar")


def compared(chosen: str) -> str:
    drawn = AppTest.from_function(page, default_timeout=60, args=(chosen,))
    drawn.session_state["criteria-session"] = tab.Session(owner="0" * 48)
    drawn.run()
    assert not drawn.exception
    assert [menu.value for menu in drawn.selectbox] == [chosen]
    return "".join(element.proto.body for element in drawn.get("html"))


def test_a_saved_scenario_stands_beside_now_under_its_name() -> None:
    # Quality 10 and speed 90: Birch 0.78, Cedar 0.775, Ash 0.71; in the base case Ash is first, and now Cedar.
    token = keep(BASE.with_importances({"quality": 10, "speed": 90, "price": 0}), "Board <1>")
    shown = compared(SAVED + token)
    assert "Saved: Board &lt;1&gt;" in shown
    left = shown.split('<ol class="left">')[1].split("</ol>")[0]
    assert left.index("Birch") < left.index("Cedar") < left.index("Ash")


def test_a_scenario_of_other_data_says_so_and_is_not_compared() -> None:
    other = PROBLEM.with_performance("ash", "price", Performance(likely=1))
    shown = compared(SAVED + keep(BASE, problem=other))
    assert "was saved for other data" in shown
    assert '<ol class="left">' not in shown


def test_a_scenario_that_is_being_sealed_says_so_and_is_not_compared() -> None:
    token = keep(BASE)
    begin(token, author="")
    shown = compared(SAVED + token)
    assert "is being sealed" in shown
    assert '<ol class="left">' not in shown
