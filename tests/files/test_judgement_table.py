"""Judgements as a table: what counts, what does not, and nothing that nobody said."""

from __future__ import annotations

from by_hand import PROBLEM

from criteria.files.judgement_table import COLUMNS, judgement_table
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.weighting.panel import panel_members

PAIR = Answers("", "ahp", (Judgement("ratio", "quality", "speed", 3.0),), (("index", "saaty2008"),))


def test_the_points_of_a_profile_are_told_where_they_count() -> None:
    table = judgement_table(PROBLEM, panel_members(PROBLEM, Panel())[:1])
    assert list(table.columns) == list(COLUMNS)
    assert table[["member", "name", "way", "counts", "question"]].drop_duplicates().values.tolist() == [
        ["buyers", "Buyers", "direct", "yes", "points"]
    ]
    assert dict(zip(table["first"], table["value"], strict=True)) == {"quality": 60, "speed": 20, "price": 20}


def test_the_points_of_a_profile_are_not_told_where_other_answers_count() -> None:
    member = Member("buyers", answers=(PAIR,)).with_way("", "ahp")
    (told,) = [one for one in panel_members(PROBLEM, Panel((member,))) if one.id == "buyers"]
    table = judgement_table(PROBLEM, (told,))
    assert table["way"].unique().tolist() == ["ahp"]
    assert table[["question", "first", "second"]].values.tolist()[:1] == [["setting", "index", "saaty2008"]]
    assert table[["question", "first", "second", "value"]].values.tolist()[1] == [
        "ratio",
        "quality",
        "speed",
        3.0,
    ]
    assert table["counts"].unique().tolist() == ["yes"]


def test_one_who_said_nothing_is_a_row() -> None:
    table = judgement_table(PROBLEM, (Member("me", "Me", "Chair"),))
    assert table[["member", "name", "role", "question"]].values.tolist()[0][:3] == ["me", "Me", "Chair"]
