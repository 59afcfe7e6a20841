"""A round of questions: a link for each person, answers that come together, and nothing that one link tells of another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import BASE, PROBLEM

from criteria.errors import CriteriaError
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.store import StoreError, connect, items
from criteria.ui import rounds
from criteria.weighting.panel import items_of, nodes_of, panel_members

HERE = {PROBLEM.id: PROBLEM}
CALLED = {member.id: member.name for member in panel_members(PROBLEM, Panel())}
WHO = tuple(CALLED)
AS = {"owner": "key", "quorum": 2, "way": "rank_order"}


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}")


def ranked(member: Member, *, parts: int | None = None) -> Member:
    """Return the member with every part of the tree, or some, answered by an order: the children as they stand."""
    for node in nodes_of(PROBLEM)[:parts]:
        said = [Judgement("rank", item, "", 1.0 + k) for k, item in enumerate(items_of(PROBLEM, node))]
        member = member.with_answers(Answers(node, "rank_order", tuple(said))).with_way(node, "rank_order")
    return member


def answer(invitation: rounds.Invitation, **how: int) -> rounds.Questions:
    questions = rounds.opened(invitation.token, HERE)
    member = ranked(rounds.answers_of(questions), **how)
    return rounds.save(questions, PROBLEM, questions.scenario.with_panel(Panel((member,), open=member.id)))


def test_two_answer_and_their_answers_are_brought_in_and_nobody_elses() -> None:
    assert len(WHO) >= 2
    begun = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=False, **AS)
    assert rounds.latest("key", PROBLEM.id) == begun
    assert [(one.member, one.name) for one in begun.invited] == list(CALLED.items())
    before = rounds.returned(PROBLEM, begun)
    assert [(row.parts[0], row.last) for row in before] == [(0, None)] * len(WHO)
    assert rounds.brought_in(Panel(), begun, before) == (Panel(), ())
    answer(begun.invited[0])
    answer(begun.invited[1], parts=1)
    after = rounds.returned(PROBLEM, begun)
    assert [row.complete for row in after[:2]] == [True, len(nodes_of(PROBLEM)) == 1]
    assert after[0].last is not None
    panel, brought = rounds.brought_in(Panel(), begun, after)
    assert {member.id for member in brought} == {WHO[0], WHO[1]} == {member.id for member in panel.members}
    assert panel.member(WHO[0]).answers == ranked(Member(WHO[0])).answers


def test_an_answer_that_was_given_in_the_session_meanwhile_stays_beside_what_comes_back() -> None:
    begun = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=False, **AS)
    answer(begun.invited[0])
    points = Answers("", "direct", (Judgement("points", PROBLEM.children("")[0].id, "", 70.0),))
    panel, _brought = rounds.brought_in(
        Panel((Member(WHO[0]).with_answers(points),)), begun, rounds.returned(PROBLEM, begun)
    )
    assert points in panel.member(WHO[0]).answers
    assert len(panel.member(WHO[0]).answers) == 1 + len(nodes_of(PROBLEM))


def test_without_names_nobody_is_named_and_nobody_counts_twice() -> None:
    begun = rounds.begin(PROBLEM, BASE, CALLED, anonymous=True, own=False, **AS)
    for one in begun.invited:
        answer(one)
    panel, brought = rounds.brought_in(Panel(), begun, rounds.returned(PROBLEM, begun))
    assert [member.name for member in brought] == [f"Person {k}" for k in range(1, len(WHO) + 1)]
    counts = {m.id: m.counts for m in panel_members(PROBLEM, panel)}
    assert {name for name, count in counts.items() if count > 0} == {member.id for member in brought}
    assert not {member.id for member in brought} & set(WHO)


def test_a_persons_link_tells_nothing_of_others_and_opens_again_with_what_was_answered() -> None:
    others = Panel((ranked(Member(WHO[0])), ranked(Member(WHO[1]))))
    begun = rounds.begin(PROBLEM, BASE.with_panel(others), CALLED, anonymous=False, own=False, **AS)
    _item, _version, document = items.open_version(connect(), rounds.ANSWERS, begun.invited[0].token)
    assert f'"{WHO[1]}"' not in document
    assert begun.token not in document
    assert begun.invited[1].token not in document
    saved = answer(begun.invited[0])
    again = rounds.opened(begun.invited[0].token, HERE)
    assert (again.saved, again.version, again.way) == (saved.saved, saved.version, "rank_order")
    assert rounds.save(again, PROBLEM, again.scenario) == again  # nothing new is not saved again


def test_answers_from_two_devices_are_both_kept_and_said() -> None:
    begun = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=False, **AS)
    here, there = (rounds.opened(begun.invited[0].token, HERE) for _device in range(2))
    one = Panel((ranked(Member(WHO[0])),), open=WHO[0])
    two = Panel((ranked(Member(WHO[0]), parts=1),), open=WHO[0])
    assert rounds.save(here, PROBLEM, here.scenario.with_panel(one)).said == ""
    assert "another device" in rounds.save(there, PROBLEM, there.scenario.with_panel(two)).said
    assert len(items.history(connect(), begun.invited[0].token)) == 3


def test_what_cannot_be_saved_is_said_and_saved_later(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=False, **AS)
    questions = rounds.opened(begun.invited[0].token, HERE)
    given = questions.scenario.with_panel(Panel((ranked(Member(WHO[0])),), open=WHO[0]))
    with monkeypatch.context() as broken:

        def full(*_given: object, **_more: object) -> None:
            raise StoreError("The disk is full.")

        broken.setattr(items, "save", full)
        failed = rounds.save(questions, PROBLEM, given)
    assert (failed.said, failed.saved, failed.version) == ("The disk is full.", questions.saved, 1)
    later = rounds.save(failed, PROBLEM, given)
    assert (later.said, later.saved) == ("", given.panel.member(WHO[0]))


def test_a_problem_of_ones_own_goes_along_and_a_broken_link_is_a_sentence() -> None:
    begun = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=True, **AS)
    assert rounds.opened(begun.invited[0].token, {}).problem == PROBLEM
    gone = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=False, **AS)
    with pytest.raises(CriteriaError, match="is not here any more"):
        rounds.opened(gone.invited[0].token, {})
    with pytest.raises(CriteriaError, match="not complete"):
        rounds.opened("short", HERE)
    with pytest.raises(CriteriaError, match="nothing under this link"):
        rounds.opened(gone.token, HERE)  # a round is no questions
    rounds.end(gone, owner="key")
    assert rounds.latest("key", PROBLEM.id).token == begun.token
    assert rounds.latest("another", PROBLEM.id) is None


def test_a_member_added_by_hand_is_asked_by_name() -> None:
    added = Member("quality", "Quality & <b>safety</b>", "Plant")
    scenario = BASE.with_panel(Panel((added,)))
    begun = rounds.begin(
        PROBLEM, scenario, CALLED | {"quality": added.name}, anonymous=False, own=False, **AS
    )
    invited = next(one for one in begun.invited if one.member == "quality")
    answer(invited)
    panel, _brought = rounds.brought_in(Panel(), begun, rounds.returned(PROBLEM, begun))
    assert replace(panel.member("quality"), answers=(), ways=()) == added


def test_the_links_of_a_round_that_is_ended_save_and_open_nothing() -> None:
    begun = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=False, **AS)
    open_still = rounds.opened(begun.invited[0].token, HERE)
    rounds.end(begun, owner="key")
    assert rounds.latest("key", PROBLEM.id) is None
    with pytest.raises(CriteriaError, match="nothing under this link"):
        rounds.opened(begun.invited[0].token, HERE)
    member = ranked(rounds.answers_of(open_still))
    late = rounds.save(open_still, PROBLEM, BASE.with_panel(Panel((member,), open=member.id)))
    assert "nothing under this link" in late.said
    assert late.saved is None


def test_a_round_whose_links_belong_to_no_one_can_be_ended() -> None:
    begun = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=False, **AS)
    others = items.keep(connect(), rounds.ANSWERS, "{}", name="x", owner="another").token
    rounds.end(replace(begun, invited=(rounds.Invitation("x", "x", others),)), owner="key")
    assert rounds.latest("key", PROBLEM.id) is None
