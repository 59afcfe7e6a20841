"""The numbers of a large table by rows: written and read back equal, and refused in a sentence where they are none."""

from __future__ import annotations

import json

import numpy as np
import pytest

from criteria.errors import FileError
from criteria.files.dense_rows import dense_rows, is_plain, numbers_of
from criteria.model.evidence import Performance
from criteria.model.performance_table import PerformanceTable

NAN = float("nan")
NUMBERS = np.array(
    [
        [(2.0, 2.0, 2.0), (NAN, NAN, NAN), (0.1, 0.1, 0.1)],
        [(1.0, 2.0, 3.0), (NAN, NAN, NAN), (-0.0, -0.0, -0.0)],
        [(NAN, NAN, NAN), (NAN, NAN, NAN), (NAN, NAN, NAN)],
    ]
)


def test_a_row_has_numbers_blanks_and_ranges() -> None:
    table = PerformanceTable.of_numbers(NUMBERS)
    text = dense_rows(table)
    assert text == "[[2.0,null,0.1],[[1.0,2.0,3.0],null,-0.0],[null,null,null]]"
    np.testing.assert_array_equal(numbers_of(json.loads(text), 3, 3), NUMBERS)


@pytest.mark.parametrize(
    "told", [{"source": "offer"}, {"confidence": "B"}, {"rationale": "seen"}, {"basis": "judgement"}]
)
def test_the_row_of_a_candidate_of_whom_more_is_known_is_empty(told: dict[str, str]) -> None:
    table = PerformanceTable.of_numbers(NUMBERS).with_cells({(0, 1): Performance(likely=1.0, **told)})  # type: ignore[arg-type]
    assert [is_plain(table, i) for i in range(3)] == [False, True, True]
    assert json.loads(dense_rows(table))[0] == []
    assert np.isnan(numbers_of([[], [1, 2, 3]], 2, 3)[0]).all()


@pytest.mark.parametrize(
    "rows",
    [
        None, {}, "x", [], [[1.0, 2.0]], [[1.0, 2.0], [1.0]], [[1.0, 2.0], 7], [[1.0, 2.0], [1.0, "2"]], [[1.0, 2.0], [True, 2.0]],
        [[1.0, 2.0], [[1.0, 2.0], 2.0]], [[1.0, 2.0], [[1.0, None, 2.0], 2.0]], [[1.0, 2.0], [[1.0, 2.0, 3.0, 4.0], 2.0]],
        [[1.0, 2.0], [10**400, 2.0]], [[1.0, 2.0], [[[1], 2.0, 3.0], 2.0]], [[1.0, 2.0], [{}, 2.0]], [[1.0, 2.0], [[], 2.0]],
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_row_of_numbers_is_refused(rows: object) -> None:
    with pytest.raises(FileError, match="'numbers'"):
        numbers_of(rows, 2, 2)
