"""Errors carry what a person needs: one sentence for each finding, and a place that can be told by names."""

from __future__ import annotations

from criteria.errors import CellError, CriteriaError, FileError, MethodError, WeightsError


def test_a_files_findings_are_one_line_each() -> None:
    error = FileError(["Row 1.", "Row 2."])
    assert error.findings == ("Row 1.", "Row 2.")
    assert str(error) == "Row 1.\nRow 2."


def test_the_place_of_a_cell_is_told_again_by_names() -> None:
    error = CellError(lambda place: f"{place} is 0.", "row 3, column 2", 2, 1)
    named = error.at("'Cedar' under 'Price'")
    assert (str(error), str(named)) == ("row 3, column 2 is 0.", "'Cedar' under 'Price' is 0.")
    assert (named.row, named.column) == (2, 1)
    assert isinstance(error, MethodError)
    assert isinstance(error, WeightsError)
    assert issubclass(MethodError, CriteriaError)
