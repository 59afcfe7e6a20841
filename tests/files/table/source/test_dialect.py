"""The separator of a text table."""

from __future__ import annotations

import pytest

from criteria.errors import FileError
from criteria.files.table.source.dialect import sheet_of_text

ROWS = (("Name", "x", "y"), ("A", "1", "2"), ("B", "3", "4"))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    assert sheet_of_text("t", "\n".join(separator.join(row) for row in ROWS)).rows == ROWS


@pytest.mark.parametrize(
    "text",
    [
        "Name;x;y\nA;1,5;2,5\nB;3,5;4,5\n",
        "sep=;\nName;x;y\nA;1,5;2,5\nB;3,5;4,5\n",
        "| Name | x | y |\n|---|---:|:-:|\n| A | 1,5 | 2,5 |\n| B | 3,5 | 4,5 |\n",
        "Name\tx\ty\r\nA\t1,5\t2,5\r\nB\t3,5\t4,5\r\n",
    ],
    ids=["decimal comma", "named", "markdown", "pasted"],
)
def test_commas_inside_numbers_do_not_cut(text: str) -> None:
    rows = [row for row in sheet_of_text("t", text).rows if row]
    assert rows == [("Name", "x", "y"), ("A", "1,5", "2,5"), ("B", "3,5", "4,5")]


def test_empty_columns_of_another_separator_are_left_out_and_said() -> None:
    sheet = sheet_of_text("t", "Name,x,y;;;\nA,1,2;;;\nB,3,4;;;\n")
    assert sheet.rows == ROWS
    assert "';'" in sheet.notes[0]


def test_an_inch_mark_in_pasted_text_is_a_letter() -> None:
    assert sheet_of_text("t", 'Name\tx\nScreen 15"\t1\n"B\t2\n').rows[2][0] == '"B'


@pytest.mark.parametrize("text", ["", "\n \n", ",,\n;;\n", 'a,b\n"c,1\n'])
def test_nothing_to_read_is_a_sentence(text: str) -> None:
    with pytest.raises(FileError):
        sheet_of_text("t", text)
