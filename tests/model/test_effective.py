"""The cells under a scenario: made once, carried by the evaluation, the data left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import criteria
from criteria.model import effective
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell
from criteria.ranking import evaluate as evaluating


def test_without_changes_the_data_themselves_are_used(make_flat: Callable[..., Problem]) -> None:
    problem = make_flat([[1.0, 2.0], [3.0, 4.0]])
    assert effective.effective_performances(problem, problem.base_scenario()) is problem.performances


def test_a_changed_cell_replaces_numbers_and_leaves_the_data(make_flat: Callable[..., Problem]) -> None:
    problem = make_flat([[1.0, 2.0], [3.0, 4.0]])
    scenario = problem.base_scenario().with_cell(ChangedCell("a1", "c0", 5.0, 6.0, 7.0))
    evaluation = criteria.evaluate(problem, scenario, methods=())
    cell = evaluation.performance("a1", "c0")
    assert (cell.low, cell.likely, cell.high) == (5.0, 6.0, 7.0)
    assert evaluation.performances[1, 0] == 6.0
    assert problem.performance("a1", "c0").likely == 3.0


def test_the_shortlist_builds_the_cells_once_for_each_evaluation(
    make_flat: Callable[..., Problem], monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = make_flat([[float(i), float(-i)] for i in range(20)])
    scenario = problem.base_scenario().with_cell(ChangedCell("a1", "c0", 5.0, 6.0, 7.0))
    calls = []

    def counted(*given: object) -> object:
        calls.append(given)
        return effective.effective_performances(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(evaluating, "effective_performances", counted)
    evaluation = criteria.evaluate(problem, scenario, methods=())
    evaluation.shortlist()
    # Once for the scenario, once for the base case that ranks are compared with.
    assert len(calls) == 2
