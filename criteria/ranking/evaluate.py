"""A problem and a scenario in, an evaluation out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import numpy as np

from criteria.errors import CellError, CriteriaError, ScenarioError
from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.model.cell_names import told_by_names
from criteria.model.effective import effective_performances
from criteria.model.evaluation import Evaluation
from criteria.model.frozen import frozen_inside
from criteria.model.gate_results import results_by_alternative
from criteria.model.gates import GateStatus
from criteria.model.importance import leaf_weights, node_weights
from criteria.model.number import grouped
from criteria.model.performance_table import PerformanceTable
from criteria.model.problem import Problem
from criteria.model.remembered import remembered
from criteria.model.scenario import Scenario
from criteria.model.scenario_checks import check_scenario
from criteria.model.split import Contributions, Split, known_split
from criteria.model.standing import Blanks, GateResult, SetApart
from criteria.ranking.catalogue import METHODS
from criteria.ranking.contributions import contributions, is_estimated
from criteria.ranking.matrix import (
    decision_matrix,
    extents,
    maximized,
    offered_normalizations,
    ranked_performances,
    settings_from,
)
from criteria.ranking.method import Method, Scores, Setting
from criteria.ranking.score import method_row, score
from criteria.scaling.algebra import one_thread
from criteria.scaling.kept import MOST_OF_ONE
from criteria.translation import translate as _


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class _Inputs:
    """The numbers behind an evaluation: the whole matrix, who is ranked with their rows of it, and how the method is set."""

    problem: Problem
    method: Method
    settings: Mapping[str, Setting]
    cells: PerformanceTable
    matrix: FloatArray
    flags: BoolArray
    weights: FloatArray
    failed: Mapping[str, tuple[GateResult, ...]]
    ranked: tuple[int, ...]
    performances: FloatArray

    def scores_of(self, rows: Iterable[int], matrix: FloatArray | None = None) -> Scores:
        """Return the scores of these rows alone, in their order."""
        return self.scores_by(self.method, self.settings, rows, matrix)

    def scores_by(
        self,
        method: Method,
        settings: Mapping[str, Setting],
        rows: Iterable[int],
        matrix: FloatArray | None = None,
    ) -> Scores:
        """Return the scores of these rows by any method. A cell that it cannot take is told by the names of candidate and criterion."""
        chosen = list(rows)
        try:
            return score(
                method.key,
                (self.matrix if matrix is None else matrix)[chosen],
                self.weights,
                self.flags,
                **settings,
            )
        except CellError as error:
            raise told_by_names(error, self.problem, chosen) from error


@one_thread()
def evaluate(problem: Problem, scenario: Scenario, *, methods: Iterable[str] | None = None) -> Evaluation:
    """Return the ranking that follows from a problem and a scenario.

    methods: whose ranks to compute beside the scenario's own, by default all that apply.
    Raises CriteriaError if the scenario does not fit the problem, the method not the data, or nobody is left to rank.
    """
    inputs = _inputs(problem, scenario)
    before = _base_ranks(problem, problem.base_scenario(scenario.profile))
    scores = inputs.scores_of(inputs.ranked)
    others = _other_methods(inputs, METHODS if methods is None else methods)
    among = set(inputs.ranked)
    return Evaluation(
        problem=problem,
        scenario=scenario,
        cells=inputs.cells,
        normalization=str(inputs.settings["normalization"]),
        method_name=inputs.method.name,
        score_name=inputs.method.score_name,
        higher_is_better=scores.higher_is_better,
        order_published=inputs.method.order,
        ranked=inputs.ranked,
        weights=inputs.weights,
        node_weights=MappingProxyType(node_weights(problem, scenario)),
        performances=inputs.performances,
        scores=scores.values,
        ranks=scores.ranks,
        details=scores.details,
        groups=problem.groups,
        split=_split(inputs),
        base_ranks=np.array([before.get(row, 0) for row in inputs.ranked], dtype=np.int64),
        set_apart=tuple(
            _set_apart(inputs, scenario, i, before.get(i))
            for i in range(len(problem.alternatives))
            if i not in among
        ),
        incomplete=tuple(_incomplete(inputs, i) for i in inputs.ranked if not inputs.cells.known[i].all()),
        method_ranks=MappingProxyType(
            {key: found for key, found in others.items() if not isinstance(found, str)}
        ),
        method_failures=MappingProxyType(
            {key: found for key, found in others.items() if isinstance(found, str)}
        ),
    )


def ranks_of(problem: Problem, scenario: Scenario) -> dict[str, int]:
    """Return the ranks that follow from a problem and a scenario, by the identifiers of those who are ranked; nothing else is computed.

    Raises CriteriaError as `evaluate` does.
    """
    inputs = _inputs(problem, scenario)
    ranks = inputs.scores_of(inputs.ranked).ranks
    return {problem.alternatives[row].id: int(rank) for row, rank in zip(inputs.ranked, ranks, strict=True)}


@remembered
def _base_ranks(problem: Problem, base: Scenario) -> Mapping[int, int]:
    """Return the rank of each row in the base case; empty where that cannot be computed."""
    try:
        inputs = _inputs(problem, base)
        ranks = inputs.scores_of(inputs.ranked).ranks
    except CriteriaError:
        return MappingProxyType({})
    return MappingProxyType({row: int(rank) for row, rank in zip(inputs.ranked, ranks, strict=True)})


def _inputs(problem: Problem, scenario: Scenario) -> _Inputs:
    check_scenario(problem, scenario)
    method = method_row(scenario.method)
    normalization = scenario.normalization or offered_normalizations(problem, method)[0]
    cells = effective_performances(problem, scenario)
    failed = _failed(problem, scenario)
    apart = {*scenario.set_aside, *failed}
    ranked = tuple(i for i, alternative in enumerate(problem.alternatives) if alternative.id not in apart)
    if not ranked:
        raise ScenarioError(
            _(
                "No candidate is left to rank: every one fails a must-have or is set aside. Waive a must-have, or bring a candidate back."
            )
        )
    matrix = decision_matrix(problem, cells, scenario.blanks)
    return _Inputs(
        problem=problem,
        method=method,
        settings=settings_from(problem, method, normalization),
        cells=cells,
        matrix=matrix,
        flags=maximized(problem),
        weights=leaf_weights(problem, scenario),
        failed=failed,
        ranked=ranked,
        performances=(
            ranked_performances(problem, scenario.changed, scenario.blanks, ranked)
            if matrix.nbytes <= MOST_OF_ONE
            else matrix[list(ranked)]
        ),
    )


def _failed(problem: Problem, scenario: Scenario) -> dict[str, tuple[GateResult, ...]]:
    """Return the hard gates in force that each candidate fails; only those who fail one."""
    failed = {
        alternative: tuple(result for result in results if _sets_apart(result))
        for alternative, results in results_by_alternative(problem, scenario).items()
    }
    return {alternative: results for alternative, results in failed.items() if results}


def _sets_apart(result: GateResult) -> bool:
    return result.status is GateStatus.FAIL and result.gate.hard and not result.waived


def _split(inputs: _Inputs) -> Split:
    """Return how the scores divide: at once where that takes no time, when it is asked for where it is estimated."""
    groups = {group.id: g for g, group in enumerate(inputs.problem.groups)}
    membership: IntArray = np.array(
        [groups[inputs.problem.group_of(leaf.id).id] for leaf in inputs.problem.leaves]
    )
    divide = partial(
        _divided,
        inputs.method,
        inputs.performances,
        inputs.weights,
        inputs.flags,
        membership,
        len(groups),
        inputs.settings,
    )
    if is_estimated(inputs.method, inputs.weights, membership, len(groups)):
        return Split(divide, by_rows=inputs.method.by_rows)
    found = divide(None)
    return known_split(None) if found is None else known_split(found.parts, found.error)


@one_thread()
def _divided(
    method: Method,
    performances: FloatArray,
    weights: FloatArray,
    flags: BoolArray,
    membership: IntArray,
    groups: int,
    settings: Mapping[str, Setting],
    rows: tuple[int, ...] | None,
) -> Contributions | None:
    try:
        return contributions(method, performances, weights, flags, membership, groups, rows=rows, **settings)
    except CriteriaError:  # some methods of the library are not defined when only some of the groups count
        return None


def _set_apart(inputs: _Inputs, scenario: Scenario, row: int, before: int | None) -> SetApart:
    """Return why a candidate is not ranked, with the rank and score of a second evaluation that adds it back."""
    alternative = inputs.problem.alternatives[row].id
    failed = inputs.failed.get(alternative, ())
    together = sorted((*inputs.ranked, row))
    position = together.index(row)
    try:
        scores = inputs.scores_of(together)
        rank, value = int(scores.ranks[position]), float(scores.values[position])
    except CriteriaError:
        return SetApart(alternative, failed, alternative in scenario.set_aside, None, None, before)
    return SetApart(alternative, failed, alternative in scenario.set_aside, rank, value, before)


def _incomplete(inputs: _Inputs, row: int) -> Blanks:
    """Return a candidate's unknown cells, and its rank if all of them were at their worst and at their best."""
    alternative, leaves = inputs.problem.alternatives[row], inputs.problem.leaves
    unknown = [int(j) for j in np.flatnonzero(~inputs.cells.known[row])]
    ends = extents(leaves, inputs.cells)
    ranks: list[int | None] = []
    for best in (False, True):
        matrix = inputs.matrix.copy()
        for j in unknown:
            matrix[row, j] = ends[j, int(best == leaves[j].maximize)]
        try:
            ranks.append(int(inputs.scores_of(inputs.ranked, matrix).ranks[inputs.ranked.index(row)]))
        except CriteriaError:
            ranks.append(None)
    return Blanks(alternative.id, tuple(leaves[j].id for j in unknown), *ranks)


def _other_methods(inputs: _Inputs, keys: Iterable[str]) -> dict[str, IntArray | str]:
    """Return the ranks under other methods, each with its own normalization, or the sentence that says why there are none."""
    found: dict[str, IntArray | str] = {}
    for key in keys:
        row = method_row(key)
        own = key == inputs.method.key
        if not own and row.too_many_pairs(len(inputs.ranked), len(inputs.flags)):
            found[key] = _(
                "{method} compares every candidate with every other, which takes minutes for {count} of them: choose it to compute it.",
                method=row.name,
                count=grouped(len(inputs.ranked)),
            )
            continue
        normalization = offered_normalizations(inputs.problem, row)[0]
        settings = inputs.settings if own else settings_from(inputs.problem, row, normalization)
        try:
            found[key] = inputs.scores_by(row, settings, inputs.ranked).ranks
        except CriteriaError as error:
            found[key] = str(error)
    return found
