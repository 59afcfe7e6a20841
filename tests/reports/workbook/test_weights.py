"""The sheet of weights shows the weights used."""

from __future__ import annotations

import pytest
from books import book_of, stored

import criteria
from criteria.model.problem import Problem

CLOSE = 1e-9


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
