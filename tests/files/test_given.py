"""One file handed over: a table or a whole problem, or a sentence."""

from __future__ import annotations

import pytest

from criteria.errors import FileError
from criteria.files.document import problem_document
from criteria.files.given import read_given
from criteria.files.table.reading import Reading
from criteria.model.problem import Problem


def test_a_document_is_the_problem(suppliers: Problem) -> None:
    for text in (problem_document(suppliers), "\ufeff" + problem_document(suppliers, indent=None)):
        assert read_given("a.json", text.encode()) == suppliers


def test_anything_else_is_read_as_a_table() -> None:
    reading = read_given("a.csv", b"Name,Price\nA,1\nB,2\n")
    assert isinstance(reading, Reading)
    assert [q.about for q in reading.questions] == ["Price"]


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf\n"])
def test_an_empty_file_says_so(content: bytes) -> None:
    with pytest.raises(FileError, match=r"a\.csv is empty"):
        read_given("a.csv", content)


def test_json_that_is_no_problem_says_what_it_is() -> None:
    with pytest.raises(FileError, match="JSON"):
        read_given("a.json", b'{"a": 1}')
