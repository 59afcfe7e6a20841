"""Weights as people write them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading
from criteria.model.importance import leaf_weights

TABLE = "Vendor;x;y\ndirection;max;max\n{}\nA;1;2\nB;2;1\n"


@pytest.mark.parametrize(
    "row",
    [
        "weight;1;3",
        "Gewichtung;25%;75%",
        "Poids;0,25;0,75",
        "w;0.25;0.75",
        "重み;5;15",
        "importance;24.5;73.5",
    ],
)
def test_weights_are_shares_of_their_sum(reading: Callable[[str], Reading], row: str) -> None:
    problem = reading(TABLE.format(row)).problem
    assert problem is not None
    assert leaf_weights(problem, problem.base_scenario()) == pytest.approx([0.25, 0.75])


@pytest.mark.parametrize("row", ["weight;0;0", "weight;1;", "weight;high;low", "weight;-1;2"])
def test_weights_that_say_nothing_are_asked_and_never_taken_for_equal(
    reading: Callable[[str], Reading], row: str
) -> None:
    found = reading(TABLE.format(row))
    assert [q.kind for q in found.open] == ["weights"]
    assert found.with_answer("weights:", "equal").problem is not None


def test_weights_in_the_headings_count(reading: Callable[[str], Reading]) -> None:
    problem = reading("Vendor,x (25%),y (75%)\ndirection,max,max\nA,1,2\nB,2,1\n").problem
    assert problem is not None
    assert leaf_weights(problem, problem.base_scenario()) == pytest.approx([0.25, 0.75])


def test_a_list_beside_the_table_gives_weights_and_directions(reading: Callable[[str], Reading]) -> None:
    sheet = (
        "Site,Rent,Access,,Criterion,Weight,Direction\nNorth,12,7,,Rent,40,{}\nSouth,10,5,,Access,60,max\n"
    )
    found = reading(sheet.format("min"))
    assert found.problem is not None
    assert [c.maximize for c in found.problem.criteria] == [False, True]
    assert dict(found.problem.profiles[0].importances) == {"rent": 40, "access": 60}
    assert any("The directions are those of" in note for note in found.notes)
    doubtful = reading(sheet.format("perhaps"))
    assert [q.kind for q in doubtful.open] == ["direction", "direction"]
