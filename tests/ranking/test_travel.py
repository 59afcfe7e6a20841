"""The travel of a slider is what evaluating each of its steps gives, for every method that has one."""

from __future__ import annotations

import numpy as np
import pytest
from by_hand import BASE, PROBLEM

import criteria
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.ranking import travel as module
from criteria.ranking.catalogue import METHODS
from criteria.ranking.families.votes import has_vote
from criteria.ranking.travel import can_travel, travel

STEPS = [0.0, 1.0, 7.0, 50.0, 100.0]
VOTERS = [key for key, row in METHODS.items() if has_vote(row)]


def alike(found: Evaluation | None, expected: Evaluation) -> None:
    assert found is not None
    assert found.scenario == expected.scenario
    assert found.order == expected.order
    for name in ("scores", "ranks", "weights", "base_ranks"):
        np.testing.assert_allclose(getattr(found, name), getattr(expected, name), rtol=1e-12, atol=1e-14)
    assert (found.contributions is None) == (expected.contributions is None)
    if found.contributions is not None and expected.contributions is not None:
        np.testing.assert_allclose(found.contributions, expected.contributions, rtol=1e-10, atol=1e-12)
    assert [entry.alternative for entry in found.set_apart] == [e.alternative for e in expected.set_apart]
    for mine, theirs in zip(found.set_apart, expected.set_apart, strict=True):
        assert mine.rank == theirs.rank
        assert mine.base_rank == theirs.base_rank
        assert mine.score == (None if theirs.score is None else pytest.approx(theirs.score, rel=1e-12))
    assert dict(found.node_weights) == pytest.approx(dict(expected.node_weights))


@pytest.mark.parametrize("method", VOTERS)
def test_each_step_is_its_evaluation(case: Problem, method: str) -> None:
    scenario = case.base_scenario().with_method(method)
    evaluation = criteria.evaluate(case, scenario, methods=())
    assert can_travel(evaluation)
    for criterion in (case.groups[0].id, case.leaves[3].id):
        for points, found in zip(STEPS, travel(evaluation, criterion, STEPS), strict=True):
            try:
                expected = criteria.evaluate(case, scenario.with_importance(criterion, points), methods=())
            except criteria.CriteriaError:
                assert found is None
            else:
                alike(found, expected)


def test_a_group_that_counts_nothing_alone_is_no_step() -> None:
    only = BASE.with_importances({"quality": 0.0, "speed": 0.0, "price": 10.0})
    evaluation = criteria.evaluate(PROBLEM, only, methods=())
    nothing, something = travel(evaluation, "price", [0.0, 5.0])
    assert nothing is None
    assert something is not None
    assert something.weights.tolist() == evaluation.weights.tolist()


def test_partial_orders_and_what_is_too_large_stay_at_home(
    case: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = case.base_scenario()
    assert not can_travel(criteria.evaluate(case, base.with_method("promethee_i"), methods=()))
    evaluation = criteria.evaluate(case, base, methods=())
    monkeypatch.setattr(module, "_MOST", 101 * 32 * evaluation.performances.size)
    assert can_travel(evaluation)
    monkeypatch.setattr(module, "_MOST", 101 * 32 * evaluation.performances.size - 1)
    assert not can_travel(evaluation)
