"""A problem with nothing to find, and copies of it with one defect each."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion, Scale
from criteria.model.evidence import Performance, Source
from criteria.model.performance_table import PerformanceTable
from criteria.model.problem import Problem
from criteria.model.profile import Profile

# Seven candidates, five criteria. Nobody dominates, no two criteria agree, all values are of one size.
RATINGS = np.array(
    [
        [8.0, 3.0, 6.0, 40.0, 4.0],
        [3.0, 8.5, 5.0, 55.0, 7.0],
        [6.0, 6.0, 2.0, 35.0, 9.0],
        [9.0, 5.0, 8.0, 70.0, 5.5],
        [2.0, 4.0, 9.0, 30.0, 6.5],
        [5.0, 9.0, 7.0, 65.0, 2.0],
        [7.0, 2.0, 4.0, 25.0, 8.0],
    ]
)
RATING = Scale(0, 10, ((2.0, "public terms claim broad use rights"), (8.0, "customer owns all of the data")))
CRITERIA = (
    Criterion("terms", "Terms", scale=RATING),
    Criterion("tools", "Tools", scale=Scale(0, 10)),
    Criterion("reach", "Reach", scale=Scale(0, 10)),
    Criterion("cost", "Cost", maximize=False, unit="EUR"),
    Criterion("support", "Support", scale=Scale(0, 10)),
)
PEOPLE = (
    Profile("legal", "Legal", (("terms", 40), ("tools", 20), ("reach", 20), ("cost", 20), ("support", 20))),
    Profile("cto", "CTO", (("terms", 25), ("tools", 30), ("reach", 25), ("cost", 20), ("support", 20))),
    Profile("buyer", "Buyer", (("terms", 25), ("tools", 20), ("reach", 25), ("cost", 30), ("support", 25))),
)


def cell(i: int, j: int) -> Performance:
    value, reach = float(RATINGS[i, j]), 5.0 if CRITERIA[j].id == "cost" else 0.5
    return Performance(value - reach, value, value + reach, "AB"[(i + j) % 2], f"Reason {i}{j}", f"s{i}{j}")


def clean() -> Problem:
    """Return the problem about which no check says anything."""
    return Problem(
        id="clean",
        title="Clean",
        criteria=CRITERIA,
        alternatives=tuple(Alternative(f"v{i}", f"Vendor {i}") for i in range(len(RATINGS))),
        performances=PerformanceTable.of(
            tuple(cell(i, j) for j in range(len(CRITERIA))) for i in range(len(RATINGS))
        ),
        profiles=PEOPLE,
        sources=(Source("s00", "Report", date="2023-03"),),
        default_profile="legal",
    )


def with_column(problem: Problem, criterion: str, values: list[float]) -> Problem:
    """Return the problem with these exact values under one criterion."""
    j = problem.column(criterion)
    numbers = {(i, j): (v, v, v) for i, v in enumerate(values)}
    return replace(problem, performances=problem.performances.with_numbers(numbers))


def with_row(problem: Problem, alternative: str, values: list[float | None]) -> Problem:
    """Return the problem with these exact values of one candidate; None for unknown."""
    i = problem.row(alternative)
    numbers = {(i, j): (v, v, v) for j, v in enumerate(values)}
    return replace(problem, performances=problem.performances.with_numbers(numbers))
