"""A problem as tables, as a zip of CSV files and as a workbook: each reads back equal in every field."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings

from criteria.errors import CriteriaError, FileError
from criteria.files.given import read_given
from criteria.files.whole_tables import HEAD, problem_of_tables, tables_of, whole_zip
from criteria.model.problem import Problem
from criteria.reports.whole_workbook import whole_workbook
from tests.model.any_problem import parts, problems


@given(problems())
@settings(max_examples=40, deadline=None)
def test_every_field_of_any_problem_reads_back_equal(problem: Problem) -> None:
    for content in (whole_zip(problem), whole_workbook(problem)):
        read = read_given("x", content)
        assert isinstance(read, Problem)
        assert parts(read) == parts(problem)
        assert read.fingerprint == problem.fingerprint


def test_the_bundled_problems_read_back_equal(case: Problem, suppliers: Problem, aircraft: Problem) -> None:
    for problem in (case, suppliers, aircraft):
        for content in (whole_zip(problem), whole_workbook(problem)):
            read = read_given("x", content)
            assert isinstance(read, Problem)
            assert parts(read) == parts(problem)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "-3", "12", "1e5", "true", "'quoted", '"', "[x]", " a ", "a\nb", "＝1", "0x1", "null", "a" * 70_000, "b " * 40_000],
    ids=range(15),
)  # fmt: skip
def test_no_text_is_taken_for_something_else(suppliers: Problem, text: str) -> None:
    problem = suppliers.with_notes((text, "plain", text))
    for content in (whole_zip(problem), whole_workbook(problem)):
        read = read_given("x", content)
        assert isinstance(read, Problem)
        assert read.notes == problem.notes


def test_a_value_changed_in_a_spreadsheet_is_changed_in_the_problem(suppliers: Problem) -> None:
    book = openpyxl.load_workbook(io.BytesIO(whole_workbook(suppliers)))
    sheet = book["performances"]
    heads = [cell.value for cell in sheet[1]]
    likely = heads.index("performance.likely") + 1
    first = (sheet.cell(2, 1).value, sheet.cell(2, 2).value)
    for row in (2,):
        for name in ("performance.low", "performance.high"):
            if name in heads:
                sheet.cell(row, heads.index(name) + 1).value = None
        sheet.cell(row, likely).value = 97.5
    out = io.BytesIO()
    book.save(out)
    read = read_given("x.xlsx", out.getvalue())
    assert isinstance(read, Problem)
    assert read.performance(*first).likely == 97.5


@pytest.mark.parametrize(
    "tables",
    [
        {HEAD: []},
        {HEAD: [["id", "id.x"], ["1", "2"]]},
        {HEAD: [["id"], ["[" * 100_000]]},
        {HEAD: [["id"], ["9" * 6_000]]},
        {HEAD: [["id", "title"], ["a", "b"]], "criteria": [["1"], ["x"]]},
        {HEAD: [["id", "title"], ["a", "b"]], "unknown": [["value"], ["x"]]},
    ],
)
def test_what_is_no_problem_ends_in_sentences(tables: dict[str, list[list[str]]]) -> None:
    with pytest.raises(FileError):
        problem_of_tables(tables)


def test_a_package_with_a_damaged_table_ends_in_a_sentence(suppliers: Problem) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole_zip(suppliers))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"\xff\x00;" if "criteria.csv" in name else old.read(name))
    with pytest.raises(CriteriaError):
        read_given("x.zip", out.getvalue())


def test_equal_problems_give_equal_bytes_and_others_do_not(suppliers: Problem) -> None:
    assert whole_zip(suppliers) == whole_zip(replace(suppliers))
    assert tables_of(suppliers) != tables_of(suppliers.with_title("Another"))
