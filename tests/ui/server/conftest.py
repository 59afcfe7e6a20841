"""The app as it is really served, for all tests of the doors."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import running_app


@dataclass(frozen=True)
class Answer:
    """What the server said: status, headers by lower-case name, body."""

    status: int
    headers: dict[str, str] = field(repr=False)
    body: bytes = field(repr=False)


Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def served() -> Iterator[str]:
    """Return the address of an app that keeps three small uploads a session."""
    with running_app(CRITERIA_UPLOADS="3", CRITERIA_UPLOAD_MB="2") as address:
        yield address


@pytest.fixture
def ask(served: str) -> Ask:
    """Return a function that sends one request, with exactly the headers given, and returns the answer."""

    def asked(path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection(urlsplit(served).netloc, timeout=60)
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, path, skip_host="Host" in names, skip_accept_encoding=True)
        for name, value in names.items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        found = Answer(answer.status, {n.lower(): v for n, v in answer.getheaders()}, answer.read())
        connection.close()
        return found

    return asked
