"""The container's own question whether it is well, read out of the Dockerfile and asked of a server here."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from criteria.ui.server.health import ADDRESSES

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


class Under(BaseHTTPRequestHandler):
    """Answers 200 at the one address that the server has, 503 at all others."""

    place = ""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == self.place else 503)
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    with HTTPServer(("127.0.0.1", 0), Under) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.mark.parametrize(
    ("prefix", "place"), [(None, "/readyz"), ("criteria", "/criteria/readyz"), ("/a/b/", "/a/b/readyz")]
)
def test_the_health_check_asks_below_the_path_that_the_app_lies_under(
    port: int, prefix: str | None, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "readyz" in ADDRESSES
    (words,) = re.findall(r"^HEALTHCHECK.*\\\n\s*CMD (\[.*\])$", DOCKERFILE, re.MULTILINE)
    _python, *rest = json.loads(words.replace(":8501/", f":{port}/"))
    told = {} if prefix is None else {"STREAMLIT_SERVER_BASE_URL_PATH": prefix}
    for answered, code in ((place, 0), ("/elsewhere", 1)):
        monkeypatch.setattr(Under, "place", answered)
        done = subprocess.run(
            [sys.executable, *rest], env=os.environ | told, capture_output=True, check=False
        )
        assert done.returncode == code, done.stderr.decode()
