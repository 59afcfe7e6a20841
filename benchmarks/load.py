"""Many people at once: sessions that speak the browser's own protocol, beside a plain Streamlit page, in one run.

    python benchmarks/load.py [--sessions 1 10 25 50] [--seconds 40] [--heavy 1] [--no-plain]

Each session opens the shortlist over a websocket, finds the importance panel in what the page sends, and moves one slider every two seconds
on average; after eight moves it looks at the weights page and comes back. The clock runs from the move to the message with the bars, to the
one with the headline, and to the end of the run. The plain page is `plain_page.py`: the same case, one slider a criterion, one chart.
--heavy: so many further sessions ask the robustness page for 200,000 draws, anew as soon as they have them. Memory is the server's, when
all have come, and after all have left. Driver and server share the machine; the table says what the driver itself took. Processor time a
move, openings and page changes included, hardly depends on what else the machine does.

Aims on two cores, 50 sessions: bars 100 ms (median) and 300 ms (95th percentile), end of the run 500 and 1,000 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import resource
import socket
import subprocess
import sys
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

ROOT = Path(__file__).parents[1]
THINK = (1.0, 3.0)  # seconds between two moves
MOVES_A_PAGE = 8
LEFT_AFTER = 2  # seconds after which the server lets go of a session that left
PANEL = "criteria_importance_panel"
HEAVY = "method=multimoora&sure=draws:200000,seed:{seed}"
Times = dict[str, list[float]]


@dataclass
class Tab:
    """One session: its connection, and what it has learned from the page.

    pages: hash of each page by name.  panel, fragment, shown: identifier, fragment and data of the importance panel.
    sliders: identifiers of the plain page's.
    """

    socket: ClientConnection
    pages: dict[str, str] = field(default_factory=dict)
    panel: str = ""
    fragment: str = ""
    shown: dict[str, object] = field(default_factory=dict)
    sliders: list[str] = field(default_factory=list)
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
        elif kind == "slider":
            self.sliders.append(element.slider.id)
        elif kind == "plotly_chart":
            return "bars"
        elif kind == "html":
            body = element.html.body
            return "bars" if 'class="c-ranked' in body else "headline" if 'class="c-verdict' in body else ""
        return ""

    def move(self, drawn: random.Random) -> BackMsg:
        """Return what the browser sends when one slider of the panel is let go, or one of the plain page."""
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
        value = {"move": {**sent, "committed": True, "points": points}}
        run.widget_states.widgets.add(id=self.panel, json_value=json.dumps(value))
        run.fragment_id = self.fragment
        run.page_script_hash = self.pages["Shortlist"]
        return message


def opening(query: str = "", page: str = "") -> BackMsg:
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.page_script_hash = page
    return message


async def person(address: str, times: Times, until: float, number: int, ready: asyncio.Barrier) -> int:
    """Open the page, move sliders and change pages until the time is over; return the bytes received."""
    drawn = random.Random(number)
    async with connect(address, subprotocols=["streamlit"], max_size=None) as socket_:  # type: ignore[list-item]
        tab = Tab(socket_)
        times["open"].append((await tab.run(opening()))["end"])
        await ready.wait()
        before, moves = tab.received, 0
        await asyncio.sleep(drawn.uniform(0, THINK[1]))
        while time.monotonic() < until:
            if tab.pages and moves % MOVES_A_PAGE == MOVES_A_PAGE - 1:
                times["page"].append((await tab.run(opening(page=tab.pages["Weights"])))["end"])
                await asyncio.sleep(drawn.uniform(*THINK))
                times["page"].append((await tab.run(opening(page=tab.pages["Shortlist"])))["end"])
                await asyncio.sleep(drawn.uniform(*THINK))
            for part, seconds in (await tab.run(tab.move(drawn))).items():
                times[part].append(seconds)
            moves += 1
            await asyncio.sleep(drawn.uniform(*THINK))
        return tab.received - before


async def heavy(address: str, times: Times, number: int) -> None:
    """Ask for the longest figures of the robustness page, again and again."""
    async with connect(address, subprotocols=["streamlit"], max_size=None) as socket_:  # type: ignore[list-item]
        tab = Tab(socket_)
        await tab.run(opening())
        page = tab.pages["Robustness"]
        while True:
            number += 1
            found = await tab.run(opening(HEAVY.format(seed=number), page))
            times["heavy"].append(found["end"])


async def load(
    address: str, sessions: int, seconds: float, disturbing: int, memory: object
) -> tuple[Times, int, float]:
    """Return the times of all sessions, the bytes that they received, and the server's memory while all were there."""
    times: Times = defaultdict(list)
    place = address.replace("http", "ws", 1) + "_stcore/stream"
    ready = asyncio.Barrier(sessions)
    until = time.monotonic() + seconds + 0.6 * sessions
    others = [asyncio.create_task(heavy(place, times, 1_000 * i)) for i in range(disturbing)]
    people = [asyncio.create_task(person(place, times, until, i, ready)) for i in range(sessions)]
    await asyncio.sleep(max(0.0, until - time.monotonic() - 1))
    held = memory()  # type: ignore[operator]
    received = sum(await asyncio.gather(*people))
    for task in others:
        task.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await task
    return times, received, held


@contextmanager
def served(script: Path) -> Iterator[tuple[str, int]]:
    """Serve a script on a free port of loopback; yield its address and its process."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), *options],
        cwd=ROOT,
        env=os.environ | {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(LEFT_AFTER)},
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


def middle_and_late(seconds: list[float]) -> str:
    """Return median and 95th percentile in milliseconds."""
    if len(seconds) < 2:
        return "-"
    return f"{1e3 * median(seconds):,.0f} / {1e3 * quantiles(seconds, n=20)[-1]:,.0f}"


def measure(name: str, script: Path, sessions: int, seconds: float, disturbing: int) -> None:
    """Print one row of the table."""
    with served(script) as (address, process):
        asyncio.run(load(address, 1, 1.0, 0, lambda: 0.0))  # the first visitor warms the server up
        time.sleep(1)
        empty = megabytes(process)
        started, used = time.monotonic(), cpu(process)
        mine = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        times, received, held = asyncio.run(
            load(address, sessions, seconds, disturbing, lambda: megabytes(process))
        )
        lasted = time.monotonic() - started
        used, mine = cpu(process) - used, resource.getrusage(resource.RUSAGE_SELF).ru_utime - mine
        time.sleep(LEFT_AFTER + 24)  # the sweep comes every 20 seconds
        after = megabytes(process)
    moves = max(1, len(times["end"]))
    cells = [
        name,
        f"{sessions}{f' + {disturbing}' if disturbing else ''}",
        str(moves),
        *(middle_and_late(times[part]) for part in ("bars", "headline", "end", "page", "open")),
        f"{received / moves / 1000:,.0f}",
        f"{1e3 * used / moves:,.0f}",
        f"{100 * used / lasted:.0f} / {100 * mine / lasted:.0f} %",
        f"{empty:,.0f} / {held:,.0f} / {after:,.0f}",
        f"{(held - empty) / sessions:.1f}",
    ]
    print("| " + " | ".join(cells) + " |", flush=True)


def cpu(process: int) -> float:
    """Return how many seconds of processor a process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, nargs="+", default=[1, 10, 25, 50])
    parser.add_argument("--seconds", type=float, default=40.0)
    parser.add_argument("--heavy", type=int, default=0)
    parser.add_argument("--plain", action=argparse.BooleanOptionalAction, default=True)
    asked = parser.parse_args()
    print(
        "| page | sessions | moves | bars ms | headline ms | end ms | page ms | open ms | kB a move | processor ms a move | cpu server / driver "
        "| MB before / all there / after | MB a session |"
    )
    print("|---" * 13 + "|")
    for sessions in asked.sessions:
        measure("criteria", ROOT / "app.py", sessions, asked.seconds, asked.heavy)
        if asked.plain:
            measure("plain", ROOT / "benchmarks" / "plain_page.py", sessions, asked.seconds, 0)


if __name__ == "__main__":
    main()
