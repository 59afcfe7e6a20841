"""Where the header stands."""

from __future__ import annotations

import pytest

from criteria.files.table.grid import grid_of
from criteria.files.table.layout.header import filled_groups, find_header
from criteria.files.table.source.dialect import sheet_of_text
from criteria.files.table.values.cells import CellReader

BODY = "A,1,2\nB,3,4\n"


@pytest.mark.parametrize(
    ("text", "row", "groups", "missing"),
    [
        ("Vendor,x,y\n" + BODY, 0, -1, False),
        ("Round two,,\n,,\nVendor,x,y\n" + BODY, 1, -1, False),
        (",Money,\nVendor,x,y\n" + BODY, 1, 0, False),
        (",Money,Money\nVendor,x,y\n" + BODY, 1, 0, False),
        (",2019,2020\n" + BODY, 0, -1, False),
        ("A,1,2\nB,3,4\n", 0, -1, True),
        ("Vendor,x,y\ndirection,max,min\n" + BODY, 0, -1, False),
    ],
)
def test_the_header_is_found(text: str, row: int, groups: int, missing: bool) -> None:
    found = find_header(grid_of(sheet_of_text("t", text)), CellReader())
    assert found is not None
    assert (found.row, found.groups, found.missing) == (row, groups, missing)


def test_a_group_counts_until_the_next() -> None:
    assert filled_groups(("", "Money", "", "Work")) == ["", "Money", "Money", "Work"]
