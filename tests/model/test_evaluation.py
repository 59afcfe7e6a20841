"""What follows from a problem and a scenario: gates, hypothetical ranks, blanks, rank changes, nobody left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest

import criteria
from criteria.errors import CriteriaError
from criteria.model.evaluation import Evaluation
from criteria.model.evidence import Performance
from criteria.model.performance_table import PerformanceTable
from criteria.model.problem import Alternative, Problem
from criteria.model.scenario import ChangedCell, Scenario

SOME = ("topsis", "wsm", "vikor", "promethee_ii", "electre_i", "mairca")


def evaluate(problem: Problem, scenario: Scenario, methods: Iterable[str] = ()) -> Evaluation:
    return criteria.evaluate(problem, scenario, methods=methods)


def ranks_by_name(evaluation: Evaluation) -> dict[str, int]:
    return {a.id: int(r) for a, r in zip(evaluation.alternatives, evaluation.ranks, strict=True)}


def all_waived(problem: Problem, scenario: Scenario) -> Scenario:
    for gate in problem.gates:
        scenario = scenario.with_waived(gate.id)
    return scenario


@pytest.mark.parametrize("method", SOME)
def test_the_hypothetical_rank_is_that_of_an_evaluation_with_the_candidate_added_back(
    case: Problem, method: str
) -> None:
    scenario = case.base_scenario().with_method(method).with_set_aside("aws").with_set_aside("fujitsu")
    evaluation = evaluate(case, scenario)
    aside = {apart.alternative for apart in evaluation.set_apart}
    assert aside == {"aws", "fujitsu", "huawei-cloud"}
    for apart in evaluation.set_apart:
        back = all_waived(case, case.base_scenario().with_method(method))
        for other in aside - {apart.alternative}:
            back = back.with_set_aside(other)
        independent = evaluate(case, back)
        position = independent.position(apart.alternative)
        assert position is not None
        assert apart.rank == independent.ranks[position]
        assert apart.score == pytest.approx(independent.scores[position], abs=1e-12)


def test_candidates_set_apart_do_not_influence_the_others(case: Problem) -> None:
    evaluation = evaluate(case, case.base_scenario())
    without = evaluate(case, all_waived(case, case.base_scenario()).with_set_aside("huawei-cloud"))
    assert np.array_equal(evaluation.scores, without.scores)
    assert np.array_equal(evaluation.ranks, without.ranks)


def test_rank_changes_are_told_against_the_base_case_of_the_same_profile(case: Problem) -> None:
    base = evaluate(case, case.base_scenario("ip-legal"))
    assert {base.rank_change(i) for i in range(len(base.ranked))} == {0}
    moved = evaluate(
        case,
        case.base_scenario("ip-legal").with_importance("cap-ota", 500).with_importance("capability", 400),
    )
    before, now = ranks_by_name(base), ranks_by_name(moved)
    assert before != now
    assert {a.id: moved.rank_change(i) for i, a in enumerate(moved.alternatives)} == {
        k: before[k] - now[k] for k in now
    }


def test_a_candidate_that_the_base_case_does_not_rank_has_no_rank_change(case: Problem) -> None:
    evaluation = evaluate(case, all_waived(case, case.base_scenario()))
    position = evaluation.position("huawei-cloud")
    assert position is not None
    assert evaluation.rank_change(position) is None
    assert evaluation.base_ranks[position] == 0


@pytest.mark.parametrize("method", ["wsm", "topsis", "vikor", "promethee_ii"])
def test_incomplete_candidates_carry_their_rank_at_worst_and_at_best(suppliers: Problem, method: str) -> None:
    base = suppliers.base_scenario().with_method(method)
    evaluation = evaluate(suppliers, base)
    assert [b.alternative for b in evaluation.incomplete] == [f"supplier-{x}" for x in "bcdef"]
    for found in evaluation.incomplete:
        assert found.worst_rank is not None
        assert found.best_rank is not None
        assert found.worst_rank >= ranks_by_name(evaluation)[found.alternative] >= found.best_rank
        row = suppliers.row(found.alternative)
        for end, told in ((False, found.worst_rank), (True, found.best_rank)):
            scenario = base
            # Everybody else's unknown cells stay where the rule puts them, so they are set there by hand.
            for i, alternative in enumerate(suppliers.alternatives):
                for j, leaf in enumerate(suppliers.leaves):
                    if suppliers.performances[i][j].known:
                        continue
                    assert leaf.scale is not None
                    value = float(evaluation.performances[i, j])
                    if i == row:
                        value = leaf.scale.high if leaf.maximize == end else leaf.scale.low
                    scenario = scenario.with_cell(ChangedCell(alternative.id, leaf.id, value, value, value))
            assert ranks_by_name(evaluate(suppliers, scenario))[found.alternative] == told


@pytest.mark.parametrize("name", ["case", "suppliers", "aircraft"])
def test_a_candidate_without_any_answer_is_neither_first_nor_level_with_the_second(
    name: str, request: pytest.FixtureRequest
) -> None:
    problem: Problem = request.getfixturevalue(name)
    silent = replace(
        problem,
        alternatives=(*problem.alternatives, Alternative("silent", "Silent")),
        performances=PerformanceTable.of([*problem.performances, [Performance() for _ in problem.leaves]]),
        gates=(),
    )
    tried = 0
    for method in criteria.METHODS:
        try:
            evaluation = evaluate(silent, silent.base_scenario().with_method(method), methods=())
        except CriteriaError:
            continue  # a method that refuses these data
        tried += 1
        rank = ranks_by_name(evaluation)["silent"]
        assert rank > 2, method
        assert rank == evaluation.ranks.max(), method  # last, alone or level with others
    assert tried >= 25


def test_a_complete_problem_marks_nobody_incomplete(case: Problem) -> None:
    assert evaluate(case, case.base_scenario()).incomplete == ()


def test_a_cell_set_to_unknown_marks_its_candidate(case: Problem) -> None:
    (found,) = evaluate(
        case, case.base_scenario().with_cell(ChangedCell("aws", "ip-terms", None, None, None))
    ).incomplete
    assert (found.alternative, found.criteria) == ("aws", ("ip-terms",))
