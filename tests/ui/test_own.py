"""Problems of one's own: what a link carries, and what it brings elsewhere."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from streamlit.testing.v1 import AppTest

import criteria
from criteria.files.document import short_problem_document
from criteria.links.scenario import TABLE_ROOM, WHOLE_ROOM
from criteria.links.small_table import packed
from criteria.model.problem import Problem
from criteria.ui.own import address, table_of
from criteria.ui.session import Own, Session


def own_problem(candidates: int = 4) -> Problem:
    lines = "".join(f"V{i},{i * 7 % 11},{i * 5 % 13}\n" for i in range(candidates))
    problem = criteria.read_table(
        f"Vendor,Price,Care\ndirection,min,max\n{lines}".encode(), name="offers"
    ).problem
    assert problem is not None
    return problem


def opened(**query: str | list[str]) -> AppTest:
    def page() -> None:
        import streamlit as st
        from by_hand import PROBLEM

        from criteria.ui import address, own, session

        problem, scenario = address.open_scenario({PROBLEM.id: PROBLEM}, PROBLEM.id, "one")
        session.keep(problem, scenario)
        address.write_address()
        st.session_state["offered"] = list(own.offered({PROBLEM.id: PROBLEM}))

    shown = AppTest.from_function(page, default_timeout=30)
    for name, value in query.items():
        shown.query_params[name] = value
    return shown.run()


def session(page: AppTest) -> Session:
    return page.session_state["criteria-session"]


def test_a_link_brings_the_whole_problem_and_the_scenario() -> None:
    problem = own_problem()
    page = opened(
        problem="offers",
        table=packed(short_problem_document(problem)),
        w="price:70",
        data=problem.fingerprint,
    )
    assert session(page).problem == problem
    assert session(page).scenario.importance("price") == 70
    assert session(page).notes == []
    assert page.session_state["offered"] == ["trees", "offers"]


def test_a_table_is_told_from_a_problem_of_the_same_name() -> None:
    page = opened(problem="trees", table=packed(short_problem_document(replace(own_problem(), id="trees"))))
    assert session(page).problem.id == "trees-2"
    assert session(page).notes == []
    assert page.session_state["offered"] == ["trees", "trees-2"]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("nonsense", "not whole"),
        ("1.00000000.abc", "not whole"),
        ("9.00000000.abc", "newer version"),
        ("x" * 9_000, "longer"),
    ],
)
def test_an_unreadable_table_is_a_note_and_applies_nothing_to_another_problem(table: str, said: str) -> None:
    page = opened(problem="trees", table=table, w="price:70", out="ash")
    mine = session(page)
    assert said in mine.notes[0]
    assert mine.scenario == mine.problem.base_scenario()
    assert mine.own == {}


def test_a_table_that_is_no_problem_is_a_note() -> None:
    page = opened(table=packed('{"format": "criteria-problem", "version": 1}'))
    assert "cannot be used" in session(page).notes[0]


def test_a_problem_too_large_for_a_link_has_none() -> None:
    assert table_of(own_problem())
    assert not table_of(own_problem(2_000))


def test_the_whole_address_stays_within_its_room() -> None:
    problem = own_problem(300)
    mine = Session(own={problem.id: Own(problem, table_of(problem))})
    assert 0 < len(mine.own[problem.id].table) <= TABLE_ROOM
    link = address(mine, problem, problem.base_scenario().with_importance("price", 70))
    assert len(link) <= WHOLE_ROOM
    assert "w=price:70" in link
    assert link.index("w=") < link.index("table=")
    # A problem whose data moved on is not the one that the table carries.
    assert "table=" not in address(
        Session(own={"offers": Own(own_problem(), "1.x.y")}), problem, problem.base_scenario()
    )
    assert urlencode({"table": mine.own[problem.id].table}) in link
