"""Judgements as a file: what is exported comes back, and what is wrong is told with file and row, nothing half imported."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import PROBLEM as BY_HAND
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from criteria.errors import FileError
from criteria.files.judgements import COLUMNS, judgement_table, judgements_csv, judgements_from, merged
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.weighting.panel import (
    nodes_of,
    panel_members,
    points_of_profile,
    way_that_counts,
)
from tests.model.any_problem import members, problems

HEAD = "member,name,weight,node,way,counts,question,first,second,value\n"
GOOD = "new,New,2,ip,ahp,yes,ratio,ip-terms,ip-rivals,3\n"

EVERYTHING = Member(
    "new-1",
    "Línea, «日産»",
    "Head of 50% ~ : things\nand more",
    "ff8800",
    2.5,
    (
        Answers("", "direct", tuple(Judgement("points", n, "", p) for n, p in (("ip", 0.1 + 0.2), ("region", 0)))),
        Answers("ip", "ahp", (Judgement("ratio", "ip-terms", "ip-rivals", 1 / 3),), (("scale", "root"),)),
        Answers(
            "region",
            "best_worst",
            (
                Judgement("best", "reg-japan", "", 1),
                Judgement("worst", "reg-na", "", 1),
                Judgement("best-to", "reg-china", "", 2.5),
                Judgement("to-worst", "reg-china", "", 4),
            ),
        ),
        Answers("security", "rank_order", (Judgement("rank", "sec-geo", "", 1),), (("formula", "sum"),)),
        Answers("commercial", "swing", (Judgement("points", "com-cost", "", 100),)),
    ),
    (("", "direct"), ("ip", "ahp"), ("region", "best_worst"), ("security", "rank_order"), ("commercial", "swing")),
)  # fmt: skip


def exported(problem: Problem, *members: Member) -> bytes:
    return judgements_csv(problem, members).encode()


def imported(problem: Problem, text: str | bytes) -> tuple[Member, ...]:
    return judgements_from(problem, "j.csv", text if isinstance(text, bytes) else text.encode())


def findings(problem: Problem, text: str | bytes) -> list[str]:
    with pytest.raises(FileError) as caught:
        imported(problem, text)
    return list(caught.value.findings)


def test_what_is_exported_comes_back_equal(case: Problem) -> None:
    assert imported(case, exported(case, EVERYTHING)) == (EVERYTHING,)


@pytest.mark.slow
@settings(max_examples=40, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
@given(st.data())
def test_whatever_is_exported_comes_back_equal(data: st.DataObject) -> None:
    problem = data.draw(problems())
    member = data.draw(members(problem))
    (back,) = imported(problem, exported(problem, member))
    known = [
        getattr(one, name) for one in (member, back) for name in ("id", "name", "role", "colour", "weight")
    ]
    assert known[:5] == known[5:]
    assert back.answers == tuple(answers for answers in member.answers if not answers.empty)
    for node in nodes_of(problem):
        assert way_that_counts(problem, back, node) == way_that_counts(problem, member, node)
    # A way that was chosen and in which nothing was answered says nothing: from here on the file stays as it is.
    again = exported(problem, back)
    assert exported(problem, *imported(problem, again)) == again


def test_the_panel_of_the_data_comes_back_with_what_it_answered(case: Problem) -> None:
    people = panel_members(case, Panel())
    back = imported(case, exported(case, *people))
    assert [m.id for m in back] == [m.id for m in people]
    for before, after in zip(people, back, strict=True):
        assert after.answers == before.answers
        assert after.ways == ()


def test_a_way_chosen_without_answers_stays_chosen_and_the_others_do_not_count(case: Problem) -> None:
    member = replace(EVERYTHING, ways=(("ip", "swing"),))
    (back,) = imported(case, exported(case, member))
    assert back.way_at("ip") == "swing"
    assert back.answers == member.answers


@pytest.mark.parametrize(
    "name", ["=1+1", "+49 Oslo", "-x-", "@home", "'=Taro", "''-", "＝太郎", "－5", "＋１", "＠家"]
)
def test_a_name_that_begins_like_a_formula_is_guarded_and_comes_back(case: Problem, name: str) -> None:
    member = replace(EVERYTHING, name=name, role=name)
    content = exported(case, member)
    assert f"'{name}".encode() in content
    assert imported(case, content) == (member,)


def test_a_guard_is_no_judgement(case: Problem) -> None:
    assert imported(case, HEAD + GOOD.replace(",New,", ",'=New,"))[0].name == "=New"
    assert imported(case, HEAD + GOOD.replace(",New,", ",'New,"))[0].name == "'New"


WRONG = {
    "unknown criterion": ("new,New,,ip,ahp,,ratio,ip-terms,cap-ota,3", "no criterion 'cap-ota' here; choose from ip-terms"),
    "unknown group": ("new,New,,nowhere,ahp,,ratio,ip-terms,ip-rivals,3", "no group 'nowhere'; leave the cell blank"),
    "leaf as group": ("new,New,,ip-terms,ahp,,ratio,ip-terms,ip-rivals,3", "no group 'ip-terms'"),
    "unknown way": ("new,New,,ip,guess,,ratio,ip-terms,ip-rivals,3", "no way 'guess'; choose from direct"),
    "question of another way": ("new,New,,ip,ahp,,points,ip-terms,,3", "'points' is no question of 'ahp'"),
    "unknown setting": ("new,New,,ip,ahp,,setting,model,linear,", "'ahp' has no setting 'model'"),
    "compared with itself": ("new,New,,ip,ahp,,ratio,ip-terms,ip-terms,3", "compared with itself"),
    "negative ratio": ("new,New,,ip,ahp,,ratio,ip-terms,ip-rivals,-3", "give a number above 0"),
    "ratio of zero": ("new,New,,ip,ahp,,ratio,ip-terms,ip-rivals,0", "give a number above 0"),
    "negative points": ("new,New,,ip,direct,,points,ip-terms,,-1", "give a number of at least 0"),
    "rank of zero": ("new,New,,ip,rank_order,,rank,ip-terms,,0", "give a number of at least 1"),
    "blank value": ("new,New,,ip,ahp,,ratio,ip-terms,ip-rivals,", "the value is blank; give a number"),
    "value in words": ("new,New,,ip,ahp,,ratio,ip-terms,ip-rivals,much", "column 'value': 'much' is not a number"),
    "value without end": ("new,New,,ip,ahp,,ratio,ip-terms,ip-rivals,1e999", "column 'value': '1e999' is not a number"),
    "negative weight": ("other,New,-2,ip,ahp,,ratio,ip-terms,ip-rivals,3", "What 'other' counts is -2"),
    "no member": (",New,,ip,ahp,,ratio,ip-terms,ip-rivals,3", "column 'member': this cell must not be blank"),
    "identifier with a space": ("a b,New,,ip,ahp,,ratio,ip-terms,ip-rivals,3", "cannot be the identifier of a member"),
}  # fmt: skip


@pytest.mark.parametrize(("row", "words"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_in_a_row_is_told_with_file_and_row(case: Problem, row: str, words: str) -> None:
    (finding,) = findings(case, HEAD + GOOD + row + "\n")
    assert finding.startswith("j.csv, row 3")
    assert words in finding


def test_every_wrong_row_is_told_at_once(case: Problem) -> None:
    told = findings(case, HEAD + GOOD + "".join(f"{row}\n" for row, _words in WRONG.values()))
    assert len(told) == len(WRONG)
    assert [int(one.split("row ")[1].split(",")[0].split(":")[0]) for one in told] == list(
        range(3, 3 + len(WRONG))
    )


@pytest.mark.parametrize("column", ["member", "way", "question"])
def test_a_missing_column_is_told(case: Problem, column: str) -> None:
    names = [name for name in COLUMNS if name != column]
    assert f"j.csv, row 1: the column '{column}' is missing." in findings(case, ",".join(names) + "\nx,y\n")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (HEAD.encode() + "new,Müller,,ip,ahp,,ratio,ip-terms,ip-rivals,3\n".encode("latin-1"), "row 2: the text is not encoded as UTF-8"),
        (b"PK\x03\x04rest", "is a workbook"),
        (b"", "j.csv is empty"),
        (HEAD.encode(), "j.csv holds no judgement"),
        (HEAD.encode() + b"\x00", "is not a text file"),
        (HEAD.encode() + b'new,"New', "not a readable CSV row"),
    ],
    ids=["latin", "workbook", "empty", "header", "nulls", "quote"],
)  # fmt: skip
def test_a_file_that_is_no_table_of_judgements_is_told(case: Problem, content: bytes, words: str) -> None:
    assert words in " ".join(findings(case, content))


def test_a_stranger_needs_a_name(case: Problem) -> None:
    (finding,) = findings(case, HEAD + GOOD.replace(",New,", ",,"))
    assert "'new' is no stakeholder here and has no name" in finding
    known = imported(case, HEAD + GOOD.replace("new,New,", "ip-legal,,"))
    assert known[0].id == "ip-legal"


def test_an_import_replaces_answers_to_the_same_questions_and_keeps_all_else() -> None:
    ratio = Judgement("ratio", "ip-terms", "ip-rivals", 3)
    before = Member(
        "m", "Old", "Role", "ff8800", 1, (Answers("", "direct"), Answers("ip", "ahp")), (("", "direct"),)
    )
    after = merged(
        before, Member("m", "New", answers=(Answers("ip", "ahp", (ratio,)),), ways=(("ip", "ahp"),))
    )
    assert (after.name, after.role, after.colour) == ("New", "Role", "ff8800")
    assert after.answers_to("ip", "ahp").judgements == (ratio,)
    assert after.ways == (("", "direct"), ("ip", "ahp"))
    assert merged(None, before) == before


def test_an_import_keeps_answers_to_questions_that_the_file_does_not_have() -> None:
    old, new = Judgement("ratio", "ip-terms", "ip-rivals", 3), Judgement("ratio", "ip-terms", "ip-renault", 2)
    before = Member("m", "M", answers=(Answers("ip", "ahp", (old,)),))
    after = merged(before, Member("m", "M", answers=(Answers("ip", "ahp", (new,)),)))
    assert set(after.answers_to("ip", "ahp").judgements) == {old, new}


def test_an_import_that_says_nothing_of_weights_leaves_them_alone(case: Problem) -> None:
    text = "member,name,node,way,question,first,second,value\nm,M,ip,ahp,ratio,ip-terms,ip-rivals,2\n"
    assert merged(Member("m", "M", weight=3), imported(case, text)[0]).weight == 3


def test_a_member_who_has_not_answered_yet_is_exported_too(case: Problem) -> None:
    assert imported(case, exported(case, EVERYTHING, Member("late", "Late", weight=2)))[-1].id == "late"


def test_a_pair_given_twice_with_different_answers_is_told(case: Problem) -> None:
    twice = "new,New,,ip,ahp,yes,ratio,ip-rivals,ip-terms,5\n"
    assert "row 3" in findings(case, HEAD + GOOD + twice)[0]


PAIR = Answers("", "ahp", (Judgement("ratio", "quality", "speed", 3.0),), (("index", "saaty2008"),))


def test_the_points_of_a_profile_are_no_answers_and_not_told() -> None:
    table = judgement_table(BY_HAND, panel_members(BY_HAND, Panel())[:1])
    assert list(table.columns) == list(COLUMNS)
    assert table[["member", "question"]].values.tolist() == [["buyers", "member"]]


def test_points_that_were_entered_are_told_with_the_row_that_says_so() -> None:
    entered = points_of_profile(BY_HAND, "buyers", "")
    table = judgement_table(BY_HAND, [Member("buyers", answers=(entered,)).with_way("", "direct")])
    assert table["question"].tolist() == ["way", "points", "points", "points"]
    assert dict(zip(table["first"][1:], table["value"][1:], strict=True)) == {
        "quality": 60,
        "speed": 20,
        "price": 20,
    }


def test_the_points_of_a_profile_are_not_told_where_other_answers_count() -> None:
    member = Member("buyers", answers=(PAIR,)).with_way("", "ahp")
    (told,) = [one for one in panel_members(BY_HAND, Panel((member,))) if one.id == "buyers"]
    table = judgement_table(BY_HAND, (told,))
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
    table = judgement_table(BY_HAND, (Member("me", "Me", "Chair"),))
    assert table[["member", "name", "role", "question"]].values.tolist()[0][:3] == ["me", "Me", "Chair"]
