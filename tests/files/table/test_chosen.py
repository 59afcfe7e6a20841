"""Which part of a sheet is the table."""

from __future__ import annotations

import io

import openpyxl
import pytest

from criteria.errors import CriteriaError
from criteria.files.table.reading import Reading, read_table

Cells = list[list[object]]


def book(**sheets: dict[str, Cells]) -> bytes:
    """Return a workbook: sheets by name, each with tables by the cell where they begin."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, tables in sheets.items():
        sheet = made.create_sheet(name)
        for start, rows in tables.items():
            corner = sheet[start]
            for i, row in enumerate(rows):
                for j, value in enumerate(row):
                    sheet.cell(corner.row + i, corner.column + j, value)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


SCORES: Cells = [["Vendor", "Price (min)", "Quality (max)"], ["Acme", 10, 4], ["Bolt", 12, 5]]
LIST: Cells = [["Criterion", "Weight"], ["Price", 60], ["Quality", 40]]
OTHER: Cells = [["Site", "Rent (min)", "Reach (max)"], ["Lyon", 7, 3], ["Brno", 5, 2], ["Porto", 4, 1]]


def candidates(reading: Reading) -> list[str]:
    assert reading.problem is not None, (reading.questions, reading.findings)
    return [alternative.name for alternative in reading.problem.alternatives]


def test_a_range_is_read_alone() -> None:
    content = book(S={"B3": SCORES, "B9": OTHER, "H1": [["note"], [17]]})
    assert candidates(read_table(content, name="x.xlsx", cells="B9:D12")) == ["Lyon", "Brno", "Porto"]
    assert read_table(content, name="x.xlsx", cells="$d$12:b9") == read_table(
        content, name="x.xlsx", cells="B9:D12"
    )


@pytest.mark.parametrize("text", ["", "B3", "3:9", "B3:F", "ZZZZ1:A2", "B0:C1", "first:last"])
def test_what_is_no_range_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(CriteriaError, match="B3:F9"):
        read_table(book(S={"A1": SCORES}), name="x.xlsx", cells=text)


def test_of_several_tables_one_is_asked_for() -> None:
    reading = read_table(book(S={"A1": SCORES, "A6": OTHER}), name="x.xlsx")
    (asked,) = reading.open
    assert (asked.kind, [c.key for c in asked.choices], asked.suggestion) == (
        "range",
        ["A1:C3", "A6:C9", "all"],
        "A6:C9",
    )
    assert candidates(reading.with_answer("range:", "A1:C3")) == ["Acme", "Bolt"]


@pytest.mark.parametrize(
    "content",
    [
        book(Scores={"A1": SCORES}, Weights={"A1": LIST}),
        book(S={"A1": LIST, "A6": SCORES}),
        book(S={"A1": SCORES, "A6": LIST}),
    ],
    ids=["another sheet", "above", "below"],
)
def test_a_list_of_weights_apart_from_the_table_is_used_and_named(content: bytes) -> None:
    reading = read_table(content, name="x.xlsx")
    assert candidates(reading) == ["Acme", "Bolt"]
    assert reading.problem is not None
    assert dict(reading.problem.profiles[0].importances) == {"price": 60, "quality": 40}
    assert any("weights are those of" in note for note in reading.notes)


def test_a_list_of_other_names_is_not_taken_for_weights() -> None:
    reading = read_table(book(Scores={"A1": OTHER}, Weights={"A1": LIST}), name="x.xlsx")
    assert reading.problem is not None
    assert not reading.problem.profiles


@pytest.mark.parametrize(
    "extra",
    [
        {"F1": [["Scale", "Meaning"], [1, "bad"], [5, "good"]]},
        {"A6": [["Score", "Meaning"], ["5", "excellent"], ["1", "poor"]]},
        {"A6": [["Signed", "Head of purchasing"]]},
    ],
    ids=["legend beside", "legend below", "signature"],
)
def test_legends_and_signatures_are_no_candidates_and_no_criteria(extra: dict[str, Cells]) -> None:
    reading = read_table(book(S={"A1": SCORES} | extra), name="x.xlsx")
    assert candidates(reading) == ["Acme", "Bolt"]
    assert reading.problem is not None
    assert [leaf.name for leaf in reading.problem.leaves] == ["Price", "Quality"]
    assert any("left out" in note for note in reading.notes)
