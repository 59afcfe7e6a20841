"""How long the board pack of the bundled case takes, the first time and after that, file by file; the goal is 1 s, 2 s the first time.

.venv/bin/python benchmarks/pack.py
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import criteria
from criteria.files.record import Decision
from criteria.reports.leaving import leaving, today
from criteria.reports.pack import FILES, pack

ROOT = Path(__file__).parents[1]


def seconds(work: Callable[[], object]) -> str:
    """Return how long work takes: by the clock, and of one processor."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return f"{time.perf_counter() - clock:6.2f} s by the clock, {time.process_time() - processor:6.2f} s of a processor"


def main() -> None:
    """Print the table."""
    case = criteria.load_problem(ROOT / "data" / "automotive-cloud")
    found = leaving(case, case.base_scenario(), day=today(), link="", version="0", methods=())
    print("pack, first time", seconds(lambda: pack(found)))
    print("pack, after that", seconds(lambda: pack(found)))
    for key, row in FILES.items():
        print(f"{key:16}", seconds(lambda make=row.make: make(found, Decision())))


if __name__ == "__main__":
    main()
