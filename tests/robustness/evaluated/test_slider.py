"""The nearest move of a slider, against a pencil; and what a slider cannot do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import ASH, BASE, BIRCH, CEDAR, ENGINEERS, PROBLEM, evaluated

import criteria
from criteria.model.criterion import Criterion, Scale
from criteria.model.evidence import Performance
from criteria.model.problem import Alternative, Problem
from criteria.robustness.evaluated.slider import SliderChange, nearest_slider_change


def test_the_price_slider_has_the_least_way_to_go() -> None:
    # Cedar is level with Ash at 13 / 0.3 = 43.3 points of price, or at 32 of quality, 150 of speed; the first moves the least weight:
    # 0.3514 - 0.20 against 0.60 - 0.4444.
    assert nearest_slider_change(evaluated()) == SliderChange("price", 20, 44, CEDAR)


def test_the_nearest_goes_down_where_that_is_nearer_and_past_a_tie() -> None:
    assert nearest_slider_change(evaluated(ENGINEERS)) == SliderChange("price", 30, 9, BIRCH)


def test_a_slider_goes_no_further_than_it_can() -> None:
    # With 45 points of quality, 100 of price would be needed where price has 1: 0.25 · 450 - 0.1 - 0.3 p = 0 at p = 374.7.
    scenario = BASE.with_importances({"quality": 450.0, "speed": 1.0, "price": 1.0})
    found = nearest_slider_change(criteria.evaluate(PROBLEM, scenario, methods=()))
    # Quality from 450 stands beyond its slider, so it is not asked; speed: 0.25 · 450 - 0.3 = 0.1 s only at 1,122 points.
    assert found is None


def test_a_tie_has_no_leader_to_put_down() -> None:
    # 9 points each of quality and speed for 1.5 of price: 0.2 q - 0.1 s - 0.2 p = 0 at q = 3, s = 4, p = 1 and Cedar is behind.
    scenario = BASE.with_importances({"quality": 3.0, "speed": 4.0, "price": 1.0})
    evaluation = criteria.evaluate(PROBLEM, scenario, methods=())
    assert evaluation.leaders == (ASH, BIRCH)
    assert nearest_slider_change(evaluation) is None


def tree() -> Problem:
    """Return two candidates and two groups: A is better in the first, B in the second, whose only criterion is its own slider's sibling of nothing."""
    return Problem(
        "t",
        "T",
        (
            Criterion("g", "G"),
            Criterion("h", "H"),
            Criterion("x", "X", parent="g", scale=Scale(0, 10)),
            Criterion("y", "Y", parent="g", scale=Scale(0, 10)),
            Criterion("z", "Z", parent="h", scale=Scale(0, 10)),
        ),
        (Alternative("a", "A"), Alternative("b", "B")),
        tuple(tuple(Performance(likely=v) for v in row) for row in ((9, 2, 4), (3, 5, 9))),
        default_method="wsm",
    )


def with_points(**points: float) -> SliderChange | None:
    problem = tree()
    scenario = replace(problem.base_scenario(), importances=tuple(points.items()))
    return nearest_slider_change(criteria.evaluate(problem, scenario, methods=()))


def test_a_slider_moves_within_its_group() -> None:
    # A's lead is 6 x - 3 y - 5 z. G and H at 60 : 40 points; x : y = 90 : 10 within G: 0.6 (5.4 - 0.3) - 0.4 · 5 = 1.06.
    # y's slider: 0.6 (6 · 90 - 3 y) / (90 + y) = 2 at y = (324 - 180) / 3.8 = 37.9, which moves 0.6 (0.2963 - 0.1) = 0.118 of the weight;
    # g's: 5.1 g = 5 · 40 at 39.2, which moves 0.6 - 0.495 = 0.105, as h's does at 61.2: the first of the two is told.
    assert with_points(g=60.0, h=40.0, x=90.0, y=10.0, z=7.0) == SliderChange("g", 60, 39, 1)
    # With H out of reach (its slider ends at 100, and 153 would be needed) y's group has all the weight that can move.
    found = with_points(g=100.0, h=0.0, x=90.0, y=10.0, z=7.0)
    # 6 · 90 - 3 y <= 0 at 180 points: beyond the slider; x: 6 x = 30 at 5, and a tie there; h: 100 · 5.1 / 5 = 102 points.
    assert found == SliderChange("x", 90, 4, 1)


def test_a_group_that_appears_with_its_only_criterion_is_a_step() -> None:
    # z counts nothing, so H does not: A leads by 6. Any point for z brings H's 60 of 100 in: 0.4 · 6 - 0.6 · 5 < 0, which moves 0.6;
    # y would need more than 2 points and move 0.667.
    assert with_points(g=40.0, h=60.0, x=1.0, y=0.0, z=0.0) == SliderChange("z", 0, 1, 1)
    # And the other way round: B leads by 0.9 · 5 - 0.1 · 6. 6 g = 5 · 90 at 75 points, and a tie there: less to move than all of H.
    assert with_points(g=10.0, h=90.0, x=1.0, y=0.0, z=5.0) == SliderChange("g", 10, 76, 0)


@pytest.mark.parametrize("method", ["topsis", "vikor", "codas"])
def test_what_is_returned_holds_and_a_step_less_does_not(method: str) -> None:
    scenario = BASE.with_method(method)
    evaluation = criteria.evaluate(PROBLEM, scenario, methods=())
    found = nearest_slider_change(evaluation)
    assert found is not None
    for points, holds in ((found.then, True), (found.then + (1 if found.then < found.now else -1), False)):
        after = criteria.evaluate(PROBLEM, scenario.with_importance(found.criterion, points), methods=())
        assert (after.leaders == (found.challenger,)) is holds


def test_a_single_criterion_has_no_slider_that_moves_anything() -> None:
    problem = Problem(
        "t",
        "T",
        (Criterion("x", "X", scale=Scale(0, 10)),),
        (Alternative("a", "A"), Alternative("b", "B")),
        ((Performance(likely=7),), (Performance(likely=5),)),
        default_method="wsm",
    )
    assert nearest_slider_change(criteria.evaluate(problem, problem.base_scenario(), methods=())) is None
