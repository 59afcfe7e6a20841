"""From a problem to what a method is given: blanks, preference functions, thresholds, normalizations."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from by_hand import BASE, PROBLEM

import criteria
from criteria.model.criterion import Criterion, Scale, Thresholds
from criteria.model.effective import effective_performances
from criteria.model.evidence import Performance
from criteria.model.performance_table import PerformanceTable
from criteria.ranking.matrix import (
    decision_matrix,
    extents,
    fills,
    maximized,
    offered_normalizations,
    preference_shape,
    same_unit,
    scales,
    settings_from,
)


@pytest.mark.parametrize(
    ("indifference", "preference", "shape"),
    [
        (None, None, "usual"),
        (1.0, None, "ushape"),
        (None, 2.0, "vshape"),
        (1.0, 2.0, "linear"),
        (0.0, 2.0, "linear"),
        (None, 0.0, "usual"),
    ],
)
def test_the_preference_function_follows_from_the_thresholds(
    indifference: float | None, preference: float | None, shape: str
) -> None:
    criterion = Criterion("c", "C", thresholds=Thresholds(indifference, preference))
    assert preference_shape(criterion) == shape


def test_a_method_is_given_the_thresholds_of_each_criterion() -> None:
    leaves = (
        replace(PROBLEM.leaves[0], thresholds=Thresholds(0.5, 2, 4)),
        replace(PROBLEM.leaves[1], thresholds=Thresholds(None, 1)),
        PROBLEM.leaves[2],
    )
    problem = replace(PROBLEM, criteria=leaves)
    found = settings_from(problem, criteria.METHODS["promethee_ii"], "none")
    assert found["preference_functions"] == ["linear", "vshape", "usual"]
    assert (found["q"], found["p"]) == ([0.5, 0.0, 0.0], [2, 1, 0.0])
    # Quality of Birch and Ash differ by 2 and 1: (2 - 0.5) / (2 - 0.5) = 1 for Ash, by V-shape it would be 2 / 2 = 1 too; for 1.25 not.
    near = Performance(likely=6.75)
    problem = replace(problem, performances=problem.performances.with_cells({(1, 0): near}))
    scenario = (
        problem.base_scenario()
        .with_importances({"quality": 1, "speed": 0, "price": 0})
        .with_method("promethee_ii")
    )
    scores = criteria.evaluate(problem, scenario.with_set_aside("cedar"), methods=()).scores
    # (1.25 - 0.5) / (2 - 0.5) = 0.5, by V-shape 1.25 / 2 = 0.625
    assert scores == pytest.approx([0.5, -0.5])


@pytest.mark.parametrize(
    ("rule", "value"), [("worst-known", 7.0), ("median", 8.0), ("worst", 0.0), ("best", 10.0)]
)
def test_a_blank_stands_at_the_value_of_its_rule(rule: str, value: float) -> None:
    matrix = decision_matrix(PROBLEM, effective_performances(PROBLEM, BASE), rule)
    assert matrix[2].tolist() == [5.5, value, 10.0]


def fill(criterion: Criterion, column: list[Performance], rule: str) -> float:
    return float(fills([criterion], PerformanceTable.of([[cell] for cell in column]), rule)[0])


def extent(criterion: Criterion, column: list[Performance]) -> tuple[float, float]:
    low, high = extents([criterion], PerformanceTable.of([[cell] for cell in column]))[0]
    return float(low), float(high)


def test_worst_and_best_turn_round_where_less_is_better() -> None:
    price, column = PROBLEM.leaves[2], [Performance(likely=10.0), Performance()]
    assert (fill(price, column, "worst"), fill(price, column, "best")) == (100, 0)
    bare = replace(price, scale=None)
    seen = [Performance(5, 10, 20), Performance(), Performance(likely=12)]
    assert extent(bare, seen) == (5, 20)
    assert (fill(bare, seen, "worst"), fill(bare, seen, "best"), fill(bare, seen, "median")) == (20, 5, 11)
    assert fill(bare, seen, "worst-known") == 12
    assert fill(replace(bare, maximize=True), seen, "worst-known") == 10
    for rule in ("median", "worst-known"):
        assert fill(Criterion("c", "C", scale=Scale(0, 10)), [Performance()], rule) == 5
    assert extent(bare, [Performance()]) == (0, 0)


def test_the_declared_scale_is_preferred_where_every_criterion_has_one() -> None:
    assert scales(PROBLEM) == [(0, 10), (0, 10), (0, 100)]
    assert offered_normalizations(PROBLEM, criteria.METHODS["wsm"])[0] == "scale"
    assert offered_normalizations(PROBLEM, criteria.METHODS["topsis"])[0] == "vector"
    bare = replace(PROBLEM, criteria=(replace(PROBLEM.criteria[0], scale=None), *PROBLEM.criteria[1:]))
    assert scales(bare) is None
    assert "scale" not in offered_normalizations(bare, criteria.METHODS["wsm"])
    assert not same_unit(PROBLEM)
    assert maximized(PROBLEM).tolist() == [True, True, False]
    assert np.all(maximized(PROBLEM) == np.array([True, True, False]))
