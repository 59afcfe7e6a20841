"""The page of weights, driven without a browser: whatever is entered shows at once, goes into the address, and stays."""

from __future__ import annotations

import numpy as np
import pytest
from weights_page import (
    BUNDLED,
    VIEWS,
    choose,
    enter,
    menu,
    opened,
    scenario,
    shown,
    use,
)

import criteria
from criteria.model.importance import leaf_weights
from criteria.model.judgements import WAYS
from criteria.model.problem import Problem
from criteria.weighting.objective import objective


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("problem", BUNDLED)
def test_every_view_of_every_problem_opens(problem: str, view: str) -> None:
    page = choose(opened(problem=problem), view)
    assert not page.exception
    assert "c-head" in shown(page)
    assert "judged" not in page.query_params


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("problem", BUNDLED)
def test_every_way_of_every_problem_opens(problem: str, way: str) -> None:
    page = choose(opened(problem=problem), way)
    assert not page.exception
    assert "What follows?" in shown(page)


@pytest.mark.slow
@pytest.mark.parametrize("node", ["", "ip", "region", "capability", "security", "commercial"])
@pytest.mark.parametrize("way", WAYS)
def test_every_way_opens_at_every_node(way: str, node: str) -> None:
    page = choose(choose(opened(), node), way)
    assert not page.exception


@pytest.mark.parametrize("scheme", ["equal", "entropy", "critic"])
def test_weights_from_the_data_are_used_exactly(case: Problem, scheme: str) -> None:
    page = choose(opened(), "data")
    menu(page, "Look at the weights by").select(scheme).run()
    page = use(page)
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    flags = np.array([leaf.maximize for leaf in case.leaves])
    expected = objective(scheme, evaluation.performances, flags).weights
    assert leaf_weights(case, scenario(page)) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("view", VIEWS)
def test_nobody_left_to_rank_ends_in_a_sentence(case: Problem, view: str) -> None:
    page = choose(opened(out=",".join(a.id for a in case.alternatives)), view)
    if view == "ask":  # what follows for the ranking is shown once the questions are answered
        page = enter(page, 60.0, 10.0, 10.0, 10.0, 10.0)
    assert not page.exception
    assert "No candidate is left to rank" in shown(page)


def test_a_weight_gets_a_range_of_its_own_beside_the_answers() -> None:
    page = opened()
    ranged = next(box for box in page.multiselect if box.label == "Weights with a range of their own")
    page = ranged.set_value(["ip"]).run()
    assert not page.exception
    assert [name for name, _low, _high in scenario(page).ranges] == ["ip"]
    assert "ip:" in str(page.query_params["within"])
