"""From an evaluation to what the figures are computed from: ranges, blanks, scales, the leaves below a node."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from by_hand import BASE, PROBLEM, evaluated

import criteria
from criteria.model.evidence import Source
from criteria.model.problem import Problem
from criteria.robustness.evaluated.inputs import call_of, evidence_of, joined_by_source, members_of, scales_of


def test_every_rating_has_its_range_and_a_blank_its_whole_scale_flat() -> None:
    evidence = evidence_of(evaluated())
    assert evidence is not None
    assert evidence.low.tolist() == [[6, 7, 40], [6, 6, 20], [5.5, 0, 10]]
    assert evidence.likely.tolist() == [[8, 7, 40], [6, 8, 20], [5.5, 8, 10]]
    assert evidence.high.tolist() == [[9, 7, 40], [6, 10, 20], [5.5, 10, 10]]
    assert evidence.flat.tolist() == [[False] * 3, [False] * 3, [False, True, False]]


def test_ratings_of_one_source_under_one_criterion_are_joined() -> None:
    def of(source: str, row: int, column: int) -> None:
        cells[row][column] = replace(cells[row][column], source=source)

    cells = [list(row) for row in PROBLEM.performances]
    for row in (0, 1):
        of("visit", row, 0)  # quality of Ash and Birch; Cedar's has no source
    of("visit", 0, 2)  # the same source under another criterion, alone there
    of("survey", 1, 1)
    of("survey", 2, 1)  # unknown: it rests on no source
    problem = replace(
        PROBLEM,
        performances=tuple(map(tuple, cells)),
        sources=(*PROBLEM.sources, Source("survey", "A survey")),
    )
    plain = criteria.evaluate(problem, BASE, methods=())
    assert joined_by_source(plain).tolist() == [[0, -1, -1], [0, -1, -1], [-1, -1, -1]]
    settings = replace(BASE.uncertainty, by_source=True)
    evidence = evidence_of(criteria.evaluate(problem, BASE.with_uncertainty(settings), methods=()))
    assert evidence is not None
    assert evidence.joined is not None
    assert evidence_of(plain).joined is None  # type: ignore[union-attr]


def test_where_nothing_has_a_range_there_is_no_evidence_to_draw() -> None:
    rows = tuple(
        tuple(replace(c, low=None, high=None, likely=c.likely or 8.0) for c in row)
        for row in PROBLEM.performances
    )
    problem = replace(PROBLEM, performances=rows)
    assert evidence_of(criteria.evaluate(problem, problem.base_scenario(), methods=())) is None


def test_the_call_is_the_scenarios_method_on_those_who_are_ranked() -> None:
    call = call_of(evaluated())
    assert (call.method.key, call.alternatives) == ("wsm", 3)
    assert call.values(np.array([0.6, 0.2, 0.2])) == pytest.approx([0.74, 0.68, 0.67])


def test_a_rating_can_go_as_far_as_its_declared_scale() -> None:
    assert scales_of(PROBLEM, evaluated(BASE)).tolist() == [[0, 10], [0, 10], [0, 100]]


def test_a_node_stands_for_the_leaves_below_it(case: Problem) -> None:
    found = members_of(case, "ip")
    assert [case.leaves[j].id for j in found] == [c.id for c in case.children("ip")]
    assert members_of(PROBLEM, "price") == [2]
