"""From an evaluation to what the robustness figures need: the method's call, and the range of every performance."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.ranking.matrix import extents, maximized, settings_from
from criteria.ranking.score import checked_settings, method_row
from criteria.robustness.engine.calls import Call
from criteria.robustness.engine.draws import Evidence, WeightSampler
from criteria.robustness.engine.ranges import Block, weights_in_ranges


def call_of(evaluation: Evaluation) -> Call:
    """Return the evaluation's method on its decision matrix: those who are ranked, unknown cells filled by the rule."""
    row = method_row(evaluation.scenario.method)
    settings = settings_from(evaluation.problem, row, evaluation.normalization)
    return Call(row, evaluation.performances, maximized(evaluation.problem), checked_settings(row, settings))


def weights_drawn_of(evaluation: Evaluation) -> WeightSampler:
    """Return the sampler of weights around the present ones: within ±spread, and within their own ranges where they have one."""
    problem, scenario = evaluation.problem, evaluation.scenario
    blocks = [Block(tuple(members_of(problem, name)), low, high) for name, low, high in scenario.ranges]
    return weights_in_ranges(evaluation.weights, scenario.uncertainty.spread, blocks)


def evidence_of(evaluation: Evaluation) -> Evidence | None:
    """Return the range of every performance of those who are ranked; None where nothing comes with a range.

    An unknown cell is anywhere on its declared scale, or among what is known of the others, every value alike.
    """
    problem, uncertainty = evaluation.problem, evaluation.scenario.uncertainty
    cells, ranked = evaluation.cells, list(evaluation.ranked)
    likely = np.array(evaluation.performances)
    ends = extents(problem.leaves, cells)
    flat: BoolArray = ~cells.known[ranked]
    low = np.minimum(np.where(flat, ends[:, 0], cells.low[ranked]), likely)
    high = np.maximum(np.where(flat, ends[:, 1], cells.high[ranked]), likely)
    if not np.any(high > low):
        return None
    return Evidence(
        low,
        likely,
        high,
        maximized(problem),
        uncertainty.distribution,
        uncertainty.shared,
        flat,
        joined_by_source(evaluation) if uncertainty.by_source else None,
    )


def joined_by_source(evaluation: Evaluation) -> IntArray:
    """Return a number for the cells (m, n) of the ranked that rest on one source under one criterion, -1 for a cell that shares none.

    What is unknown has no source, and neither has what is set by hand.
    """
    cells = [evaluation.cells[row] for row in evaluation.ranked]
    joined = np.full((len(cells), len(evaluation.problem.leaves)), -1, dtype=np.int64)
    groups = 0
    for j in range(joined.shape[1]):
        by_source: dict[str, list[int]] = {}
        for i, row in enumerate(cells):
            if row[j].known and row[j].source:
                by_source.setdefault(row[j].source, []).append(i)
        for together in by_source.values():
            if len(together) > 1:
                joined[together, j] = groups
                groups += 1
    return joined


def scales_of(problem: Problem, evaluation: Evaluation) -> FloatArray:
    """Return how far each performance can go (n, 2): its declared scale, or the range of what is known."""
    return extents(problem.leaves, evaluation.cells)


def members_of(problem: Problem, criterion: str) -> list[int]:
    """Return the positions of the leaves at or below a node of the criteria tree."""
    below = problem.children(criterion)
    if not below:
        return [problem.column(criterion)]
    return [position for child in below for position in members_of(problem, child.id)]
