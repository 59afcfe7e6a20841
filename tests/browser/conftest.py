"""A served app and a real browser. Without Chromium the journeys are skipped, unless CRITERIA_BROWSER=required."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, TimeoutError, expect, sync_playwright

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
expect.set_options(timeout=20_000)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@contextmanager
def running_app(**environment: str) -> Iterator[str]:
    """Serve app.py on a free port of loopback; yield its address, with the path that it lies under."""
    base = f"{environment.get('STREAMLIT_SERVER_BASE_URL_PATH', '').strip('/')}/".removeprefix("/")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    command += ["--server.address", "127.0.0.1", "--server.headless", "true"]
    process = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/{base}_stcore/health", timeout=2).close()
                break
            except OSError:
                assert process.poll() is None, "the app ended before it answered"
                assert time.monotonic() < deadline, "the app did not answer within a minute"
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/{base}"
    finally:
        process.terminate()
        process.wait()


def settled(page: Page) -> None:
    """Wait until no run is under way: what is drawn meanwhile can close a menu that was just opened."""
    # A page of many figures takes its time on a busy machine.
    expect(page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=60_000
    )


def pick(menu: Locator, option: str, *, typed: str = "") -> None:
    """Choose from a menu, by a part of its text; `typed` first brings it into sight where the list is long.

    What is drawn while the list is open can close it, on a busy machine long after a run has ended: then it is opened once more.
    """
    page = menu.page
    choice = page.get_by_role("option", name=option).first
    for _attempt in range(5):
        settled(page)
        if not choice.is_visible():
            menu.click()
            if typed:
                page.keyboard.type(typed)
        try:
            choice.click(timeout=5_000)
            break
        except TimeoutError:
            page.keyboard.press("Escape")
    else:
        choice.click(timeout=5_000)
    settled(page)


def _told(message: ConsoleMessage) -> None:
    if message.type == "error":
        print("the browser said:", message.text)  # shown with a test that fails


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a headless Chromium."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        if os.environ.get("CRITERIA_BROWSER") == "required":
            pytest.fail("A browser is required: install Chromium (on Debian: apt-get install chromium).")
        pytest.skip(
            "No browser found: install Chromium (on Debian: apt-get install chromium) to run the journeys."
        )
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def app() -> Iterator[str]:
    """Return the address of the app with the bundled problems."""
    with running_app() as address:
        yield address


@pytest.fixture
def visit(browser: Browser, app: str) -> Iterator[Callable[..., Page]]:
    """Return a function that opens the app, each time in a context of its own, and waits for the ranking."""
    contexts = []

    def opened(query: str = "", *, base: str = app, width: int = 1440, height: int = 900) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        page = context.new_page()
        page.on("console", _told)
        page.set_default_timeout(30_000)
        page.goto(base + query)
        expect(page.locator(".c-verdict h1")).to_be_visible(timeout=60_000)
        settled(page)
        expect(
            page.get_by_role("slider", name="Points", exact=False).or_(page.get_by_role("slider")).first
        ).to_be_attached()
        # What the last letter fills: until then the page may still grow.
        expect(page.locator("[data-place=paper]:empty")).to_have_count(0, timeout=60_000)
        # Each kind of widget comes with a script of its own; until it is there something lower holds its place.
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=60_000)
        return page

    yield opened
    for context in contexts:
        context.close()
