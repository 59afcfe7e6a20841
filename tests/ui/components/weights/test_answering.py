"""What the page of one person says of answers: how many parts, whether they are saved, and why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from by_hand import BASE, PROBLEM

from criteria.model.judgements import Answers, Judgement, Member
from criteria.ui.components.weights.answering import state
from criteria.ui.session import Questions
from criteria.weighting.panel import items_of, member_weights, nodes_of

QUESTIONS = Questions(
    "token", "Buyers", "buyers", PROBLEM, BASE, own=False, anonymous=False, way="ahp", version=1, saved=None
)
AT = datetime(2026, 11, 27, 9, 5, tzinfo=UTC)


def ranked() -> Member:
    member = Member("buyers")
    for node in nodes_of(PROBLEM):
        said = [Judgement("rank", item, "", 1.0 + k) for k, item in enumerate(items_of(PROBLEM, node))]
        member = member.with_answers(Answers(node, "rank_order", tuple(said))).with_way(node, "rank_order")
    return member


def test_before_anything_is_answered() -> None:
    told = state(QUESTIONS, member_weights(PROBLEM, Member("buyers")), None)
    assert f"0 of {len(nodes_of(PROBLEM))} parts are answered" in told
    assert "Each answer is saved as soon as it is given." in told


def test_all_is_answered_and_saved() -> None:
    saved = replace(QUESTIONS, version=4, saved=ranked(), saved_at=AT)
    told = state(saved, member_weights(PROBLEM, ranked()), ranked())
    assert "parts are answered. You can close this page" in told
    assert "Saved at 09:05 UTC." in told


def test_what_the_store_does_not_have_is_never_called_saved() -> None:
    broken = replace(QUESTIONS, version=4, saved=None, saved_at=AT, said="The disk is <full>.")
    told = state(broken, member_weights(PROBLEM, ranked()), ranked())
    assert "Your answers are not saved" in told
    assert "The disk is &lt;full&gt;." in told
    assert "Saved at" not in told


def test_another_device_is_told_of_beside_the_state() -> None:
    both = replace(QUESTIONS, version=4, saved=ranked(), saved_at=AT, said="On another device too.")
    told = state(both, member_weights(PROBLEM, ranked()), ranked())
    assert "On another device too." in told
    assert "not saved" not in told
