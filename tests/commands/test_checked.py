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


def test_the_size_of_a_problem_is_one_line(case: Problem) -> None:
    assert problem_line(case).startswith(f"{case.title}: 16 candidates, 17 criteria")
