"""The cells under a scenario: made once, carried by the evaluation, the data left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import criteria
from criteria.model import effective
from criteria.model.evidence import Performance
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


def test_a_cell_set_by_hand_has_no_source_and_no_confidence(case: Problem) -> None:
    before = case.performance("aws", "ip-terms")
    assert before.confidence
    scenario = case.base_scenario().with_cell(ChangedCell("aws", "ip-terms", 1.0, 1.0, 1.0))
    evaluation = criteria.evaluate(case, scenario, methods=())
    cell = evaluation.performance("aws", "ip-terms")
    assert (cell.confidence, cell.rationale, cell.source) == ("", "", "")
    assert evaluation.set_by_hand("aws", "ip-terms") == before
    assert evaluation.set_by_hand("aws", "ip-isolation") is None
    row = evaluation.shortlist().set_index("candidate_id").loc["aws"]
    plain = criteria.evaluate(case, case.base_scenario(), methods=()).shortlist().set_index("candidate_id")
    grade = f"cells_confidence_{before.confidence}"
    assert row[grade] == plain.loc["aws", grade] - 1
    assert (row["cells_set_by_hand"], plain.loc["aws", "cells_set_by_hand"]) == (1, 0)


def test_a_point_keeps_the_width_of_the_data_inside_the_scale(make_flat: Callable[..., Problem]) -> None:
    problem = make_flat([[1.0, 2.0], [3.0, 4.0]])
    ranged = problem.with_performance("a1", "c0", Performance(2.5, 3.0, 5.0, "A"))

    def ends(cell: ChangedCell) -> tuple[float | None, ...]:
        found = effective.effective_cell(ranged, cell)
        return (found.low, found.likely, found.high)

    assert ends(ChangedCell("a1", "c0", 6.0, 6.0, 6.0)) == (5.5, 6.0, 8.0)
    assert ends(ChangedCell("a1", "c0", 6.0, 6.0, 6.0, exact=True)) == (6.0, 6.0, 6.0)
    assert ends(ChangedCell("a1", "c0", 5.0, 6.0, 7.0)) == (5.0, 6.0, 7.0)
    assert ends(ChangedCell("a1", "c0", None, None, None)) == (None, None, None)


def test_a_point_at_the_end_of_the_scale_has_no_range_beyond_it(case: Problem) -> None:
    scale = case.leaves[case.column("ip-terms")].scale
    assert scale is not None
    before = case.performance("aws", "ip-terms")
    assert before.ranged
    found = effective.effective_cell(case, ChangedCell("aws", "ip-terms", scale.high, scale.high, scale.high))
    assert found.high == scale.high
    assert found.likely - found.low == before.likely - before.low  # type: ignore[operator]


def test_a_point_where_nothing_was_known_is_as_uncertain_as_the_least_certain_other(
    make_flat: Callable[..., Problem],
) -> None:
    problem = make_flat([[1.0, 2.0], [3.0, 4.0]])
    problem = problem.with_performance("a1", "c0", Performance(2.0, 3.0, 5.0))
    problem = problem.with_performance("a0", "c0", Performance())
    found = effective.effective_cell(problem, ChangedCell("a0", "c0", 7.0, 7.0, 7.0))
    assert (found.low, found.likely, found.high) == (5.5, 7.0, 8.5)


def test_a_cell_that_repeats_the_data_sets_nothing_anew(make_flat: Callable[..., Problem]) -> None:
    problem = make_flat([[1.0, 2.0], [3.0, 4.0]])
    assert not effective.sets_anew(problem, ChangedCell("a1", "c0", 3.0, 3.0, 3.0))
    assert effective.sets_anew(problem, ChangedCell("a1", "c0", 2.0, 3.0, 3.0))
    assert effective.sets_anew(problem, ChangedCell("a1", "c0", None, None, None))
