"""How long and how much memory a table of 10,000 candidates and 100 criteria takes from the file to its ranking.

    python benchmarks/large_table.py

Times are seconds of processor time, beside those of `pandas.read_csv` (or `read_excel` by calamine) for the same file; growth is how
many times a table of 2,500 rows it takes: 4 where it grows with the rows.
"""

from __future__ import annotations

import io
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).parents[1]))

import criteria

SMALL, LARGE, COLUMNS = 2_500, 10_000, 100


def table(rows: int) -> pd.DataFrame:
    """Return ratings, shares, prices and measures in turn, drawn with a fixed seed."""
    rng = np.random.default_rng(1)
    kinds = (
        lambda: rng.integers(1, 11, rows),
        lambda: np.round(rng.uniform(0, 100, rows), 2),
        lambda: rng.integers(1_000, 900_000, rows),
        lambda: np.round(rng.normal(50, 10, rows), 1),
    )
    columns = {f"Criterion {j:03d}": kinds[j % len(kinds)]() for j in range(COLUMNS)}
    return pd.DataFrame({"Candidate": [f"Supplier {i:05d}" for i in range(rows)], **columns})


def content(rows: int, kind: str) -> bytes:
    """Return the table as a file."""
    if kind == "csv":
        return table(rows).to_csv(index=False).encode()
    into = io.BytesIO()
    table(rows).to_excel(into, index=False, engine="xlsxwriter")
    return into.getvalue()


def measured(rows: int, kind: str) -> dict[str, float]:
    """Return seconds of each step, and the most memory in MB, in a process of its own."""
    given = content(rows, kind)
    found = {}
    begun = time.process_time()
    pd.read_csv(io.BytesIO(given)) if kind == "csv" else pd.read_excel(io.BytesIO(given), engine="calamine")
    found["pandas"] = time.process_time() - begun
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    def step(name: str, begun: float) -> float:
        now = time.process_time()
        found[name] = now - begun
        return now

    begun = time.process_time()
    reading = criteria.read_table(given)
    begun = step("read", begun)
    answered = reading.with_directions(all_maximize=True)
    begun = step("answer", begun)
    found["memory of reading"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
    assert answered.problem is not None, answered.findings
    evaluation = criteria.evaluate(answered.problem, answered.problem.base_scenario())
    begun = step("rank", begun)
    evaluation.shortlist()
    step("shortlist", begun)
    found["memory of all"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
    return found


def main() -> None:
    """Print the table of times, each kind and size in a process of its own."""
    if len(sys.argv) > 1:
        print(json.dumps(measured(int(sys.argv[1]), sys.argv[2])))
        return
    print(f"{'':<22}{'2,500 rows':>12}{'10,000 rows':>12}{'growth':>9}{'x pandas':>10}")
    for kind in ("csv", "xlsx"):
        small, large = (
            json.loads(
                subprocess.run(
                    [sys.executable, __file__, str(rows), kind], capture_output=True, check=True, text=True
                ).stdout
            )
            for rows in (SMALL, LARGE)
        )
        for name, taken in large.items():
            unit = "MB" if name.startswith("memory") else "s"
            times = f"{taken / large['pandas']:10.0f}" if unit == "s" else ""
            print(
                f"{kind + ', ' + name:<22}{small[name]:>9.2f} {unit:<2}{taken:>9.2f} {unit:<2}{taken / small[name]:>9.1f}{times}"
            )


if __name__ == "__main__":
    main()
