"""Who is at least matched by another under every criterion, against the definition, and what follows for the ranking."""

from __future__ import annotations

import numpy as np
import pytest
from by_hand import PROBLEM

import criteria
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion
from criteria.model.evidence import Performance
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell
from criteria.ranking.dominance import best_match, matched

LEAVES = (Criterion("q", "Quality"), Criterion("p", "Price", maximize=False))


def problem_of(rows: dict[str, tuple[float | None, float | None]]) -> Problem:
    return Problem(
        id="p",
        title="P",
        alternatives=tuple(Alternative(name, name) for name in rows),
        criteria=LEAVES,
        performances=tuple(tuple(Performance(likely=value) for value in row) for row in rows.values()),
    )


def found(rows: dict[str, tuple[float | None, float | None]]) -> dict[str, tuple[str, ...]]:
    problem = problem_of(rows)
    return dict(matched(criteria.evaluate(problem, problem.base_scenario(), methods=())))


def test_lower_prices_and_higher_quality_match() -> None:
    assert found({"a": (8.0, 10.0), "b": (8.0, 12.0), "c": (9.0, 20.0)}) == {"b": ("a",)}
    assert found({"a": (8.0, 10.0), "b": (7.0, 12.0), "c": (6.0, 12.0)}) == {"b": ("a",), "c": ("a", "b")}


def test_equals_do_not_match_each_other_and_an_unknown_is_not_compared() -> None:
    assert found({"a": (8.0, 10.0), "b": (8.0, 10.0)}) == {}
    assert found({"a": (8.0, 10.0), "b": (7.0, None), "c": (5.0, 5.0)}) == {}


def test_a_rating_set_by_hand_counts_and_one_set_aside_matches_nobody() -> None:
    problem = problem_of({"a": (8.0, 10.0), "b": (9.0, 12.0), "c": (5.0, 30.0)})
    base = problem.base_scenario()
    lowered = base.with_cell(ChangedCell("b", "q", 7.0, 7.0, 7.0))
    assert matched(criteria.evaluate(problem, lowered, methods=()))["b"] == ("a",)
    without = criteria.evaluate(problem, lowered.with_set_aside("a"), methods=())
    assert dict(matched(without)) == {"c": ("b",)}


@pytest.mark.parametrize("seed", range(4))
def test_it_is_the_definition_and_nobody_matched_is_ahead(seed: int) -> None:
    rng = np.random.default_rng(seed)
    values = rng.integers(1, 6, size=(9, 2)).astype(float)
    problem = problem_of({f"x{i}": (row[0], row[1]) for i, row in enumerate(values)})
    evaluation = criteria.evaluate(problem, problem.base_scenario().with_method("wsm"), methods=())
    told = matched(evaluation)
    for i, (quality, price) in enumerate(values):
        others = tuple(
            f"x{k}"
            for k, (q, p) in enumerate(values)
            if q >= quality and p <= price and (q > quality or p < price)
        )
        assert told.get(f"x{i}", ()) == others
        for other in others:
            ranks = {one.id: evaluation.ranks[k] for k, one in enumerate(evaluation.alternatives)}
            assert ranks[other] <= ranks[f"x{i}"]
        if others:
            assert best_match(evaluation, others) in others


def test_the_pencils_problem_has_one_only_while_its_gate_is_waived() -> None:
    base = PROBLEM.base_scenario()
    assert dict(matched(criteria.evaluate(PROBLEM, base, methods=()))) == {}
    waived = criteria.evaluate(PROBLEM, base.with_waived("hosting"), methods=())
    assert dict(matched(waived)) == {"ash": ("dogwood",), "birch": ("dogwood",)}  # Cedar has a blank
