"""Which column holds the names."""

from __future__ import annotations

import pytest

from criteria.files.table.grid import grid_of
from criteria.files.table.layout.labels import name_column
from criteria.files.table.source.dialect import sheet_of_text
from criteria.files.table.values.cells import CellReader


@pytest.mark.parametrize(
    ("text", "names", "identifiers"),
    [
        ("Vendor,x\nAlpha,1\nBeta,2\n", 0, -1),
        ("ID,Vendor,x\nQ-1,Alpha,1\nQ-2,Beta,2\n", 1, 0),
        ("No,Vendor,x\n1,Alpha,1\n2,Beta,2\n", 1, 0),
        (",Vendor,x\n0,Alpha,1\n1,Beta,2\n", 1, 0),
        ("Code,x,y\nQ-1,1,2\nQ-2,2,3\n", 0, -1),
        ("Region,Vendor,x\nNorth,Alpha,1\nNorth,Beta,2\nSouth,Gamma,3\n", 1, -1),
        ("Timestamp,Vendor,x\n2026-03-01,Alpha,1\n2026-03-02,Beta,2\n2026-03-03,Alpha,2\n", 1, -1),
        ("Name,Respondent,Which vendor?,x\nA,Ann,Alpha,1\nB,Bob,Alpha,2\n", 2, -1),
        ("Name,Email,x\nA,a@x.org,1\nB,b@x.org,2\n", 0, -1),
        ("Founded on,Vendor,x\n2020-03-01,Alpha,1\n2021-03-02,Beta,2\n", 1, -1),
        ("site,x,y\n1,5,6\n2,7,8\n", 0, -1),
        ("Case,State,x\nP1,green,1\nP2,amber,2\nP3,red,3\n", 0, -1),
        ("Case,Firm,x\nP1,A,1\nP2,B,2\nP3,C,3\n", 1, 0),
    ],
)
def test_the_names_are_found(text: str, names: int, identifiers: int) -> None:
    found = name_column(grid_of(sheet_of_text("t", text)), 0, CellReader())
    assert (found.names, found.identifiers) == (names, identifiers)


def test_rows_of_people_without_a_candidate_are_told() -> None:
    def people(text: str) -> bool:
        return name_column(grid_of(sheet_of_text("t", text)), 0, CellReader()).people

    assert people("Respondent,Ease,Support\nAnn,1,2\nBob,2,3\n")
    assert not people("Respondent,Vendor,Support\nAnn,Alpha,2\nBob,Beta,3\n")
    assert not people("Applicant,Ease,Support\nAnn,1,2\nBob,2,3\n")
