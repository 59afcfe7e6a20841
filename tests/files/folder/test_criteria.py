"""criteria.csv: what values of a scale mean stands in columns of its own."""

from __future__ import annotations

from criteria.files.csv_rows import table_from
from criteria.files.folder.criteria import criteria_text, read_criteria, unread_in_criteria
from criteria.files.folder.settings import ProblemSettings
from criteria.model.criterion import Criterion, Scale, Thresholds
from criteria.model.problem import Problem

HEAD = "id,name,parent,direction,scale_min,scale_max,anchor_2,anchor_8\n"


def read(text: str) -> tuple[Criterion, ...]:
    findings: list[str] = []
    found = read_criteria(table_from("criteria.csv", text.encode()), ProblemSettings(), findings)
    assert not findings
    return found


def test_an_anchor_stands_at_its_column_on_a_rating_and_at_its_own_number_elsewhere() -> None:
    rated, measured = read(HEAD + "x,X,,max,0,10,few,many\ny,Y,,min,0,500,20 km,\n")
    assert rated.scale == Scale(0, 10, ((2.0, "few"), (8.0, "many")))
    assert measured.scale == Scale(0, 500, ((20.0, "20 km"),))


def test_criteria_are_written_so_that_they_are_read_back(case: Problem) -> None:
    again = read(criteria_text(case))
    bare = [(c.id, c.parent, c.maximize, c.unit, c.scale, c.thresholds, c.why, c.measured) for c in again]
    assert bare == [
        (c.id, c.parent, c.maximize, c.unit, c.scale, c.thresholds, c.why, c.measured) for c in case.criteria
    ]
    assert any(c.scale and c.scale.anchors for c in again)
    assert any(c.thresholds != Thresholds() for c in again)


def test_columns_of_which_nothing_is_kept_are_named() -> None:
    table = table_from("criteria.csv", b"id,name,direction,anchor_5,level\nx,X,max,5 km,top\n")
    assert unread_in_criteria(table) == "criteria.csv (level)"
