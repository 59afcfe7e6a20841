"""One plain CSV: what can be read is read, and what is wrong is said with its row and column."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import criteria
from criteria.model.criterion import Scale
from criteria.model.problem import Problem

Loaded = Callable[[str | bytes], Problem]
PLAIN = "Name,Preis,Größe\nA,1.5,-2\nB,2.5,3\n"


def numbers(problem: Problem) -> list[list[float | None]]:
    return [[cell.likely for cell in row] for row in problem.performances]


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        "\ufeff" + PLAIN,
        PLAIN.encode("utf-16"),
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        PLAIN.replace(",", "\t"),
        PLAIN.replace(",", ";").replace(".", ","),
        PLAIN.replace(",", ";"),
        "\n\n" + PLAIN + "\n,,\n",
        '"Name","Preis","Größe"\n"A","1.5","-2"\n"B"," 2.5 ","3"\n',
        PLAIN.replace("\n", ",,\n"),
        PLAIN.replace("-2", "\u22122"),
    ],
    ids=["plain", "byte-order mark", "utf-16", "crlf", "cr", "tabs", "decimal comma", "semicolons", "blank lines", "quoted", "trailing commas", "minus sign"],
)  # fmt: skip
def test_a_table_reads_the_same_however_a_spreadsheet_wrote_it(loaded: Loaded, content: str | bytes) -> None:
    problem = loaded(content)
    assert [a.name for a in problem.alternatives] == ["A", "B"]
    assert [c.name for c in problem.leaves] == ["Preis", "Größe"]
    assert numbers(problem) == [[1.5, -2.0], [2.5, 3.0]]


@pytest.mark.parametrize(
    "word", ["", "-", "–", "?", "n/a", "NA", "nan", "NaN", "unknown", "null", "None", "  "]
)
def test_a_blank_is_unknown_and_never_zero(loaded: Loaded, word: str) -> None:
    cell = loaded(f"Name,x,y\nA,{word},0\nB,2,1\n").performance("a", "x")
    assert not cell.known
    assert cell.likely is None


def test_rows_below_the_header_speak_of_the_criteria(loaded: Loaded) -> None:
    problem = loaded(
        "Name,x,y\nDirection,MAX,cost\nweight,20,30\nunit,km,€\nscale min,0,-5\nscale max,10,5\nA,1,2\nB,3,4\n"
    )
    x, y = problem.leaves
    assert (x.maximize, y.maximize) == (True, False)
    assert (x.unit, y.unit) == ("km", "€")
    assert (x.scale, y.scale) == (Scale(0, 10), Scale(-5, 5))
    assert problem.base_scenario().importances == (("x", 20.0), ("y", 30.0))
    assert problem.notes == ()


def test_what_the_file_does_not_say_is_noted(loaded: Loaded) -> None:
    notes = loaded(PLAIN).notes
    assert any("more is taken to be better" in note for note in notes)
    assert any("equally important" in note for note in notes)


def test_shares_of_one_become_points_that_a_slider_can_move(loaded: Loaded) -> None:
    assert loaded("Name,x,y\nweight,0.25,0.75\nA,1,2\n").base_scenario().importances == (
        ("x", 25.0),
        ("y", 75.0),
    )


def test_tiny_weights_keep_their_ratio(loaded: Loaded) -> None:
    (_, x), (_, y) = loaded("Name,x,y\nweight,1e-15,3e-15\nA,1,2\n").base_scenario().importances
    assert x > 0
    assert y / x == pytest.approx(3)


def test_a_candidate_may_be_called_weight(loaded: Loaded) -> None:
    assert [a.name for a in loaded("Name,x\nA,1\nweight,3\n").alternatives] == ["A", "weight"]


@pytest.mark.parametrize(
    "name",
    [
        "東芝テック",
        "=SUM(A1)",
        "+B",
        "-D",
        "@C",
        "🚗",
        "Müller, Söhne",
        "O'Neill",
        'the "best"',
        "1",
        "a" * 120,
    ],
)
def test_names_survive_in_any_script(loaded: Loaded, name: str) -> None:
    quoted = '"' + name.replace('"', '""') + '"'
    problem = loaded(f"Candidate,{quoted}\n{quoted},1\nother,2\n")
    assert problem.alternatives[0].name == name
    assert problem.leaves[0].name == name
    assert criteria.evaluate(problem, problem.base_scenario(), methods=()).ranks.tolist() == [2, 1]


def test_a_name_may_span_lines_and_row_numbers_stay_right(
    loaded: Loaded, table: Callable[[str], Path], complaint: Callable[[Path], str]
) -> None:
    assert loaded('Name,x\n"A\nplus",1\nB,2\n').alternatives[0].name == "A\nplus"
    assert "row 4, column 'x': 'zz' is not a number" in complaint(table('Name,x\n"A\nB",1\nC,zz\n'))


WRONG = {
    "empty": ("", "is empty"),
    "only blank lines": ("\n \n", "is empty"),
    "only commas": (",\n", "table.csv"),
    "only commas in many rows": (",,,\n,,\n", "table.csv"),
    "only a header": ("Name,x\n", "no candidates"),
    "only candidates": ("Name\nA\n", "no criteria"),
    "only rows about criteria": ("Name,x\nweight,1\ndirection,max\n", "no candidates"),
    "text": ("Name,x\nA,1\nB,fast\n", "row 3, column 'x': 'fast' is not a number"),
    "per cent": ("Name,x\nA,50%\n", "row 2, column 'x': '50%' is not a number"),
    "thousands": ('Name,x\nA,"1,234"\n', "row 2, column 'x': '1,234' is not a number"),
    "thousands and decimals": ("Name;x\nA;1.234,5\n", "row 2, column 'x': '1.234,5' is not a number"),
    "underscore": ("Name,x\nA,1_000\n", "row 2, column 'x': '1_000' is not a number"),
    "infinite": ("Name,x\nA,inf\n", "row 2, column 'x': 'inf' is not a number"),
    "too large": ("Name,x\nA,1e999\n", "row 2, column 'x': '1e999' is not a number"),
    "signed nan": ("Name,x\nA,+nan\n", "row 2, column 'x': '+nan' is not a number"),
    "column twice": ("Name,x,X\nA,1,2\n", "row 1: two columns are named 'X'"),
    "candidate twice": ("Name,x\nA,1\na,2\n", "row 3: 'a' stands in row 2 already"),
    "candidate twice unseen": ("Name,x\nA,1\nA\u200b,2\n", "row 3: 'A' stands in row 2 already"),
    "long candidates cut alike": ("Name,x\n" + "A" * 200 + "1,1\n" + "A" * 200 + "2,2\n", "table.csv"),
    "column without a name": ("Name,,y\nA,1,2\n", "row 1: column 2 has no name"),
    "first column without a name": (",x\nA,1\n", "row 1: column 1 has no name"),
    "candidate without a name": ("Name,x\nA,1\n,2\n", "row 3: the candidate has no name"),
    "too many cells": ("Name,x\nA,1,5\n", "row 2: 3 cells, but 2 columns"),
    "decimal comma unquoted": ("Name,x\nA,1,5\nB,2,5\n", "row 3: 3 cells, but 2 columns"),
    "nothing known": ("Name,x,y\nA,,1\nB,,1\n", "Nothing is known under 'x'"),
    "beyond the scale": (
        "Name,x\nscale min,0\nscale max,10\nA,11\n",
        "row 4, column 'x': 11 lies beyond the scale from 0 to 10",
    ),
    "scale upside down": (
        "Name,x\nscale min,10\nscale max,0\nA,1\n",
        "column 'x': A scale must run from a lower to a higher",
    ),
    "half a scale": ("Name,x\nscale min,0\nA,1\n", "scale max"),
    "half a scale in one column": ("Name,x,y\nscale min,0,0\nscale max,10,\nA,1,1\n", "column 'y'"),
    "direction": ("Name,x\ndirection,up\nA,1\n", "row 2, column 'x': 'up' is no direction"),
    "no direction": ("Name,x,y\ndirection,max,\nA,1,1\n", "row 2, column 'y'"),
    "negative weight": ("Name,x\nweight,-1\nA,1\n", "row 2, column 'x': the weight -1 is negative"),
    "weight in words": ("Name,x\nweight,high\nA,1\n", "row 2, column 'x': 'high' is not a number"),
    "cp1252": ("Näme,x\nA,1\n".encode("cp1252"), "row 1: the text is not encoded as UTF-8"),
    "cp1252 further down": (
        "Name,x\nA,1\nMüller,2\n".encode("cp1252"),
        "row 3: the text is not encoded as UTF-8",
    ),
    "shift-jis": ("名前,価格\n東芝,1\n".encode("shift-jis"), "not encoded as UTF-8"),
    "utf-16 without a mark": ("Name,x\nA,1\n".encode("utf-16-le"), "not a text file"),
    "utf-32": ("Name,x\nA,1\n".encode("utf-32"), "not a text file"),
    "half a utf-16": (b"\xff\xfea", "not encoded as UTF-8"),
    "binary": (bytes(range(256)), "table.csv"),
    "null bytes": ("Name,x\nA\x00,1\n", "not a text file"),
    "workbook": (b"PK\x03\x04rest", "is a workbook"),
    "a name of a million characters": ("Name,x\n" + "A" * 10**6 + ",1\nB,2\n", "row 2"),
    "too large a file": ("Name,x\n" + "A,1\n" * 1_300_000, "larger than 5 MB"),
    "a quotation mark never closed": ('Name,x\nA,1\n"B,2\nC,3\n', "row"),
}


@pytest.mark.parametrize(("content", "words"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_with_its_place(
    table: Callable[[str | bytes], Path], complaint: Callable[[Path], str], content: str | bytes, words: str
) -> None:
    said = complaint(table(content))
    assert words in said
    assert "table.csv" in said
    assert len(said) < 2_000


def test_every_finding_is_told_at_once(
    table: Callable[[str], Path], complaint: Callable[[Path], str]
) -> None:
    said = complaint(table("Name,x,y\ndirection,up,max\nweight,-1,2\nA,one,1\nA,2,two\n"))
    assert len(said.splitlines()) == 5
    for place in (
        "row 2, column 'x'",
        "row 3, column 'x'",
        "row 4, column 'x'",
        "row 5:",
        "row 5, column 'y'",
    ):
        assert place in said


@pytest.mark.parametrize("path", ["no-such-file.csv", "a\x00b", "x" * 5_000, "no/such/folder"])
def test_a_path_that_leads_nowhere_is_a_sentence(path: str, complaint: Callable[[Path], str]) -> None:
    assert complaint(Path(path)).endswith(".")


def test_a_folder_without_a_problem_names_the_missing_files(
    tmp_path: Path, complaint: Callable[[Path], str]
) -> None:
    said = complaint(tmp_path)
    assert all(f"{name}.csv is missing" in said for name in ("candidates", "criteria", "scores"))
