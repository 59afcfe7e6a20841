"""Answers that arrive while the facilitator's page stands: the table follows, and they come in once as many as are needed have answered."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from criteria.model.problem import Problem
from criteria.store import StoreError, items
from criteria.ui import answer_links, rounds
from criteria.ui.components.weights import by_link
from criteria.ui.session import Session
from tests.ui.components.weights.test_by_link import answer, begun, press, shown


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}")


def meanwhile(
    monkeypatch: pytest.MonkeyPatch, page: AppTest, case: Problem, token: str, **how: int
) -> AppTest:
    """Draw the page while a person answers, after the page has read the table and before it asks the store what is new."""
    drawn, left = by_link._state, [token]

    def state(*given: object) -> None:
        drawn(*given)
        if left:
            answer(case, left.pop(), **how)

    with monkeypatch.context() as while_it_stands:
        while_it_stands.setattr(by_link, "_state", state)
        page.run()
    assert not page.exception
    return page


def test_the_table_follows_and_answers_come_in_once_as_many_as_are_needed_have_answered(
    case: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, tokens = begun(case, quorum=2)
    page = meanwhile(monkeypatch, page, case, tokens[0])
    assert "1 of 6 have answered everything; 2 are needed." in shown(page)
    assert page.session_state["criteria-session"].scenario.panel.members == ()
    page = meanwhile(monkeypatch, page, case, tokens[1], parts=2)
    assert ">2 / 6<" in shown(page)
    assert page.session_state["criteria-session"].scenario.panel.members == ()
    page = meanwhile(monkeypatch, page, case, tokens[1])
    asked = [profile.id for profile in case.profiles if profile.kind == "profile"]
    panel = page.session_state["criteria-session"].scenario.panel
    assert {member.id for member in panel.members} == set(asked[:2])
    assert "IP &amp; legal" in shown(page)
    drawn_with = page.session_state["criteria-session"].revision
    page = meanwhile(monkeypatch, page, case, tokens[2], parts=1)  # what is typed on the page stays
    assert ">1 / 6<" in shown(page)
    assert page.session_state["criteria-session"].revision == drawn_with


def later_visit(page: AppTest) -> AppTest:
    """Open the facilitator's view in a new tab of the browser that began the round, with the links folded away."""
    visit = AppTest.from_function(folded, default_timeout=90)
    visit.session_state["criteria-session"] = Session(owner=page.session_state["criteria-session"].token)
    visit.run()
    assert not visit.exception
    return visit


def folded() -> None:
    from criteria.ui import compute, session
    from criteria.ui.components.weights.answer_files import import_report
    from criteria.ui.components.weights.arriving import follow_folded

    if session.session().scenario is None:
        case = compute.problems()["automotive-cloud"]
        session.keep(case, case.base_scenario())
    import_report()
    follow_folded()


def members(page: AppTest) -> set[str]:
    return {member.id for member in page.session_state["criteria-session"].scenario.panel.members}


def test_answers_that_were_complete_before_the_page_is_opened_come_in_when_it_is_though_the_links_are_folded(
    case: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, tokens = begun(case, quorum=2)
    answer(case, tokens[0])
    assert members(later_visit(page)) == set()  # one of two is not enough
    answer(case, tokens[1])
    answer(case, tokens[2], parts=1)
    asked = [profile.id for profile in case.profiles if profile.kind == "profile"]
    visit = later_visit(page)
    assert members(visit) == set(asked[:3])
    assert "IP &amp; legal" in shown(visit)  # a line for each person
    mine = visit.session_state["criteria-session"]
    mine.scenario = case.base_scenario()  # undone
    visit.run()
    assert members(visit) == set()
    monkeypatch.setattr(rounds, "all_open", _away)
    visit.run()
    assert not visit.exception


def _away(*_given: object) -> None:
    raise StoreError("The store cannot be read.")


def test_answers_that_were_undone_do_not_come_back_by_themselves(case: Problem) -> None:
    page, tokens = begun(case, quorum=1)
    answer(case, tokens[0])
    page = press(page, "See who has answered")
    mine = page.session_state["criteria-session"]
    mine.scenario = case.base_scenario()
    page.run()
    assert page.session_state["criteria-session"].scenario.panel.members == ()


def test_one_short_question_is_asked_where_nothing_is_new(
    case: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, _tokens = begun(case)
    (one,) = rounds.all_open(page.session_state["criteria-session"].token, case.id)
    monkeypatch.setattr(items, "open_version", None)  # no document is read
    assert rounds.versions(one) == (1,) * 6


def test_a_round_that_was_ended_in_another_window_is_gone_and_a_store_that_is_away_leaves_the_page_as_it_is(
    case: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, _tokens = begun(case)
    (one,) = rounds.all_open(page.session_state["criteria-session"].token, case.id)

    with monkeypatch.context() as without:
        without.setattr(items, "latest_numbers", _away)
        page.run()
        assert not page.exception
        assert "0 of 6 have answered everything" in shown(page)
    drawn = by_link._state

    def ended(*given: object) -> None:
        drawn(*given)
        rounds.end(one, owner=page.session_state["criteria-session"].token)

    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(by_link, "_state", ended)
        page.run()
    assert not page.exception
    assert "Make a link for each person" in [button.label for button in page.button]
    assert answer_links.PARAMETER + "=" not in shown(page)
