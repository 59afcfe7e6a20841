"""The session: what components said, and where somebody is in a series of questions."""

from __future__ import annotations

import pytest

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
    session.panel_moved(committed=False)
    assert not mine.committed
