"""What `check` prints."""

from __future__ import annotations

from criteria.commands.checked import problem_line, understood_lines
from criteria.files.table.reading import read_table
from criteria.model.problem import Problem


def test_criteria_are_named_with_place_direction_and_weight() -> None:
    reading = read_table(b"Vendor,Price (EUR),Care\ndirection,min,max\nweight,3,1\nA,1,2\nB,2,3\n")
    lines = understood_lines(reading)
    assert "Candidates: 'A', 'B'" in lines
    assert "Criterion 'Price' (column B): less is better (the table says so), weight 75%, in EUR" in lines
    assert any(line.startswith("Row 3 'weight'") for line in lines)


def test_one_criterion_without_unit_and_one_with_an_open_direction() -> None:
    reading = read_table(b"Vendor,Care\ndirection,max\nA,1\nB,2\n")
    assert any(line.endswith("(the table says so), weight 100%") for line in understood_lines(reading))
    assert reading.problem is not None
    assert "2 candidates, 1 criterion, 0 gates, 0 profiles, 0 of 2 cells" in problem_line(reading.problem)
    unsure = read_table(b"Vendor,Zeal,Care\nA,1,4\nB,2,3\n")
    told = [line for line in understood_lines(unsure) if line.startswith("Criterion 'Zeal'")]
    assert len(told) == 1
    assert "weight" not in told[0]


def test_the_size_of_a_problem_is_one_line(case: Problem) -> None:
    assert problem_line(case).startswith(f"{case.title}: 16 candidates, 17 criteria")
