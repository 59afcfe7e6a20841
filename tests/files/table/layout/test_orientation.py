"""Which way round a table stands."""

from __future__ import annotations

import pytest

from criteria.files.table.grid import grid_of
from criteria.files.table.layout.orientation import Orientation, orientation
from criteria.files.table.source.dialect import sheet_of_text
from criteria.files.table.values.cells import CellReader


@pytest.mark.parametrize(
    ("text", "in_rows", "unsure"),
    [
        ("Criterion,A,B\nx,1,2\ny,3,4\n", True, False),
        ("Kriterien;A;B\nx;1;2\ny;3;4\n", True, False),
        (",Direction,A,B\nx,min,1,2\ny,max,3,4\n", True, False),
        (",Weight,A,B\nx,40%,1,2\ny,60%,3,4\n", True, False),
        (",Weight,A,B\nx,3,1,2\ny,5,3,4\n", True, True),
        (",Alpha,Beta\nPrice,1,2\nQuality,3,4\nDelivery time,5,6\n", True, False),
        ("Judge,Alpha,Beta\nMeier,1,2\nKaya,3,4\n", True, True),
        ("Judge,Price,Quality\nMeier,1,2\nKaya,3,4\n", False, False),
        ("Judge,Alpha,Beta\nMeier,yes,2\nKaya,no,4\n", False, False),
        ("Model,Golf,Polo\nPrice,1,2\nRange,3,4\nDoors,5,6\n", True, True),
        ("Model,Golf,Polo\nRange Rover,1,2\nAlpha,3,4\nBeta,5,6\n", False, False),
        ("Criterion,Golf,Polo\nPrice,1,2\nWeight,1400,1150\n", True, False),
        ("Criterion,Price,Quality\nWeight,3,2\nAlpha,1,2\n", False, False),
        ("Criterion,Golf,Polo\nImportance,3,2\nPrice,1,2\nWeight,1400,1150\n", False, False),
        (",Vendor A,Vendor B\nx,1,2\ny,3,4\n", True, False),
        ("Laptop,Price,Weight\nA,1,2\nB,3,4\n", False, False),
        ("Vendor,x,y\ndirection,min,max\nA,1,2\n", False, False),
        (",Price,Quality\nAlpha,1,2\nBeta,3,4\n", False, False),
        (",a,b,c\nx,48310,52940,40115\ny,0.22,0.41,0.36\nz,71,69,80\n", True, True),
    ],
)
def test_the_way_round_is_told_by_the_whole_table(text: str, in_rows: bool, unsure: bool) -> None:
    found = orientation(grid_of(sheet_of_text("t", text)), 0, 0, CellReader())
    assert (found.in_rows, found.unsure) == (in_rows, unsure)
    assert found.reason


def test_half_of_the_rows_named_as_criteria_is_asked() -> None:
    def way(text: str) -> Orientation:
        return orientation(grid_of(sheet_of_text("t", text)), 0, 0, CellReader())

    assert way("Failure,x,y\nLeak,8,3\nCrack,9,2\nWear,4,6\nNoise,3,7\n").unsure
    assert not way("Failure,x,y\nLeak,8,3\nCost,9,2\nWear,4,6\nNoise,3,7\n").unsure
