"""A line to the server that can be cut, a server that can be killed, and what a page then has to show; for tests of broken connections."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import parse_qs, unquote, urlsplit

from playwright.sync_api import Locator, Page, expect

import criteria
from criteria.explain.numbers import number, score_digits
from criteria.model.problem import Problem
from tests.browser.conftest import ROOT, settled

FORGOTTEN_AFTER = (
    1  # second; Streamlit's own 120 are shortened, so that a break of three is one of more than two minutes
)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class Line:
    """A proxy on loopback that can be cut."""

    def __init__(self, target: int) -> None:
        self.target, self.port, self.open = target, free_port(), True
        self.sockets: list[socket.socket] = []
        self.listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                near, _address = self.listener.accept()
            except OSError:
                return
            try:
                if not self.open:
                    raise OSError
                far = socket.create_connection(("127.0.0.1", self.target), timeout=5)
                far.settimeout(None)
            except OSError:
                near.close()
                continue
            self.sockets += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._pump, args=(one, other), daemon=True).start()

    def _pump(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                other.sendall(data)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def cut(self) -> None:
        self.open = False
        for end in self.sockets:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self.sockets.clear()

    def mend(self) -> None:
        self.open = True

    def close(self) -> None:
        self.cut()
        self.listener.close()


class Server:
    """The app on one port, which can be killed and started again."""

    def __init__(self, seen_at: int | None = None) -> None:
        self.port = free_port()
        self.environment = os.environ | {
            "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(FORGOTTEN_AFTER),
            "STREAMLIT_BROWSER_SERVER_PORT": str(seen_at or self.port),
        }

    def start(self) -> None:
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        deadline = time.monotonic() + 90
        while True:
            with suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/_stcore/health", timeout=2).close()
                return
            assert time.monotonic() < deadline
            time.sleep(0.2)

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@contextmanager
def served() -> Iterator[tuple[Server, Line]]:
    server = Server()
    line = Line(server.port)
    server.environment["STREAMLIT_BROWSER_SERVER_PORT"] = str(line.port)
    server.start()
    try:
        yield server, line
    finally:
        line.close()
        server.kill()


def slider(page: Page) -> Locator:
    return page.get_by_role("slider", name="IP protection", exact=True)


def points(page: Page) -> str:
    return page.get_by_label("Points for IP protection").input_value()


BASE = 23.0  # points of IP protection in the base case


def address_says(page: Page, part: str) -> None:
    """Wait until the address has this part. Asked from outside: the page's policy lets no script be put into it."""
    deadline = (
        time.monotonic() + 60
    )  # a server that was just started imports what it needs at the first visit
    while part not in unquote(page.url):
        assert time.monotonic() < deadline, (part, unquote(page.url))
        page.wait_for_timeout(50)


def connection(page: Page, state: str) -> None:
    expect(page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-connection-state", state, timeout=60_000
    )


def lose(page: Page, line: Line, meanwhile: Callable[[], None] = lambda: None) -> None:
    """Cut the line until the server has forgotten the session; mend it, and wait until the page is back."""
    line.cut()
    meanwhile()
    expect(page.get_by_test_id("stApp")).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    time.sleep(3 * FORGOTTEN_AFTER)
    line.mend()
    connection(page, "CONNECTED")
    page.wait_for_timeout(500)
    settled(page)


def shown_is_computed(page: Page, case: Problem, **expected: float) -> None:
    """The headline, the panel and the address say what the engine computes for these points."""
    parts = ",".join(f"{name}:{value:g}" for name, value in expected.items())
    address_says(page, f"w={parts}&")
    query = {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}
    scenario, notes = criteria.scenario_from_query(case, query)
    assert notes == []
    found = criteria.evaluate(case, scenario, methods=())
    leader = found.alternatives[found.order[0]].label
    expect(page.locator(".c-verdict h1")).to_contain_text(f"{leader} leads")
    digits = score_digits(found.scores)
    for alternative, score in zip(found.alternatives, found.scores, strict=True):
        row = page.locator(f'.c-ranked [data-candidate="{alternative.id}"] strong')
        if row.count():
            rounded = [re.escape(number(float(score), decimals)) for decimals in range(digits, digits + 5)]
            expect(row).to_have_text(re.compile(f"^(?:{'|'.join(rounded)})$"))
    for name, value in expected.items():
        assert points(page) == f"{value:g}", name
