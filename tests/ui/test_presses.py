"""What presses ask for is done by the run that follows, on whichever page, with what was entered before."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from criteria.model.problem import Problem
from criteria.ui import presses
from criteria.ui import session as tab
from criteria.ui.components.weights import followed

from .weights_page import opened, scenario, session, shown, use

ELSEWHERE = str(Path(__file__).parent / "robustness_alone.py")


def test_a_press_whose_run_was_ended_is_done_by_the_page_that_comes_next() -> None:
    page = opened(problem="fighter-aircraft")
    mine = session(page)
    before = mine.scenario
    mine.to_do.append(followed._used("fighter-aircraft", lambda *_now: {"maximum-speed": 100.0}))
    elsewhere = AppTest.from_file(ELSEWHERE, default_timeout=120)
    elsewhere.session_state["criteria-session"] = mine
    elsewhere.run()
    assert not elsewhere.exception
    assert mine.to_do == []
    assert mine.scenario == before.with_importances({"maximum-speed": 100.0})
    assert [toast.value for toast in elsewhere.toast] == ["The scenario now has these weights."]


def test_the_page_says_at_once_what_a_press_changed() -> None:
    page = use(opened(problem="automotive-cloud"))
    assert scenario(page) != session(page).problem.base_scenario()
    assert "Differs from the base case: importance of" in shown(page)


def test_weights_of_a_problem_that_was_left_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = tab.Session()
    monkeypatch.setattr(tab, "session", lambda: mine)
    mine.problem, mine.scenario = SimpleNamespace(id="another"), "as it is"  # type: ignore[assignment]
    followed._used("this", lambda *_now: {"maximum-speed": 100.0})({})
    assert mine.scenario == "as it is"


def test_what_cannot_be_done_is_asked_once_and_what_was_ended_once_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Ended(BaseException):
        """As Streamlit ends a run."""

    mine, done = tab.Session(), []
    ends = [Ended(), ValueError()]
    monkeypatch.setattr(tab, "session", lambda: mine)
    monkeypatch.setattr(tab, "keep", lambda *_now: None)

    def work(_problems: dict[str, Problem]) -> None:
        done.append(len(ends))
        if ends:
            raise ends.pop(0)

    presses.do_next(work)
    for expected in (Ended, ValueError):
        with pytest.raises(expected):
            presses.do_noted({}, None, None)  # type: ignore[arg-type]
    assert (done, mine.to_do) == ([2, 1], [])


def test_a_press_is_done_to_what_the_address_has_opened_by_then(
    monkeypatch: pytest.MonkeyPatch, case: Problem
) -> None:
    mine, seen = tab.Session(), []
    monkeypatch.setattr(tab, "session", lambda: mine)
    opened_now = case.base_scenario().with_method("vikor")
    presses.do_next(lambda _problems: seen.append(tab.present()))
    assert presses.do_noted({}, case, opened_now) == (case, opened_now)
    assert seen == [(case, opened_now)]


def test_the_way_to_another_page_is_for_the_page_it_was_asked_on(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = tab.Session(page="open")
    monkeypatch.setattr(tab, "session", lambda: mine)
    presses.go_next("shortlist")
    assert (presses.next_page(), presses.next_page()) == ("shortlist", "")
    presses.go_next("shortlist")
    mine.page = "evidence"
    assert presses.next_page() == ""
    mine.page = "open"
    assert presses.next_page() == ""
