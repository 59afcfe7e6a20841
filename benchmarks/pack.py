"""How long the board pack of the bundled case takes: as a command, in a program that runs, and file by file; the goal is 2 s and 1 s.

.venv/bin/python benchmarks/pack.py
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
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
    return _told(time.perf_counter() - clock, time.process_time() - processor)


def commands(times: int) -> Iterator[str]:
    """Yield how long `criteria pack` takes from start to end, once for each time; before the first, Python has compiled nothing."""
    with tempfile.TemporaryDirectory() as there:
        words = ["-m", "criteria", "pack", "automotive-cloud", "--output", f"{there}/pack.zip"]
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        kept["PYTHONPYCACHEPREFIX"] = there
        for _time in range(times):
            clock, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, *words], cwd=ROOT, env=kept, check=True, capture_output=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            yield _told(time.perf_counter() - clock, used)


def _told(clock: float, processor: float) -> str:
    return f"{clock:6.2f} s by the clock, {processor:6.2f} s of a processor"


def main() -> None:
    """Print the table."""
    for told in commands(6):
        print("criteria pack   ", told)
    case = criteria.load_problem(ROOT / "data" / "automotive-cloud")
    found = leaving(case, case.base_scenario(), day=today(), link="", version="0", methods=())
    print("pack, first time", seconds(lambda: pack(found)))
    print("pack, after that", seconds(lambda: pack(found)))
    for key, row in FILES.items():
        print(f"{key:16}", seconds(lambda make=row.make: make(found, Decision())))


if __name__ == "__main__":
    main()
