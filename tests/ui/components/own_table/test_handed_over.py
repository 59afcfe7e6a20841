"""What was handed over: one act after the other, each on what the one before it left, and a large table in the run that follows."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from criteria.files.table.source.sheet import SIZE_LIMIT
from criteria.ui import session
from criteria.ui.components.own_table import handed_over
from criteria.ui.components.own_table.draft import Draft, answered, draft_of

TABLE = b"Vendor,Price,Foo,Bar\nA,3,5,1\nB,4,9,2\nC,5,2,9\n"
ROOT = Path(__file__).parents[4]


@pytest.fixture
def mine(monkeypatch: pytest.MonkeyPatch) -> session.Session:
    found = session.Session()
    monkeypatch.setattr(session, "session", lambda: found)
    return found


def test_two_answers_to_one_page_are_both_taken(mine: session.Session) -> None:
    handed_over.hand_over("t.csv", TABLE)
    drawn = handed_over.present()
    for name in ("Foo", "Bar"):
        question = f"direction:{name}"
        handed_over.change(drawn, lambda now, told, q=question: answered(now, q, "maximize", told))
    assert [q.about for q in handed_over.present().open] == ["Price"]


def test_an_answer_to_another_file_changes_nothing(mine: session.Session) -> None:
    handed_over.hand_over("old.csv", TABLE)
    drawn = handed_over.present()
    handed_over.hand_over("new.csv", TABLE)
    now = handed_over.present()
    handed_over.change(drawn, lambda draft, told: answered(draft, "direction:Foo", "maximize", told))
    assert handed_over.present() is now


def test_a_large_table_waits_with_the_answers_that_came_after_it(
    mine: session.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handed_over, "_AT_ONCE", 10)
    handed_over.hand_over("t.csv", TABLE)
    assert handed_over.present() is None
    handed_over.change(
        draft_of("t.csv", TABLE), lambda draft, told: answered(draft, "direction:Foo", "maximize", told)
    )
    page = AppTest.from_function(_read)
    page.session_state["to_read"] = mine.to_read
    page.run()
    assert not page.exception
    assert [q.about for q in page.session_state["draft"].open] == ["Price", "Bar"]
    assert not page.session_state["to_read"]


def _read() -> None:
    import streamlit as st

    from criteria.ui import session
    from criteria.ui.components.own_table.handed_over import present, read_waiting

    session.session().to_read = st.session_state["to_read"]
    read_waiting()
    st.session_state["draft"] = present()


def test_how_far_the_reading_is_grows_to_its_end() -> None:
    told: list[float] = []
    assert isinstance(draft_of("t.csv", TABLE, told.append), Draft)
    assert told == sorted(told)
    assert len(told) > 4
    assert all(0 < share < 1 for share in told)


def test_what_is_uploaded_may_be_as_large_as_what_is_read() -> None:
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["maxUploadSize"] == SIZE_LIMIT // 1_000_000
    proxy = (ROOT / "docs/deployment/nginx.conf").read_text(encoding="utf-8")
    assert f"client_max_body_size {settings['server']['maxUploadSize'] + 2}m;" in proxy
