"""The workbook of a whole problem: readable for people, exact for machines."""

from __future__ import annotations

import io

import openpyxl

from criteria.files.whole_tables import HEAD, tables_of
from criteria.model.problem import Problem
from criteria.reports.whole_workbook import whole_workbook


def test_each_part_is_a_sheet_with_a_header_and_numbers_as_numbers(suppliers: Problem) -> None:
    book = openpyxl.load_workbook(io.BytesIO(whole_workbook(suppliers)))
    assert book.sheetnames == list(tables_of(suppliers))
    assert book.sheetnames[0] == HEAD
    sheet = book["performances"]
    assert [sheet.cell(1, 1).value, sheet.cell(1, 2).value] == ["alternative", "criterion"]
    values = [cell.value for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert any(isinstance(value, int | float) for value in values)


def test_a_number_of_seventeen_digits_keeps_them_all(suppliers: Problem) -> None:
    row, leaf = suppliers.alternatives[0].id, suppliers.leaves[0].id
    number = 0.1 + 0.2 + suppliers.leaves[0].scale.low if suppliers.leaves[0].scale else 0.1 + 0.2
    cell = suppliers.performance(row, leaf)
    problem = suppliers.with_performance(row, leaf, type(cell)(likely=number))
    sheets = openpyxl.load_workbook(io.BytesIO(whole_workbook(problem)))["performances"]
    texts = {str(cell.value) for line in sheets.iter_rows() for cell in line}
    assert repr(number) in texts
