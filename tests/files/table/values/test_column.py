"""The cells of a column read together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.files.table.values.cells import cell_of
from criteria.files.table.values.column import likely, read_column


def likely_values(texts: list[str], mark: str = ".") -> list[float | None]:
    return [value and value[1] for value in read_column([cell_of(text) for text in texts], mark).values]


def test_units_of_one_kind_are_converted_and_others_clash() -> None:
    assert likely_values(["120 ms", "2 s", "90 ms"]) == [120, 2000, 90]
    assert read_column([cell_of("€5"), cell_of("$7")], ".").clash == ("EUR", "USD")
    assert read_column([cell_of("5 kg"), cell_of("7 km")], ".").clash == ("kg", "km")
    assert read_column([cell_of("95%"), cell_of("0.9")], ".").half_unit == "%"


def test_multiples_are_written_out() -> None:
    assert likely_values(["€2.5m", "€900k"]) == [2.5e6, 9e5]
    assert likely_values(["1,2 Mio", "3,4 Mio"], ",") == [1.2e6, 3.4e6]


def test_ranges_become_low_likely_high() -> None:
    assert read_column([cell_of("7-9"), cell_of("320 ± 15"), cell_of("8 (7-10)")], ".").values == [
        (7, 8, 9),
        (305, 320, 335),
        (7, 8, 10),
    ]


def test_strays_bounds_dates_and_errors_are_told_apart_and_unknown() -> None:
    column = read_column(
        [cell_of(t) for t in ["1", "2", "3", "4", "fast", "<5", "7-Sep", "#REF!", "n/a"]], "."
    )
    assert (column.strays, column.bounds, column.dates, column.errors) == ([4], [5], [6], [7])
    assert column.values[4:] == [None] * 5


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (["High", "Low", "Medium"], [3, 1, 2]),
        (["✓", "✗", "✓"], [1, 0, 1]),
        (["GREEN", "RED", "amber"], [3, 1, 2]),
        (["A", "C", "B"], [6, 4, 5]),
        (["++", "-", "0"], [5, 2, 3]),
        (["hoch", "mittel", "niedrig"], [3, 2, 1]),
        (["excellent", "n/a", "poor"], [4, None, 1]),
    ],
)
def test_words_of_a_scale_are_levels(texts: list[str], values: list[float | None]) -> None:
    assert likely_values(texts) == values


def test_a_stated_order_wins_and_its_strangers_are_strays() -> None:
    column = read_column(
        [cell_of("basic"), cell_of("best"), cell_of("odd")], ".", order=("basic", "good", "best")
    )
    assert [value and value[1] for value in column.values] == [1, 3, None]
    assert column.strays == [2]


def test_a_cell_alone_has_its_likely_value() -> None:
    assert likely(cell_of("1.234,5"), ",") == 1234.5
    assert likely(cell_of("fast"), ".") != likely(cell_of("fast"), ".")


WRITTEN = st.sampled_from(
    ["12.5", "12,5", "1.250", "1,250", "960", "-3", "", "n/a", "fast", "7-9", "120 ± 15", "5 kg", "3 t", "€5", "4/5", "<5", "(120)", "2024-01-05", "#REF!", "1.2k", "1'250", "8 (7-9)", "★★"]
)  # fmt: skip


@given(st.lists(WRITTEN, min_size=1, max_size=12), st.sampled_from([".", ","]))
def test_a_cell_that_comes_often_is_read_as_if_it_came_once(texts: list[str], mark: str) -> None:
    known = {text: cell_of(text) for text in texts}
    assert read_column([known[text] for text in texts], mark) == read_column(
        [cell_of(text) for text in texts], mark
    )


@given(WRITTEN, st.sampled_from([".", ","]))
def test_the_likely_value_is_that_of_the_column(text: str, mark: str) -> None:
    cell = cell_of(text)
    value = read_column([cell], mark, bounds_as_values=True).values
    if cell.bare and value[0]:
        assert value[0] == (likely(cell, mark),) * 3


def test_a_fraction_that_is_no_rating_gives_no_scale() -> None:
    reading = read_column([cell_of(text) for text in ("1 1/2 h", "2 h", "45 h")], ".")
    assert (reading.strays, reading.out_of) == ([0], ())
