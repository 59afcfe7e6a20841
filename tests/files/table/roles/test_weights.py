"""Weights as people write them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.errors import CriteriaError
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


def test_weights_in_words_count_as_answered(reading: Callable[[str], Reading]) -> None:
    found = reading(TABLE.format("weight;high;low"))
    (question,) = found.open
    assert question.choices[0].label == "high = 3, low = 1"
    for answer, points in (("words", (3, 1)), ("high = 5, low = 0", (5, 0))):
        problem = found.with_answer("weights:", answer).problem
        assert problem is not None
        assert tuple(points for _id, points in problem.profiles[0].importances) == points
        assert any("counted as answered" in note for note in problem.notes)
    assert found.with_answer("weights:", "high = 5").open[0].id == "weights:"  # low still says nothing
    with pytest.raises(CriteriaError):
        found.with_answer("weights:", "as you like")


def test_a_list_of_weights_may_have_units_and_owners(reading: Callable[[str], Reading]) -> None:
    found = reading(
        "Criterion,Weight,Direction,Unit,Owner\nRent,40,min,EUR,Ann\nAccess,60,max,points,Bo\n,,,,\nSite,Rent,Access,,\nNorth,12,7,,\nSouth,10,5,,\n"
    )
    assert found.problem is not None
    assert [c.maximize for c in found.problem.criteria] == [False, True]
    assert dict(found.problem.profiles[0].importances) == {"rent": 40, "access": 60}


@pytest.mark.parametrize("ratings", ["high,low", "7,5"])
def test_a_scorecard_is_no_list_of_weights(reading: Callable[[str], Reading], ratings: str) -> None:
    first, second = ratings.split(",")
    found = reading(
        f"Criterion,Weight,A,B\nRent,40,{first},{second}\nAccess,60,{second},{first}\n,,,\nSite,Rent,Access,\nNorth,12,7,\nSouth,10,5,\n"
    )
    assert not any("The weights are those of" in note for note in found.notes)


def test_the_example_for_signs_as_weights_has_them_in_their_order(reading: Callable[[str], Reading]) -> None:
    found = reading("Kriterium,Wichtigkeit,A,B\nPreis,++,3,4\nFit,+,5,2\nService,o,4,4\n")
    (question,) = [q for q in found.open if q.kind == "weights"]
    assert question.example == "++ = 5, + = 4, o = 3"
