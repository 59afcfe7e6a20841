"""The ways in: the template is a table that needs no answers, and the empty table reads as it was filled in."""

from __future__ import annotations

from criteria.files.csv_text import csv_text
from criteria.ui.components.own_table.draft import draft_of
from criteria.ui.components.own_table.intake import empty_table, filled_in, read_grid, template


def test_the_template_leaves_nothing_open() -> None:
    problem = draft_of("table.csv", csv_text(template()).encode()).problem
    assert problem is not None
    assert [(c.name, c.maximize, c.unit) for c in problem.leaves] == [
        ("Price", False, "kEUR"),
        ("Quality", True, "points"),
        ("Delivery time", False, "weeks"),
    ]
    assert [points for _id, points in problem.profiles[0].importances] == [40, 35, 25]
    assert problem.performance("first", "quality").low == 7
    assert not problem.performance("third", "quality").known


def test_a_filled_in_table_reads_without_its_blank_rows_and_columns() -> None:
    frame = empty_table()
    frame.iloc[0, 1:3] = ["Price", "Care"]
    frame.iloc[1, 1:3] = ["min", "max"]
    frame.iloc[4, :3] = ["A", "3", "8,5"]
    frame.iloc[5, :3] = ["B", "4", "9,5"]
    problem = read_grid(frame).problem
    assert problem is not None
    assert [a.name for a in problem.alternatives] == ["A", "B"]
    assert [c.name for c in problem.leaves] == ["Price", "Care"]
    assert problem.performance("b", "care").likely == 9.5


def test_what_was_typed_is_in_the_table_cell_by_cell_with_rows_added_and_taken_out() -> None:
    typed = {
        "edited_rows": {0: {"B": "Price"}, 1: {"B": "min"}, 4: {"A": "One", "B": "3"}, 5: {"A": "Gone"}},
        "deleted_rows": [5],
        "added_rows": [{"A": "Two", "B": "4"}, {}],
    }
    problem = read_grid(filled_in(typed)).problem
    assert [one.name for one in problem.alternatives] == ["One", "Two"]
    assert problem.performances.likely.tolist() == [[3.0], [4.0]]
    assert filled_in(None).to_numpy().tolist() == empty_table().to_numpy().tolist()


def test_an_empty_table_says_what_is_missing() -> None:
    draft = read_grid(empty_table())
    assert draft.problem is None
    assert draft.wrong or draft.open
