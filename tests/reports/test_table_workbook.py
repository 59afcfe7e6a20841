"""The plain table as a workbook: read back equal, and no text becomes a formula."""

from __future__ import annotations

import criteria
from criteria.model.problem import Problem
from criteria.reports.table_workbook import table_workbook


def test_the_workbook_reads_back_to_the_same_numbers(suppliers: Problem) -> None:
    reading = criteria.read_table(table_workbook(suppliers), name="telematics-suppliers.xlsx")
    assert reading.open == ()
    assert reading.problem is not None
    assert reading.problem.performances == suppliers.performances
    assert reading.problem.leaves == suppliers.leaves


def test_a_name_that_looks_like_a_formula_stays_text() -> None:
    problem = criteria.read_table(b"Vendor,Price\ndirection,min\n=1+1,3\nB,4\n", name="t").problem
    assert problem is not None
    read = criteria.read_table(table_workbook(problem), name="t.xlsx").problem
    assert read is not None
    assert read.alternatives[0].name == "=1+1"
