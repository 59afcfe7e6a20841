"""Half an hour of people who come, look at every page, save what they have and leave: is the server's memory flat?

Everybody stays for one to four minutes and somebody else comes in their place; half of them close the page, the connection of the others
breaks off. The server has its usual settings, a session is kept for two minutes after its connection broke, and the store is a file of its
own. Every minute has one line: what was done in it, how long a move took, and what server and workers hold at its end. Results are kept
up to `CRITERIA_CACHE_MB`, which 25 people fill in some three minutes: memory rises for so long, and no longer.
The lines end with the slope of the second half, a straight line through its minutes.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from tabs import ROOT, Tab, megabytes, middle_and_late, opening, served
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

STAY = (60.0, 240.0)  # seconds
THINK = (1.0, 3.0)
MOVES = (3, 8)  # of sliders in a row
PAGES = ("Weights", "Robustness", "Evidence", "Scenarios")
WITH = (
    "",
    "?method=electre_iii",
    "?method=promethee_ii",
    "?problem=telematics-suppliers",
    "?sure=draws:20000,seed:{number}",
)
SAVE = "Save as new"
NAME = "Name of the scenario"


@dataclass
class Minute:
    """What was done since the last line."""

    done: Counter[str] = field(default_factory=Counter)
    moves: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)


async def person(place: str, number: int, minute: Minute) -> None:
    """Come, move sliders, look at all pages in turn, save a scenario, and leave when the time is over."""
    drawn = random.Random(number)
    until = time.monotonic() + drawn.uniform(*STAY)
    query = WITH[number % len(WITH)].format(number=number).removeprefix("?")
    async with connect(place, subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]
        tab = Tab(socket)
        await tab.run(opening(query))
        minute.done["came"] += 1
        page = number
        while time.monotonic() < until:
            for _move in range(drawn.randint(*MOVES)):
                await asyncio.sleep(drawn.uniform(*THINK))
                minute.moves.append((await tab.run(tab.move(drawn)))["end"])
            page += 1
            name = PAGES[page % len(PAGES)]
            await asyncio.sleep(drawn.uniform(*THINK))
            minute.pages.append((await tab.run(opening(page=tab.pages[name])))["end"])
            minute.done[name] += 1
            await asyncio.sleep(drawn.uniform(*THINK))
            if name == "Scenarios":
                await tab.run(tab.press(SAVE, {NAME: f"Scenario {number}"}, name))
                minute.done["saved"] += 1
                await asyncio.sleep(drawn.uniform(*THINK))
            minute.pages.append((await tab.run(opening(page=tab.pages["Shortlist"])))["end"])
        minute.done["failed"] += len(tab.failed)
        for told in tab.failed[:1]:
            print(f"failed: {told[:200]}", flush=True)
        if number % 2:
            socket.transport.abort()
    minute.done["left"] += 1


async def seat(place: str, first: int, step: int, until: float, minute: Minute) -> None:
    """Let one person after the other come."""
    number = first
    await asyncio.sleep(first)  # they do not all come in one second
    while time.monotonic() < until:
        with suppress(ConnectionClosed):
            await person(place, number, minute)
        number += step


def of_workers(process: int) -> float:
    """Return how many megabytes the processes hold that a process started, and those that they started."""
    found = 0.0
    for task in Path(f"/proc/{process}/task").iterdir():
        with suppress(OSError):
            for child in map(int, (task / "children").read_text(encoding="ascii").split()):
                found += megabytes(child) + of_workers(child)
    return found


async def curve(address: str, process: int, sessions: int, minutes: float, store: Path) -> list[float]:
    """Print a line a minute; return what the server held at the end of each, in megabytes."""
    place = address.replace("http", "ws", 1) + "_stcore/stream"
    minute, held = Minute(), list[float]()
    start = time.monotonic()
    seats = [
        asyncio.create_task(seat(place, i, sessions, start + 60 * minutes, minute)) for i in range(sessions)
    ]
    for number in range(1, int(minutes) + 1):
        await asyncio.sleep(max(0.0, start + 60 * number - time.monotonic()))
        held.append(megabytes(process))
        done = minute.done
        cells = [number, done["came"], done["left"], len(minute.moves), middle_and_late(minute.moves)]
        cells += [
            *(done[page] for page in PAGES),
            middle_and_late(minute.pages),
            done["saved"],
            done["failed"],
        ]
        cells += [f"{held[-1]:.0f}", f"{of_workers(process):.0f}", f"{store.stat().st_size / 1e6:.2f}"]
        print("| " + " | ".join(map(str, cells)) + " |", flush=True)
        done.clear(), minute.moves.clear(), minute.pages.clear()
        for task in seats:
            if task.done():
                task.result()  # whatever ended a seat is told, not passed over
    for task in seats:
        task.cancel()
    await asyncio.gather(*seats, return_exceptions=True)
    return held


def endure(sessions: int, minutes: float) -> None:
    """Print the curve, and how fast memory grew in its second half."""
    titles = ["minute", "came", "left", "moves", "move ms", *PAGES, "page ms", "saved", "failed"]
    print("| " + " | ".join([*titles, "server MB", "workers MB", "store MB"]) + " |")
    print("|---" * (len(titles) + 3) + "|", flush=True)
    with tempfile.TemporaryDirectory(prefix="criteria-endurance-") as folder:
        store = Path(folder) / "store.sqlite"
        with served(ROOT / "app.py", DATABASE_URL=f"sqlite:///{store}") as (address, process):
            held = asyncio.run(curve(address, process, sessions, minutes, store))
    half = held[len(held) // 2 :]
    if len(half) > 2:
        slope = np.polyfit(np.arange(len(half)), half, 1)[0]
        print(f"second half: {min(half):.0f} to {max(half):.0f} MB, {60 * slope:+.1f} MB an hour")
