"""Judgements in a folder's files: read, checked, told; and the worked matrices of the bundled case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import criteria
from criteria.model.judgements import Answers, Judgement, Panel
from criteria.model.problem import Problem
from criteria.weighting.panel import (
    items_of,
    member_weights,
    nodes_of,
    panel_members,
)

Folder = Callable[..., Path]
Complaint = Callable[[Path], str]


def test_the_bundled_case_has_a_worked_matrix_for_each_headline_group(case: Problem) -> None:
    judged = {answers.node: (member, answers) for member, answers in case.answers}
    assert list(judged) == [group.id for group in case.groups[:3]]
    for node, (member, answers) in judged.items():
        count = len(items_of(case, node))
        assert answers.way == "ahp"
        assert len(answers.judgements) == count * (count - 1) // 2
        person = next(m for m in panel_members(case, Panel()) if m.id == member)
        own = member_weights(case, person.with_way(node, "ahp"))
        assert own.nodes[node].consistency == own.worst_consistency
        assert 0 < (own.worst_consistency or 1) < 0.10
    assert set(nodes_of(case)) > set(judged)


@pytest.mark.parametrize(
    "place",
    [
        0,
        1,
        2,
    ],
)
def test_a_worked_matrix_comes_near_the_points_of_its_profile(case: Problem, place: int) -> None:
    identifier, answers = case.answers[place]
    person = next(member for member in panel_members(case, Panel()) if member.id == identifier)
    worked = member_weights(case, person.with_way(answers.node, "ahp")).local[answers.node]
    assert worked == pytest.approx(member_weights(case, person).local[answers.node], abs=0.06)


def test_the_worked_matrices_do_not_count_until_somebody_chooses_them(case: Problem) -> None:
    for member in panel_members(case, Panel()):
        assert set(member_weights(case, member).ways.values()) == {"direct"}


def test_judgements_of_a_folder_are_read_and_checked(folder: Folder, complaint: Complaint) -> None:
    head = "member,node,way,question,first,second,value\n"
    profiles = "profile_id,profile_name,criterion,local_weight\np,P,x,0.3\np,P,y,0.7\n"
    place = folder(profiles=profiles, judgements=head + "p,,ahp,ratio,x,y,3\n")
    assert criteria.load_problem(place).answers == (
        ("p", Answers("", "ahp", (Judgement("ratio", "x", "y", 3),))),
    )
    (place / "judgements.csv").write_text(head + "p,,ahp,ratio,x,z,3\n", encoding="utf-8")
    assert "judgements.csv, row 2: there is no criterion 'z' here; choose from x, y." in complaint(place)


def test_judgements_of_a_folder_by_a_stranger_are_told(folder: Folder, complaint: Complaint) -> None:
    profiles = "profile_id,profile_name,criterion,local_weight\np,P,x,0.3\np,P,y,0.7\n"
    judged = "member,node,way,question,first,second,value\nq,,ahp,ratio,x,y,3\n"
    assert "judgements.csv, row 2" in complaint(folder(profiles=profiles, judgements=judged))


HEAD = "profile_id,profile_name,criterion,local_weight,weight_low,weight_high\n"


def test_ranges_of_weights_are_points_beside_the_weights(case: Problem, folder: Folder) -> None:
    (profile,) = criteria.load_problem(folder(profiles=HEAD + "p,P,x,0.3,0.2,0.45\np,P,y,0.7,,\n")).profiles
    assert profile.importances == (("x", 30.0), ("y", 70.0))
    assert profile.ranges == (("x", 20.0, 45.0),)
    assert case.profile("ip-legal").ranges[0] == ("ip", 31.5, 58.5)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("p,P,x,0.3,0.2,", "row 2: 'x' has half a range"),
        ("p,P,x,0.3,0.5,0.2", "the range of 'x' runs from 50.0 to 20.0"),
        ("p,P,x,0.3,-1,0.2", "column 'weight_low'"),
    ],
)
def test_a_range_that_is_none_is_told(folder: Folder, complaint: Complaint, row: str, words: str) -> None:
    assert words in complaint(folder(profiles=f"{HEAD}{row}\n"))
