"""The address: what was noted about a link stays while people look around, and goes when they act."""

from __future__ import annotations

from by_hand import PROBLEM
from streamlit.testing.v1 import AppTest

BASE = PROBLEM.base_scenario()


def page() -> None:
    import streamlit as st
    from by_hand import PROBLEM

    from criteria.ui import address, session

    problem, scenario = address.open_scenario(
        {PROBLEM.id: PROBLEM}, PROBLEM.id, st.session_state.get("page", "one")
    )
    points = st.number_input("points", value=None, on_change=session.act)
    if points is not None:
        scenario = scenario.with_importance("price", points)
    session.keep(problem, scenario)
    address.write_address()
    session.act_is_done()
    st.session_state["noted"] = list(session.session().notes)
    st.session_state["scenario"] = scenario
    st.session_state["revision"] = session.session().revision


def opened(**query: str) -> AppTest:
    shown = AppTest.from_function(page, default_timeout=30)
    for name, value in query.items():
        shown.query_params[name] = value
    return shown.run()


def test_the_notes_of_a_link_stay_on_another_page() -> None:
    shown = opened(method="nonsense", w="price:35")
    noted = shown.session_state["noted"]
    assert len(noted) == 1
    assert "nonsense" in noted[0]
    # Another page from the menu comes with an empty address.
    shown.query_params.clear()
    shown.session_state["page"] = "two"
    shown.run()
    assert shown.session_state["noted"] == noted
    assert shown.session_state["scenario"].importance("price") == 35
    assert shown.query_params["w"] in ("price:35", ["price:35"])
    assert "method" not in shown.query_params


def gone_to(shown: AppTest, page: str, **query: str) -> AppTest:
    """Return the page at another place of the browser's history, or opened from the menu, which comes with an empty address."""
    shown.query_params.clear()
    for name, value in query.items():
        shown.query_params[name] = value
    shown.session_state["page"] = page
    return shown.run()


def points(shown: AppTest) -> float:
    return shown.session_state["scenario"].importance("price")


def test_back_to_a_page_as_the_menu_opened_it_keeps_the_scenario_and_goes_on_from_there() -> None:
    shown = opened()
    begun = points(shown)
    moved = {"w": "price:35"}
    assert points(gone_to(shown, "one", **moved)) == 35
    written = {k: v[-1] if isinstance(v, list) else v for k, v in gone_to(shown, "two").query_params.items()}
    assert written["w"] == "price:35"
    shown = gone_to(shown, "two")  # Back: the empty address with which the menu opened the page
    assert points(shown) == 35
    assert not dict(shown.query_params)  # not written, or Back would never leave this page
    shown = gone_to(shown, "one", **moved)
    assert points(shown) == 35
    assert points(gone_to(shown, "one")) == begun  # and as the first address had it


def test_the_first_address_is_the_base_case_though_the_menu_came_back_to_its_page() -> None:
    shown = gone_to(opened(), "one", w="price:35")
    for page in ("two", "one"):
        shown = gone_to(shown, page)
    written = {k: v[-1] if isinstance(v, list) else v for k, v in shown.query_params.items()}
    for page, query, there in (
        ("one", {}, 35),
        ("two", written, 35),
        ("two", {}, 35),
        ("one", {"w": "price:35"}, 35),
        ("one", {}, BASE.importance("price")),
    ):
        shown = gone_to(shown, page, **query)
        assert points(shown) == there


def test_the_notes_go_with_the_next_act() -> None:
    shown = opened(method="nonsense")
    shown.number_input[0].set_value(40).run()
    assert shown.session_state["noted"] == []
    assert shown.query_params["w"] in ("price:40", ["price:40"])


def test_an_address_that_was_not_written_is_adopted_with_new_widgets() -> None:
    shown = opened()
    before = shown.session_state["revision"]
    shown.query_params["w"] = "price:55"
    shown.run()
    assert shown.session_state["scenario"] == BASE.with_importance("price", 55)
    assert shown.session_state["revision"] > before


def test_an_unknown_problem_is_named() -> None:
    (note,) = opened(problem="elsewhere").session_state["noted"]
    assert note == (
        "The link asks for the problem 'elsewhere', which is not here; nothing of the link was applied. "
        f"This is {PROBLEM.title}."
    )


def test_nothing_of_a_link_to_a_problem_that_is_gone_is_applied() -> None:
    shown = opened(problem="elsewhere", w="price:55", method="wsm")
    assert shown.session_state["scenario"] == BASE
    assert len(shown.session_state["noted"]) == 1


def test_an_adopted_address_that_says_the_same_is_not_written_again() -> None:
    shown = opened(w="price:20")
    assert shown.query_params["w"] in ("price:20", ["price:20"])
