"""Findings that several files share, each with file and row."""

from __future__ import annotations

from criteria.errors import ProblemError
from criteria.files.csv_rows import Table
from criteria.files.findings import in_row, is_repeated, unknown_name

TABLE = Table("scores.csv", ("candidate",), ())


def test_a_name_given_twice_is_found_whatever_its_case() -> None:
    findings: list[str] = []
    taken: set[str] = set()
    assert not is_repeated(TABLE, 6, "AWS", taken, findings)
    assert is_repeated(TABLE, 7, "aws", taken, findings)
    assert findings == ["scores.csv, row 7: 'aws' is in an earlier row already; give each a name of its own."]
    assert not is_repeated(TABLE, 8, "other", taken, findings)
    assert len(findings) == 1


def test_a_stranger_and_a_row_that_cannot_be_used_are_told_with_their_place() -> None:
    assert unknown_name(TABLE, 3, "candidate", "x") == (
        "scores.csv, row 3, column 'candidate': there is no candidate 'x'."
    )
    assert in_row(TABLE, 3, ProblemError("No.")) == "scores.csv, row 3: No."
