"""Many people at once: sessions that speak the browser's own protocol, beside a plain Streamlit page, in one run.

    python benchmarks/load.py [--sessions 1 10 25 50] [--seconds 40] [--heavy 1] [--servers 2] [--no-plain]
    python benchmarks/load.py --endure 30 [--sessions 25]

Each session opens the shortlist over a websocket, finds the importance panel in what the page sends, and moves one slider every two seconds
on average; after eight moves it looks at the weights page and comes back. The clock runs from the move to the message with the bars, to the
headline, which is asked for by itself and counts when it comes with the page where that takes longer than the move waits, and to the end of the
run. A browser shows the bars of such a move by itself, in the next frame. The plain page is `plain_page.py`: the same case, one slider a criterion, one chart.
--heavy: so many further sessions ask the robustness page for 200,000 draws, anew as soon as they have them. Memory is the server's, when
all have come, and after all have left. Driver and server share the machine; the table says what the driver itself took. Processor time a
move, openings and page changes included, hardly depends on what else the machine does.
--servers: so many processes of the app, the sessions dealt out to them as a proxy in front of replicas does (docs/deployment.md).
--endure: so many minutes of people who come, look at every page, save scenarios and leave; see `endurance.py`.

Aims on two cores, 50 sessions: bars 100 ms (median) and 300 ms (95th percentile), headline 400 ms (95th percentile), end of the run 500
and 1,000 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import resource
import time
from collections import defaultdict
from contextlib import ExitStack, suppress
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit

import endurance
from tabs import ROOT, Tab, cpu, megabytes, middle_and_late, opening, served
from websockets.asyncio.client import connect

THINK = (1.0, 3.0)  # seconds between two moves
MOVES_A_PAGE = 8
HEADLINE_WITHIN = 0.25  # seconds for which a move waits for its headline, as in importance_panel.js
LEFT_AFTER = 2  # seconds after which the server lets go of a session that left
HEAVY = "method=multimoora&sure=draws:200000,seed:{seed}"
Times = dict[str, list[float]]


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
            for part, seconds in (await moved(tab, drawn, urlsplit(address).netloc)).items():
                times[part].append(seconds)
            moves += 1
            await asyncio.sleep(drawn.uniform(*THINK))
        return tab.received - before


async def moved(tab: Tab, drawn: random.Random, host: str) -> dict[str, float]:
    """Move a slider as the browser does: the headline by itself, and the move once it is there, or has kept one waiting."""
    move, start = tab.move(drawn, played=True), time.perf_counter()
    alone = asyncio.create_task(tab.headline(host)) if tab.panel else None
    if alone:
        await asyncio.wait([alone], timeout=HEADLINE_WITHIN)
        tab.tell(move, told=alone.done() and alone.result() is not None)
    waited = time.perf_counter() - start
    found = {part: waited + seconds for part, seconds in (await tab.run(move)).items()}
    if alone and (seconds := await alone):
        found["headline"] = min(seconds, found.get("headline", seconds))
    return found


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
    addresses: list[str], sessions: int, seconds: float, disturbing: int, memory: object
) -> tuple[Times, int, float]:
    """Return the times of all sessions, the bytes that they received, and the servers' memory while all were there."""
    times: Times = defaultdict(list)
    places = cycle(address.replace("http", "ws", 1) + "_stcore/stream" for address in addresses)
    ready = asyncio.Barrier(sessions)
    until = time.monotonic() + seconds + 0.6 * sessions
    others = [asyncio.create_task(heavy(next(places), times, 1_000 * i)) for i in range(disturbing)]
    people = [asyncio.create_task(person(next(places), times, until, i, ready)) for i in range(sessions)]
    await asyncio.sleep(max(0.0, until - time.monotonic() - 1))
    held = memory()  # type: ignore[operator]
    received = sum(await asyncio.gather(*people))
    for task in others:
        task.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await task
    return times, received, held


def measure(
    name: str, script: Path, sessions: int, seconds: float, disturbing: int, servers: int = 1
) -> None:
    """Print one row of the table."""
    with ExitStack() as running:
        short = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(LEFT_AFTER)}
        found = [running.enter_context(served(script, **short)) for _ in range(servers)]
        addresses, processes = (
            [address for address, _process in found],
            [process for _address, process in found],
        )
        asyncio.run(load(addresses, servers, 1.0, 0, lambda: 0.0))  # the first visitor warms a server up
        time.sleep(1)
        empty = sum(map(megabytes, processes))
        started, used = time.monotonic(), sum(map(cpu, processes))
        mine = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        times, received, held = asyncio.run(
            load(addresses, sessions, seconds, disturbing, lambda: sum(map(megabytes, processes)))
        )
        lasted = time.monotonic() - started
        used, mine = (
            sum(map(cpu, processes)) - used,
            resource.getrusage(resource.RUSAGE_SELF).ru_utime - mine,
        )
        time.sleep(LEFT_AFTER + 24)  # the sweep comes every 20 seconds
        after = sum(map(megabytes, processes))
    moves = max(1, len(times["end"]))
    cells = [
        f"{name}, {servers} processes" if servers > 1 else name,
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


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, nargs="+", default=[1, 10, 25, 50])
    parser.add_argument("--seconds", type=float, default=40.0)
    parser.add_argument("--heavy", type=int, default=0)
    parser.add_argument("--servers", type=int, default=1)
    parser.add_argument("--plain", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--endure", type=float, default=0.0, help="minutes")
    asked = parser.parse_args()
    if asked.endure:
        endurance.endure(asked.sessions[0] if len(asked.sessions) == 1 else 25, asked.endure)
        return
    print(
        "| page | sessions | moves | bars ms | headline ms | end ms | page ms | open ms | kB a move | processor ms a move | cpu server / driver "
        "| MB before / all there / after | MB a session |"
    )
    print("|---" * 13 + "|")
    for sessions in asked.sessions:
        measure("criteria", ROOT / "app.py", sessions, asked.seconds, asked.heavy, asked.servers)
        if asked.plain:
            measure("plain", ROOT / "benchmarks" / "plain_page.py", sessions, asked.seconds, 0)


if __name__ == "__main__":
    main()
