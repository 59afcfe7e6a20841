"""The performances as a scenario takes them to be: the data, with what somebody set by hand in its place."""

from __future__ import annotations

import numpy as np

from criteria.model.criterion import Scale
from criteria.model.evidence import Performance
from criteria.model.performance_table import PerformanceTable
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell, Scenario


def effective_performances(problem: Problem, scenario: Scenario) -> PerformanceTable:
    """Return the performances with the scenario's changed cells in place; these have no confidence, rationale or source.

    Computed once for each evaluation, which carries it; whoever has an evaluation reads `evaluation.cells`.
    """
    return performances_with(problem, scenario.changed)


def performances_with(problem: Problem, changed: tuple[ChangedCell, ...]) -> PerformanceTable:
    """Return the performances with these cells in place."""
    if not changed:
        return problem.performances
    return problem.performances.with_cells(
        {
            (problem.row(cell.alternative), problem.column(cell.criterion)): effective_cell(problem, cell)
            for cell in changed
        }
    )


def effective_cell(problem: Problem, cell: ChangedCell) -> Performance:
    """Return what a changed cell stands for: its own range, or for a point as much below and above as the data have there.

    Where the data know nothing there, the point lies in the middle of the widest range that they give another candidate under
    this criterion. No range leaves the scale.
    """
    if cell.likely is None or cell.exact or cell.low != cell.high:
        return Performance(cell.low, cell.likely, cell.high)
    row, column = problem.row(cell.alternative), problem.column(cell.criterion)
    below, above = _widths(problem.performances, row, column)
    low, high = cell.likely - below, cell.likely + above
    scale = problem.leaves[column].scale
    if scale is not None:
        low, high = _clipped(low, cell.likely, scale), _clipped(high, cell.likely, scale)
    return Performance(low, cell.likely, high)


def sets_anew(problem: Problem, cell: ChangedCell) -> bool:
    """Whether a cell set by hand says anything else than the data have in its place; its numbers count, not what they rest on."""
    there, given = problem.performance(cell.alternative, cell.criterion), effective_cell(problem, cell)
    return (given.low, given.likely, given.high) != (there.low, there.likely, there.high)


def _widths(data: PerformanceTable, row: int, column: int) -> tuple[float, float]:
    """Return how far the range of the data reaches below and above the likely value, each at least 0."""
    if data.known[row, column]:
        likely = float(data.likely[row, column])
        return likely - float(data.low[row, column]), float(data.high[row, column]) - likely
    known = data.known[:, column]
    if not known.any():
        return 0.0, 0.0
    widest = float(np.max(data.high[known, column] - data.low[known, column]))
    return widest / 2, widest / 2


def _clipped(end: float, likely: float, scale: Scale) -> float:
    """Return the end of a range inside the scale; a likely value beyond the scale stays in its range."""
    return max(min(end, max(scale.high, likely)), min(scale.low, likely))
