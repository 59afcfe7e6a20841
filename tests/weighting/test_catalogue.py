"""The ways to ask people for weights: each has its question, its source, and is counted."""

from __future__ import annotations

from criteria.model.judgements import Answers
from criteria.weighting.catalogue import ELICITATIONS
from criteria.weighting.elicited import elicited


def test_every_way_has_a_question_and_a_source() -> None:
    assert list(ELICITATIONS) == ["direct", "ahp", "best_worst", "swing", "rank_order", "ordered_candidates"]
    for key, row in ELICITATIONS.items():
        assert row.key == key
        assert "?" in row.asks
        assert row.reference.endswith(")")


def test_every_way_can_be_asked_and_is_incomplete_without_answers() -> None:
    for way in ELICITATIONS:
        assert elicited(("a", "b"), Answers("", way)).weights is None
