"""Low, likely and high that stand apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading

Read = Callable[[str], Reading]


def cells(reading: Reading, candidate: int = 0) -> list[tuple[float | None, ...]]:
    assert reading.problem is not None, (reading.questions, reading.findings)
    return [(c.low, c.likely, c.high) for c in list(reading.problem.performances)[candidate]]


@pytest.mark.parametrize(
    "head",
    [
        "Cost low,Cost likely,Cost high",
        "Cost (min),Cost,Cost (max)",
        "Cost_lower,Cost_mode,Cost_upper",
        "Cost best case,Cost most likely,Cost worst case",
        "Cost low (EUR),Cost likely (EUR),Cost high (EUR)",
    ],
)
def test_three_columns_are_one_criterion(reading: Read, head: str) -> None:
    found = reading(f"Vendor,{head},Speed\ndirection,min,min,min,max\nA,8,10.5,13,4\nB,7,9,12,5\n")
    assert found.problem is not None
    assert [leaf.name for leaf in found.problem.leaves] == ["Cost", "Speed"]
    assert cells(found) == [(8, 10.5, 13), (4, 4, 4)]


def test_without_a_likely_value_the_middle_is_said(reading: Read) -> None:
    found = reading("Vendor;Kosten von;Kosten bis\nRichtung;min;min\nA;1.000,5;3.000,5\nB;7;9\n")
    assert cells(found) == [(1000.5, 2000.5, 3000.5)]
    assert any("middle" in note for note in found.notes)


def test_what_is_known_bounds_the_rest(reading: Read) -> None:
    head = "Vendor,Cost low,Cost likely,Cost high,Reach\ndirection,min,,,max\n"
    found = reading(head + "A,8,10,,1\nB,,9,12,1\nC,,7,,1\nD,,,,1\nE,4,,6,1\n")
    assert [cells(found, i)[0] for i in range(5)] == [
        (8, 10, 10),
        (9, 9, 12),
        (7, 7, 7),
        (None, None, None),
        (4, 5, 6),
    ]


def test_ends_in_disorder_are_found_with_their_row(reading: Read) -> None:
    found = reading("Vendor,Cost low,Cost likely,Cost high\ndirection,min,,\nA,8,10,13\nB,9,7,12\n")
    assert found.problem is None
    assert any("row 4" in text and "Cost" in text for text in found.findings)


def test_two_directions_make_two_criteria(reading: Read) -> None:
    found = reading("Vendor,Temperature min,Temperature max\ndirection,max,min\nA,-8,40\nB,-7,45\n")
    assert found.problem is not None
    assert len(found.problem.leaves) == 2


def test_candidates_in_three_columns_are_asked(reading: Read) -> None:
    found = reading("Criterion,Direction,A low,A likely,A high,B low,B likely,B high\nCost,min,8,10,13,7,9,12\nSpeed,max,1,2,3,2,2,4\n")  # fmt: skip
    assert [q.kind for q in found.open] == ["ranges"]
    joined = found.with_answer("ranges:", "range")
    assert joined.problem is not None
    assert [a.name for a in joined.problem.alternatives] == ["A", "B"]
    assert cells(joined, 1) == [(7, 9, 12), (2, 2, 4)]
    apart = found.with_answer("ranges:", "apart").problem
    assert apart is not None
    assert len(apart.alternatives) == 6


def test_ends_whose_marks_nothing_decides_are_asked_before_they_become_a_range(
    reading: Callable[[str], Reading],
) -> None:
    found = reading("Option;Kosten (T€) min;Kosten (T€) max\nA;1.200;1.500\nB;900;1.100\n")
    assert [q.id for q in found.open if q.kind == "numbers"] == ["numbers:"]
    found = found.with_answer("numbers:", ",").with_directions(minimize=["Kosten"])
    assert found.problem is not None, found.open
    assert [(c[0].low, c[0].high) for c in found.problem.performances] == [(1200, 1500), (900, 1100)]
    assert (found.problem.leaves[0].name, found.problem.leaves[0].unit) == ("Kosten", "T€")
