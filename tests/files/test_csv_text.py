"""The one guard against formulas: what it lets through, and that it gives every text back."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.files.csv_text import csv_of_columns, csv_text, guarded, unguarded

SIGNS = "=+-@\t\r\n＝＋－＠"


@pytest.mark.parametrize("sign", SIGNS)
def test_each_sign_that_may_begin_a_formula_is_guarded(sign: str) -> None:
    assert guarded(f"{sign}1") == f"'{sign}1"
    assert guarded(f"'{sign}1") == f"''{sign}1"


@given(st.text(SIGNS + "'a日 ", max_size=6))
def test_every_text_comes_back_and_none_begins_a_formula(text: str) -> None:
    safe = guarded(text)
    assert isinstance(safe, str)
    assert not safe.startswith(tuple(SIGNS))
    assert unguarded(safe) == text


@pytest.mark.parametrize("value", ["", "plain", "'quoted'", "a=b", -1.5, None, True])
def test_all_else_stays_as_it_is(value: object) -> None:
    assert guarded(value) is value
    assert unguarded(value) is value


def test_a_table_is_written_whole_with_guards_in_headings_and_cells() -> None:
    file = csv_text(pd.DataFrame({"=h": ["＝1", "plain"], "n": [-0.5, 2.0]}))
    assert file.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(file.removeprefix("\ufeff"), newline="")))
    assert rows == [["'=h", "n"], ["'＝1", "-0.5"], ["plain", "2.0"]]


CELL = st.one_of(st.text(max_size=6), st.none())


@given(
    st.lists(st.floats(), min_size=1, max_size=4).flatmap(
        lambda numbers: st.tuples(
            st.just(numbers), st.lists(CELL, min_size=len(numbers), max_size=len(numbers))
        )
    )
)
def test_columns_are_written_as_the_library_for_tables_writes_them(
    given: tuple[list[float], list[str | None]],
) -> None:
    numbers, texts = given
    columns = {"=head": texts, "number": numbers, "whole": list(range(len(numbers)))}
    expected = csv_text(pd.DataFrame({**columns, "=head": pd.Series(texts, dtype=object)}))
    assert csv_of_columns(columns) == expected
