"""A row called Weight holds the weights of the columns, or what each candidate weighs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.grid import grid_of
from criteria.files.table.layout.weight_rows import MASS, OPEN, WEIGHTS, named_lines, shares, weight_row
from criteria.files.table.reading import Reading
from criteria.files.table.source.dialect import sheet_of_text
from criteria.files.table.values.cells import CellReader, text_of
from criteria.files.table.values.lexicon import folded


def held(text: str) -> str:
    grid = grid_of(sheet_of_text("t", text))
    heads = [text_of(value) for value in grid.rows[0]]
    labels = [text_of(row[0]) for row in grid.rows[1:]]
    row = next(r for r in grid.rows[1:] if folded(text_of(r[0])) in ("weight", "gewicht", "poids", "peso"))
    return weight_row(row, heads, labels, 0, folded(heads[0]), CellReader())


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Criterion,Golf,Polo\nPrice,30000,22000\nWeight,1400,1150\nRange,500,450\n", MASS),
        ("Merkmal;Golf;Polo\nPreis;30000;22000\nGewicht;1400;1150\n", MASS),
        (",Golf,Polo\nPrice,30000,22000\nWeight,1400,1150\nRange,500,450\n", MASS),
        ("Model,Golf,Polo\nDoors,5,3\nWeight,1400 kg,1150 kg\n", MASS),
        ("Model,Unit,Golf,Polo\nDoors,,5,3\nPoids,kg,1400,1150\n", MASS),
        ("Criterion,Weight,Golf,Polo\nDoors,40,5,3\nWeight,60,1400,1150\n", MASS),
        ("Model,Golf,Polo\nPrice,30000,22000\nWeight,1400,1150\nRange,500,450\n", OPEN),
        ("Spec,A,B\nPrice,1400,1150\nWeight,0.4,0.6\nBattery,12,9\n", OPEN),
        ("Feature,Golf,Polo\nDoors,5,3\nWeight,1400,1150\nSeats,5,4\n", OPEN),
        ("Criterion,Price,Quality\nWeight,5,3\nAlpha,120,7\n", WEIGHTS),
        ("Criteria,C1,C2,C3\nWeight,5,3,4\nA1,120,7,3\n", WEIGHTS),
        ("Vendor,Doors,Seats\nWeight,5,3\nAlpha,120,7\n", WEIGHTS),
        (",Doors,Seats\nWeight,40,60\nAlpha,120,7\n", WEIGHTS),
        ("Car,Price,Weight\nWeight,40,60\nAlpha,120,700\n", WEIGHTS),
    ],
)
def test_units_names_and_shares_tell_what_a_row_called_weight_holds(text: str, what: str) -> None:
    assert held(text) == what


def test_weight_itself_tells_nothing_about_which_lines_are_criteria() -> None:
    assert named_lines(["Car", "Price", "Golf"], ["Weight", "Cost", ""], 0) == (1, 1, 1)


@pytest.mark.parametrize(
    ("cells", "whole"),
    [("40,60", True), ("0.4,0.6", True), ("30%,30%", True), ("40,50", False), ("a,b", False)],
)
def test_shares_make_a_whole_or_are_percentages(cells: str, whole: bool) -> None:
    read = CellReader()
    assert shares([read(cell) for cell in cells.split(",")]) is whole


def test_what_a_car_weighs_is_a_criterion_and_no_weight(reading: Callable[[str], Reading]) -> None:
    found = reading(
        "Criterion,Unit,Golf,Polo\nPrice,EUR,30000,22000\nWeight,kg,1400,1150\nRange,km,500,450\n"
    )
    problem = found.with_directions(minimize=["Price", "Weight"], maximize=["Range"]).problem
    assert problem is not None
    assert [(c.name, c.unit) for c in problem.criteria] == [
        ("Price", "EUR"),
        ("Weight", "kg"),
        ("Range", "km"),
    ]
    assert [a.name for a in problem.alternatives] == ["Golf", "Polo"]
    assert any("row 'Weight' says what each candidate weighs" in note for note in found.notes)


def test_weights_or_masses_are_asked_without_a_suggestion_where_nothing_tells(
    reading: Callable[[str], Reading],
) -> None:
    found = reading("Feature,Golf,Polo\nDoors,5,3\nWeight,1400,1150\nSeats,5,4\n")
    question = next(q for q in found.open if q.kind == "orientation")
    assert (question.suggestion, "Likely" in question.text) == ("", False)
    turned = found.with_answer("orientation:", "rows").with_directions(all_maximize=True).problem
    assert turned is not None
    assert [c.name for c in turned.criteria] == ["Doors", "Weight", "Seats"]
    upright = found.with_answer("orientation:", "columns").with_directions(all_maximize=True).problem
    assert upright is not None
    assert dict(upright.profiles[0].importances) == {"golf": 1400, "polo": 1150}
