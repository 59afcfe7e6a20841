"""What a worker says, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from criteria.errors import ClusterError
from criteria.model.problem import Problem
from criteria.robustness.engine.steps import heard_by
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


def test_the_share_done_is_told_in_hundredths_and_few_draws_are_a_part_of_it(case: Problem) -> None:
    told: list[float] = []
    scenario = case.base_scenario()
    asked = Question(
        questions.steps, frames.packed(case), scenario, (1_000,), few=scenario.uncertainty.draws // 4
    )
    shares = []
    with heard_by(worker.in_hundredths(told.append)):
        for _kind, _value in worker.answers(asked, case):
            shares.append(told[-1])
    assert shares == [0.2, 1.0]
    assert told == [k / 100 for k in range(1, 101)]


def test_a_scheduler_that_is_named_computes_and_one_that_is_lost_does_not_stop_the_answer(
    case: Problem, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    named: list[str | None] = []

    @contextmanager
    def lost(address: str | None) -> Iterator[None]:
        named.append(address)
        yield
        raise ClusterError("No Dask scheduler answers there.")

    monkeypatch.setattr(worker, "on_cluster", lost)
    monkeypatch.setenv("CRITERIA_SCHEDULER", "tcp://10.0.0.5:8786")
    asked = Question(questions.waits, frames.packed(case), case.base_scenario(), (0.0,))
    ((kind, value),) = worker.answers(asked, case)
    assert (kind, value) == (worker.ANSWER, case.base_scenario().uncertainty.draws)
    assert named == ["tcp://10.0.0.5:8786"]
    assert "computed on this machine instead. No Dask scheduler answers there." in capsys.readouterr().err
