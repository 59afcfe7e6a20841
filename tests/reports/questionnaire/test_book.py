"""The workbook as somebody opens it: whom it asks, what may be typed where, and names that are text."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from criteria.files.questionnaire import KEY_SHEET
from criteria.model.judgements import Member
from criteria.model.problem import Problem
from criteria.reports.questionnaire import questionnaire


def test_only_the_cells_above_the_diagonal_can_be_typed_into(case: Problem) -> None:
    book = load_workbook(io.BytesIO(questionnaire(case, Member("cto-connected", "CTO"))))
    sheet = book["Pairs"]
    free = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert len(free) == sum(n * (n - 1) // 2 for n in (5, 4, 4, 3, 2, 4))
    assert {"C17", "F17", "F20"} <= free
    assert {"B17", "B18", "C18", "G17"}.isdisjoint(free)
    assert sheet.protection.sheet
    assert book[KEY_SHEET].sheet_state == "hidden"
    (rule,) = [one for one in sheet.data_validations.dataValidation if "C17" in str(one.sqref)]
    assert (float(rule.formula1), float(rule.formula2)) == (1 / 9, 9.0)
    assert "=1/3" in rule.error


def test_names_are_text_and_told_on_the_sheet(case: Problem) -> None:
    book = load_workbook(io.BytesIO(questionnaire(case, Member("me", '=HYPERLINK("https://example.org")'))))
    sheet = book["Pairs"]
    assert sheet["A1"].value == case.title
    assert sheet["A2"].value == 'Questions for =HYPERLINK("https://example.org")'
    assert [sheet.cell(16, column).value for column in (2, 7)] == [
        "IP protection & strategic independence",
        "Weight",
    ]
    assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)
