"""A round of questions: a link for each person, answers that come together, and nothing that one link tells of another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import BASE, PROBLEM

from criteria.errors import CriteriaError
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.store import connect, items
from criteria.ui import answer_links, rounds
from criteria.ui.session import Questions
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


def answer(invitation: rounds.Invitation, **how: int) -> Questions:
    questions = answer_links.opened(invitation.token, HERE)
    member = ranked(answer_links.answers_of(questions), **how)
    return answer_links.save(
        questions, PROBLEM, questions.scenario.with_panel(Panel((member,), open=member.id))
    )


def test_two_answer_and_their_answers_are_brought_in_and_nobody_elses() -> None:
    assert len(WHO) >= 2
    begun = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=False, **AS)
    assert rounds.all_open("key", PROBLEM.id) == (begun,)
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


def test_a_problem_of_ones_own_goes_along_and_a_broken_link_is_a_sentence() -> None:
    begun = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=True, **AS)
    assert answer_links.opened(begun.invited[0].token, {}).problem == PROBLEM
    gone = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=False, **AS)
    with pytest.raises(CriteriaError, match="is not here any more"):
        answer_links.opened(gone.invited[0].token, {})
    with pytest.raises(CriteriaError, match="not complete"):
        answer_links.opened("short", HERE)
    with pytest.raises(CriteriaError, match="nothing under this link"):
        answer_links.opened(gone.token, HERE)  # a round is no questions
    rounds.end(gone, owner="key")
    assert rounds.all_open("key", PROBLEM.id)[0].token == begun.token
    assert rounds.all_open("another", PROBLEM.id) == ()


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


def saved_late(questions: Questions) -> Questions:
    """Return the questions after a person went on answering them."""
    member = ranked(answer_links.answers_of(questions))
    return answer_links.save(questions, PROBLEM, BASE.with_panel(Panel((member,), open=member.id)))


def test_the_links_of_a_round_that_is_ended_save_and_open_nothing() -> None:
    begun = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=False, **AS)
    open_still = answer_links.opened(begun.invited[0].token, HERE)
    rounds.end(begun, owner="key")
    assert rounds.all_open("key", PROBLEM.id) == ()
    with pytest.raises(CriteriaError, match="nothing under this link"):
        answer_links.opened(begun.invited[0].token, HERE)
    late = saved_late(open_still)
    assert "nothing under this link" in late.said
    assert late.saved is None


def test_the_links_of_an_earlier_version_which_belong_to_no_one_end_too() -> None:
    begun = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=False, **AS)
    _item, _version, document = items.open_version(connect(), answer_links.ANSWERS, begun.invited[0].token)
    others = items.keep(
        connect(), answer_links.ANSWERS, document, name="x", owner="another", about=PROBLEM.id
    ).token
    open_still = answer_links.opened(others, HERE)
    rounds.end(replace(begun, invited=(rounds.Invitation(WHO[0], "x", others),)), owner="key")
    assert rounds.all_open("key", PROBLEM.id) == ()
    with pytest.raises(CriteriaError, match="round of questions has ended"):
        answer_links.opened(others, HERE)
    late = saved_late(open_still)
    assert "round of questions has ended" in late.said
    assert late.saved is None


def test_two_rounds_are_told_apart_and_only_the_one_that_is_ended_ends() -> None:
    first = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=False, **AS)
    second = rounds.begin(PROBLEM, BASE, CALLED, anonymous=False, own=False, **AS)
    assert rounds.all_open("key", PROBLEM.id) == (second, first)
    rounds.end(first, owner="key")
    assert rounds.all_open("key", PROBLEM.id) == (second,)
    assert rounds.versions(first) == (0,) * len(WHO)
    answer(second.invited[0])
    assert rounds.versions(second) == (2, *(1 for _other in WHO[1:]))
    assert tuple(row.version for row in rounds.returned(PROBLEM, second)) == rounds.versions(second)
