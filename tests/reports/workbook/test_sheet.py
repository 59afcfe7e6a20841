"""Text stays text in a workbook, whatever it begins with."""

from __future__ import annotations

import io
import zipfile

from books import book_of
from openpyxl import load_workbook

import criteria
from criteria.model.problem import Problem

CLOSE = 1e-9


def test_names_from_strangers_stay_text(suppliers: Problem) -> None:
    from dataclasses import replace

    hostile = ['=HYPERLINK("http://x")', "http://example.org", "+1+cmd|' /C calc'!A0", "{=1}", "12"]
    alternatives = tuple(
        replace(alternative, name=hostile[i] if i < len(hostile) else alternative.name)
        for i, alternative in enumerate(suppliers.alternatives)
    )
    problem = replace(suppliers, alternatives=alternatives, title="=1+1")
    content = book_of(criteria.evaluate(problem, problem.base_scenario(), methods=()))
    book = load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    for name in hostile[: len(suppliers.alternatives)]:
        found = [cell for cell in cells if cell.value == name]
        assert found
        assert all(cell.data_type == "s" and cell.hyperlink is None for cell in found)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not any("externalLink" in part for part in parts.namelist())
