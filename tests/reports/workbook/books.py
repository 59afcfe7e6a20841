"""A workbook written, read back as stored, and recalculated by the package `formulas`."""

from __future__ import annotations

import io
import re
from pathlib import Path

import formulas
from openpyxl import load_workbook

from criteria.explain.face import face_of
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.reports.workbook import RECALCULATED, workbook


def book_of(evaluation: Evaluation) -> bytes:
    face = face_of(evaluation, None, day="2026-11-27", link="https://example.org/?v=1", version="0")
    return workbook(evaluation, face)


def recalculated(content: bytes, folder: Path) -> dict[tuple[str, str], object]:
    """Return every cell after a calculation by the package `formulas`, by sheet and place."""
    path = folder / "book.xlsx"
    path.write_bytes(content)
    solution = formulas.ExcelModel().loads(str(path)).finish().calculate()
    found = {}
    for key, ranges in solution.items():
        place = re.fullmatch(r"'\[book\.xlsx\](.+)'!([A-Z]+[0-9]+)", str(key))
        if place:
            found[place[1].upper(), place[2]] = ranges.value[0, 0]
    return found


def stored(content: bytes, *, values: bool) -> dict[tuple[str, str], object]:
    book = load_workbook(io.BytesIO(content), data_only=values)
    return {
        (sheet.title.upper(), cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def names(content: bytes) -> dict[tuple[str, str], object]:
    return {
        place: value
        for place, value in stored(content, values=True).items()
        if re.fullmatch(r"A\d+", place[1])
    }


def scores_and_ranks(
    cells: dict[tuple[str, str], object], evaluation: Evaluation
) -> tuple[list[float], list[float]]:
    """Return what the first sheet shows, in the order of the evaluation's alternatives."""
    shown = {
        str(name): (cells["RESULT", place.replace("A", "B")], cells["RESULT", place.replace("A", "C")])
        for (sheet, place), name in cells.items()
        if sheet == "RESULT"
        and re.fullmatch(r"A\d+", place)
        and {("RESULT", place.replace("A", c)) for c in "BC"} <= set(cells)
    }
    pairs = [shown[alternative.name] for alternative in evaluation.alternatives]
    return [float(score) for score, _rank in pairs], [float(rank) for _score, rank in pairs]  # type: ignore[arg-type]


def scenarios(problem: Problem) -> list[Scenario]:
    from criteria.ranking.catalogue import METHODS
    from criteria.ranking.matrix import offered_normalizations

    return [
        problem.base_scenario().with_method(method, normalization)
        for method in RECALCULATED
        for normalization in offered_normalizations(problem, METHODS[method])
    ]
