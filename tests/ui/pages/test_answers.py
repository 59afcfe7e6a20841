"""The page that a person's own link opens: one person's questions, and nothing of anybody else."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from criteria.model.problem import Problem
from criteria.ui import answer_links, rounds
from criteria.weighting.panel import panel_members


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}")


def answers() -> None:
    from criteria.ui.pages.answers import page

    page()


def opened(token: str) -> AppTest:
    page = AppTest.from_function(answers, default_timeout=90)
    page.query_params[answer_links.PARAMETER] = token
    page.run()
    assert not page.exception
    return page


def shown(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def begun(case: Problem, *, anonymous: bool = False) -> rounds.Round:
    scenario = case.base_scenario()
    called = {member.id: member.name for member in panel_members(case, scenario.panel)}
    return rounds.begin(
        case,
        scenario,
        called,
        owner="key",
        quorum=len(called),
        anonymous=anonymous,
        way="rank_order",
        own=False,
    )


def test_one_person_is_asked_and_each_answer_is_in_the_store(case: Problem) -> None:
    invited = begun(case).invited[0]
    page = opened(invited.token)
    assert invited.name in shown(page)
    assert not any(one.name in shown(page) for one in begun(case).invited[1:])
    assert not any(alternative.label in shown(page) for alternative in case.alternatives)
    for number in range(5):
        page.number_input[number].set_value(float(number + 1)).run()
    kept = answer_links.opened(invited.token, {case.id: case})
    said = answer_links.answers_of(kept).answers_to("", "rank_order").values("rank")
    assert sorted(said.values()) == [1.0, 2.0, 3.0, 4.0, 5.0]
    assert "1 of 6 parts are answered" in shown(page)
    assert "Saved at" in shown(page)
    again = opened(invited.token)  # another device, or tomorrow
    assert [field.value for field in again.number_input] == [1.0, 2.0, 3.0, 4.0, 5.0]


def test_a_link_that_opens_nothing_is_a_sentence(case: Problem) -> None:
    page = opened("x" * 32)
    assert "These questions cannot be opened" in shown(page)
    assert case.alternatives[0].label not in shown(page)
