"""From an evaluation to what the robustness figures need: the method's call, and the range of every performance."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.model.effective import cells_of
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.ranking.matrix import extent, maximized, settings_from
from criteria.ranking.score import checked_settings, method_row
from criteria.robustness.engine.calls import Call
from criteria.robustness.engine.draws import Evidence


def call_of(evaluation: Evaluation) -> Call:
    """Return the evaluation's method on its decision matrix: those who are ranked, unknown cells filled by the rule."""
    row = method_row(evaluation.scenario.method)
    settings = settings_from(evaluation.problem, row, evaluation.normalization)
    return Call(row, evaluation.performances, maximized(evaluation.problem), checked_settings(row, settings))


def evidence_of(evaluation: Evaluation) -> Evidence | None:
    """Return the range of every performance of those who are ranked; None where nothing comes with a range.

    An unknown cell is anywhere on its declared scale, or among what is known of the others, every value alike.
    """
    problem, uncertainty = evaluation.problem, evaluation.scenario.uncertainty
    cells = cells_of(problem, evaluation.scenario)
    likely = np.array(evaluation.performances)
    low, high = likely.copy(), likely.copy()
    flat: BoolArray = np.zeros(likely.shape, dtype=np.bool_)
    for j, leaf in enumerate(problem.leaves):
        ends = extent(leaf, [row[j] for row in cells])
        for i, place in enumerate(evaluation.ranked):
            cell = cells[place][j]
            flat[i, j] = not cell.known
            known = (cell.low, cell.high) if cell.low is not None and cell.high is not None else ends
            low[i, j], high[i, j] = min(known[0], likely[i, j]), max(known[1], likely[i, j])
    if not np.any(high > low):
        return None
    return Evidence(low, likely, high, maximized(problem), uncertainty.distribution, uncertainty.shared, flat)


def scales_of(problem: Problem, evaluation: Evaluation) -> FloatArray:
    """Return how far each performance can go (n, 2): its declared scale, or the range of what is known."""
    cells = cells_of(problem, evaluation.scenario)
    return np.array([extent(leaf, [row[j] for row in cells]) for j, leaf in enumerate(problem.leaves)])


def members_of(problem: Problem, criterion: str) -> list[int]:
    """Return the positions of the leaves at or below a node of the criteria tree."""
    below = problem.children(criterion)
    if not below:
        return [problem.column(criterion)]
    return [position for child in below for position in members_of(problem, child.id)]
