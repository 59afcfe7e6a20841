"""A session waits: what is long, what it is told when the time is over, and that nothing unfinished is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

import criteria
from criteria.model.problem import Problem
from criteria.robustness.evaluated import figures
from criteria.ui.background import answered, jobs
from criteria.ui.background.question import Question
from criteria.ui.cache import SHARED


@pytest.mark.parametrize(
    ("method", "draws", "ask", "long"),
    [
        ("topsis", 10_000, figures.acceptability_of, False),
        ("topsis", 200_000, figures.acceptability_of, True),
        ("topsis", 200_000, figures.weight_sweep_of, False),
        ("topsis", 1_000, figures.sobol_indices_of, True),
        ("electre_iii", 10_000, figures.weight_sweep_of, True),
    ],
)
def test_what_is_long_is_asked_of_a_worker(
    case: Problem,
    monkeypatch: pytest.MonkeyPatch,
    method: str,
    draws: int,
    ask: Callable[..., object],
    long: bool,
) -> None:
    scenario = case.base_scenario().with_method(method)
    scenario = scenario.with_uncertainty(replace(scenario.uncertainty, draws=draws))
    found = criteria.evaluate(case, scenario, methods=())
    assert not answered.is_long(ask, found)  # nobody waits here
    monkeypatch.setattr(answered, "get_script_run_ctx", lambda **_none: object())
    assert answered.is_long(ask, found) is long


def page() -> None:
    """Ask for 200,000 draws, and show how many there were."""
    from dataclasses import replace

    import streamlit as st

    from criteria.errors import CriteriaError
    from criteria.robustness.evaluated import figures
    from criteria.ui import compute

    problem = next(iter(compute.problems().values()))
    scenario = problem.base_scenario()
    scenario = scenario.with_uncertainty(replace(scenario.uncertainty, draws=200_000))
    try:
        found = compute.figure(figures.acceptability_of, compute.evaluated(problem, scenario), "around")
        st.text(f"{found.draws} draws")
    except CriteriaError as error:
        st.text(str(error))


class Stub:
    """A queue that has ended already."""

    limit = 7.0

    def __init__(self, outcome: str, value: object = None, preliminary: object = None) -> None:
        self.left, self.outcome, self.value, self.preliminary = 0, outcome, value, preliminary

    def ask(self, question: Question) -> jobs.Job:
        job = jobs.Job(question, outcome=self.outcome, value=self.value, preliminary=self.preliminary)
        job.done.set()
        return job

    def leave(self, _job: jobs.Job) -> None:
        self.left += 1


def texts(app: AppTest) -> list[str]:
    return [each.value for each in [*app.text, *app.caption]]


def test_the_time_limit_shows_what_was_found_and_asks_again_next_time(
    case: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    few = replace(figures.acceptability_of(evaluation, "around"), draws=1_000)
    whole = replace(few, draws=200_000)
    stub = Stub(jobs.TIME_OVER, preliminary=few)
    monkeypatch.setattr(answered, "_JOBS", stub)
    app = AppTest.from_function(page, default_timeout=60).run()
    assert "1000 draws" in texts(app), texts(app)
    (note,) = [told for told in texts(app) if "longer than" in told]
    assert "7 seconds" in note
    stub = Stub(jobs.TIME_OVER)
    monkeypatch.setattr(answered, "_JOBS", stub)
    assert any("was ended" in told for told in texts(app.run()))
    stub = Stub(jobs.ANSWER, whole)
    monkeypatch.setattr(answered, "_JOBS", stub)
    assert texts(app.run()) == ["200000 draws"]
    assert stub.left == 1


@pytest.mark.parametrize(
    ("ahead", "seconds", "share", "told"),
    [
        (1, 0, 0.0, "1 computation is under way before this one."),
        (2, 5, 0.0, "2 computations are under way before this one."),
        (0, 0, 0.5, ""),
        (0, 12, 0.0, "Under way for 12 of at most 60 seconds."),
        (0, 12, 0.34, "34% done, under way for 12 of at most 60 seconds."),
    ],
)
def test_who_waits_is_told_how_far_it_is(ahead: int, seconds: int, share: float, told: str) -> None:
    assert answered.waiting_text(ahead, seconds, 60.0, share) == told


def test_what_was_stopped_is_not_computed_until_somebody_asks_again(
    case: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = replace(
        figures.acceptability_of(criteria.evaluate(case, case.base_scenario(), methods=()), "around"),
        draws=200_000,
    )
    SHARED.clear()
    asked: list[Question] = []

    class Asked(Stub):
        def ask(self, question: Question) -> jobs.Job:
            asked.append(question)
            return super().ask(question)

    monkeypatch.setattr(answered, "_JOBS", Asked(jobs.TIME_OVER, preliminary=whole))
    app = AppTest.from_function(page, default_timeout=60).run()
    app.session_state["criteria-session"].stopped.add(asked[0])
    app.run()
    assert (texts(app), len(asked)) == (["Stopped before it was computed."], 1)
    app.button[0].click().run()
    assert ("200000 draws" in texts(app), len(asked)) == (True, 2)


def test_a_failure_has_a_number_and_a_complaint_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    SHARED.clear()
    monkeypatch.setattr(answered, "_JOBS", Stub(jobs.FAULT, {"error": "ZeroDivisionError"}))
    app = AppTest.from_function(page, default_timeout=60).run()
    assert any("in the log" in told for told in texts(app))
    monkeypatch.setattr(answered, "_JOBS", Stub(jobs.COMPLAINT, "Fill it in."))
    assert texts(app.run()) == ["Fill it in."]
