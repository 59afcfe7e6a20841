"""What a worker says, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from criteria.model.problem import Problem
from criteria.ui.background import frames, worker
from criteria.ui.background.question import Question
from tests.ui.background import questions


@pytest.mark.parametrize(
    ("draws", "few", "said"),
    [(5_000, 1_000, [1_000, 5_000]), (1_000, 1_000, [1_000]), (5_000, 0, [5_000])],
)
def test_few_draws_are_told_first_where_they_are_fewer(
    case: Problem, draws: int, few: int, said: list[int]
) -> None:
    scenario = case.base_scenario()
    scenario = scenario.with_uncertainty(replace(scenario.uncertainty, draws=draws))
    asked = Question(questions.waits, frames.packed(case), scenario, (0.0,), few=few)
    found = list(worker.answers(asked, case))
    assert [value for _kind, value in found] == said
    assert [kind for kind, _value in found] == [worker.PRELIMINARY, worker.ANSWER][-len(said) :]
