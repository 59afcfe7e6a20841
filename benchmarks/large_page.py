"""What a move of a slider takes on the Shortlist where there are many candidates and criteria, beside the bundled case in the same run.

    python benchmarks/large_page.py [--moves 20] [--sizes 200x30,1000x40] [--app APP]

Bars, verdict and end are milliseconds by the clock until that part of the answer is there, medians over the moves; processor is what the
server takes for a whole move. Each is printed with how many times the bundled case it is. The moves of the sizes take turns, so that a
machine that is busy for a while is so for all of them.  --app: the app to serve, of another commit for example.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import shutil
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median

import numpy as np
import pandas as pd
from tabs import ROOT, Tab, cpu, opening, served
from websockets.asyncio.client import connect

FIRST = "automotive-cloud"
PARTS = ("bars", "headline", "end", "processor")
UNTIMED = 3  # moves of each, before those that count


def add_problem(folder: Path, name: str, rows: int, columns: int) -> None:
    """Write a problem of whole ratings from 1 to 9, all criteria flat, drawn with a fixed seed."""
    drawn = np.random.default_rng(1).integers(1, 10, (rows, columns))
    table = pd.DataFrame(drawn, columns=[f"Criterion {j:03d}" for j in range(columns)])
    table.insert(0, "Name", [f"Supplier {i:05d}" for i in range(rows)])
    directions = pd.DataFrame([["direction", *["max"] * columns]], columns=table.columns)
    (folder / name).mkdir()
    pd.concat([directions, table]).to_csv(folder / name / "table.csv", index=False)


async def opened(address: str, problem: str, stack: AsyncExitStack) -> Tab:
    """Return a tab that shows a problem's Shortlist."""
    place = address.replace("http", "ws", 1) + "_stcore/stream"
    tab = Tab(await stack.enter_async_context(connect(place, subprotocols=["streamlit"], max_size=None)))
    first = await tab.run(opening(f"problem={problem}"))
    print(f"{problem}: opened in {1e3 * first['end']:,.0f} ms", flush=True)
    return tab


async def measured(
    folder: Path, names: list[str], moves: int, app: Path
) -> dict[str, dict[str, list[float]]]:
    """Return what each move took, in milliseconds, by problem and part."""
    found = {name: {part: list[float]() for part in PARTS} for name in names}
    drawn = random.Random(1)
    with served(app, CRITERIA_DATA=str(folder)) as (address, process):
        async with AsyncExitStack() as stack:
            tabs = {name: await opened(address, name, stack) for name in names}
            for count in range(UNTIMED + moves):
                for name, tab in tabs.items():
                    before = cpu(process)
                    taken = await tab.run(tab.move(drawn))
                    await asyncio.sleep(0.1)  # what the server does after its last message is part of it
                    taken["processor"] = cpu(process) - before
                    for part, times in found[name].items():
                        if count >= UNTIMED and part in taken:
                            times.append(1e3 * taken[part])
                    assert not tab.failed, tab.failed
    return found


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--moves", type=int, default=20)
    asked.add_argument("--sizes", default="200x30,1000x40")
    asked.add_argument("--app", type=Path, default=ROOT / "app.py")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        shutil.copytree(ROOT / "data" / FIRST, folder / FIRST)
        names = [FIRST, *(f"size-{size}" for size in given.sizes.split(","))]
        for name in names[1:]:
            add_problem(folder, name, *map(int, name.removeprefix("size-").split("x")))
        found = asyncio.run(measured(folder, names, given.moves, given.app.resolve()))
    print(f"{'':<20}" + "".join(f"{part:>22}" for part in PARTS))
    for name in names:
        line = f"{name:<20}"
        for part in PARTS:
            middle = median(found[name][part] or [float("nan")])
            line += f"{middle:>10,.0f} ms ({middle / median(found[FIRST][part]):5.1f} x)"
        print(line)


if __name__ == "__main__":
    main()
