"""Multiples behind numbers."""

from __future__ import annotations

from criteria.files.table.values.cells import cell_of
from criteria.files.table.values.column import ColumnReading, read_column
from criteria.files.table.values.multiples import left_out


def column(*texts: str) -> ColumnReading:
    return read_column([cell_of(text) for text in texts], ".")


def likely(*texts: str) -> list[float | None]:
    return [value and value[1] for value in column(*texts).values]


def test_a_million_beside_thousands_is_a_million() -> None:
    assert likely("10k", "1.5M", "800k") == [10_000, 1_500_000, 800_000]
    assert likely("2bn", "750M") == [2e9, 7.5e8]


def test_metres_stay_metres() -> None:
    assert likely("1.5 m", "2 m") == [1.5, 2]
    assert likely("1.5 km", "900 m") == [1.5, 0.9]


def test_a_small_plain_number_beside_multiples_is_doubtful() -> None:
    assert column("120k", "95", "110k").bare_multiple
    assert not column("120k", "95000", "110k").bare_multiple
    assert not column("120", "95").bare_multiple
    assert not left_out([], [1.0])
    assert not left_out([1000.0], [0.0])
