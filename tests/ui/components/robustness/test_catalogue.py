"""Every figure of the robustness page is one row: each has its question, an answer in words, and data for a file."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import criteria
from criteria.files import load_problem
from criteria.model.evaluation import Evaluation
from criteria.ui.components.robustness import catalogue
from criteria.ui.components.robustness.answered import RobustnessFigure
from criteria.ui.components.robustness.catalogue import FIGURES


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    problem = load_problem("data/telematics-suppliers")
    scenario = problem.base_scenario()
    scenario = scenario.with_uncertainty(replace(scenario.uncertainty, draws=500))
    return criteria.evaluate(problem, scenario, methods=())


@pytest.mark.parametrize("name", FIGURES)
def test_each_row_answers_its_question(evaluation: Evaluation, name: str) -> None:
    row = FIGURES[name]
    nodes = [c.id for c in evaluation.problem.criteria]
    chosen = {
        "sweep": evaluation.problem.criteria[0],
        "ranks": "both",
        "heat": "around",
        "map": tuple(nodes[:3]),
        "path": evaluation.order[-1],
    }.get(name)
    chart, answer, table = row.shown(evaluation, chosen)
    assert row.heading.endswith("?")
    assert answer
    assert isinstance(table, pd.DataFrame)
    assert len(table)
    assert chart is not None or name in ("path", "flip")


def test_every_row_is_drawn_somewhere() -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in Path(catalogue.__file__).parents[1].rglob("*.py")
        if path.name != "catalogue.py"
    )
    rows = {name for name, row in vars(catalogue).items() if isinstance(row, RobustnessFigure)}
    assert rows == {name for name in rows if re.search(rf"\b{name}\b", source)}
    assert {id(getattr(catalogue, name)) for name in rows} == set(map(id, FIGURES.values()))
