"""What an import brought, a line for each person."""

from __future__ import annotations

from dataclasses import replace

from criteria.explain.imported import import_line
from criteria.model.judgements import Answers, Judgement, Member


def pairs(*ratios: float) -> Member:
    said = tuple(Judgement("ratio", "a", f"b{k}", ratio) for k, ratio in enumerate(ratios))
    return Member("cto", answers=(Answers("", "ahp", said),))


def test_answers_are_counted_as_new_changed_or_unchanged() -> None:
    nothing = Member("cto")
    assert import_line("CTO", nothing, pairs(2, 3, 4)) == "CTO: 3 pairs, new"
    assert import_line("CTO", pairs(2, 3), pairs(2, 3)) == "CTO: unchanged"
    assert import_line("CTO", pairs(2, 3), pairs(2, 5, 4)) == "CTO: 1 pair, new, 1 pair, changed"
    # The other way round, a pair is another answer to the same question.
    assert import_line("CTO", pairs(2), pairs(1 / 2)) == "CTO: 1 pair, changed"


def test_ways_are_told_apart_and_what_is_no_answer_is_told_as_settings() -> None:
    ranked = Answers("", "rank_order", (Judgement("rank", "a", "", 1), Judgement("rank", "b", "", 2)))
    both = replace(pairs(2), answers=(*pairs(2).answers, ranked))
    assert import_line("CTO", pairs(2), both) == "CTO: 2 ranks, new"
    assert import_line("CTO", pairs(2), pairs(2).with_way("", "ahp")) == "CTO: settings changed"
