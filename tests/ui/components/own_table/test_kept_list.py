"""What this browser keeps is listed to it alone, opened, deleted, and put back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import PROBLEM
from streamlit.testing.v1 import AppTest

from criteria.ui import kept

MINE, OTHERS = "a" * 48, "b" * 48


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}")


def drawn() -> None:
    import streamlit as st
    from by_hand import PROBLEM

    from criteria.ui import presses, session
    from criteria.ui.components.own_table.kept_list import kept_list

    session.session().owner = "a" * 48
    present = presses.do_noted({PROBLEM.id: PROBLEM}, PROBLEM, PROBLEM.base_scenario())
    st.session_state["opened"] = present[0]
    kept_list()


def press(page: AppTest, label: str) -> AppTest:
    page = next(button for button in page.button if button.label == label).click().run()
    assert not page.exception
    return page


def kept_two() -> None:
    for title, owner in (("Mine", MINE), ("Theirs", OTHERS)):
        kept.keep(replace(PROBLEM, id="suppliers", title=title), owner)


def test_nothing_is_drawn_where_nothing_is_kept() -> None:
    page = AppTest.from_function(drawn, default_timeout=60).run()
    assert not page.exception
    assert not page.selectbox


def test_ones_own_is_listed_and_opened_and_nobody_elses() -> None:
    kept_two()
    page = AppTest.from_function(drawn, default_timeout=60).run()
    assert page.selectbox[0].options == ["Mine"]
    opened = press(page, "Open").session_state["opened"]
    assert (opened.title, opened.performances) == ("Mine", PROBLEM.performances)


def test_what_is_deleted_can_be_put_back() -> None:
    kept_two()
    page = press(AppTest.from_function(drawn, default_timeout=60).run(), "Delete")
    assert not page.selectbox
    assert kept.mine(MINE) == ()
    page = press(page, "Undo deleting")
    assert page.selectbox[0].options == ["Mine"]
    assert [one.name for one in kept.mine(OTHERS)] == ["Theirs"]


def test_a_search_reads_names_in_any_case() -> None:
    kept_two()
    assert [one.name for one in kept.mine(MINE, "mIn")] == ["Mine"]
    assert kept.mine(MINE, "theirs") == kept.mine("") == ()
