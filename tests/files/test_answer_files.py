"""Several files of answers at once: everybody's answers are there, and points that nobody entered displace none."""

from __future__ import annotations

import pytest

from criteria.errors import FileError
from criteria.files.answer_files import members_of_files
from criteria.files.judgements import judgements_csv
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.weighting.panel import items_of, panel_members, points_of_profile

HEAD = "member,name,node,way,counts,question,first,second,value\n"


def in_pairs(problem: Problem, who: str, ratio: float) -> Member:
    items = items_of(problem, "")
    said = (Judgement("ratio", items[0], item, ratio) for item in items[1:])
    return Member(who, answers=(Answers("", "ahp", tuple(said)),)).with_way("", "ahp")


def file_of(problem: Problem, *members: Member) -> bytes:
    return judgements_csv(problem, members).encode()


def old_file(problem: Problem, *people: str) -> bytes:
    """Return a file in which the points of profiles stand as answers, as they once did."""
    rows = [
        f"{who},,{answers.node},direct,yes,points,{judgement.first},,{judgement.value:g}\n"
        for who in people
        for answers in [points_of_profile(problem, who, "")]
        for judgement in answers.judgements
    ]
    return (HEAD + "".join(rows)).encode()


def test_six_files_bring_six_peoples_answers(case: Problem) -> None:
    people = [in_pairs(case, one.id, float(k + 2)) for k, one in enumerate(panel_members(case, Panel()))]
    files = [(f"{one.id}.csv", file_of(case, one)) for one in people]
    found, notes = members_of_files(case, files)
    assert {one.id: one.answers for one in found} == {one.id: one.answers for one in people}
    assert all(one.way_at("") == "ahp" for one in found)
    assert notes == ()


def test_points_that_nobody_entered_displace_no_answers(case: Problem) -> None:
    pairs = in_pairs(case, "ip-legal", 3)
    files = [
        ("first.csv", file_of(case, pairs)),
        ("old.csv", old_file(case, "ip-legal", "cto-connected")),
    ]
    found = {one.id: one for one in members_of_files(case, files)[0]}
    assert found["ip-legal"].answers == pairs.answers
    assert found["ip-legal"].way_at("") == "ahp"
    assert found["cto-connected"].answers == ()
    assert found["cto-connected"].ways == ()


def test_points_that_were_entered_count_though_they_are_those_of_the_profile(case: Problem) -> None:
    entered = points_of_profile(case, "ip-legal", "")
    member = Member("ip-legal", answers=(entered,)).with_way("", "direct")
    ((found,), _notes) = members_of_files(case, [("mine.csv", file_of(case, member))])
    assert (found.answers, found.way_at("")) == ((entered,), "direct")


def test_files_that_contradict_each_other_are_told(case: Problem) -> None:
    files = [(f"{k}.csv", file_of(case, in_pairs(case, "ip-legal", float(k)))) for k in (2, 3)]
    ((found,), notes) = members_of_files(case, files)
    assert found.answers == in_pairs(case, "ip-legal", 3.0).answers
    assert len(notes) == 1
    assert "4 answers in 3.csv differ from an earlier file; those of 3.csv count." in notes[0]


def test_what_is_wrong_in_any_file_is_told_and_nothing_is_used(case: Problem) -> None:
    good = ("good.csv", file_of(case, in_pairs(case, "ip-legal", 3)))
    bad = [(name, b"what,is,this\n1,2,3\n") for name in ("one.csv", "two.csv")]
    with pytest.raises(FileError) as caught:
        members_of_files(case, [good, *bad])
    assert {finding[:3] for finding in caught.value.findings} == {"one", "two"}
