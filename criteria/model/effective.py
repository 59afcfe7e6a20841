"""The performances as a scenario takes them to be: the data, with what somebody set by hand in its place."""

from __future__ import annotations

from dataclasses import replace

from criteria.model.evidence import Performance
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario


def cells_of(problem: Problem, scenario: Scenario) -> tuple[tuple[Performance, ...], ...]:
    """Return the performances with the scenario's changed cells in place; rationale and source stay those of the data."""
    if not scenario.changed:
        return problem.performances
    rows = [list(row) for row in problem.performances]
    for cell in scenario.changed:
        i, j = problem.row(cell.alternative), problem.column(cell.criterion)
        rows[i][j] = replace(rows[i][j], low=cell.low, likely=cell.likely, high=cell.high)
    return tuple(tuple(row) for row in rows)
