"""The table of performances: what goes in as cells comes out as cells, and nothing in it can be written to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.errors import ProblemError
from criteria.model.evidence import Performance
from criteria.model.performance_table import PerformanceTable

numbers = st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False))


@st.composite
def cells(draw: st.DrawFn) -> Performance:
    ends = sorted(draw(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=3, max_size=3)))
    texts = {"rationale": draw(st.text(max_size=5)), "source": draw(st.text(max_size=5))}
    if draw(st.booleans()):
        return Performance(**texts)
    return Performance(*ends, confidence=draw(st.sampled_from(["", "A", "B", "C"])), **texts)


tables = st.integers(1, 4).flatmap(
    lambda n: st.lists(st.lists(cells(), min_size=n, max_size=n), min_size=1, max_size=4)
)


@given(tables)
def test_cells_come_back_as_they_were(rows: list[list[Performance]]) -> None:
    table = PerformanceTable.of(rows)
    assert [list(row) for row in table] == rows
    assert [[(c.low, c.likely, c.high) for c in row] for row in rows] == [list(r) for r in table.numbers()]
    assert table.known.tolist() == [[cell.known for cell in row] for row in rows]
    assert table.ranged.tolist() == [[cell.ranged for cell in row] for row in rows]
    assert table == PerformanceTable.of(rows)
    assert hash(table) == hash(PerformanceTable.of(rows))


@given(tables, st.data())
def test_cells_in_place_are_those_of_a_table_made_with_them(
    rows: list[list[Performance]], data: st.DataObject
) -> None:
    old = PerformanceTable.of(rows)
    i, j = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, len(rows[0]) - 1))
    cell = data.draw(cells())
    changed = old.with_cells({(i, j): cell})
    assert list(old[i]) == rows[i]
    rows[i][j] = cell
    assert changed == PerformanceTable.of(rows)


def test_tables_differ_by_every_part_of_a_cell() -> None:
    plain = Performance(1.0, 2.0, 3.0, "A", "r", "s")
    others = [
        Performance(0.5, 2.0, 3.0, "A", "r", "s"),
        Performance(1.0, 2.5, 3.0, "A", "r", "s"),
        Performance(1.0, 2.0, 4.0, "A", "r", "s"),
        Performance(1.0, 2.0, 3.0, "B", "r", "s"),
        Performance(1.0, 2.0, 3.0, "A", "q", "s"),
        Performance(1.0, 2.0, 3.0, "A", "r", "t"),
        Performance(),
    ]
    assert all(PerformanceTable.of([[plain]]) != PerformanceTable.of([[other]]) for other in others)


def test_rows_and_columns_are_taken_in_any_order_and_new_ones_are_unknown() -> None:
    cells = [[Performance(likely=10.0 * i + j, rationale=f"{i}{j}") for j in range(3)] for i in range(2)]
    taken = PerformanceTable.of(cells).rearranged([1, -1, 0], [2, 0, -1])
    assert [[c.likely for c in row] for row in taken] == [[12, 10, None], [None] * 3, [2, 0, None]]
    assert taken.rationales == (("12", "10", ""), ("", "", ""), ("02", "00", ""))


def test_nothing_can_be_written_to_and_an_array_handed_in_stays_ones_own() -> None:
    mine = np.array([[1.0]])
    table = PerformanceTable(mine, mine, mine, np.array([["A"]]), (("",),), (("",),))
    mine[0, 0] = 7.0
    assert table.cell(0, 0).likely == 1.0
    for name in ("low", "likely", "high", "confidence", "known", "ranged"):
        with pytest.raises(ValueError, match="read-only"):
            getattr(table, name)[0, 0] = 0


def test_rows_of_unequal_length_are_refused() -> None:
    with pytest.raises(ValueError, match=r"inhomogeneous|reshape"):
        PerformanceTable.of([[Performance()], [Performance(), Performance()]])


def test_a_table_of_numbers_is_that_of_its_cells() -> None:
    nan = float("nan")
    numbers = np.array([[[1, 2, 3], [nan] * 3], [[4, 4, 4], [-2, 0, 0]]], dtype=float)
    cells = [[Performance(1, 2, 3), Performance()], [Performance(4, 4, 4), Performance(-2, 0, 0)]]
    assert PerformanceTable.of_numbers(numbers) == PerformanceTable.of(cells)
    for wrong in ([3, 2, 4], [1, 5, 4], [1, 2, float("inf")]):
        with pytest.raises(ProblemError):
            PerformanceTable.of_numbers(np.array([[wrong]], dtype=float))


def test_all_texts_of_a_cell_follow_it_through_every_change() -> None:
    full = Performance(1.0, 2.0, 3.0, "A", "why", "s1", "judgement", "undated")
    table = PerformanceTable.of([[full, Performance()], [Performance(likely=4.0), Performance(likely=5.0)]])
    assert table.cell(0, 0) == full
    assert table.rearranged([1, 0], [1, 0]).cell(1, 1) == full
    assert table.with_cells({(1, 1): full}).cell(1, 1) == full
    assert table.with_numbers({(0, 0): (4.0, 4.0, 4.0)}).cell(0, 0).basis == "judgement"
    for changed in (replace(full, basis="guess"), replace(full, confidence_note="")):
        assert table != table.with_cells({(0, 0): changed})
    assert PerformanceTable.of_numbers(np.ones((1, 1, 3))).cell(0, 0).confidence_note == ""


def test_the_numbers_are_written_as_python_writes_them() -> None:
    nan = float("nan")
    table = PerformanceTable.of_numbers(
        np.array(
            [
                [(0.1, 0.1, 0.1), (1, 2, 3.5), (nan, nan, nan)],
                [(0, 0, 0), (-0.0, -0.0, 0.0), (1e300, 1e300, 1e300)],
                [(0.1, 0.1, 0.1), (nan, nan, nan), (-0.0, -0.0, -0.0)],
                [(0.0, 0.0, -0.0), (5, 5, 5), (5, 5, 5)],
            ]
        )
    )
    assert table.numbers_written() == repr([list(row) for row in table.numbers()])
