"""Judgements as signs in an address: what was said is read back, one sign for each pair or criterion."""

from __future__ import annotations

import pytest

from criteria.links.answer_signs import READ, SAID
from criteria.model.judgements import WAYS, Answers, Judgement

ITEMS = ("a", "b", "c")
SAID_OF = {
    "direct": (Judgement("points", "a", "", 60.0), Judgement("points", "c", "", 0.5)),
    "ahp": (Judgement("ratio", "a", "b", 3.0), Judgement("ratio", "c", "b", 2.5)),
    "best_worst": (
        Judgement("best", "a", "", 1),
        Judgement("worst", "c", "", 1),
        Judgement("best-to", "b", "", 2),
        Judgement("to-worst", "b", "", 4),
    ),
    "swing": (Judgement("points", "b", "", 100.0),),
    "rank_order": (
        Judgement("rank", "a", "", 1),
        Judgement("rank", "b", "", 2),
        Judgement("rank", "c", "", 2),
    ),
    "ordered_candidates": (Judgement("place", "c", "", 1), Judgement("place", "a", "", 2)),
}


def test_every_way_has_its_signs() -> None:
    assert set(SAID) == set(READ) == set(WAYS) == set(SAID_OF)


@pytest.mark.parametrize("way", sorted(SAID_OF))
def test_what_was_said_is_read_back(way: str) -> None:
    answers = Answers("", way, SAID_OF[way])
    text = SAID[way](ITEMS, answers)
    assert Answers("", way, tuple(READ[way](ITEMS, text))) == answers
    assert not set(text) & set("~,:&=#")


@pytest.mark.parametrize("way", sorted(SAID_OF))
def test_nothing_said_is_nothing_read(way: str) -> None:
    assert list(READ[way](ITEMS, SAID[way](ITEMS, Answers("", way)))) == []
