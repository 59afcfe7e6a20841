"""The workbook: recalculated by somebody else's code, every cell equals the engine, before and after a weight is changed."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import formulas
import numpy as np
import pytest
from openpyxl import load_workbook

import criteria
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.reports.face import face_of
from criteria.reports.workbook import RECALCULATED, workbook
from criteria.robustness.evaluated.summary import robustness_of

CLOSE = 1e-9


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


def scores_and_ranks(
    cells: dict[tuple[str, str], object], evaluation: Evaluation
) -> tuple[list[float], list[float]]:
    """Return what the first sheet shows, in the order of the evaluation's alternatives."""
    shown = {
        str(name): (cells["RESULT", place.replace("A", "B")], cells["RESULT", place.replace("A", "C")])
        for (sheet, place), name in cells.items()
        if sheet == "RESULT" and re.fullmatch(r"A\d+", place) and {("RESULT", place.replace("A", c)) for c in "BC"} <= set(cells)
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


@pytest.mark.slow
@pytest.mark.parametrize("name", ["telematics-suppliers", "fighter-aircraft"])
def test_every_formula_recalculates_to_the_engines_value_before_and_after_a_change(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    problem: Problem = request.getfixturevalue(
        {"telematics-suppliers": "suppliers", "fighter-aircraft": "aircraft"}[name]
    )
    for scenario in scenarios(problem):
        evaluation = criteria.evaluate(problem, scenario, methods=())
        content = book_of(evaluation)
        formula_cells = {
            place: text for place, text in stored(content, values=False).items() if str(text).startswith("=")
        }
        values, found = stored(content, values=True), recalculated(content, tmp_path)
        assert len(formula_cells) > 20
        for place in formula_cells:
            assert float(found[place]) == pytest.approx(float(values[place]), abs=CLOSE), (scenario, place)  # type: ignore[arg-type]
        scores, ranks = scores_and_ranks(found, evaluation)
        assert scores == pytest.approx(evaluation.scores.tolist(), abs=CLOSE)
        assert ranks == evaluation.ranks.tolist()
        # The reader doubles the points of the first criterion, in the yellow cell.
        first = problem.criteria[0].id
        points = 2 * scenario.importance(first) + 1
        changed = criteria.evaluate(problem, scenario.with_importance(first, points), methods=())
        book = load_workbook(io.BytesIO(content))
        book["Weights"]["B4"] = points
        book.save(tmp_path / "changed.xlsx")
        scores, ranks = scores_and_ranks(
            recalculated((tmp_path / "changed.xlsx").read_bytes(), tmp_path) | names(content), changed
        )
        assert scores == pytest.approx(changed.scores.tolist(), abs=CLOSE)
        assert ranks == changed.ranks.tolist()


def names(content: bytes) -> dict[tuple[str, str], object]:
    return {
        place: value
        for place, value in stored(content, values=True).items()
        if re.fullmatch(r"A\d+", place[1])
    }


def test_stored_values_are_the_engines_for_every_method(case: Problem) -> None:
    for method in (*RECALCULATED, "vikor"):
        evaluation = criteria.evaluate(case, case.base_scenario().with_method(method), methods=())
        scores, ranks = scores_and_ranks(stored(book_of(evaluation), values=True), evaluation)
        assert scores == pytest.approx(evaluation.scores.tolist(), rel=1e-15)  # a file holds 16 digits
        assert ranks == evaluation.ranks.tolist()


def test_the_weights_of_the_sheet_are_the_weights_used(case: Problem) -> None:
    scenario = case.base_scenario().with_importance("ip", 0).with_importance("ip-terms", 70)
    evaluation = criteria.evaluate(case, scenario, methods=())
    cells = stored(book_of(evaluation), values=True)
    shown = {
        str(cells[place]).strip(): cells["WEIGHTS", place[1].replace("A", "D")]
        for place in cells
        if place[0] == "WEIGHTS" and place[1][0] == "A" and ("WEIGHTS", place[1].replace("A", "D")) in cells
    }
    for j, leaf in enumerate(case.leaves):
        assert shown[leaf.name] == pytest.approx(float(evaluation.weights[j]), abs=1e-15)


def test_the_face_says_who_leads_how_firmly_and_where_to_open_it_again(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_importance("cap-ota", 60), methods=())
    robustness = robustness_of(evaluation)
    face = face_of(
        evaluation, robustness, day="2026-11-27", link="https://example.org/?w=cap-ota:60", version="0"
    )
    written = {
        str(value)
        for (sheet, _place), value in stored(workbook(evaluation, face), values=True).items()
        if sheet == "RESULT"
    }
    leader = evaluation.alternatives[evaluation.order[0]].label
    assert any(text.startswith(leader) and face.caution in text for text in written)
    assert {
        case.title,
        "https://example.org/?w=cap-ota:60",
        case.fingerprint,
        "2026-11-27",
        "TOPSIS",
    } <= written
    assert any("OTA" in text and "60" in text for text in written)  # how it differs from the base case


def test_a_method_without_formulas_says_that_its_scores_are_values(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method("vikor"), methods=())
    texts = [str(value) for value in stored(book_of(evaluation), values=True).values()]
    assert any("are values computed by the software" in text for text in texts)
    topsis = criteria.evaluate(case, case.base_scenario(), methods=())
    assert not any(
        "are values computed" in str(value) for value in stored(book_of(topsis), values=True).values()
    )


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


def test_unknown_cells_are_marked_and_hold_what_the_ranking_used(suppliers: Problem) -> None:
    evaluation = criteria.evaluate(suppliers, suppliers.base_scenario(), methods=())
    blank = evaluation.incomplete[0]
    book = load_workbook(io.BytesIO(book_of(evaluation)))["Performances"]
    row = 4 + evaluation.position(blank.alternative)  # type: ignore[operator]
    column = 2 + suppliers.column(blank.criteria[0])
    cell = book.cell(row, column)
    assert cell.value == float(np.array(evaluation.performances)[row - 4, column - 2])
    assert cell.font.italic
