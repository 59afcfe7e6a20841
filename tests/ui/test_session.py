"""The session: what components said, and where somebody is in a series of questions."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from criteria.ui import session, widgets


@pytest.mark.parametrize("name", ["menu", "slider"])
def test_keys_are_new_after_an_address(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = session.Session()
    monkeypatch.setattr(session, "session", lambda: mine)
    first = widgets.key(name)
    session.widgets_replaced()
    assert widgets.key(name) != first
    assert widgets.key(name).startswith(name)


def test_what_a_component_said_is_heard_once(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = session.Session()
    monkeypatch.setattr(session, "session", lambda: mine)
    session.say("use", "me")
    assert (session.heard("use"), session.heard("use")) == ("me", None)
    session.set_place("pair", 3)
    assert (session.place("pair"), session.place("other")) == (3, None)
    session.panel_moved(1, committed=False, played=False)
    assert not mine.committed


def test_only_the_run_of_a_new_move_leaves_the_bars_to_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = session.Session()
    monkeypatch.setattr(session, "session", lambda: mine)
    session.panel_moved(1, committed=True, played=True)
    assert mine.played
    # A menu was used: the panel still holds the move that it sent before.
    session.panel_moved(1, committed=True, played=True)
    assert not mine.played
    session.panel_moved(2, committed=True, played=False)
    assert not mine.played
    for count, played, shown in ((3, True, True), (3, True, False), (4, False, False)):
        session.panel_moved(count, committed=True, played=played, headed=True)
        assert mine.headed is shown


def test_nothing_in_a_callback_ends_a_run() -> None:
    # Streamlit ends a run for a newer act where the run reads or writes its state; a callback would then never do what it is for.
    def drawn() -> None:
        import streamlit as st
        from streamlit.runtime.scriptrunner import get_script_run_ctx

        from criteria.ui import session, widgets

        session.session()
        context = get_script_run_ctx()
        assert context is not None
        ended: list[str] = []
        object.__setattr__(context.session_state, "_yield_callback", lambda: ended.append("here"))
        with session.unbroken():
            session.act()
            session.say("a", widgets.widget_now("b"))
            session.importances_replaced()
            widgets.note_widget_value("c", 1)
        inside = list(ended)
        session.session()
        object.__setattr__(context.session_state, "_yield_callback", lambda: None)
        st.session_state["found"] = (inside, bool(ended), session.session().heard, session.session().to_set)

    page = AppTest.from_function(drawn).run()
    assert not page.exception
    assert page.session_state["found"] == ([], True, {"a": None}, {"c-0": 1})


def test_on_behalf_of_a_session_nothing_of_it_is_written() -> None:
    mine = session.Session(moves=3, looks={"look": "ash"})
    with session.within(mine):
        assert session.session().looks is mine.looks
        session.session().moves = 4
    assert mine.moves == 3
