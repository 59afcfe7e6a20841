"""Who may do what, from the secrets and from what the provider says; and no page that goes past it."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from criteria.errors import CriteriaError
from criteria.store.rights import ANYBODY, EDITOR, VIEWER
from criteria.ui import session, workspace
from criteria.ui.workspace import Workspace, actor_of, workspace_of

UI = Path(workspace.__file__).parent
AUTH = {"cookie_secret": "x" * 32, "client_id": "criteria"}
SPACE = Workspace("s", frozenset({"ed@example.com", "*@editors.example"}), frozenset({"*@example.com"}), 12.0)
CLAIMS: dict[str, Any] = {"is_logged_in": True, "email": "ed@example.com", "name": "Ed", "iat": 1_000}


def secrets(**said: object) -> dict[str, Any]:
    return {"auth": AUTH, "workspace": said}


@pytest.mark.parametrize(
    ("address", "role"),
    [
        ("ed@example.com", EDITOR),
        ("vi@example.com", VIEWER),
        ("anybody@editors.example", EDITOR),
        ("vi@example.com.evil.example", ""),
        ("vi@sub.example.com", ""),
        ("example.com", ""),
        ("@example.com", ""),
        ("", ""),
        ("*", ""),
    ],
)
def test_an_address_has_the_role_that_the_lists_give_it(address: str, role: str) -> None:
    assert SPACE.role(address) == role


def test_all_are_let_in_only_where_a_list_says_so() -> None:
    assert workspace_of(secrets(viewers=["*"])).role("anybody@elsewhere.example") == VIEWER
    assert workspace_of({"auth": AUTH}).role("ed@example.com") == ""


@pytest.mark.parametrize(
    ("claims", "role"),
    [
        ({}, EDITOR),
        ({"email": "ED@Example.com "}, EDITOR),
        ({"email_verified": True}, EDITOR),
        ({"email_verified": False}, ""),
        ({"email_verified": "false"}, ""),
        ({"email": None}, ""),
        ({"is_logged_in": False}, ""),
        ({"email": "ed@elsewhere.example"}, ""),
    ],
)
def test_a_person_may_do_what_their_verified_address_may(claims: dict[str, Any], role: str) -> None:
    assert actor_of(SPACE, CLAIMS | claims, 0).role == role


def test_a_sign_in_ends_some_hours_after_the_provider_gave_it() -> None:
    assert actor_of(SPACE, CLAIMS, 5).until == 1_000 + 12 * 3600
    without = {name: value for name, value in CLAIMS.items() if name != "iat"}
    assert actor_of(SPACE, without, 5).until == 5 + 12 * 3600


@pytest.mark.parametrize(
    "given",
    [
        {"auth": AUTH | {"cookie_secret": "short"}},
        secrets(editors="ed@example.com"),
        secrets(editors=["ed"]),
        secrets(editors=["@"]),
        secrets(hours="12"),
        secrets(editor=["ed@example.com"]),
    ],
)
def test_secrets_that_leave_a_door_ajar_are_refused(given: dict[str, Any]) -> None:
    with pytest.raises(CriteriaError, match="of the secrets has"):
        workspace_of(given)


def test_each_provider_of_several_is_offered() -> None:
    several = {"auth": {"cookie_secret": "x" * 32, "google": {"client_id": "a"}, "okta": {"client_id": "b"}}}
    assert workspace_of(several).providers == ("google", "okta")
    assert workspace_of({"auth": AUTH}).providers == ("",)


@pytest.fixture
def signed_out(monkeypatch: pytest.MonkeyPatch) -> session.Session:
    mine = session.Session()
    monkeypatch.setattr(workspace, "workspace", lambda: SPACE)
    monkeypatch.setattr(session, "session", lambda: mine)
    return mine


def test_without_sign_in_the_store_is_anybodys_and_with_it_nobodys_before_the_page_asked(
    signed_out: session.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert workspace.store().actor.role == ""
    signed_out.claims = CLAIMS
    assert workspace.store().actor == actor_of(SPACE, CLAIMS, 0)
    monkeypatch.setattr(workspace, "workspace", lambda: None)
    assert workspace.store().actor == ANYBODY


@pytest.mark.parametrize(
    ("address", "told"), [("ed@example.com", False), ("vi@example.com", True), ("", True)]
)
def test_who_may_not_save_is_told_so_and_nobody_without_sign_in(
    signed_out: session.Session, monkeypatch: pytest.MonkeyPatch, address: str, told: bool
) -> None:
    signed_out.claims = CLAIMS | {"email": address}
    assert bool(workspace.only_looks()) is told
    monkeypatch.setattr(workspace, "workspace", lambda: None)
    assert workspace.only_looks() == ""


def test_another_person_in_the_same_tab_has_their_own_right(
    signed_out: session.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    for claims, admitted in (
        (CLAIMS, False),  # signed in at 1970: it has ended
        (CLAIMS | {"iat": 10.0**11}, True),
        ({"is_logged_in": False}, False),
    ):
        monkeypatch.setattr(type(st.user), "to_dict", lambda _user, claims=claims: dict(claims))
        assert workspace.admitted() is admitted


def test_a_right_that_is_taken_away_is_gone_at_the_next_act_and_unusable_secrets_open_no_door(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mine = session.Session(claims=CLAIMS)
    now: dict[str, Any] = secrets(editors=["ed@example.com"])
    monkeypatch.setattr(session, "session", lambda: mine)
    monkeypatch.setattr(workspace, "_asks", lambda: True)
    monkeypatch.setattr(workspace, "_READ", [])
    monkeypatch.setattr(type(st.secrets), "load_if_toml_exists", lambda _secrets: bool(now))
    monkeypatch.setattr(type(st.secrets), "to_dict", lambda _secrets: dict(now))

    def role() -> str:
        return workspace.store().actor.role

    assert role() == EDITOR
    now |= {"workspace": {"viewers": ["ed@example.com"]}}
    assert role() == VIEWER
    now |= {"workspace": {"editors": "everybody"}}  # a slip of the pen
    assert role() == VIEWER
    now |= {"workspace": {}}
    assert role() == ""
    now.clear()  # the file is gone, or was read while it was written
    assert role() == ""
    assert workspace.workspace() is not None


def test_pages_come_to_the_store_on_somebodys_behalf_alone() -> None:
    direct = {
        path.relative_to(UI).as_posix()
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("criteria.store")
        and any(name.name == "connect" for name in node.names)
    }
    assert direct == {"workspace.py", "server/health.py"}
