"""Tables fit their box: smaller letters first, then fewer rows with a row that counts the rest."""

from __future__ import annotations

from criteria.reports.deck.slide import fitting_rows
from criteria.reports.fit import row_heights

WIDTHS = (200.0, 100.0)


def test_a_short_table_has_large_letters_and_all_rows() -> None:
    rows = [("Ash", "1"), ("Birch", "2")]
    assert fitting_rows(rows, ("Name", "Rank"), WIDTHS, 300) == (12, rows)


def test_a_long_table_counts_the_rows_that_have_no_room() -> None:
    rows = [(f"A name of some length that goes on, number {k}", str(k)) for k in range(60)]
    size, kept = fitting_rows(rows, ("Name", "Rank"), WIDTHS, 300)
    assert size == 8
    assert kept[-1][0] == f"{60 - len(kept) + 1} more in the workbook"
    assert sum(row_heights([("Name", "Rank"), *kept], WIDTHS, size, 6)) <= 300
