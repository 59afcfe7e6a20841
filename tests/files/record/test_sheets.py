"""A workbook opens the scenario it was made of; a cell that somebody changed is named, with what it held and what it holds."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from by_hand import BASE, PROBLEM
from openpyxl import Workbook, load_workbook

import criteria
from criteria.errors import FileError
from criteria.files.given import read_given
from criteria.files.record.decision import Decision
from criteria.files.record.package import reopened
from criteria.files.record.sheets import _LINES, RECORD_SHEET, Entered, record_columns
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.reports.leaving import leaving
from criteria.reports.pack import FILES, pack

DATA = Path(__file__).parents[3] / "data"
SCENARIO = BASE.with_importance("price", 30)


def book(problem: Problem = PROBLEM, scenario: Scenario = SCENARIO) -> bytes:
    found = leaving(
        problem, scenario, day="2026-11-27", link="https://example.org/?v=1", version="9.9", name="Board"
    )
    return FILES["workbook"].make(found, Decision())


def typed(content: bytes, cells: Mapping[tuple[str, str], object]) -> bytes:
    """Return the workbook after somebody typed into it and saved it."""
    opened = load_workbook(io.BytesIO(content))
    for (sheet, place), value in cells.items():
        opened[sheet][place] = value
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def test_a_workbook_opens_the_scenario_it_was_made_of() -> None:
    found = reopened("board.xlsx", book())
    assert (found.problem, found.scenario, found.name) == (PROBLEM, SCENARIO, "Board")
    assert (found.day, found.notes) == ("2026-11-27", ())
    assert read_given("board.xlsx", book()) == PROBLEM
    assert reopened("board.xlsx", typed(book(), {})).notes == ()  # saved by another program, nothing changed


@pytest.mark.parametrize("name", ["automotive-cloud", "telematics-suppliers"])
def test_a_document_over_many_cells_is_read_to_the_last_space(name: str) -> None:
    problem = criteria.load_problem(DATA / name)
    titled = replace(problem, title="_x0041_ \u2028 \U0001f600 " + problem.title)
    for one in (problem, titled):
        found = reopened("b.xlsx", book(one, one.base_scenario()))
        assert (found.problem, found.notes) == (one, ())


def test_every_cell_that_was_changed_is_named_with_both_values() -> None:
    places = {one.sheet: place for one, place in first_cells().items()}
    found = reopened(
        "board.xlsx",
        typed(book(), {("Weights", places["Weights"]): 77, ("Performances", places["Performances"]): None}),
    )
    assert (found.problem, found.scenario) == (PROBLEM, SCENARIO)
    weights, performances = sorted(found.notes, reverse=True)
    assert weights.startswith(f"Changed in the workbook and not used: Weights, cell {places['Weights']} (")
    assert weights.endswith(" holds 77 in place of 60.")
    assert f"Performances, cell {places['Performances']} (" in performances
    assert performances.endswith(" holds nothing in place of 8.")


def first_cells() -> dict[Entered, str]:
    """Return the first entered cell of each sheet and its place as a spreadsheet names it."""
    sheet = load_workbook(io.BytesIO(book()))[RECORD_SHEET]
    found: dict[str, Entered] = {}
    for (line,) in sheet.iter_rows(min_col=2, max_col=2, values_only=True):
        for cell in _LINES.validate_json(line) if line else ():
            if Entered(*cell).entered:
                found.setdefault(cell[0], Entered(*cell))
    return {one: f"{chr(ord('A') + one.column)}{one.row + 1}" for one in found.values()}


def test_the_headline_on_the_face_is_held_too() -> None:
    (note,) = reopened("board.xlsx", typed(book(), {("Result", "A2"): "Cedar leads everybody"})).notes
    assert note.startswith("Changed in the workbook and not used: Result, cell A2 (")
    assert "holds Cedar leads everybody in place of " in note


def test_a_figure_a_word_and_a_formula_that_were_overwritten_are_named() -> None:
    """As a spreadsheet saves it: the values of all other formulas are stored."""
    sheet = load_workbook(io.BytesIO(book()), data_only=True)["Result"]
    cells = {cell.coordinate: cell.value for row in sheet.iter_rows(min_row=6, max_row=6) for cell in row}
    for place, value, then in (("B6", 0.99, f"{cells['B6']:.10g}"), ("D6", "waived", cells["D6"])):
        (note,) = reopened("board.xlsx", overwritten(book(), "Result", place, value)).notes
        assert note.endswith(f" holds {value} in place of {then}.")
        assert note.startswith(f"Changed in the workbook and not used: Result, cell {place} ({cells['A6']})")


def overwritten(content: bytes, sheet: str, place: str, value: object) -> bytes:
    """Return the workbook with one cell overwritten, and every formula as the value that it had."""
    opened = load_workbook(io.BytesIO(content), data_only=True)
    opened[sheet][place] = value
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def test_what_follows_from_a_changed_cell_is_not_named_beside_it() -> None:
    changed = overwritten(overwritten(book(), "Weights", "B4", 77), "Result", "B6", 0.99)
    (note,) = reopened("board.xlsx", changed).notes
    assert "Weights, cell B4" in note


def test_a_sheet_that_is_gone_and_rows_that_were_moved_are_told_once() -> None:
    opened = load_workbook(io.BytesIO(book()), data_only=True)
    opened["Performances"].delete_rows(4)
    del opened["Weights"]
    out = io.BytesIO()
    opened.save(out)
    assert sorted(reopened("board.xlsx", out.getvalue()).notes) == [
        "Changed in the workbook and not used: rows of the sheet Performances were moved, renamed or removed.",
        "Changed in the workbook and not used: the sheet Weights is gone.",
    ]


def test_of_many_changes_eight_are_named_and_all_counted(case: Problem) -> None:
    cells = {("Weights", f"B{row}"): 1.5 for row in range(4, 4 + 22)}
    notes = reopened("b.xlsx", typed(book(case, case.base_scenario()), cells)).notes
    assert len(notes) == 9
    assert notes[-1] == "Changed in the workbook and not used: 22 cells in all."


BROKEN: list[Callable[[str], object]] = [lambda _text: "{}", lambda text: text[:-9], lambda _text: None]


@pytest.mark.parametrize("change", BROKEN)
def test_a_hidden_sheet_that_was_edited_is_a_sentence(change: Callable[[str], object]) -> None:
    opened = load_workbook(io.BytesIO(book()))
    opened[RECORD_SHEET]["A1"] = change(str(opened[RECORD_SHEET]["A1"].value))
    out = io.BytesIO()
    opened.save(out)
    with pytest.raises(FileError):
        reopened("board.xlsx", out.getvalue())


def test_the_document_inside_has_its_digests() -> None:
    opened = load_workbook(io.BytesIO(book()))
    cell = opened[RECORD_SHEET]["A1"]
    cell.value = str(cell.value).replace('"date": "2026-11-27"', '"date": "2020-01-01"')
    out = io.BytesIO()
    opened.save(out)
    (note,) = reopened("board.xlsx", out.getvalue()).notes
    assert note == "Changed since the record was made: the date no longer matches its digest."


def test_a_foreign_workbook_and_a_list_of_cells_that_was_edited_are_sentences() -> None:
    foreign = io.BytesIO()
    Workbook().save(foreign)
    with pytest.raises(FileError, match="is no workbook of this software"):
        reopened("theirs.xlsx", foreign.getvalue())
    found = reopened("board.xlsx", typed(book(), {(RECORD_SHEET, "B1"): "[[1]]"}))
    assert found.notes == ("It is not known which cells were changed: the hidden sheet was edited.",)


def test_of_a_large_book_only_what_may_be_changed_is_held() -> None:
    cells = [Entered("S", k, 1, 0.1, computed=k > 5, entered=k <= 5) for k in range(20_001)]
    _document, lines = record_columns("{}", cells)
    assert sum(len(_LINES.validate_json(line)) for line in lines) == 6


def test_long_documents_and_many_cells_go_over_several_rows() -> None:
    document, lines = record_columns("x" * 65_000, [Entered("S", k, 1, 0.1) for k in range(900)])
    assert "".join(piece[1:-1] for piece in document) == "x" * 65_000
    assert [len(document), len(lines)] == [3, 3]
    assert max(map(len, [*document, *lines])) <= 30_000


def test_a_board_pack_opens_by_the_record_in_it() -> None:
    found = leaving(PROBLEM, SCENARIO, day="2026-11-27", link="?v=1", version="9.9", name="Board")
    opened = reopened("pack.zip", pack(found, Decision(deciders="the board")))
    assert (opened.problem, opened.scenario) == (PROBLEM, SCENARIO)
    assert opened.decision.deciders == "the board"
    assert opened.notes == ()
