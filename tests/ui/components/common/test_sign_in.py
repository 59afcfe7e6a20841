"""What stands in place of every page for who is not signed in."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from criteria.store import Actor
from criteria.ui import workspace
from criteria.ui.workspace import Workspace

SPACE = Workspace("Strategy", frozenset(), frozenset(), 12.0)


def shown(monkeypatch: pytest.MonkeyPatch, who: Actor, space: Workspace = SPACE) -> Any:
    def page() -> None:
        from criteria.ui.components.common import sign_in

        sign_in.page()

    monkeypatch.setattr(workspace, "workspace", lambda: space)
    monkeypatch.setattr(workspace, "actor", lambda: who)
    return AppTest.from_function(page).run(timeout=30)


def test_a_stranger_is_offered_each_provider(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [b.label for b in shown(monkeypatch, Actor("Strategy", "")).button] == ["Sign in"]
    several = Workspace("Strategy", frozenset(), frozenset(), 12.0, ("google", "okta"))
    labels = [b.label for b in shown(monkeypatch, Actor("Strategy", ""), several).button]
    assert labels == ["Sign in with google", "Sign in with okta"]


def test_who_has_no_place_here_can_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [b.label for b in shown(monkeypatch, Actor("Strategy", "", "Sam")).button] == ["Sign out"]


def test_whose_sign_in_has_ended_can_sign_in_again(monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(monkeypatch, Actor("Strategy", "editor", "Ed", until=0.0))
    assert [b.label for b in page.button] == ["Sign in"]
