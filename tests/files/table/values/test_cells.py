"""One cell taken apart: what people write for numbers, ranges, units, dates and nothing."""

from __future__ import annotations

from datetime import date

import pytest

from criteria.files.table.values.cells import CellReader, cell_of


def test_what_stands_in_brackets_behind_a_number_is_told_from_its_unit() -> None:
    assert (cell_of("15 (estimate)").form, cell_of("15 (EUR)").form) == ("aside", "")
    assert cell_of("Depot 17 (north)").kind == "text"
    assert cell_of("Phase (two)").kind == "text"


@pytest.mark.parametrize(
    ("text", "kind", "parts", "unit", "currency"),
    [
        ("12 400", "number", ("12 400",), "", ""),
        ("12\u202f400,5", "number", ("12 400,5",), "", ""),
        ("$1,250.00", "number", ("1,250.00",), "", "USD"),
        ("1.200 €", "number", ("1.200",), "", "EUR"),
        ("CHF 1'200", "number", ("1'200",), "", "CHF"),
        ("12,80 EUR/kg", "number", ("12,80",), "/kg", "EUR"),
        ("120 ms", "number", ("120",), "ms", ""),
        ("5 m²", "number", ("5",), "m²", ""),
        ("\u22122", "number", ("-2",), "", ""),
        ("１２％", "number", ("12",), "%", ""),
        ("ca. 120", "number", ("120",), "", ""),
        ("(1,200)", "number", ("-1,200",), "", ""),
        ("7-9", "range", ("7", "9"), "", ""),
        ("7 to 9", "range", ("7", "9"), "", ""),
        ("5..8", "range", ("5", "8"), "", ""),
        ("320 ± 15", "range", ("320", "15"), "", ""),
        ("8 (7-9)", "range", ("7", "8", "9"), "", ""),
        ("2-3 weeks", "range", ("2", "3"), "weeks", ""),
        ("<5", "bound", ("5",), "", ""),
        ("5+", "bound", ("5",), "", ""),
        ("7/10", "outof", ("7", "10"), "", ""),
        ("15 (estimate)", "number", ("15",), "", ""),
        ("~12 ms [measured]", "number", ("12",), "ms", ""),
        ("1,100 (EUR)", "number", ("1,100",), "", "EUR"),
        ("7-9 (guess)", "range", ("7", "9"), "", ""),
        ("4 out of 5", "outof", ("4", "5"), "", ""),
    ],
)
def test_a_number_is_taken_apart(
    text: str, kind: str, parts: tuple[str, ...], unit: str, currency: str
) -> None:
    cell = cell_of(text)
    assert (cell.kind, cell.parts, cell.unit, cell.currency) == (kind, parts, unit, currency)


@pytest.mark.parametrize("text", ["Q-31", "Depot 17", "1_000", "inf", "1e999", "A1", "2 x 3", "x" * 200])
def test_what_only_looks_like_a_number_is_text(text: str) -> None:
    assert cell_of(text).kind == "text"


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-01",
        "01.03.2024",
        "3/1/24",
        "3-Mar",
        "7-Sep",
        "Q3 2025",
        "12 Jan 2025",
        "2024年3月1日",
        "10:30",
    ],
)
def test_a_date_is_no_number(text: str) -> None:
    assert cell_of(text).kind == "date"


@pytest.mark.parametrize("text", ["8.5/10", "7.5/20", "7.50/10"])
def test_a_rating_out_of_ten_is_no_date(text: str) -> None:
    assert cell_of(text).kind == "outof"


@pytest.mark.parametrize(
    ("text", "value", "unit"), [("4½", 4.5, ""), ("1 ¾ h", 1.75, "h"), ("½", 0.5, ""), ("-2¼", -2.25, "")]
)
def test_a_fraction_in_one_sign_counts(text: str, value: float, unit: str) -> None:
    cell = cell_of(text)
    assert (cell.kind, cell.value, cell.unit) == ("number", value, unit)


@pytest.mark.parametrize("text", ["n.a.", "#N/A", "TBD", "—", "なし", "inconnu", "k. A.", "unknown", "?"])
def test_a_word_for_unknown_is_unknown(text: str) -> None:
    assert cell_of(text).kind == "unknown"


@pytest.mark.parametrize("text", ["#REF!", "#DIV/0!", "#WERT!", "=SUM(A1:A3)"])
def test_an_error_and_a_formula_are_errors(text: str) -> None:
    assert cell_of(text).kind == "error"


def test_values_of_a_workbook_keep_their_kind() -> None:
    read = CellReader()
    assert read(1250.0).value == 1250
    assert read(date(2024, 6, 14)).kind == "date"
    assert read("").kind == "blank"
    assert read("★★★☆☆").value == 3
    assert read(float("inf")).kind == "text"


@pytest.mark.parametrize("text", ["1," * 40, "1 " * 39, "9-" * 39, "(" * 79, "1.1.1.1." * 9, "~" * 79])
def test_a_hostile_cell_is_read_in_no_time(text: str) -> None:
    assert cell_of(text).kind in ("text", "number", "date", "range")
