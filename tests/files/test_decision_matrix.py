"""Exchange with scikit-criteria: names, directions, numbers and weights go over and come back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import Phase, assume, given, reject, settings
from hypothesis import strategies as st

import criteria
from criteria.errors import ProblemError, WeightsError
from criteria.model.importance import leaf_weights
from criteria.model.problem import Problem
from tests.model.any_problem import problems


def test_a_problem_goes_over_whole_and_comes_back(aircraft: Problem) -> None:
    matrix = aircraft.to_decision_matrix()
    weights = leaf_weights(aircraft, aircraft.base_scenario())
    assert list(matrix.alternatives) == [a.name for a in aircraft.alternatives]
    assert list(matrix.criteria) == [leaf.name for leaf in aircraft.leaves]
    assert matrix.iobjectives.to_numpy().tolist() == [1 if leaf.maximize else -1 for leaf in aircraft.leaves]
    np.testing.assert_array_equal(matrix.matrix.to_numpy(), aircraft.performances.likely)
    np.testing.assert_allclose(matrix.weights.to_numpy(), weights, rtol=1e-15)
    back = criteria.from_decision_matrix(matrix)
    assert back.performances.likely.tolist() == aircraft.performances.likely.tolist()
    assert [c.maximize for c in back.leaves] == [leaf.maximize for leaf in aircraft.leaves]
    np.testing.assert_allclose(leaf_weights(back, back.base_scenario()), weights, rtol=1e-12)


def test_both_rank_alike_by_topsis(aircraft: Problem) -> None:
    back = criteria.from_decision_matrix(aircraft.to_decision_matrix(), title="Back")
    scenario = back.base_scenario().with_method("topsis", "vector")
    own = aircraft.base_scenario().with_method("topsis", "vector")
    one, other = criteria.evaluate(back, scenario, methods=()), criteria.evaluate(aircraft, own, methods=())
    np.testing.assert_allclose(one.scores, other.scores, rtol=1e-12)


def test_unknown_cells_are_refused_by_name(suppliers: Problem) -> None:
    with pytest.raises(ProblemError, match="is unknown, and a decision matrix has no unknown cells"):
        suppliers.to_decision_matrix()


@settings(max_examples=30, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
@given(st.data())
def test_whatever_a_matrix_can_carry_comes_back_equal(data: st.DataObject) -> None:
    problem = data.draw(problems())
    names = [" ".join(c.name.split()).casefold() for c in problem.leaves]
    assume(len(set(names)) == len(names))
    assume(bool(problem.performances.known.all()))
    try:
        weights = leaf_weights(problem, problem.base_scenario())
    except WeightsError:
        reject()  # nothing counts: there are no weights to carry
    back = criteria.from_decision_matrix(problem.to_decision_matrix(), title=problem.title)
    assert [a.name for a in back.alternatives] == [a.name for a in problem.alternatives]
    assert [(c.name, c.maximize) for c in back.leaves] == [(c.name, c.maximize) for c in problem.leaves]
    assert back.performances.likely.tolist() == problem.performances.likely.tolist()
    np.testing.assert_allclose(leaf_weights(back, back.base_scenario()), weights, rtol=1e-12)
    again = criteria.from_decision_matrix(back.to_decision_matrix(), title=problem.title)
    assert [c.id for c in again.criteria] == [c.id for c in back.criteria]
