"""One CSV file as rows that remember where they stand."""

from __future__ import annotations

import pytest

from criteria.errors import FileError
from criteria.files.csv_rows import number_or_unknown, per_cent, table_from


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_rows_keep_their_numbers_past_blank_lines_and_quoted_breaks(separator: str) -> None:
    lines = ["name,note", "", 'a,"two', 'lines"', "b,"]
    table = table_from("t.csv", "\n".join(lines).replace(",", separator).encode())
    assert table.columns == ("name", "note")
    assert [(row.number, dict(row.cells)) for row in table.rows] == [
        (4, {"name": "a", "note": "two\nlines"}),
        (5, {"name": "b", "note": ""}),
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "t.csv is empty"),
        (b"a,b\n1,2,3\n", "row 2: 3 cells, but 2 columns"),
        (b"a,A\n1,2\n", "two columns are named 'A'"),
        (b"a,,b\n1,2,3\n", "column 2 has no name"),
        (b"a\n\xff\n", "row 2: the text is not encoded as UTF-8"),
        (b"PK\x03\x04", "is a workbook"),
        (b"a\n\x00\n", "is not a text file"),
    ],
)
def test_what_is_no_table_is_told_with_file_and_place(content: bytes, words: str) -> None:
    with pytest.raises(FileError, match=words):
        table_from("t.csv", content)


def test_blanks_and_words_for_unknown_are_no_numbers_and_no_zeros() -> None:
    assert [number_or_unknown(text) for text in ("", " n/a ", "?", "–", "Unknown")] == [None] * 5
    assert (number_or_unknown("−3"), number_or_unknown("0")) == (-3.0, 0.0)
    for wrong in ("1_000", "inf", "1,5", "about 3"):
        with pytest.raises(ValueError):  # noqa: PT011 - the reader of the row words it
            number_or_unknown(wrong)


def test_a_share_reads_as_people_write_it() -> None:
    assert per_cent(0.07) == 7
