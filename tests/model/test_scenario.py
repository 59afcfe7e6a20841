"""A scenario's verbs give new ones; the order of choices does not matter, and the last of one kind counts."""

from __future__ import annotations

import dataclasses
import pickle

import numpy as np
import pytest

from criteria.errors import ScenarioError, WeightsError
from criteria.model.importance import leaf_weights
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell, Scenario


def test_lists_given_to_a_scenario_leave_it_hashable() -> None:
    scenario = Scenario("p", "", "topsis", [("x", 1.0)])  # type: ignore[arg-type]
    assert hash(scenario) == hash(Scenario("p", "", "topsis", (("x", 1.0),)))


def test_verbs_return_new_values_and_leave_the_old(case: Problem) -> None:
    base = case.base_scenario()
    before = pickle.dumps(dataclasses.astuple(base))
    moved = (
        base.with_importance("ip", 1.0)
        .with_method("wsm", "minmax")
        .with_blanks("worst")
        .with_waived("g-lawful-na")
        .with_set_aside("aws")
        .with_cell(ChangedCell("aws", "ip-terms", 1, 2, 3))
        .with_profile(case, "ip-legal")
    )
    assert pickle.dumps(dataclasses.astuple(base)) == before
    assert moved != base
    assert moved.profile == "ip-legal"
    assert moved.importances == case.importances_of("ip-legal")
    back = (
        moved.with_profile(case, base.profile)
        .with_method(base.method)
        .with_blanks(base.blanks)
        .with_waived("g-lawful-na", waived=False)
        .with_set_aside("aws", set_aside=False)
        .without_cell("aws", "ip-terms")
    )
    assert back == base


def test_the_order_of_choices_does_not_matter(case: Problem) -> None:
    base = case.base_scenario()
    cells = [ChangedCell(a, "ip-terms", 1, 2, 3) for a in ("aws", "fujitsu")]
    one = base.with_set_aside("aws").with_set_aside("fujitsu").with_cell(cells[0]).with_cell(cells[1])
    other = (
        base.with_cell(cells[1])
        .with_cell(cells[0])
        .with_set_aside("fujitsu")
        .with_set_aside("aws")
        .with_set_aside("aws")
    )
    assert one == other
    assert hash(one) == hash(other)


def test_the_last_change_of_a_cell_counts(case: Problem) -> None:
    base = case.base_scenario()
    twice = base.with_cell(ChangedCell("aws", "ip-terms", 1, 2, 3)).with_cell(
        ChangedCell("aws", "ip-terms", 4, 4, 4)
    )
    assert twice == base.with_cell(ChangedCell("aws", "ip-terms", 4, 4, 4))


@pytest.mark.parametrize("points", [-1.0, float("nan"), float("inf")])
def test_an_importance_that_is_no_number_of_at_least_zero_is_refused(case: Problem, points: float) -> None:
    with pytest.raises(WeightsError, match="'ip' is"):
        case.base_scenario().with_importance("ip", points)


def test_an_importance_of_an_unknown_criterion_is_refused_briefly(case: Problem) -> None:
    with pytest.raises(ScenarioError) as caught:
        case.base_scenario().with_importance("x\x00" * 3000, 1.0)
    assert len(str(caught.value)) < 200
    assert "\x00" not in str(caught.value)


def test_whole_numbers_are_importances_too(case: Problem) -> None:
    assert case.base_scenario().with_importance("ip", 40) == case.base_scenario().with_importance("ip", 40.0)
    assert np.isclose(leaf_weights(case, case.base_scenario().with_importance("ip", 40)).sum(), 1.0)
