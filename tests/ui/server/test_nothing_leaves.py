"""The server asks no other host, from its start on: every connection that it opens and every name that it looks up is written down."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.browser.conftest import running_app
from tests.ui.server.test_messages import session

_WATCH = """
import ipaddress, os, sys

def _watch(event, arguments):
    if event == "socket.connect":
        asked = arguments[1][0] if isinstance(arguments[1], tuple) else ""
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        asked = arguments[0]
    else:
        return
    asked = asked.decode() if isinstance(asked, bytes) else asked or "localhost"
    try:
        own = ipaddress.ip_address(asked).is_loopback
    except ValueError:
        own = asked == "localhost"
    with open(os.environ["WATCHED"], "a") as told:
        told.write(f"{'own' if own else 'outside'} {event} {asked}\\n")

sys.addaudithook(_watch)
_watch("socket.getaddrinfo", ("localhost",))
"""


@pytest.mark.slow
def test_the_server_asks_no_other_host(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(_WATCH, encoding="utf-8")
    told = tmp_path / "told.txt"
    told.touch()
    path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    with running_app(PYTHONPATH=path, WATCHED=str(told)) as address:
        with pytest.raises(InvalidStatus):  # for a foreign page Streamlit would ask an outside host
            connect(f"ws{address.removeprefix('http')}_stcore/stream", origin="http://evil.example")  # type: ignore[arg-type]
        for query in ("", "method=vikor", "problem=gone"):
            with session(address, query) as (_open, _told):
                pass
    lines = told.read_text(encoding="utf-8").splitlines()
    assert lines, "nothing was watched"
    assert [line for line in lines if not line.startswith("own ")] == []
