"""Workbooks: stored values, errors, formulas never worked out, hidden rows, sheets."""

from __future__ import annotations

import io
import zipfile
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


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "content.xml"])
def test_entities_are_refused(workbook: Callable[..., bytes], rows: Callable[..., str], part: str) -> None:
    plain = (
        ods([["Vendor", "Price"], ["A", 1]])
        if part == "content.xml"
        else workbook(("S", rows([*HEAD, ["A", 1, 5]])))
    )
    assert sheets_of_workbook("w", plain)[0].filled > 3  # it is read without the entities
    bombed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(bombed, "w") as new:
        for name in old.namelist():
            xml = old.read(name).decode()
            if name == part:
                head, mark, rest = xml.partition("?>")
                xml = head + mark + BOMB + rest
            new.writestr(name, xml)
    with pytest.raises(FileError, match="damaged or no workbook"):
        sheets_of_workbook("w", bombed.getvalue())


def ods(rows: list[list[object]]) -> bytes:
    """Return an ODS document of one sheet, written by hand; texts and numbers, and dates as texts such as date:2026-01-31."""
    lines = []
    for row in rows:
        cells = []
        for value in row:
            text = str(value)
            if text.startswith("date:"):
                cells.append(f'<table:table-cell office:value-type="date" office:date-value="{text[5:]}"><text:p>{text[5:]}</text:p></table:table-cell>')  # fmt: skip
            elif isinstance(value, str):
                cells.append(f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' if text else "<table:table-cell/>")  # fmt: skip
            else:
                cells.append(f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>')  # fmt: skip
        lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{space}:office:1.0" '
        f'xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="S">{"".join(lines)}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("content.xml", content)
        file.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return packed.getvalue()


def test_an_ods_sheet_is_read_as_an_xlsx_sheet_is() -> None:
    table = [
        ["Offers of May", "", "", ""],
        ["Vendor", "Price", "Care", "Since"],
        ["direction", "min", "max", ""],
        ["A", 1.5, "4 (3-5)", "date:2026-01-31"],
        ["B", "2,000.5", "k. A.", "date:2026-02-01"],
        ["Total", 2002, "", ""],
    ]
    reading = read_table(ods(table), name="o.ods")
    assert reading.problem is not None, (reading.questions, reading.findings)
    assert [a.name for a in reading.problem.alternatives] == ["A", "B"]
    assert [[(c.low, c.likely) for c in row] for row in reading.problem.performances] == [
        [(1.5, 1.5), (3, 4)],
        [(2000.5, 2000.5), (None, None)],
    ]
    assert any("'Since' is left out: dates" in note for note in reading.notes)


def test_a_number_merged_over_several_rows_counts_in_each(
    workbook: Callable[..., bytes], rows: Callable[..., str]
) -> None:
    sheet = rows([*HEAD, ["A", 1, 5], ["B", "", 3]]) + '<mergeCells><mergeCell ref="B3:B4"/></mergeCells>'
    reading = read_table(workbook(("S", sheet)), name="w.xlsx")
    assert reading.problem is not None
    assert [row[0].likely for row in reading.problem.performances] == [1, 1]
