"""Recalculated by somebody else's code, every formula equals the engine, before and after a weight is changed."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from books import book_of, names, recalculated, scenarios, scores_and_ranks, stored
from openpyxl import load_workbook

import criteria
from criteria.model.problem import Problem

CLOSE = 1e-9


@pytest.mark.slow
@pytest.mark.parametrize("name", ["telematics-suppliers", "fighter-aircraft", "automotive-cloud"])
def test_every_formula_recalculates_to_the_engines_value_before_and_after_a_change(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    fixtures = {
        "telematics-suppliers": "suppliers",
        "fighter-aircraft": "aircraft",
        "automotive-cloud": "case",
    }
    problem: Problem = request.getfixturevalue(fixtures[name])
    step = 3 if name == "automotive-cloud" else 1  # the largest of them takes the longest
    for scenario in scenarios(problem)[::step]:
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


def test_unknown_cells_are_marked_and_hold_what_the_ranking_used(suppliers: Problem) -> None:
    evaluation = criteria.evaluate(suppliers, suppliers.base_scenario(), methods=())
    blank = evaluation.incomplete[0]
    book = load_workbook(io.BytesIO(book_of(evaluation)))["Performances"]
    row = 4 + evaluation.position(blank.alternative)  # type: ignore[operator]
    column = 2 + suppliers.column(blank.criteria[0])
    cell = book.cell(row, column)
    assert cell.value == float(np.array(evaluation.performances)[row - 4, column - 2])
    assert cell.font.italic
