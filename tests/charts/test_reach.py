"""From where bars are drawn: by the pencil's scores, for methods with better and lower, close and distant scores."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from by_hand import evaluated

import criteria
from criteria.charts.parts import parts_of
from criteria.charts.reach import drawn_amounts, drawn_from_last, drawn_score
from criteria.model.problem import Problem


def test_scores_that_are_apart_are_drawn_from_zero_and_close_ones_from_the_last() -> None:
    apart = evaluated()  # 0.74, 0.68, 0.67: the spread is a tenth of the first
    assert not drawn_from_last(apart)
    assert drawn_score(apart, 0.74) == 0.74
    close = replace(apart, scores=np.array([0.74, 0.73, 0.72]))
    assert drawn_from_last(close)
    assert [drawn_score(close, score) for score in (0.74, 0.73, 0.72)] == pytest.approx([0.02, 0.01, 0.0])


def test_lower_scores_reach_further_where_lower_is_better(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method("vikor"), methods=())
    assert not evaluation.higher_is_better
    reach = [drawn_score(evaluation, float(evaluation.scores[i])) for i in evaluation.order]
    assert reach == sorted(reach, reverse=True)
    assert reach[-1] == 0


@pytest.mark.parametrize("method", ["ram", "wsm", "vikor", "spotis"])
def test_the_parts_sum_to_the_reach(case: Problem, method: str) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method(method), methods=())
    if evaluation.contributions is None:
        pytest.skip("not split")
    sums = drawn_amounts(evaluation, parts_of(evaluation)).sum(axis=1)
    assert sums == pytest.approx([drawn_score(evaluation, float(s)) for s in evaluation.scores], abs=1e-9)


def test_equal_scores_are_drawn_from_zero() -> None:
    assert not drawn_from_last(replace(evaluated(), scores=np.array([0.5, 0.5, 0.5])))
