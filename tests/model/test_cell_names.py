"""A cell that a method cannot take is told by the names of candidate and criterion, whoever else is set aside."""

from __future__ import annotations

import re

import numpy as np
import pytest

import criteria
from criteria.errors import CellError, MethodError
from criteria.model.alternative import Alternative
from criteria.model.cell_names import told_by_names
from criteria.model.criterion import Criterion
from criteria.model.evidence import Performance
from criteria.model.problem import Problem
from criteria.ranking.matrix import maximized
from criteria.weighting import objective

NAMES = ("Ash", "Birch", "Cedar", "Dogwood", "Elm")


def with_bad_cell(value: float) -> Problem:
    """Return five trees of which Elm's price cannot be taken by methods that divide by it or take its logarithm."""
    table = np.array([[3.0, 5], [4, 2], [5, 7], [6, 4], [1, value]])
    return Problem(
        "trees",
        "Trees",
        (Criterion("quality", "Quality"), Criterion("price", "Price", maximize=False)),
        tuple(Alternative(name.lower(), name) for name in NAMES),
        tuple(tuple(Performance(likely=cell) for cell in row) for row in table),
    )


@pytest.mark.parametrize("value", [0.0, -4.0])
def test_the_right_candidate_is_named_among_others_set_aside(value: float) -> None:
    problem = with_bad_cell(value)
    scenario = problem.base_scenario().with_method("wsm").with_set_aside("ash").with_set_aside("cedar")
    refused = criteria.evaluate(problem, scenario).method_failures
    assert {"wpm", "marcos", "ocra", "aras"} <= set(refused)
    for method, sentence in refused.items():
        assert not re.search(r"[Aa]lternative \d|[Cc]riterion \d", sentence), (method, sentence)
        assert sentence.startswith("'Elm', criterion 'Price' is "), (method, sentence)
        with pytest.raises(MethodError) as raised:
            criteria.evaluate(problem, scenario.with_method(method))
        assert str(raised.value) == sentence


def test_without_names_the_place_is_counted_from_one() -> None:
    with pytest.raises(CellError) as raised:
        criteria.score("marcos", [[3, 5], [4, 0]], [1, 1], [True, False])
    assert (raised.value.row, raised.value.column) == (1, 1)
    assert str(raised.value).startswith("Alternative 2, criterion 2 is 0")


def test_a_candidate_set_aside_does_not_stop_the_others() -> None:
    problem = with_bad_cell(0.0)
    found = criteria.evaluate(
        problem, problem.base_scenario().with_method("marcos").with_set_aside("elm"), methods=()
    )
    assert found.set_apart[0].rank is None


def test_weights_from_the_data_name_a_cell_by_its_place_and_then_by_its_names() -> None:
    problem = with_bad_cell(0.0)
    evaluation = criteria.evaluate(problem, problem.base_scenario().with_set_aside("birch"), methods=())
    with pytest.raises(CellError) as raised:
        objective("merec", evaluation.performances, maximized(problem))
    assert str(told_by_names(raised.value, problem, evaluation.ranked)) == (
        "MEREC needs numbers above 0; 'Elm', criterion 'Price' is 0. Choose another scheme, or another unit."
    )
