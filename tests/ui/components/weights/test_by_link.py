"""Who brings a group together: makes a link for each person, sees who has answered, and brings the answers in."""

from __future__ import annotations

import re

import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from criteria.errors import CriteriaError
from criteria.model.judgements import Answers, Judgement, Panel
from criteria.model.problem import Problem
from criteria.store import StoreError, items
from criteria.ui import answer_links, rounds
from criteria.weighting.panel import items_of, nodes_of


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}")


def drawn() -> None:

    from criteria.ui import compute, session
    from criteria.ui.components.weights.answer_files import import_report
    from criteria.ui.components.weights.by_link import by_link
    from criteria.ui.components.weights.members import member_names
    from criteria.weighting.panel import panel_members

    if session.session().scenario is None:
        case = compute.problems()["automotive-cloud"]
        session.keep(case, case.base_scenario())
    problem, scenario = session.present()
    import_report()
    by_link(problem, member_names(list(panel_members(problem, scenario.panel))))


def shown(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def press(page: AppTest, label: str) -> AppTest:
    page = next(button for button in page.button if button.label == label).click().run()
    assert not page.exception
    return page


def answer(case: Problem, token: str, *, parts: int | None = None) -> None:
    questions = answer_links.opened(token, {case.id: case})
    member = answer_links.answers_of(questions)
    for node in nodes_of(case)[:parts]:
        said = [Judgement("rank", item, "", 1.0 + k) for k, item in enumerate(items_of(case, node))]
        member = member.with_answers(Answers(node, "rank_order", tuple(said))).with_way(node, "rank_order")
    answer_links.save(questions, case, questions.scenario.with_panel(Panel((member,), open=member.id)))


def begun(case: Problem, *, without_names: bool = False, quorum: int = 6) -> tuple[AppTest, list[str]]:
    page = AppTest.from_function(drawn, default_timeout=90).run()
    page.number_input[0].set_value(quorum).run()
    if without_names:
        page.toggle[0].set_value(True).run()
    page = press(page, "Make a link for each person")
    tokens = re.findall(rf"{answer_links.PARAMETER}=([\w-]{{32}})", shown(page))
    assert len(set(tokens)) == len(tokens) == 6
    assert all(
        str(escape(profile.name)) in shown(page) for profile in case.profiles if profile.kind == "profile"
    )
    return page, tokens


def test_nothing_can_be_brought_in_before_somebody_has_answered(case: Problem) -> None:
    page, _tokens = begun(case)
    assert "0 of 6 have answered everything; 6 are needed." in shown(page)
    assert next(b for b in page.button if b.label == "Bring in what is there now").disabled


def test_who_has_answered_is_seen_and_what_is_not_until_it_is_brought_in(case: Problem) -> None:
    page, tokens = begun(case, quorum=2)
    answer(case, tokens[0])
    answer(case, tokens[1], parts=2)
    page = press(page, "See who has answered")
    assert "1 of 6 have answered everything; 2 are needed." in shown(page)
    assert re.search(r">6 / 6<.*>2 / 6<.*>0 / 6<", shown(page), re.DOTALL)
    assert page.session_state["criteria-session"].scenario.panel.members == ()
    answer(case, tokens[1])
    page = press(page, "See who has answered")  # as many as are needed: the results appear
    panel = page.session_state["criteria-session"].scenario.panel
    asked = [profile.id for profile in case.profiles if profile.kind == "profile"]
    assert {member.id for member in panel.members} == set(asked[:2])
    assert "IP &amp; legal" in shown(page)
    drawn_with = page.session_state["criteria-session"].revision
    page = press(page, "See who has answered")  # nothing is new
    assert page.session_state["criteria-session"].revision == drawn_with
    answer(case, tokens[2], parts=1)
    page = press(page, "Bring the answers in")
    assert len(page.session_state["criteria-session"].scenario.panel.members) == 3


def test_without_names_they_come_as_numbers(case: Problem) -> None:
    page, tokens = begun(case, without_names=True, quorum=1)
    answer(case, tokens[3])
    page = press(press(page, "See who has answered"), "Bring the answers in")
    panel = page.session_state["criteria-session"].scenario.panel
    assert [(m.name, m.counts) for m in panel.members if m.answers] == [("Person 1", 1.0)]


def test_a_round_that_is_ended_makes_room_for_another(case: Problem) -> None:
    page, tokens = begun(case)
    page = press(page, "End this round")
    assert "Make a link for each person" in [button.label for button in page.button]
    assert tokens[0] not in shown(page)


def test_rounds_begun_earlier_are_named_and_can_be_ended(
    case: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, tokens = begun(case)
    with monkeypatch.context() as another_window:  # which was opened before the first round had begun
        another_window.setattr(rounds, "all_open", lambda *_given: ())
        page.run()
        page = press(page, "Make a link for each person")
    text = shown(page.run())
    assert "Earlier rounds are still open:" in text
    assert "Under the links of 1 round begun before this one" in text
    assert tokens[0] not in text
    page = press(page, "End the earlier rounds")
    assert "Earlier rounds" not in shown(page)
    with pytest.raises(CriteriaError, match="nothing under this link"):
        answer_links.opened(tokens[0], {case.id: case})
    now = re.findall(rf"{answer_links.PARAMETER}=([\w-]{{32}})", shown(page))
    assert answer_links.opened(now[0], {case.id: case})


def test_a_store_that_fails_is_a_sentence_and_files_still_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_given: object, **_more: object) -> None:
        raise StoreError("The store cannot be read.")

    monkeypatch.setattr(items, "own", closed)
    page = AppTest.from_function(drawn, default_timeout=90).run()
    assert not page.exception
    assert "answers as files work all the same" in shown(page)
    assert "The store cannot be read." in shown(page)
