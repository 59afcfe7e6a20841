"""Which decimal mark the numbers of a column have."""

from __future__ import annotations

from criteria.files.table.values.cells import Cell, cell_of
from criteria.files.table.values.column_marks import mark_told, told_by


def marks(
    cells: list[Cell], others: frozenset[str], answer: str = ""
) -> tuple[str, str, str, tuple[str, str] | None]:
    return mark_told(cells, told_by(cells), others, answer)


def test_the_file_decides_where_the_column_does_not_and_otherwise_it_stays_open() -> None:
    cells = [cell_of("1,450"), cell_of("960")]
    assert marks(cells, frozenset(".")) == (".", "1,450", "", None)
    assert marks(cells, frozenset())[2] == "1,450"
    assert marks(cells, frozenset(), ",")[0] == ","
    assert marks([cell_of("1,5"), cell_of("2.5")], frozenset())[3] == ("2.5", "1,5")


def test_the_size_of_its_own_numbers_counts_more_than_the_marks_of_other_columns() -> None:
    rents = [cell_of("1.250 €"), cell_of("980 €")]
    assert mark_told(rents, told_by(rents), frozenset("."), "")[2] == "1.250"
    litres = [cell_of("1.250"), cell_of("1.4")]
    assert mark_told(litres, told_by(litres), frozenset("."), "")[0] == "."
    assert mark_told(rents, told_by(rents), frozenset(","), "")[:2] == (",", "1.250")
