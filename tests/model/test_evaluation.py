"""What follows from a problem and a scenario: gates, hypothetical ranks, blanks, rank changes, nobody left."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np
import pytest

import criteria
from criteria.errors import CriteriaError, MethodError, ScenarioError
from criteria.model.criterion import Criterion, Scale
from criteria.model.evaluation import Evaluation
from criteria.model.evidence import Performance
from criteria.model.gates import GateStatus
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


def test_a_failed_hard_gate_sets_apart_with_every_reason_and_margin(case: Problem) -> None:
    evaluation = evaluate(case, case.base_scenario())
    (apart,) = evaluation.set_apart
    assert (apart.alternative, apart.by_hand) == ("huawei-cloud", False)
    assert [r.gate.id for r in apart.failed] == ["g-japan-residency", "g-lawful-na"]
    assert [r.margin for r in apart.failed] == pytest.approx([1.5 - 4, 8 - 10])
    assert all(
        part in apart.failed[0].reason for part in ("1.5", "at least 4", case.criterion("reg-japan").label)
    )
    assert "at most 8" in apart.failed[1].reason
    assert evaluation.position("huawei-cloud") is None
    assert len(evaluation.ranked) == 15


def test_every_candidate_stands_somewhere_at_every_gate(case: Problem) -> None:
    results = evaluate(case, case.base_scenario()).gate_results
    assert len(results) == len(case.alternatives) * len(case.gates)
    for result in results:
        if result.gate.attribute:
            assert result.margin is None
            continue
        cell = case.performance(result.alternative, result.gate.criterion)
        inside = [result.gate.admits(v) for v in (cell.low, cell.high)]  # type: ignore[arg-type]
        wanted = (
            GateStatus.PASS if all(inside) else GateStatus.CONDITIONAL if any(inside) else GateStatus.FAIL
        )
        assert result.status is wanted
        assert result.margin is not None
        assert (result.margin >= 0) == result.gate.admits(cell.likely)  # type: ignore[arg-type]


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


def test_waiving_every_gate_that_it_fails_brings_a_candidate_back(case: Problem) -> None:
    one = case.base_scenario().with_waived("g-japan-residency")
    assert evaluate(case, one).position("huawei-cloud") is None
    both = evaluate(case, one.with_waived("g-lawful-na"))
    assert both.position("huawei-cloud") is not None
    assert both.set_apart == ()
    assert all(r.waived for r in both.gate_results if r.gate.id in ("g-japan-residency", "g-lawful-na"))


def test_a_soft_gate_sets_nobody_apart(case: Problem) -> None:
    evaluation = evaluate(case, case.base_scenario())
    soft = {r.alternative for r in evaluation.gate_results if not r.gate.hard and r.status is GateStatus.FAIL}
    assert "qualcomm" in soft
    assert evaluation.position("qualcomm") is not None


def test_a_changed_cell_moves_the_gate_too(case: Problem) -> None:
    scenario = case.base_scenario().with_cell(ChangedCell("aws", "reg-japan", 1, 1, 1))
    assert "aws" in {apart.alternative for apart in evaluate(case, scenario).set_apart}
    unknown = case.base_scenario().with_cell(ChangedCell("aws", "reg-japan", None, None, None))
    (result,) = [r for r in evaluate(case, unknown).results_of("aws") if r.gate.id == "g-japan-residency"]
    assert (result.status, result.margin) == (GateStatus.CONDITIONAL, None)


def test_who_is_set_aside_by_hand_says_so(case: Problem) -> None:
    (apart,) = [
        a
        for a in evaluate(case, case.base_scenario().with_set_aside("aws")).set_apart
        if a.alternative == "aws"
    ]
    assert (apart.by_hand, apart.failed) == (True, ())


def test_nobody_left_is_a_sentence(case: Problem) -> None:
    scenario = case.base_scenario()
    for alternative in case.alternatives:
        scenario = scenario.with_set_aside(alternative.id)
    with pytest.raises(ScenarioError, match="No candidate is left to rank"):
        evaluate(case, scenario)


@pytest.mark.parametrize("method", criteria.METHODS)
def test_one_candidate_alone_is_ranked_first_or_refused_in_words(case: Problem, method: str) -> None:
    scenario = case.base_scenario().with_method(method)
    for alternative in case.alternatives[1:]:
        scenario = scenario.with_set_aside(alternative.id)
    said = ""
    try:
        evaluation = evaluate(case, scenario)
    except MethodError as error:
        said = str(error)
    if said:
        assert said.endswith(".")
        return
    assert evaluation.ranks.tolist() == [1]
    assert np.all(np.isfinite(evaluation.scores))


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


def test_changed_cells_are_used_and_the_data_stay_as_they_are(case: Problem) -> None:
    cell = ChangedCell("aws", "ip-terms", 1, 2, 3)
    evaluation = evaluate(case, case.base_scenario().with_cell(cell))
    row, column = evaluation.position("aws"), case.column("ip-terms")
    assert evaluation.performances[row, column] == 2
    changed = evaluation.performance("aws", "ip-terms")
    assert (changed.low, changed.likely, changed.high) == (1, 2, 3)
    assert case.performance("aws", "ip-terms").likely == 5
    assert evaluate(case, case.base_scenario()).performance("aws", "ip-terms").likely == 5


def blanks() -> Problem:
    """Return three candidates under a benefit and a cost on declared scales, and one without a scale; one blank each."""
    rows = ((1.0, 5.0, 7.0), (None, 2.0, 3.0), (4.0, None, 5.0), (3.0, 9.0, None))
    return Problem(
        "b",
        "Blanks",
        (
            Criterion("x", "X", scale=Scale(0, 10)),
            Criterion("y", "Y", maximize=False, scale=Scale(-5, 20)),
            Criterion("z", "Z", maximize=False),
        ),
        tuple(Alternative(f"a{i}", f"A{i}") for i in range(4)),
        tuple(tuple(Performance(likely=v) for v in row) for row in rows),
        default_method="wsm",
    )


@pytest.mark.parametrize(
    ("rule", "filled"),
    [
        ("worst-known", (1.0, 9.0, 7.0)),
        ("median", (3.0, 5.0, 5.0)),
        ("worst", (0.0, 20.0, 7.0)),
        ("best", (10.0, -5.0, 3.0)),
    ],
)
def test_an_unknown_cell_stands_where_the_rule_says(rule: str, filled: tuple[float, float, float]) -> None:
    problem = blanks()
    used = evaluate(problem, problem.base_scenario().with_blanks(rule)).performances
    assert (used[1, 0], used[2, 1], used[3, 2]) == filled
    assert used[0].tolist() == [1.0, 5.0, 7.0]


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


def test_other_methods_give_their_ranks_or_say_why_not(
    case: Problem, make_flat: Callable[..., Problem]
) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario())
    assert set(evaluation.method_ranks) | set(evaluation.method_failures) == set(criteria.METHODS)
    assert np.array_equal(evaluation.method_ranks["topsis"], evaluation.ranks)
    assert np.array_equal(
        evaluation.method_ranks["wsm"], evaluate(case, case.base_scenario().with_method("wsm")).ranks
    )
    negative = make_flat([[-1.0, 2.0], [3.0, 4.0], [2.0, 5.0]])
    found = criteria.evaluate(negative, negative.base_scenario().with_method("wsm"))
    assert "copras" in found.method_failures
    assert all(sentence.endswith(".") for sentence in found.method_failures.values())


STRANGERS: dict[str, Callable[[Scenario], Scenario]] = {
    "method": lambda s: s.with_method("magic"),
    "gate": lambda s: s.with_waived("g-none"),
    "candidate": lambda s: s.with_set_aside("nobody"),
    "profile": lambda s: Scenario(s.problem, "nobody", s.method, s.importances),
    "cell's candidate": lambda s: s.with_cell(ChangedCell("nobody", "ip-terms", 1, 1, 1)),
    "cell's criterion": lambda s: s.with_cell(ChangedCell("aws", "ip", 1, 1, 1)),
    "cell beyond the scale": lambda s: s.with_cell(ChangedCell("aws", "ip-terms", 1, 2, 11)),
    "importances": lambda s: Scenario(s.problem, s.profile, s.method, s.importances[1:]),
    "normalization": lambda s: s.with_method("topsis", "magic"),
}


@pytest.mark.parametrize("make", STRANGERS.values(), ids=STRANGERS)
def test_a_scenario_that_does_not_fit_the_problem_is_refused_in_words(
    case: Problem, make: Callable[[Scenario], Scenario]
) -> None:
    with pytest.raises(CriteriaError) as caught:
        evaluate(case, make(case.base_scenario()))
    assert str(caught.value)[-1] in ".?"


def test_evaluating_changes_neither_problem_nor_scenario(case: Problem) -> None:
    scenario = case.base_scenario().with_cell(ChangedCell("aws", "ip-terms", 1, 2, 3))
    before = (repr(case), repr(scenario))
    criteria.evaluate(case, scenario, methods=SOME)
    assert (repr(case), repr(scenario)) == before


@pytest.mark.parametrize("method", criteria.METHODS)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_very_large_performances_end_in_finite_scores_or_in_words(
    make_flat: Callable[..., Problem], method: str
) -> None:
    for rows in (
        [[1e308, 1.0], [-1e308, 2.0], [0.0, 3.0]],
        [[1e308, 1.0], [1e307, 2.0], [5.0, 3.0]],
        [[5e-324, 1.0], [0.0, 2.0]],
    ):
        problem = make_flat(rows)
        try:
            evaluation = evaluate(problem, problem.base_scenario().with_method(method))
        except CriteriaError:
            continue
        assert np.all(np.isfinite(evaluation.scores)), rows
        assert evaluation.ranks.min() == 1
