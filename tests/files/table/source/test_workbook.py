"""Workbooks: stored values, errors, formulas never worked out, hidden rows, sheets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.errors import FileError
from criteria.files.table.reading import read_table
from criteria.files.table.source.workbook import sheets_of_workbook

HEAD: list[list[object]] = [["Vendor", "Price", "Care"], ["direction", "min", "max"]]


def test_stored_values_of_formulas_are_read_and_errors_are_unknown(
    workbook: Callable[..., bytes], rows: Callable[..., str]
) -> None:
    sheet = rows([*HEAD, ["A", "=1+1|2", 5], ["B", 3, "#N/A"], ["C", "#DIV/0!", 4], ["D", 7, "=B1"]])
    reading = read_table(workbook(("S", sheet)), name="w.xlsx")
    assert reading.problem is not None
    assert [[cell.likely for cell in row] for row in reading.problem.performances] == [
        [2, 5],
        [3, None],
        [None, 4],
        [7, None],
    ]
    assert any("D6" in note or "C6" in note for note in reading.notes)


def test_formulas_that_all_store_zero_were_never_worked_out(
    workbook: Callable[..., bytes], rows: Callable[..., str]
) -> None:
    sheet = rows([*HEAD, ["A", "=1+1|0", 5], ["B", "=2+2|0", 3]])
    assert any(
        "nothing is known under 'Price'" in said
        for said in read_table(workbook(("S", sheet)), name="w.xlsx").findings
    )


def test_a_hidden_candidate_is_left_out_and_a_hidden_row_of_directions_counts(
    workbook: Callable[..., bytes], rows: Callable[..., str]
) -> None:
    sheet = rows([*HEAD, ["A", 1, 5], ["B", 2, 3], ["C", 3, 9]], hidden=(2, 4))
    reading = read_table(workbook(("S", sheet)), name="w.xlsx")
    assert reading.problem is not None
    assert [a.name for a in reading.problem.alternatives] == ["A", "C"]
    assert any("'B' is left out: it is hidden" in note for note in reading.notes)


def test_the_sheet_is_asked_where_several_hold_a_table(
    workbook: Callable[..., bytes], rows: Callable[..., str]
) -> None:
    one, two = rows([*HEAD, ["A", 1, 5], ["B", 2, 3]]), rows([*HEAD, ["A", 9, 5], ["B", 2, 3]])
    reading = read_table(workbook(("May", one), ("June", two)), name="w.xlsx")
    assert [q.kind for q in reading.open] == ["sheet"]
    chosen = reading.with_answer("sheet:", "June").problem
    assert chosen is not None
    assert chosen.performances[0][0].likely == 9
    assert read_table(workbook(("May", one), ("June", two)), sheet="june").sheet == "June"
    with pytest.raises(FileError, match="Did you mean 'June'"):
        read_table(workbook(("May", one), ("June", two)), sheet="Jun")


def test_a_sheet_that_reaches_over_billions_of_cells_is_a_sentence(workbook: Callable[..., bytes]) -> None:
    far = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    with pytest.raises(FileError, match="more cells than can be read"):
        sheets_of_workbook("w.xlsx", workbook(("S", far)))


def test_entities_are_refused(workbook: Callable[..., bytes]) -> None:
    content = workbook(("S", "<sheetData/>"))
    bomb = content.replace(b"<sheetData/>", b"<sheetData/>")
    assert sheets_of_workbook("w.xlsx", bomb)[0].filled == 0
