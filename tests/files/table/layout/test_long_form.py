"""One row for each score."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading

LONG = "criterion,direction,supplier,value\nPrice,min,A,10\nPrice,min,B,20\nCare,max,A,5\nCare,max,B,7\n"


def test_a_long_table_is_turned_with_its_directions(reading: Callable[[str], Reading]) -> None:
    problem = reading(LONG).problem
    assert problem is not None
    assert [(c.name, c.maximize) for c in problem.leaves] == [("Price", False), ("Care", True)]
    assert [[cell.likely for cell in row] for row in problem.performances] == [[10, 5], [20, 7]]


def test_two_values_for_one_pair_are_a_finding(reading: Callable[[str], Reading]) -> None:
    assert "A × Price" in reading(LONG + "Price,min,A,11\n").findings[0]


def test_a_table_with_names_that_repeat_only_once_is_not_long(reading: Callable[[str], Reading]) -> None:
    found = reading("Vendor,Country,Price\ndirection,,min\nA,X,1\nB,X,2\nC,Y,3\nD,Y,4\n").problem
    assert found is not None
    assert [a.name for a in found.alternatives] == ["A", "B", "C", "D"]


@pytest.mark.parametrize("text", ["Juror,Candidate,Cost\n{}", "Candidate,Juror,Cost\n{}"])
def test_jurors_are_no_candidates_and_candidates_no_criteria(
    reading: Callable[[str], Reading], text: str
) -> None:
    rows = [("Ann", "X", 12), ("Bob", "X", 9), ("Ann", "Y", 11), ("Bob", "Y", 13)]
    swapped = text.startswith("Candidate")
    lines = "".join(f"{b},{a},{n}\n" if swapped else f"{a},{b},{n}\n" for a, b, n in rows)
    found = reading(text.format(lines)).with_answers({"people:": "mean", "direction:Cost": "minimize"})
    assert found.problem is not None, found.open
    assert [a.name for a in found.problem.alternatives] == ["X", "Y"]
    assert [c[0].likely for c in found.problem.performances] == [10.5, 12]
