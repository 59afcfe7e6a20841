"""The performances as a scenario takes them to be: the data, with what somebody set by hand in its place."""

from __future__ import annotations

from criteria.model.performance_table import PerformanceTable
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario


def effective_performances(problem: Problem, scenario: Scenario) -> PerformanceTable:
    """Return the performances with the scenario's changed cells in place; rationale and source stay those of the data.

    Computed once for each evaluation, which carries it; whoever has an evaluation reads `evaluation.cells`.
    """
    if not scenario.changed:
        return problem.performances
    return problem.performances.with_numbers(
        {
            (problem.row(cell.alternative), problem.column(cell.criterion)): (
                cell.low,
                cell.likely,
                cell.high,
            )
            for cell in scenario.changed
        }
    )
