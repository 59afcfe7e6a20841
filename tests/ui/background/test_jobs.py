"""Workers as they really run: equal questions share one, nobody waits in vain, nothing runs without end."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from criteria.model.problem import Problem
from criteria.ui.background import frames, jobs
from criteria.ui.background.jobs import ANSWER, COMPLAINT, FAULT, TIME_OVER, Job, Jobs
from criteria.ui.background.question import Question
from tests.ui.background import questions

pytestmark = pytest.mark.slow
Ask = Callable[..., Question]


@pytest.fixture
def question(case: Problem) -> Ask:
    given = frames.packed(case)

    def asked(ask: Callable[..., object], *chosen: object, draws: int = 1_000, few: int = 0) -> Question:
        scenario = case.base_scenario()
        scenario = scenario.with_uncertainty(replace(scenario.uncertainty, draws=draws))
        return Question(ask, given, scenario, chosen, few=few)

    return asked


def ended(queue: Jobs, job: Job) -> Job:
    assert job.done.wait(60)
    queue.leave(job)
    return job


def gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def test_one_worker_answers_complains_and_fails_and_goes_on(question: Ask) -> None:
    queue = Jobs(workers=1, limit=60)
    first = ended(queue, queue.ask(question(questions.worker)))
    assert (first.outcome, first.value != os.getpid()) == (ANSWER, True)
    complaint = ended(queue, queue.ask(question(questions.complains)))
    assert (complaint.outcome, "fill it in" in str(complaint.value)) == (COMPLAINT, True)
    fault = ended(queue, queue.ask(question(questions.fails)))
    assert fault.outcome == FAULT
    assert "ZeroDivisionError" in str(fault.value)
    assert "secret" not in str(fault.value)
    assert ended(queue, queue.ask(question(questions.worker))).value == first.value
    assert ended(queue, queue.ask(question(questions.ends))).outcome == FAULT
    other = ended(queue, queue.ask(question(questions.worker)))
    assert (other.outcome, other.value != first.value) == (ANSWER, True)


def test_equal_questions_share_one_computation_which_ends_when_the_last_one_leaves(question: Ask) -> None:
    queue = Jobs(workers=1, limit=60)
    worker = ended(queue, queue.ask(question(questions.worker))).value
    assert isinstance(worker, int)
    one, other = queue.ask(question(questions.waits, 30.0)), queue.ask(question(questions.waits, 30.0))
    behind = queue.ask(question(questions.worker))
    assert one is other
    assert (queue.ahead_of(one), queue.ahead_of(behind)) in [(0, 1), (1, 1), (1, 2)]
    time.sleep(0.5)
    assert (queue.ahead_of(one), queue.ahead_of(behind)) == (0, 1)
    queue.leave(one)
    assert not one.done.wait(0.5)
    queue.leave(other)
    assert one.done.wait(5)
    assert gone(worker)
    assert ended(queue, behind).outcome == ANSWER


def test_who_leaves_the_queue_costs_nothing(question: Ask) -> None:
    queue = Jobs(workers=1, limit=60)
    running = queue.ask(question(questions.waits, 1.0))
    waiting = queue.ask(question(questions.waits, 30.0))
    queue.leave(waiting)
    last = queue.ask(question(questions.worker))
    assert ended(queue, running).value == 1_000
    assert ended(queue, last).outcome == ANSWER
    assert not waiting.done.is_set()


def test_after_the_time_limit_there_is_what_few_draws_gave(question: Ask) -> None:
    queue = Jobs(workers=1, limit=3)
    asked = question(questions.waits, 0.1, draws=100_000, few=1_000)
    job = ended(queue, queue.ask(asked))
    assert (job.outcome, job.preliminary, job.value) == (TIME_OVER, 1_000, None)
    assert ended(queue, queue.ask(question(questions.worker))).outcome == ANSWER


def test_the_share_done_arrives_while_it_is_computed(question: Ask) -> None:
    queue = Jobs(workers=1, limit=60)
    job = queue.ask(question(questions.steps, 20, 0.05))
    seen = set()
    while not job.done.wait(0.02):
        seen.add(job.share)
    assert (job.outcome, job.value, job.share) == (ANSWER, 20, 1.0)
    assert len(seen) > 5
    queue.leave(job)


def test_an_idle_worker_is_ended(question: Ask) -> None:
    queue = Jobs(workers=2, limit=60, idle=0.2)
    worker = ended(queue, queue.ask(question(questions.worker))).value
    assert isinstance(worker, int)
    deadline = time.monotonic() + 10
    while not gone(worker):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert ended(queue, queue.ask(question(questions.worker))).outcome == ANSWER


def test_a_worker_keeps_the_memory_of_its_arrays_unless_the_server_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[dict[str, str]] = []
    monkeypatch.setattr(jobs.subprocess, "Popen", lambda _words, env, **_more: given.append(env))
    monkeypatch.delenv("MALLOC_MMAP_THRESHOLD_", raising=False)
    jobs._started()
    monkeypatch.setenv("MALLOC_MMAP_THRESHOLD_", "1")
    jobs._started()
    assert [env["MALLOC_MMAP_THRESHOLD_"] for env in given] == ["4194304", "1"]
