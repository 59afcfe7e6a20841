"""Which addresses there are, also below a path of the proxy's."""

from __future__ import annotations

import pytest
from own_loop import run_in_own_loop

from criteria.ui.server.addresses import KnownAddresses, static_files
from criteria.ui.server.settings import ServerSettings


def status(
    path: str, base: str = "/criteria/", *, metrics: bool = False, method: str = "GET", query: bytes = b""
) -> int:
    """Return what a request for this path ends in; 299 where it is passed on."""
    found: list[int] = []

    async def passed(_scope, _receive, send) -> None:
        await send({"type": "http.response.start", "status": 299, "headers": []})

    async def send(message) -> None:
        if message["type"] == "http.response.start":
            found.append(message["status"])

    async def receive():
        return {"type": "http.request"}

    door = KnownAddresses(passed, ServerSettings(metrics=metrics), base, frozenset({"healthz"}))
    scope = {"type": "http", "path": path, "method": method, "query_string": query, "headers": []}
    run_in_own_loop(door(scope, receive, send))
    return found[0]


@pytest.mark.parametrize(
    "path", ["/criteria", "/criteria/", "/criteria/weights", "/criteria/healthz", "/criteria/media/x"]
)
def test_the_app_lies_below_its_path(path: str) -> None:
    assert status(path) == 299


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/weights",
        "/healthz",
        "/criteriaweights",
        "/criteria/criteria/weights",
        "/criteria/_stcore/metrics",
    ],
)
def test_nothing_else_is_there(path: str) -> None:
    assert status(path) == 404


def test_statistics_answer_where_they_were_asked_for() -> None:
    assert status("/_stcore/metrics", "/", metrics=True) == 299
    assert status("/_stcore/metrics", "/", metrics=True, method="POST") == 405


def test_the_files_of_the_page_are_known() -> None:
    assert "index.html" in static_files()
    assert all(status(f"/{name}", "/") == 299 for name in sorted(static_files())[:20])


def test_an_address_that_streamlit_would_drop_whole_is_refused_in_a_sentence() -> None:
    """More than 1,000 parameters fit into a short address, and Streamlit opens the page without any of them."""
    assert status("/criteria/", query=b"&".join([b"a=1"] * 1_001)) == 414
    assert status("/criteria/", query=b"&".join([b"a=1"] * 100)) == 299
    assert status("/criteria/", query=b"w=" + b"a" * 8_000) == 414
