"""The doors of the app as it is served: by `streamlit run app.py` and by every other way, for they are the same."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from streamlit.web.server.app_discovery import discover_asgi_app

from tests.ui.server.conftest import Ask

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.slow
HANDSHAKE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "x3JJHMbDL1EzLkh9GBhXDw==",
}


def test_streamlit_run_finds_the_guarded_app() -> None:
    found = discover_asgi_app(ROOT / "app.py")
    assert (found.is_asgi_app, found.import_string) == (True, "app:app")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/shortlist", 307),
        ("/weights?w=ip:3", 200),
        ("/robustness", 200),
        ("/weights/", 301),
        ("/healthz", 200),
        ("/readyz", 200),
        ("/robots.txt", 200),
        ("/_stcore/health", 200),
        ("/favicon.png", 200),
        ("/wp-login.php", 404),
        ("/shortlist/more", 404),
        ("/static/nothing.js", 404),
        ("/static/", 404),
        ("/_stcore/metrics", 404),
        ("/_stcore/agent/openapi.json", 404),
        ("/_stcore/agent/mcp", 404),
        ("/component/x/y", 404),
        ("//evil.example/", 404),
        ("/..%2f..%2fetc/passwd", 404),
        ("/?w=" + "a" * 8_000, 414),
    ],
)
def test_an_address_is_one_of_the_apps_or_nothing(ask: Ask, path: str, status: int) -> None:
    answer = ask(path)
    assert answer.status == status
    if status in (404, 414):
        assert b"Traceback" not in answer.body
        assert b'href="/"' in answer.body


def test_the_name_of_the_first_page_leads_to_its_address_with_the_link(ask: Ask) -> None:
    assert ask("/shortlist").headers["location"] == "/"
    assert ask("/shortlist?method=wsm&w=ip:3").headers["location"] == "/?method=wsm&w=ip:3"


def test_a_link_to_questions_that_was_broken_off_leads_to_the_page_that_says_so(ask: Ask) -> None:
    assert ask("/answer").headers["location"] == "/answer?answer="
    assert ask("/answer?answer=").status == 200


@pytest.mark.parametrize("path", ["/", "/healthz", "/nothing", "/_stcore/host-config", "/?w=" + "a" * 9_000])
def test_every_answer_carries_the_headers(ask: Ask, path: str) -> None:
    headers = ask(path).headers
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert "unsafe-eval" not in headers["content-security-policy"].replace("wasm-unsafe-eval", "")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["x-robots-tag"] == "noindex, nofollow"


@pytest.mark.parametrize(
    ("path", "given", "status"),
    [
        ("/_stcore/stream", {"Host": "evil.example"}, 421),
        ("/_stcore/stream", {"Origin": "http://evil.example"}, 403),
        ("/_stcore/nothing", {}, 404),
    ],
)
def test_a_websocket_that_is_refused_is_told_so_with_the_same_headers(
    ask: Ask, path: str, given: dict[str, str], status: int
) -> None:
    answer = ask(path, **HANDSHAKE, **given)
    assert answer.status == status
    expected = ask("/nothing").headers
    for name in ("content-security-policy", "x-content-type-options", "referrer-policy", "cache-control"):
        assert answer.headers[name] == expected[name]


def test_no_other_site_may_send_messages_to_the_page(ask: Ask) -> None:
    assert b'"allowedOrigins":[]' in ask("/_stcore/host-config").body


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost@evil.example"])
def test_a_name_that_is_not_the_apps_is_refused(ask: Ask, host: str) -> None:
    assert ask("/", Host=host).status == 421


def test_probes_answer_under_every_name(ask: Ask) -> None:
    assert ask("/healthz", Host="10.1.2.3:8501").status == 200
    assert ask("/readyz", Host="10.1.2.3:8501").body == b'{"ready":true,"failed":[]}'


@pytest.mark.parametrize("origin", ["http://evil.example", "http://localhost:1", "null", "file://"])
def test_a_foreign_origin_is_refused_at_once_also_for_a_websocket(ask: Ask, origin: str) -> None:
    ask("/healthz")
    began = time.monotonic()
    assert ask("/", Origin=origin).status == 403
    assert ask("/_stcore/stream", Origin=origin, **HANDSHAKE).status == 403
    # Streamlit itself asks an outside host here, and keeps everybody waiting for two seconds.
    assert time.monotonic() - began < 1.5


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "PROPFIND"])
def test_nothing_can_be_sent_to_a_page(ask: Ask, method: str) -> None:
    assert ask("/", method, b"x" * 1_000).status == 405


def test_scripts_come_compressed_and_are_the_same(ask: Ask) -> None:
    import gzip
    import re

    name = re.search(rb'src="\.(/static/js/index\.[^"]+)"', ask("/").body)[1].decode()  # type: ignore[index]
    plain, small = ask(name), ask(name, Accept_Encoding="gzip, br")
    assert small.headers["content-encoding"] == "gzip"
    assert "immutable" in small.headers["cache-control"]
    assert gzip.decompress(small.body) == plain.body
    assert len(small.body) < 0.5 * len(plain.body)
