"""The ends of ratings' ranges as the model takes them once they are entered: missing ratings, must-haves, and the leads that follow."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from by_hand import ASH, BASE, BIRCH, CEDAR, PROBLEM

import criteria
from criteria.model.evaluation import Evaluation
from criteria.model.gates import Gate
from criteria.model.problem import Problem
from criteria.model.scenario import BLANK_RULES, ChangedCell
from criteria.robustness.evaluated.figures import evidence_tornado_of
from criteria.robustness.evaluated.inputs import evidence_of
from criteria.robustness.evaluated.range_ends import range_ends

OPEN = replace(PROBLEM, criteria=tuple(replace(leaf, scale=None) for leaf in PROBLEM.criteria))
GATED = PROBLEM.with_gate(Gate("fit", True, ">=", "quality", 5))
WIDE = BASE.with_cell(ChangedCell("ash", "quality", 4, 8, 9))  # Ash may fail that must-have


def entered(evaluation: Evaluation, i: int, j: int, value: float) -> Evaluation:
    """Return the evaluation with one rating at this value."""
    own, leaf = evaluation.alternatives[i].id, evaluation.problem.leaves[j].id
    scenario = evaluation.scenario.with_cell(ChangedCell(own, leaf, value, value, value, exact=True))
    return criteria.evaluate(evaluation.problem, scenario, methods=())


@pytest.mark.parametrize("problem", [PROBLEM, OPEN, GATED])
@pytest.mark.parametrize("rule", BLANK_RULES)
def test_the_matrix_of_each_end_is_that_of_entering_it(rule: str, problem: Problem) -> None:
    evaluation = criteria.evaluate(problem, WIDE.with_blanks(rule), methods=())
    evidence = evidence_of(evaluation)
    assert evidence is not None
    found = range_ends(evaluation, evidence)
    for k, (i, j) in enumerate(found.rows.tolist()):
        for end, value in ((2 * k, evidence.low[i, j]), (2 * k + 1, evidence.high[i, j])):
            after = entered(evaluation, i, j, float(value))
            apart = -1 if len(after.ranked) == len(evaluation.ranked) else i
            assert found.apart[end] == apart
            there = np.arange(len(evaluation.ranked)) != apart
            assert found.matrices[end][there] == pytest.approx(after.performances)


def test_what_stands_in_for_a_missing_rating_moves_with_the_rating_that_is_entered() -> None:
    evaluation = criteria.evaluate(PROBLEM, BASE, methods=())
    evidence = evidence_of(evaluation)
    assert evidence is not None
    found = range_ends(evaluation, evidence)
    assert found.rows.tolist() == [[0, 0], [1, 1], [2, 1]]
    # Birch at 6, then at 10: Cedar is at the median of 7, 6 and 9, then of 7, 10 and 9.
    assert found.matrices[2:4, CEDAR, 1].tolist() == [7, 9]


def test_the_lead_is_lost_where_a_must_have_sets_the_leader_apart() -> None:
    evaluation = criteria.evaluate(GATED, WIDE, methods=())
    found = evidence_tornado_of(evaluation)
    assert found is not None
    assert found.rows[0].tolist() == [ASH, 0]
    assert found.out.tolist() == [[True, False], [False, False], [False, False]]
    assert found.lost.tolist() == found.out.tolist()
    assert entered(evaluation, ASH, 0, 4).position("ash") is None


def test_who_is_set_apart_at_an_end_is_not_ahead_there() -> None:
    # Birch at 6 of 10 fails a must-have of 7 for speed; without it Cedar is at the median of 7, 6 and 9, with 0.65 against 0.74.
    gated = PROBLEM.with_gate(Gate("fast", True, ">=", "speed", 7))
    for method in ("wsm", "topsis"):
        evaluation = criteria.evaluate(gated, BASE.with_method(method), methods=())
        found = evidence_tornado_of(evaluation)
        assert found is not None
        (k,) = np.flatnonzero(np.all(found.rows == [BIRCH, 1], axis=1))
        after = entered(evaluation, BIRCH, 1, 6)
        assert [one.id for one in after.alternatives] == ["ash", "cedar"]
        ahead = 1 if evaluation.order[0] == ASH else -1
        assert found.leads[k, 0] == pytest.approx(ahead * (after.scores[0] - after.scores[1]))
        assert not found.out[k].any()
        if method == "wsm":
            assert found.leads[k, 0] == pytest.approx(0.74 - 0.65)
