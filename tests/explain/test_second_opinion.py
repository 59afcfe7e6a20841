"""The sentence on the second opinion says what was found."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import criteria
from criteria.explain.second_opinion import second_opinion_text
from criteria.model.problem import Problem


@pytest.mark.slow
def test_the_same_order_is_said_with_the_largest_difference_and_how_its_way_differs(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    opinion = criteria.second_opinion(evaluation)
    assert opinion.largest_difference < 1e-12
    said = second_opinion_text(evaluation, opinion)
    assert said.startswith(f"Computed independently by scikit-criteria {opinion.version}: same order")
    other = criteria.evaluate(case, case.base_scenario().with_method("copras"), methods=())
    assert "per cent of the best" in second_opinion_text(other, criteria.second_opinion(other))
    ranks = np.array(opinion.ranks)
    first, last = evaluation.order[0], evaluation.order[-1]
    ranks[[first, last]] = ranks[[last, first]]
    differs = second_opinion_text(
        evaluation, replace(opinion, ranks=ranks, same_order=False, largest_difference=0.25)
    )
    assert "another order" in differs
    assert f"{evaluation.alternatives[first].label} 1 → {len(evaluation.ranked)}" in differs
    assert "0.25" in differs
