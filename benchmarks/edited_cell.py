"""How long the shortlist of a large problem takes without and with a cell set by hand: the two should be alike.

.venv/bin/python benchmarks/edited_cell.py
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

import criteria
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion, Scale
from criteria.model.evidence import Performance
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell

M, N, TIMES = 1_000, 100, 5


def large() -> Problem:
    """Return a problem of 1,000 candidates and 100 criteria, its values drawn with a fixed seed."""
    values = np.random.default_rng(1).uniform(0, 10, (M, N)).tolist()
    return Problem(
        id="large",
        title="Large",
        criteria=tuple(Criterion(f"c{j}", f"C{j}", scale=Scale(0, 10)) for j in range(N)),
        alternatives=tuple(Alternative(f"a{i}", f"A{i}") for i in range(M)),
        performances=tuple(tuple(Performance(likely=v, confidence="B") for v in row) for row in values),  # type: ignore[arg-type]
        default_method="wsm",
    )


def main() -> None:
    problem = large()
    base = problem.base_scenario()
    edited = base.with_cell(ChangedCell("a7", "c3", 1.0, 2.0, 3.0))
    criteria.evaluate(problem, base, methods=())  # the base case is computed once for all scenarios
    taken: dict[str, list[float]] = {"without": [], "one edited cell": []}
    for _ in range(TIMES):
        for name, scenario in zip(taken, (base, edited), strict=True):
            begun = time.process_time()
            criteria.evaluate(problem, scenario, methods=()).shortlist()
            taken[name].append(time.process_time() - begun)
    medians = {name: statistics.median(times) for name, times in taken.items()}
    for name, seconds in medians.items():
        print(f"{name:<16} {1000 * seconds:9.0f} ms")
    print(f"{'ratio':<16} {medians['one edited cell'] / medians['without']:9.2f}")


if __name__ == "__main__":
    main()
