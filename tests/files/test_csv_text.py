"""The one guard against formulas: what it lets through, and that it gives every text back."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.files.csv_text import csv_text, guarded, unguarded

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
