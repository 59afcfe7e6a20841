"""A person's own link: it tells nothing of others, opens again with what was answered, and loses nothing."""

from __future__ import annotations

import pytest
from by_hand import BASE, PROBLEM

from criteria.model.judgements import Member, Panel
from criteria.store import StoreError, connect, items
from criteria.ui import answer_links, rounds
from tests.ui.test_rounds import AS, CALLED, HERE, WHO, answer, ranked


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}")


def test_a_persons_link_tells_nothing_of_others_and_opens_again_with_what_was_answered() -> None:
    others = Panel((ranked(Member(WHO[0])), ranked(Member(WHO[1]))))
    begun = rounds.begin(PROBLEM, BASE.with_panel(others), CALLED, anonymous=False, own=False, **AS)
    _item, _version, document = items.open_version(connect(), answer_links.ANSWERS, begun.invited[0].token)
    assert f'"{WHO[1]}"' not in document
    assert begun.token not in document
    assert begun.invited[1].token not in document
    saved = answer(begun.invited[0])
    again = answer_links.opened(begun.invited[0].token, HERE)
    assert (again.saved, again.version, again.way) == (saved.saved, saved.version, "rank_order")
    assert answer_links.save(again, PROBLEM, again.scenario) == again  # nothing new is not saved again


def test_answers_from_two_devices_are_both_kept_and_said() -> None:
    begun = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=False, **AS)
    here, there = (answer_links.opened(begun.invited[0].token, HERE) for _device in range(2))
    one = Panel((ranked(Member(WHO[0])),), open=WHO[0])
    two = Panel((ranked(Member(WHO[0]), parts=1),), open=WHO[0])
    assert answer_links.save(here, PROBLEM, here.scenario.with_panel(one)).said == ""
    assert "another device" in answer_links.save(there, PROBLEM, there.scenario.with_panel(two)).said
    assert len(items.history(connect(), begun.invited[0].token)) == 3


def test_what_cannot_be_saved_is_said_and_saved_later(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=False, **AS)
    questions = answer_links.opened(begun.invited[0].token, HERE)
    given = questions.scenario.with_panel(Panel((ranked(Member(WHO[0])),), open=WHO[0]))
    with monkeypatch.context() as broken:

        def full(*_given: object, **_more: object) -> None:
            raise StoreError("The disk is full.")

        broken.setattr(items, "save", full)
        failed = answer_links.save(questions, PROBLEM, given)
    assert (failed.said, failed.saved, failed.version) == ("The disk is full.", questions.saved, 1)
    later = answer_links.save(failed, PROBLEM, given)
    assert (later.said, later.saved) == ("", given.panel.member(WHO[0]))
