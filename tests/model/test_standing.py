"""How candidates stand at the gates, and who is set aside and why."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from bracketed import Bracketed

import criteria
from criteria.errors import ScenarioError
from criteria.model.evaluation import Evaluation
from criteria.model.gates import GateStatus
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell, Scenario
from criteria.model.standing import STANDING_WORDS, Standing, gate_standing, standing_at
from criteria.translation import in_language


def evaluate(problem: Problem, scenario: Scenario, methods: Iterable[str] = ()) -> Evaluation:
    return criteria.evaluate(problem, scenario, methods=methods)


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


@pytest.mark.slow
def test_reasons_are_told_in_the_language_of_whoever_reads_them(case: Problem) -> None:
    scenario = case.base_scenario().with_cell(ChangedCell("aws", "reg-japan", None, None, None))
    evaluation = evaluate(case, scenario)
    for result in evaluation.gate_results:
        english = (result.found, result.reason)
        with in_language(Bracketed()):
            # What no number and no text of the data answers is a word of the reader's.
            worded = "unknown" in english[0] or " (from " in english[0]
            assert result.found.startswith("⟦") is worded
            assert result.reason.startswith("⟦")
        assert (result.found, result.reason) == english
    with in_language(Bracketed()):
        made_elsewhere = evaluate(case, scenario)
        (apart,) = made_elsewhere.set_apart
        assert apart.reason.count("⟦") == len(apart.failed) > 0
    assert "⟦" not in " ".join([*(r.reason for r in made_elsewhere.gate_results), apart.reason])
    assert made_elsewhere.gate_results == evaluation.gate_results


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


def test_one_gate_has_one_word_whether_told_alone_or_with_the_others(case: Problem) -> None:
    waived = [gate.id for gate in case.gates[:2]]
    scenario = case.base_scenario()
    for gate in waived:
        scenario = scenario.with_waived(gate)
    evaluation, seen = evaluate(case, scenario), set()
    for result in evaluation.gate_results:
        alone = standing_at(result)
        seen.add(alone)
        if result.status is GateStatus.PASS:
            assert alone is Standing.PASS  # whoever passes needs no waiver
        elif not result.waived or result.gate.hard:
            assert gate_standing([result])[0] is alone
    assert Standing.WAIVED in seen
    words = [
        word.split(" (")[0] for standing, word in STANDING_WORDS.items() if standing != Standing.SET_ASIDE
    ]
    assert set(words) == {"pass", "conditional", "fail", "waived"}
