"""What candidates are worth under each criterion when an order of them is read."""

from __future__ import annotations

import numpy as np
import pytest
from by_hand import PROBLEM

from criteria.model.importance import leaf_weights
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.ranking.evaluate import evaluate
from criteria.weighting.known_candidates import candidate_values, known_candidates
from criteria.weighting.panel import importances_from, items_of, member_weights, nodes_of, panel_members


def in_order(problem: Problem, *candidates: str, who: str = "new") -> Member:
    """Return somebody who put these candidates in order, the best first."""
    said = tuple(Judgement("place", c, "", k + 1.0) for k, c in enumerate(candidates))
    return Member(who, "New", answers=(Answers("", "ordered_candidates", said),)).with_way(
        "", "ordered_candidates"
    )


def test_values_are_those_of_the_weighted_sum(case: Problem, suppliers: Problem, aircraft: Problem) -> None:
    """The weighted sum of the values orders candidates as the method does, with nobody set aside."""
    for problem in (case, suppliers, aircraft):
        scenario = problem.base_scenario().with_method("wsm").with_blanks("median")
        for gate in problem.gates:
            scenario = scenario.with_waived(gate.id, waived=True)
        found = evaluate(problem, scenario)
        own = candidate_values(problem) @ leaf_weights(problem, scenario)
        kept = [problem.row(a.id) for a in found.alternatives]
        if all(leaf.scale for leaf in problem.leaves):
            assert own[kept] == pytest.approx(found.scores, abs=1e-12)
        assert own.min() >= 0
        assert own.max() <= 1


def test_each_leaf_belongs_to_the_sibling_above_it(case: Problem) -> None:
    top = known_candidates(case, items_of(case, ""))
    assert [items_of(case, "")[i] for i in top.item] == [leaf.parent for leaf in case.leaves]
    inside = known_candidates(case, items_of(case, "ip"))
    assert [i >= 0 for i in inside.item] == [leaf.parent == "ip" for leaf in case.leaves]


def test_an_order_gives_weights_at_every_part_and_the_weighted_sum_then_keeps_it(case: Problem) -> None:
    three = ("microsoft-azure", "harman", "ibm-red-hat")
    own = member_weights(case, in_order(case, *three))
    assert own.has_answered
    assert set(own.ways.values()) == {"ordered_candidates"}
    assert own.leaf_weights is not None
    scores = candidate_values(case) @ own.leaf_weights
    rows = [case.row(name) for name in three]
    assert scores[rows[0]] > scores[rows[1]] > scores[rows[2]]
    scenario = case.base_scenario().with_importances(importances_from(case, own.local))
    assert leaf_weights(case, scenario) == pytest.approx(own.leaf_weights, abs=1e-6)


def test_a_part_answered_later_counts_there_and_an_order_given_later_counts_everywhere(case: Problem) -> None:
    member = in_order(case, "microsoft-azure", "harman", "ibm-red-hat")
    said = Answers("ip", "direct", tuple(Judgement("points", i, "", 5) for i in items_of(case, "ip")))
    later = member.with_answers(said).with_way("ip", "direct")
    own = member_weights(case, later)
    assert own.ways["ip"] == "direct"
    assert own.local["ip"] == pytest.approx(np.full(len(items_of(case, "ip")), 1 / len(items_of(case, "ip"))))
    assert own.ways["region"] == "ordered_candidates"
    assert set(member_weights(case, later.with_way("", "ordered_candidates")).ways.values()) == {
        "ordered_candidates"
    }


def test_too_few_or_a_contradiction_give_no_weights_and_the_profile_stands_in(case: Problem) -> None:
    known = panel_members(case, Panel())[0]
    few = in_order(case, "microsoft-azure", "aws", who=known.id)
    own = member_weights(case, few)
    assert own.nodes[""].complaint == "Put at least 3 candidates that you know in order."
    assert own.stand_ins == set(nodes_of(case))
    assert not own.answered
    # Dogwood is at least as good as Ash under every criterion.
    wrong = member_weights(PROBLEM, in_order(PROBLEM, "ash", "birch", "dogwood"))
    assert wrong.leaf_weights is None
    assert wrong.nodes[""].complaint == (
        "No weights give this order: Dogwood is rated at least as high as Ash on every criterion, and is placed after it."
    )


def test_a_missing_rating_is_that_of_the_median_candidate() -> None:
    assert candidate_values(PROBLEM) == pytest.approx(
        np.array([[0.8, 0.7, 0.6], [0.6, 0.8, 0.8], [0.55, 0.8, 0.9], [0.9, 0.9, 0.9]])
    )
