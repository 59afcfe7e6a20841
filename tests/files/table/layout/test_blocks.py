"""Parts of a sheet."""

from __future__ import annotations

from dataclasses import replace

from criteria.files.table.grid import grid_of
from criteria.files.table.layout.blocks import (
    Extent,
    blocks_of,
    extent_named,
    part_of,
    tables_on,
    weight_list,
    weight_lists,
)
from criteria.files.table.source.dialect import sheet_of_text
from criteria.files.table.values.cells import CellReader

TABLE = "Vendor,x,y\nA,1,2\nB,3,4\n"


def test_blank_rows_part_a_sheet() -> None:
    sheet = sheet_of_text("t", TABLE + ",,\n,,\n,max,min\n")
    assert [block.name for block in blocks_of(sheet)] == ["A1:C3", "B6:C6"]


def test_a_part_keeps_its_places() -> None:
    sheet = sheet_of_text("t", "note,,\n" + TABLE)
    grid = grid_of(part_of(sheet, Extent(1, 0, 3, 2)))
    assert (grid.row_place(0), grid.cell_place(1, 1)) == ("row 2", "B3")


def test_ends_of_a_range_may_stand_in_any_order() -> None:
    assert extent_named("C9:A2") == extent_named("$A$2:$C$9") == Extent(1, 0, 8, 2)


def test_directions_repeated_headers_and_gaps_are_no_second_table() -> None:
    read = CellReader()
    for below in (",max,min\nWeight,2,3\n", "C,5,6\n", "Vendor,x,y\nC,5,6\n", "Note,,\nseen by all,,\n"):
        assert len(tables_on(sheet_of_text("t", f"{TABLE}\n,,\n{below}"), read)) == 1


def test_a_list_of_weights_has_names_and_weights_alone() -> None:
    read = CellReader()
    assert weight_list(grid_of(sheet_of_text("t", "Criterion,Weight\nx,2\ny,3\n")), read) == {
        "x": "2",
        "y": "3",
    }
    assert weight_list(grid_of(sheet_of_text("t", "Criterion,Weight,A,B\nx,2,1,1\n")), read) == {}


def test_a_list_of_weights_may_say_which_way_is_better_too() -> None:
    read = CellReader()
    table = sheet_of_text("t", "Site,Rent,Access\nNorth,12,7\nSouth,10,5\n")
    listed = replace(
        sheet_of_text("t", "Criterion,Weight,Direction\nRent,40,min\nAccess,60,max\n"), name="Criteria"
    )
    (found,) = weight_lists((table, listed), table, read)
    assert dict(found.weights) == {"rent": "40", "access": "60"}
    assert dict(found.directions) == {"rent": "min", "access": "max"}
    assert list(found.weights) == list(weight_list(grid_of(listed), read))
