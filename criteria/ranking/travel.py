"""The whole travel of one importance slider: what every one of its steps ranks, in a few calls of the kernel.

Everything else of the scenario stays as it is, so the decision matrix, who is ranked and the base case are computed once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray, IntArray
from criteria.model.evaluation import Evaluation
from criteria.model.importance import leaf_weights, node_weights
from criteria.model.split import known_split
from criteria.model.standing import SetApart
from criteria.ranking.contributions import EXACT_GROUPS, contributions_along
from criteria.ranking.families.votes import has_vote
from criteria.ranking.matrix import decision_matrix, maximized, settings_from
from criteria.ranking.score import checked_settings, method_row, plain_ranks
from criteria.scaling.algebra import one_thread

_MOST = 40_000_000  # numbers that the kernel is handed at most: steps times sets of groups times the decision matrix


def can_travel(evaluation: Evaluation, steps: int = 101) -> bool:
    """Whether all steps of a slider can be had at once: a complete order by a kernel of our own, and a problem that is not too large."""
    row = method_row(evaluation.scenario.method)
    groups = len(evaluation.groups)
    if not has_vote(row) or (row.splits and not row.additive and groups > EXACT_GROUPS):
        return False
    sets = 1 if not row.splits else groups if row.additive else 2**groups
    return steps * sets * evaluation.performances.size <= _MOST


@one_thread()
def travel(evaluation: Evaluation, criterion: str, points: Sequence[float]) -> tuple[Evaluation | None, ...]:
    """Return the evaluation with the importance of one node at each of these points; None where there is no ranking.

    What does not depend on the weights is shared. Not computed for the steps, and left empty: the method's details, the ranks under
    other methods, and the ranks of candidates with unknown cells at their worst and best.
    """
    problem, scenario = evaluation.problem, evaluation.scenario
    found: list[Evaluation | None] = [None] * len(points)
    scenarios = {}
    for k, value in enumerate(points):
        step = scenario.with_importance(criterion, value)
        try:
            scenarios[k] = step, leaf_weights(problem, step)
        except CriteriaError:  # nothing counts at this step
            continue
    if not scenarios:
        return tuple(found)
    weights = np.array([row for _step, row in scenarios.values()])
    matrix = decision_matrix(problem, evaluation.cells, scenario.blanks)
    ranked = list(evaluation.ranked)
    scores, ranks = _scored(evaluation, matrix[ranked], weights)
    parts = _parts(evaluation, matrix[ranked], weights)
    apart = [_apart(evaluation, matrix, entry, weights) for entry in evaluation.set_apart]
    incomplete = tuple(replace(one, worst_rank=None, best_rank=None) for one in evaluation.incomplete)
    for at, (k, (step, row)) in enumerate(scenarios.items()):
        if not np.isfinite(scores[at]).all():
            continue
        split = None if parts is None or np.isnan(parts[at]).any() else parts[at].copy()
        found[k] = replace(
            evaluation,
            scenario=step,
            weights=row,
            node_weights=MappingProxyType(node_weights(problem, step)),
            scores=scores[at].copy(),
            ranks=ranks[at].copy(),
            details=MappingProxyType({}),
            split=known_split(split),
            set_apart=tuple(one[at] for one in apart),
            incomplete=incomplete,
            method_ranks=MappingProxyType({}),
            method_failures=MappingProxyType({}),
        )
    return tuple(found)


def _scored(evaluation: Evaluation, matrix: FloatArray, weights: FloatArray) -> tuple[FloatArray, IntArray]:
    """Return scores and ranks (k, m) of a matrix (m, n) at each weighting (k, n); rows of nan where there are none."""
    row = method_row(evaluation.scenario.method)
    settings = checked_settings(row, settings_from(evaluation.problem, row, evaluation.normalization))
    flags = maximized(evaluation.problem)
    with np.errstate(all="ignore"):
        scores = row.kernel(matrix, weights, flags, **settings)
    finite = np.isfinite(scores).all(axis=1)
    found, ranks = np.full(scores.shape, np.nan), np.zeros(scores.shape, dtype=np.int64)
    if finite.any():
        found[finite] = scores[finite]
        ranks[finite] = plain_ranks(row, matrix, weights[finite], flags, settings)
    return found, ranks


def _parts(evaluation: Evaluation, matrix: FloatArray, weights: FloatArray) -> FloatArray | None:
    problem, row = evaluation.problem, method_row(evaluation.scenario.method)
    places = {group.id: g for g, group in enumerate(problem.groups)}
    membership = np.array([places[problem.group_of(leaf.id).id] for leaf in problem.leaves])
    settings = settings_from(problem, row, evaluation.normalization)
    return contributions_along(row, matrix, weights, maximized(problem), membership, len(places), **settings)


def _apart(
    evaluation: Evaluation, matrix: FloatArray, entry: SetApart, weights: FloatArray
) -> list[SetApart]:
    """Return for each weighting what would become of a candidate that is set apart, if it were added back."""
    row = evaluation.problem.row(entry.alternative)
    together = sorted((*evaluation.ranked, row))
    place = together.index(row)
    try:
        scores, ranks = _scored(evaluation, matrix[together], weights)
    except CriteriaError:
        return [replace(entry, rank=None, score=None)] * len(weights)
    return [
        replace(entry, rank=int(rank), score=float(score))
        if np.isfinite(score)
        else replace(entry, rank=None, score=None)
        for score, rank in zip(scores[:, place], ranks[:, place], strict=True)
    ]
