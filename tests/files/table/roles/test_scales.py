"""The declared scale of a criterion and its thresholds, from rows of the table or from its cells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading
from criteria.model.criterion import Thresholds

Read = Callable[[str], Reading]
TABLE = "Vendor,x,y\ndirection,max,max\n{}Alpha,4,20\nBeta,2,10\n"


def scales(found: Reading) -> list[tuple[float, float] | None]:
    assert found.problem is not None, (found.questions, found.findings)
    return [leaf.scale and (leaf.scale.low, leaf.scale.high) for leaf in found.problem.leaves]


@pytest.mark.parametrize(
    ("rows", "ends"),
    [
        ("scale min,0,5\nscale max,10,25\n", [(0, 10), (5, 25)]),
        ("scale,0-10,5 to 25\n", [(0, 10), (5, 25)]),
        ("scale min,0,\nscale max,10,\n", [(0, 10), None]),
        ("max points,10,25\n", [(0, 10), (0, 25)]),
        ("", [None, None]),
    ],
    ids=["two rows", "one row of ranges", "one criterion only", "points to be won", "none"],
)
def test_a_scale_is_what_the_rows_say(
    reading: Read, rows: str, ends: list[tuple[float, float] | None]
) -> None:
    assert scales(reading(TABLE.format(rows))) == ends


def test_cells_out_of_a_whole_declare_its_scale(reading: Read) -> None:
    assert scales(reading("Vendor,x,y\ndirection,max,max\nAlpha,4/5,20\nBeta,2/5,10\n")) == [(0, 5), None]


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ("scale min,0,0\n", "row 3, column B 'x': half a scale; give scale min and scale max, or neither."),
        ("scale min,0,\nscale max,10,25\n", "row 3, column C 'y': half a scale"),
        ("scale min,4,0\nscale max,4,30\n", "column B 'x': a scale must run from a lower to a higher number; it runs from 4 to 4."),
        ("scale,0-10,0-15\n", "column C 'y': 20 lies beyond the scale from 0 to 15."),
        ("scale,3-10,0-30\n", "column B 'x': 2 lies beyond the scale from 3 to 10."),
    ],
    ids=["no upper end", "one lower end missing", "no length", "above", "below"],
)  # fmt: skip
def test_a_scale_that_cannot_be_is_a_finding_with_its_place(reading: Read, rows: str, finding: str) -> None:
    found = reading(TABLE.format(rows))
    assert found.problem is None
    assert any(finding in text for text in found.findings), found.findings


def test_a_range_that_leaves_the_scale_is_found_though_its_likely_value_does_not(reading: Read) -> None:
    found = reading("Vendor,x,y\ndirection,max,max\nscale,0-10,0-30\nAlpha,8-12,20\nBeta,2,10\n")
    assert any("column B 'x': 10 lies beyond the scale from 0 to 10" in text for text in found.findings)


def test_thresholds_are_each_in_its_place_and_a_blank_is_none(reading: Read) -> None:
    found = reading(TABLE.format("indifference,1,\npreference,2,3\nveto,,9\n"))
    assert found.problem is not None
    assert [leaf.thresholds for leaf in found.problem.leaves] == [
        Thresholds(1, 2, None),
        Thresholds(None, 3, 9),
    ]
