"""Which origins are the app's own; nobody is asked about it."""

from __future__ import annotations

import socket

import pytest
from streamlit import net_util
from streamlit.web.server.server_util import is_url_from_allowed_origins

from criteria.ui.server.hosts import ask_nobody, own_origin


@pytest.mark.parametrize(
    ("origin", "host", "own"),
    [
        ("http://localhost:8501", "localhost:8501", True),
        ("https://Criteria.example.com", "criteria.example.com", True),
        ("http://localhost:8502", "localhost:8501", False),
        ("http://localhost:8501.evil.example", "localhost:8501", False),
        ("http://user@localhost:8501", "localhost:8501", False),
        ("ftp://localhost:8501", "localhost:8501", False),
        ("null", "localhost:8501", False),
        ("", "", False),
        ("http://[", "localhost:8501", False),
    ],
)
def test_an_origin_is_own_where_it_is_the_host(origin: str, host: str, own: bool) -> None:
    assert own_origin(origin, host) is own


def test_streamlit_asks_no_outside_host_for_a_foreign_origin(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("get_external_ip", "get_internal_ip"):
        monkeypatch.setattr(net_util, name, getattr(net_util, name))

    def refuse(*_words: object, **_named: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    ask_nobody()
    assert not is_url_from_allowed_origins("http://evil.example")
