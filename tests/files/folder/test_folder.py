"""A folder of CSV files: each finding names the file, the row and the column."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import criteria
from criteria.model.evidence import Performance
from criteria.model.problem import Problem

Folder = Callable[..., Path]
Complaint = Callable[[Path], str]
HEAD = "candidate,criterion,low,likely,high,confidence\n"
TREE = "id,name,parent,direction,scale_min,scale_max"


def test_a_small_sound_folder_loads(folder: Folder) -> None:
    problem = criteria.load_problem(folder())
    assert [a.name for a in problem.alternatives] == ["Alpha", "Beta"]
    assert problem.performance("a", "x") == Performance(1.0, 2.0, 3.0)
    assert [leaf.maximize for leaf in problem.leaves] == [True, False]


@pytest.mark.parametrize("blank", ["", "?", "nan"])
def test_a_profile_may_leave_a_weight_blank(folder: Folder, blank: str) -> None:
    rows = f"profile_id,profile_name,criterion,local_weight\np,P,x,0.3\np,P,y,{blank}\n"
    (profile,) = criteria.load_problem(folder(profiles=rows)).profiles
    assert profile.importances == (("x", 30.0),)


WRONG: dict[str, tuple[dict[str, str | bytes | None], str]] = {
    "scores missing": ({"scores": None}, "The file scores.csv is missing in the folder small"),
    "scores empty": ({"scores": ""}, "scores.csv is empty"),
    "scores without a column": (
        {"scores": "candidate,likely\na,1\n"},
        "scores.csv, row 1: the column 'criterion' is missing",
    ),
    "scores without values": (
        {"scores": "candidate,criterion,rating\na,x,3\nb,y,2\n"},
        "scores.csv, row 1: the column 'likely' is missing",
    ),
    "scores of strangers": (
        {"scores": HEAD + "c,x,1,2,3,\n"},
        "scores.csv, row 2, column 'candidate': there is no candidate 'c'",
    ),
    "scores of no criterion": (
        {"scores": HEAD + "a,z,1,2,3,\n"},
        "scores.csv, row 2, column 'criterion': there is no criterion 'z'",
    ),
    "score twice": (
        {"scores": HEAD + "a,x,1,2,3,\na,x,1,2,3,\n"},
        "scores.csv, row 3: a has a row for x already",
    ),
    "text": (
        {"scores": HEAD + "a,x,1,good,3,\n"},
        "scores.csv, row 2, column 'likely': 'good' is not a number",
    ),
    "nan with a sign": (
        {"scores": HEAD + "a,x,1,-nan,3,\n"},
        "scores.csv, row 2, column 'likely': '-nan' is not a number",
    ),
    "low above likely": (
        {"scores": HEAD + "a,x,3,2,4,\n"},
        "scores.csv, row 2 (a, x): low 3 is above likely 2",
    ),
    "likely above high": (
        {"scores": HEAD + "a,x,1,5,4,\n"},
        "scores.csv, row 2 (a, x): likely 5 is above high 4",
    ),
    "no likely": (
        {"scores": HEAD + "a,x,1,,4,\n"},
        "scores.csv, row 2 (a, x): a range without a likely value",
    ),
    "confidence": ({"scores": HEAD + "a,x,1,2,3,D\n"}, "scores.csv, row 2 (a, x): confidence 'D'"),
    "beyond the scale": ({"scores": HEAD + "a,x,1,2,11,\n"}, "11 lies beyond the scale from 0 to 10"),
    "group scored": (
        {
            "criteria": f"{TREE}\ng,Group,,,,\nx,Speed,g,max,,\ny,Price,g,min,,\n",
            "scores": HEAD + "a,g,1,2,3,\n",
        },
        "scores.csv, row 2, column 'criterion': there is no criterion 'g'",
    ),
    "direction": (
        {"criteria": f"{TREE}\nx,Speed,,upwards,,\ny,Price,,min,,\n"},
        "criteria.csv, row 2, column 'direction': 'upwards'",
    ),
    "no direction": (
        {"criteria": f"{TREE}\nx,Speed,,,,\ny,Price,,min,,\n"},
        "criteria.csv, row 2, column 'direction': say max or min",
    ),
    "criterion twice": (
        {"criteria": f"{TREE}\nx,Speed,,max,,\ny,Price,,min,,\nX,Again,,max,,\n"},
        "criteria.csv, row 4: 'X' is in an earlier row",
    ),
    "parent": ({"criteria": f"{TREE}\nx,Speed,up,max,,\ny,Price,,min,,\n"}, "'up'"),
    "circle": ({"criteria": f"{TREE}\nx,Speed,,max,,\ny,Price,,min,,\np,P,q,max,,\nq,Q,p,max,,\n"}, "circle"),
    "own parent": ({"criteria": f"{TREE}\nx,Speed,,max,,\ny,Price,,min,,\np,P,p,max,,\n"}, "circle"),
    "scale": (
        {"criteria": f"{TREE}\nx,Speed,,max,10,0\ny,Price,,min,,\n"},
        "criteria.csv, row 2: A scale must run from a lower",
    ),
    "half a scale": ({"criteria": f"{TREE}\nx,Speed,,max,0,\ny,Price,,min,,\n"}, "criteria.csv, row 2"),
    "scale in words": (
        {"criteria": f"{TREE}\nx,Speed,,max,zero,10\ny,Price,,min,,\n"},
        "row 2, column 'scale_min': 'zero' is not a number",
    ),
    "identifier": (
        {"criteria": f"{TREE}\nx.1,Speed,,max,,\ny,Price,,min,,\n"},
        "'x.1' cannot be the identifier of a criterion",
    ),
    "no name": (
        {"criteria": f"{TREE}\nx,,,max,,\ny,Price,,min,,\n"},
        "criteria.csv, row 2, column 'name': this cell must not be blank",
    ),
    "only a header of criteria": ({"criteria": f"{TREE}\n"}, "criteria.csv: there are no criteria"),
    "only a header of candidates": (
        {"candidates": "candidate_id,name\n"},
        "candidates.csv: there are no candidates",
    ),
    "candidate's name twice": (
        {"candidates": "candidate_id,name\na,Alpha\nb,ALPHA\n"},
        "candidates.csv, row 3: 'ALPHA' is in an earlier row",
    ),
    "candidate's identifier": (
        {"candidates": "candidate_id,name\n=a,Alpha\nb,Beta\n"},
        "candidates.csv, row 2: '=a' cannot be",
    ),
    "gate's sign": (
        {"gates": "gate_id,criterion,type,operator,threshold\ng,x,hard,>,4\n"},
        "gates.csv, row 2, column 'operator': '>'",
    ),
    "gate's kind": (
        {"gates": "gate_id,criterion,type,operator,threshold\ng,x,firm,>=,4\n"},
        "gates.csv, row 2, column 'type': 'firm'",
    ),
    "gate's number": (
        {"gates": "gate_id,criterion,type,operator,threshold\ng,x,hard,>=,four\n"},
        "row 2, column 'threshold': 'four' is not",
    ),
    "gate at nan": (
        {"gates": "gate_id,criterion,type,operator,threshold\ng,x,hard,>=,+nan\n"},
        "row 2, column 'threshold': '+nan' is not",
    ),
    "gate's criterion": (
        {"gates": "gate_id,criterion,type,operator,threshold\ng,z,hard,>=,4\n"},
        "gates.csv, row 2, column 'criterion'",
    ),
    "gate twice": (
        {"gates": "gate_id,criterion,type,operator,threshold\ng,x,hard,>=,4\nG,x,hard,>=,5\n"},
        "gate 'G'",
    ),
    "gate on an attribute by number": (
        {"gates": "gate_id,criterion,type,operator,threshold\ng,(candidate attribute hq),hard,>=,4\n"},
        "gates.csv, row 2: Gate 'g'",
    ),
    "profile of nothing": (
        {"profiles": "profile_id,profile_name,criterion,local_weight\np,P,z,1\n"},
        "profiles.csv, row 2, column 'criterion'",
    ),
    "negative profile": (
        {"profiles": "profile_id,profile_name,criterion,local_weight\np,P,x,-1\n"},
        "profiles.csv, row 2, column 'local_weight'",
    ),
    "profile twice the same": (
        {"profiles": "profile_id,profile_name,criterion,local_weight\np,P,x,1\np,P,x,2\n"},
        "profiles.csv, row 3",
    ),
    "source without title": (
        {"sources": "source_key,title\ns,\n"},
        "sources.csv, row 2, column 'title': this cell must not be blank",
    ),
    "cp1252": (
        {"candidates": "candidate_id,name\na,Müller\nb,Beta\n".encode("cp1252")},
        "candidates.csv, row 2: the text is not encoded",
    ),
    "ragged": ({"scores": HEAD + "a,x,1,2,3,A,too much\n"}, "scores.csv, row 2: 7 cells, but 6 columns"),
    "settings": ({"problem_toml": "title ="}, "problem.toml cannot be read"),
    "settings unknown": ({"problem_toml": "colour = 'red'"}, "problem.toml: 'colour' cannot be used here"),
    "settings of another kind": ({"problem_toml": "title = 3"}, "problem.toml: 'title' cannot be used here"),
    "settings in another encoding": ({"problem_toml": b"\xff\xfe"}, "problem.toml cannot be read"),
    "settings too deep": ({"problem_toml": "a=" + "[" * 5_000}, "problem.toml cannot be read"),
    "default method": ({"problem_toml": "default_method = 'magic'"}, "There is no method 'magic'"),
    "default profile": ({"problem_toml": "default_profile = 'nobody'"}, "There is no profile 'nobody'"),
    "anchor at a superscript": (
        {
            "criteria": f"{TREE},anchor_²\nx,Speed,,max,0,20,² km\ny,Price,,min,,,\n",
            "scores": HEAD + "a,z,1,2,3,\n",
        },
        "there is no criterion 'z'",
    ),
    "anchor text that begins with a superscript": (
        {
            "criteria": f"{TREE},anchor_2\nx,Speed,,max,0,20,² km\ny,Price,,min,,,\n",
            "scores": HEAD + "a,z,1,2,3,\n",
        },
        "there is no criterion 'z'",
    ),
}


@pytest.mark.parametrize(("files", "words"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_with_file_row_and_column(
    folder: Folder, complaint: Complaint, files: dict[str, str | bytes | None], words: str
) -> None:
    assert words in complaint(folder(**files))


def test_findings_of_several_files_come_together(folder: Folder, complaint: Complaint) -> None:
    said = complaint(
        folder(
            scores=HEAD + "a,x,3,2,1,\n",
            gates="gate_id,criterion,type,operator,threshold\ng,z,hard,>=,4\n",
            profiles="profile_id,profile_name,criterion,local_weight\np,P,z,1\n",
        )
    )
    assert [line.split(",")[0].split(":")[0] for line in said.splitlines()] == [
        "scores.csv",
        "gates.csv",
        "profiles.csv",
    ]


def test_one_mistake_in_criteria_is_not_repeated_for_every_score(
    folder: Folder, complaint: Complaint
) -> None:
    said = complaint(folder(criteria=f"{TREE}\nx,Speed,,upwards,,\ny,Price,,min,,\n"))
    assert len(said.splitlines()) == 1


def test_a_tree_of_any_depth_loads_or_is_refused_in_words(folder: Folder) -> None:
    nodes = "".join(f"g{i},G{i},{f'g{i - 1}' if i else ''},,,\n" for i in range(1_500))
    try:
        problem = criteria.load_problem(
            folder(criteria=f"{TREE}\n{nodes}x,Speed,g1499,max,,\ny,Price,g1499,min,,\n")
        )
    except criteria.CriteriaError:
        return
    assert [leaf.id for leaf in problem.leaves] == ["x", "y"]


def test_text_from_the_settings_loses_control_characters(folder: Folder) -> None:
    problem = criteria.load_problem(
        folder(problem_toml='title = "A\\u001b[31m B"\nnotes = ["one\\u0000 two"]')
    )
    assert problem.title == "A[31m B"
    assert problem.notes == ("one two",)


def test_columns_that_are_not_read_are_named_in_a_note(case: Problem, folder: Folder) -> None:
    (note,) = [note for note in case.notes if note.startswith("Columns that are not read")]
    assert "scores.csv" not in note
    assert "profiles.csv (level, parent, global_weight)" in note
    assert "candidates.csv (source_keys, unsourced_marker_note)" in note
    for read in ("anchor_5", "why_nissan", "source_key,", "hq_country", "glossary.csv", "judgements.csv"):
        assert read not in note
    assert criteria.load_problem(folder()).notes == ()


def test_facts_keep_the_key_of_their_source(case: Problem) -> None:
    assert len(case.facts) == 143
    assert case.facts[0][0] == "case"
    assert case.facts[0][3] == "reuters-en-lincoln"
    assert {fact[3] for fact in case.facts} - {source.key for source in case.sources} == set()
