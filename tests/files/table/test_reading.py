"""One plain table: what can be read is read, what is open is asked, and what is wrong is said with its row and column."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

import criteria
from criteria.errors import QuestionsOpen
from criteria.model.criterion import Scale
from criteria.model.problem import Problem

Loaded = Callable[[str | bytes], Problem]
PLAIN = "Name,Preis,Größe\ndirection,min,max\nA,1.5,-2\nB,2.5,3\n"


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
        '"Name","Preis","Größe"\n"direction","min","max"\n"A","1.5","-2"\n"B"," 2.5 ","3"\n',
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
    cell = loaded(f"Name,x,y\ndirection,max,max\nA,{word},0\nB,2,1\n").performance("a", "x")
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


def test_equal_weights_are_noted_where_the_file_gives_none(loaded: Loaded) -> None:
    assert any("equally important" in note for note in loaded(PLAIN).notes)


def test_directions_that_the_file_does_not_say_are_asked(table: Callable[[str], Path]) -> None:
    with pytest.raises(QuestionsOpen) as caught:
        criteria.load_problem(table("Name,Preis,Größe\nA,1.5,-2\nB,2.5,3\n"))
    said = str(caught.value)
    assert "'Preis', 'Größe'" in said
    assert "--minimize" in said


def test_shares_of_one_become_points_that_a_slider_can_move(loaded: Loaded) -> None:
    assert loaded("Name,x,y\ndirection,max,max\nweight,0.25,0.75\nA,1,2\n").base_scenario().importances == (
        ("x", 25.0),
        ("y", 75.0),
    )


def test_tiny_weights_keep_their_ratio(loaded: Loaded) -> None:
    (_, x), (_, y) = (
        loaded("Name,x,y\ndirection,max,max\nweight,1e-15,3e-15\nA,1,2\n").base_scenario().importances
    )
    assert x > 0
    assert y / x == pytest.approx(3)


def test_a_candidate_may_be_called_weight_watch(loaded: Loaded) -> None:
    problem = loaded("Name,x,y\ndirection,max,min\nA,1,2\nWeight Watch,3,4\n")
    assert [a.name for a in problem.alternatives] == ["A", "Weight Watch"]


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
    problem = loaded(f"Candidate,{quoted}\ndirection,max\n{quoted},1\nother,2\n")
    assert problem.alternatives[0].name == name
    assert problem.leaves[0].name == name
    assert criteria.evaluate(problem, problem.base_scenario(), methods=()).ranks.tolist() == [2, 1]


def test_a_name_may_span_lines_and_rows_are_counted_as_the_spreadsheet_does(
    loaded: Loaded, table: Callable[[str], Path], complaint: Callable[[Path], str]
) -> None:
    assert loaded('Name,x\ndirection,max\n"A\nplus",1\nB,2\n').alternatives[0].name == "A\nplus"
    said = complaint(table('Name,x\ndirection,max\n"A\nB",1\nD,4\nC,zz\n'))
    assert "'zz' in column B 'x' (row 5) cannot be read as a number" in said


def test_numbers_are_read_as_people_write_them(loaded: Loaded) -> None:
    problem = loaded("Name;x;y;z\ndirection;max;min;max\nA;50%;1.234,5;1'250\nB;60 %;2.345,5;980\n")
    assert numbers(problem) == [[50, 1234.5, 1250], [60, 2345.5, 980]]
    assert problem.leaves[0].unit == "%"


@pytest.mark.parametrize(
    ("encoding", "name", "column"),
    [
        ("cp1252", "Müller", "Größe"),
        ("mac_roman", "Müller", "Größe"),
        ("shift-jis", "東芝", "価格"),
        ("utf-16-le", "A", "x"),
        ("utf-32", "A", "x"),
    ],
)
def test_any_usual_encoding_is_read(loaded: Loaded, encoding: str, name: str, column: str) -> None:
    problem = loaded(f"Name,{column}\ndirection,max\n{name},1\nother,2\n".encode(encoding))
    assert problem.alternatives[0].name == name
    assert problem.leaves[0].name == column


WRONG = {
    "empty": ("", "is empty"),
    "only blank lines": ("\n \n", "is empty"),
    "only commas": (",\n", "table.csv"),
    "only commas in many rows": (",,,\n,,\n", "table.csv"),
    "only a header": ("Name,x\n", "no candidates"),
    "only candidates": ("Name\nA\n", "no criteria"),
    "only rows about criteria": ("Name,x\nweight,1\ndirection,max\n", "no candidates"),
    "text": ("Name,x\ndirection,max\nA,1\nC,3\nB,fast\n", "'fast' in column B 'x' (row 5) cannot be read as a number"),
    "text alone": ("Name,x\ndirection,max\nA,slow\nB,fast\n", "Column B 'x' holds words without a known order"),
    "thousands or decimals": ('Name,x\ndirection,max\nA,"1,234"\nB,900\n', "does 1,234 mean 1234 (thousands) or 1.234"),
    "two conventions": ('Name,x\ndirection,max\nA,"1,5"\nB,2.5\n', "use different marks for decimals"),
    "underscore": ("Name,x\ndirection,max\nA,1_000\nB,1\nC,2\n", "'1_000' in column B 'x'"),
    "infinite": ("Name,x\ndirection,max\nA,inf\nB,1\nC,2\n", "'inf' in column B 'x'"),
    "too large": ("Name,x\ndirection,max\nA,1e999\nB,1\nC,2\n", "'1e999' in column B 'x'"),
    "signed nan": ("Name,x\ndirection,max\nA,+nan\nB,1\nC,2\n", "'+nan' in column B 'x'"),
    "a bound": ("Name,x\ndirection,max\nA,<5\nB,1\nC,2\n", "gives a bound, not a value"),
    "two currencies": ("Name,x\ndirection,min\nA,€5\nB,$7\n", "different units or currencies (EUR, USD)"),
    "a date among numbers": ("Name,x\ndirection,max\nA,7-Sep\nB,1\nC,2\n", "is a date among numbers"),
    "column twice": ("Name,x,X\ndirection,max,max\nA,1,2\n", "two criteria are named 'X'"),
    "candidate twice": ("Name,x\ndirection,max\nA,1\na,2\n", "'a' (row 4 and row 3)"),
    "candidate twice unseen": ("Name,x\ndirection,max\nA,1\nA\u200b,2\n", "'A' (row 4 and row 3)"),
    "long candidates cut alike": ("Name,x\ndirection,max\n" + "A" * 200 + "1,1\n" + "A" * 200 + "2,2\n", "table.csv"),
    "column without a name": ("Name,,y\ndirection,max,max\nA,1,2\n", "column B has no name"),
    "candidate without a name": ("Name,x\ndirection,max\nA,1\n,7\n", "row 4: the candidate has no name"),
    "too many cells": ("Name,x\ndirection,max\nA,1,5\n", "column C has no name"),
    "nothing known": ("Name,x,y\ndirection,max,max\nA,?,1\nB,n/a,1\n", "nothing is known under 'x'"),
    "beyond the scale": ("Name,x\nscale min,0\nscale max,10\ndirection,max\nA,11\n", "column B 'x': 11 lies beyond the scale from 0 to 10"),
    "scale upside down": ("Name,x\nscale min,10\nscale max,0\ndirection,max\nA,1\n", "column B 'x': a scale must run from a lower to a higher"),
    "half a scale": ("Name,x\nscale min,0\ndirection,max\nA,1\n", "scale max"),
    "half a scale in one column": ("Name,x,y\nscale min,0,0\nscale max,10,\ndirection,max,max\nA,1,1\n", "column C 'y'"),
    "direction": ("Name,x,y\ndirection,sideways,max\nA,1,2\n", "row 2, column B 'x': 'sideways' is no direction"),
    "no direction": ("Name,x,y\ndirection,max,\nA,1,1\n", "which way is better is open under 'y'"),
    "negative weight": ("Name,x,y\nweight,-1,2\ndirection,max,max\nA,1,1\n", "The weight of 'x' is negative in row 2"),
    "weight in words": ("Name,x\nweight,high\ndirection,max\nA,1\n", "in row 2 'weight' are words ('high')"),
    "weights all zero": ("Name,x,y\nweight,0,0\ndirection,max,max\nA,1,1\n", "All weights are 0 in row 2"),
    "a weight left blank": ("Name,x,y\nweight,1,\ndirection,max,max\nA,1,1\n", "The weight of 'y' is blank"),
    "half a utf-16": (b"\xff\xfea", "not a text file"),
    "binary": (bytes(range(256)), "table.csv"),
    "null bytes": ("Name,x\nA\x00,1\n", "not a text file"),
    "workbook": (b"PK\x03\x04rest", "is damaged or no workbook"),
    "old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "old kind (XLS)"),
    "a cell of a million characters": ("Name,x\ndirection,max\n" + "A" * 10**6 + ",1\nB,2\n", "row 3"),
    "too large a file": ("Name,x\n" + "A,1\n" * 5_100_000, "larger than 20 MB"),
    "a quotation mark never closed": ('Name,x\nA,1\n"B,2\nC,3\n', "row"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "words"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_with_its_place(
    table: Callable[[str | bytes], Path], complaint: Callable[[Path], str], content: str | bytes, words: str
) -> None:
    said = complaint(table(content))
    assert words in said
    assert "table.csv" in said
    assert len(said) < 2_000


def test_everything_open_or_wrong_is_told_at_once(
    table: Callable[[str], Path], complaint: Callable[[Path], str]
) -> None:
    said = complaint(table("Name,x,y\ndirection,sideways,max\nweight,-1,2\nA,1,1\nA,2,7\nB,3,two\n"))
    for words in (
        "'sideways' is no direction",
        "'A' (row 5 and row 4)",
        "weight of 'x' is negative",
        "'two' in column C 'y' (row 6)",
    ):
        assert words in said


def test_two_hundred_bad_rows_are_one_line(
    table: Callable[[str], Path], complaint: Callable[[Path], str]
) -> None:
    rows = "".join(
        f"Firm {i},{i % 7},oops {i}\n" if i % 3 == 0 else f"Firm {i},{i % 7},{i}\n" for i in range(200)
    )
    said = complaint(table("Name,x,y\ndirection,max,max\n" + rows))
    assert len(said.splitlines()) == 1
    assert "column C 'y'" in said


@pytest.mark.parametrize("path", ["no-such-file.csv", "a\x00b", "x" * 5_000, "no/such/folder"])
def test_a_path_that_leads_nowhere_is_a_sentence(path: str, complaint: Callable[[Path], str]) -> None:
    assert complaint(Path(path)).endswith(".")


def test_a_folder_without_a_problem_names_the_missing_files(
    tmp_path: Path, complaint: Callable[[Path], str]
) -> None:
    said = complaint(tmp_path)
    assert all(f"{name}.csv is missing" in said for name in ("candidates", "criteria", "scores"))


def test_a_japanese_sheet_with_semicolons_is_the_same_as_shift_jis_pasted_and_as_a_workbook() -> None:
    rows = [
        "会社;価格;納期;品質",
        "東;1250,5;3;4,5",
        "西;980,0;;3,5",
        "南;1100,0;5;4,0",
        "北;1020,0;4;",
        "合計;4350,5;12;12,0",
    ]
    text = "\r\n".join(["見積比較;;;", *rows, ""])
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("見積")
        sheet.write_string(0, 0, "見積比較")
        for i, row in enumerate(rows, start=1):
            for j, cell in enumerate(row.split(";")):
                if i > 1 and j and cell:
                    sheet.write_number(i, j, float(cell.replace(",", ".")))
                elif cell:
                    sheet.write_string(i, j, cell)
    given = (
        ("offers.csv", text.encode("shift-jis")),
        ("offers", text.replace(";", "\t").encode()),  # pasted from a spreadsheet
        ("offers.xlsx", buffer.getvalue()),
    )
    found = []
    for name, content in given:
        read = criteria.read_table(content, name=name)
        assert {question.id for question in read.open} == {
            f"direction:{head}" for head in ("価格", "納期", "品質")
        }
        found.append(read.with_directions(minimize=["価格", "納期"], maximize=["品質"]).problem)
    assert found[0] is not None
    assert [a.name for a in found[0].alternatives] == ["東", "西", "南", "北"]
    assert not found[0].performances.cell(1, 1).known
    for other in found[1:]:
        assert other is not None
        assert other.performances == found[0].performances
        assert [c.name for c in other.leaves] == [c.name for c in found[0].leaves]
