"""What carries some of many candidates: the same parts as among all, found without dividing the scores of the others."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

import criteria
from criteria.model.problem import Problem
from criteria.ranking.catalogue import METHODS


@pytest.mark.parametrize("criteria_count", [13, 40])
def test_of_some_candidates_the_parts_are_those_that_they_have_among_all(
    make_flat: Callable[..., Problem], criteria_count: int
) -> None:
    problem = make_flat(np.random.default_rng(4).uniform(1, 9, (30, criteria_count)).tolist())
    evaluation = criteria.evaluate(problem, problem.base_scenario().with_method("topsis"), methods=())
    rows = (29, 3, 0, 17)
    some = evaluation.split.of(rows)
    assert some is not None
    assert evaluation.contributions is not None
    assert some.parts == pytest.approx(evaluation.contributions[list(rows)], abs=1e-12)
    assert some.parts.sum(axis=1) == pytest.approx(evaluation.scores[list(rows)], abs=1e-9)
    assert 0 < some.error <= evaluation.contribution_error + 1e-12
    again = evaluation.split.of(rows)
    assert again is not None
    assert again.error == evaluation.contribution_error  # once all are known


def test_many_candidates_are_ranked_before_anybody_asks_what_carries_them(
    make_flat: Callable[..., Problem], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def noted(*given: object, rows: tuple[int, ...] | None = None, **_settings: object) -> None:
        asked.append(rows)

    monkeypatch.setattr("criteria.ranking.evaluate.contributions", noted)
    problem = make_flat(np.random.default_rng(4).uniform(1, 9, (30, 14)).tolist())
    evaluation = criteria.evaluate(problem, problem.base_scenario().with_method("topsis"), methods=())
    assert asked == []
    evaluation.split.of((2, 1))
    assert asked == [(2, 1)]
    criteria.evaluate(problem, problem.base_scenario().with_method("wsm"), methods=())
    assert asked == [(2, 1), None]  # a sum is divided at once


@pytest.mark.parametrize("key", [key for key, row in METHODS.items() if row.by_rows])
def test_a_kernel_by_rows_gives_the_scores_that_they_have_among_all(key: str) -> None:
    drawn = np.random.default_rng(5)
    performances, weights = drawn.uniform(1, 9, (12, 5)), drawn.uniform(0, 1, (7, 5))
    flags = np.array([True, False, True, True, False])
    kernel = METHODS[key].kernel
    assert kernel(performances, weights, flags, rows=[11, 0, 4]) == pytest.approx(
        kernel(performances, weights, flags)[:, [11, 0, 4]], rel=1e-14
    )
