"""Tabs that speak the browser's own protocol, and the server that they speak to: what load and endurance have in common."""

from __future__ import annotations

import asyncio
import json
import os
import random
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection

ROOT = Path(__file__).parents[1]
PANEL = "criteria_importance_panel"
LETTER = "criteria_letter"
PARTS = {"chart": "bars", "verdict": "headline"}  # places of the page, and what they are called here


@dataclass
class Tab:
    """One session: its connection, and what it has learned from the page.

    pages: hash of each page by name.  panel, fragment, shown: identifier, fragment and data of the importance panel.
    points: of the last move.  sliders: identifiers of the plain page's.  buttons: identifiers of buttons and fields by the text beside them.
    failed: what was shown in place of a result.
    """

    socket: ClientConnection
    pages: dict[str, str] = field(default_factory=dict)
    panel: str = ""
    fragment: str = ""
    shown: dict[str, object] = field(default_factory=dict)
    sliders: list[str] = field(default_factory=list)
    buttons: dict[str, str] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    points: dict[str, float] = field(default_factory=dict)
    count: int = 0
    received: int = 0

    async def run(self, message: BackMsg) -> dict[str, float]:
        """Send a message; return after how many seconds each part of the answer came, up to the end of the run."""
        start, found = time.perf_counter(), dict[str, float]()
        await self.socket.send(message.SerializeToString())
        while True:
            data = await self.socket.recv()
            assert isinstance(data, bytes)
            self.received += len(data)
            told = ForwardMsg()
            told.ParseFromString(data)
            kind = told.WhichOneof("type")
            if kind == "delta" and (part := self._learn(told)):
                found.setdefault(part, time.perf_counter() - start)
            elif kind == "navigation":
                self.pages = {page.page_name: page.page_script_hash for page in told.navigation.app_pages}
            elif kind == "script_finished":
                return found | {"end": time.perf_counter() - start}

    def _learn(self, told: ForwardMsg) -> str:
        element = told.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "bidi_component" and element.bidi_component.component_name == PANEL:
            self.panel, self.fragment = element.bidi_component.id, told.delta.fragment_id
            self.shown = json.loads(element.bidi_component.json)
        elif kind == "bidi_component" and element.bidi_component.component_name == LETTER:
            filled = json.loads(element.bidi_component.json)["filled"]
            self.failed += [html for html in filled.values() if 'class="c-error' in html]
            return next((part for place, part in PARTS.items() if filled.get(place)), "")
        elif kind == "slider":
            self.sliders.append(element.slider.id)
        elif kind == "plotly_chart":
            return "bars"
        elif kind == "button":
            self.buttons[element.button.label] = element.button.id
        elif kind == "text_input":
            self.buttons[element.text_input.label] = element.text_input.id
        elif kind == "exception":
            self.failed.append(element.exception.message)
        elif kind == "html":
            body = element.html.body
            if 'class="c-error' in body:
                self.failed.append(body)
            return "bars" if 'class="c-ranked' in body else "headline" if 'class="c-verdict' in body else ""
        return ""

    def move(self, drawn: random.Random, *, played: bool = False) -> BackMsg:
        """Return what the browser sends when one slider of the panel is let go, or one of the plain page.

        played: whether the browser shows the bars of the panel's move by itself.
        """
        message = BackMsg()
        run = message.rerun_script
        if self.sliders:
            state = run.widget_states.widgets.add(id=drawn.choice(self.sliders))
            state.double_array_value.data.append(drawn.randint(1, 100))
            return message
        self.count += 1
        nodes = self.shown["nodes"]
        assert isinstance(nodes, list)
        points = {node["id"]: node["points"] for node in nodes}
        points[drawn.choice(sorted(points))] = drawn.randint(1, 100)
        sent = {"session": self.shown["session"], "revision": self.shown["revision"], "count": self.count}
        value = {"move": {**sent, "committed": True, "played": played, "points": points}}
        self.points = points
        run.widget_states.widgets.add(id=self.panel, json_value=json.dumps(value))
        run.fragment_id = self.fragment
        run.page_script_hash = self.pages["Shortlist"]
        return message

    def tell(self, move: BackMsg, *, told: bool) -> None:
        """Say in a move whether the browser shows its headline already."""
        (panel,) = (one for one in move.rerun_script.widget_states.widgets if one.id == self.panel)
        value = json.loads(panel.json_value)
        value["move"]["told"] = told
        panel.json_value = json.dumps(value)

    async def headline(self, host: str) -> float | None:
        """Ask for the headline of the last move beside the session's connection; return the seconds until it came, None where there is none."""
        start = time.perf_counter()
        asked = urllib.parse.quote(json.dumps(self.points))
        told = {
            "Host": host,
            "X-Criteria-Session": self.shown["session"],
            "X-Criteria-Revision": self.shown["revision"],
        }
        lines = [
            f"GET /headline?points={asked} HTTP/1.1",
            *(f"{name}: {value}" for name, value in told.items()),
        ]
        name, _colon, port = host.partition(":")
        reader, writer = await asyncio.open_connection(name, int(port))
        try:
            writer.write(("\r\n".join([*lines, "Connection: close"]) + "\r\n\r\n").encode())
            answer = await reader.read()
        finally:
            writer.close()
        return time.perf_counter() - start if b" 200 " in answer.partition(b"\r\n")[0] else None

    def press(self, button: str, fields: Mapping[str, str], page: str) -> BackMsg:
        """Return what the browser sends when a button is pressed, with what its fields hold."""
        message = opening(page=self.pages[page])
        states = message.rerun_script.widget_states.widgets
        for name, text in fields.items():
            states.add(id=self.buttons[name], string_value=text)
        states.add(id=self.buttons[button], trigger_value=True)
        return message


def opening(query: str = "", page: str = "") -> BackMsg:
    """Return what the browser sends when a page is opened with these parameters in the address."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.page_script_hash = page
    return message


@contextmanager
def served(script: Path, **settings: str) -> Iterator[tuple[str, int]]:
    """Serve a script on a free port of loopback, with these variables of the environment; yield its address and its process."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), *options],
        cwd=ROOT,
        env=os.environ | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while True:
            with suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5).close()
                break
            assert process.poll() is None, "the server ended before it answered"
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/", process.pid
    finally:
        process.terminate()
        process.wait()


def megabytes(process: int) -> float:
    """Return how much memory a process holds."""
    for line in Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1000
    return float("nan")


def cpu(process: int) -> float:
    """Return how many seconds of processor a process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def middle_and_late(seconds: list[float]) -> str:
    """Return median and 95th percentile in milliseconds."""
    if len(seconds) < 2:
        return "-"
    return f"{1e3 * median(seconds):,.0f} / {1e3 * quantiles(seconds, n=20)[-1]:,.0f}"
