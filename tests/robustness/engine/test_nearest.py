"""The nearest weights beyond one condition, against general solvers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog, minimize
from small_problems import LAW

from criteria.robustness.engine.nearest import NEAREST, distance, on_simplex

MANY = settings(LAW, max_examples=60)


@st.composite
def conditions(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, float]:
    """Draw weights, a direction and a threshold; whole numbers among them, so that entries of 0 and equal ones occur."""
    n = draw(st.integers(1, 6))
    weights = np.array(draw(st.lists(st.integers(0, 6), min_size=n, max_size=n).filter(any)), dtype=float)
    direction = np.array(draw(st.lists(st.integers(-5, 5), min_size=n, max_size=n)), dtype=float)
    return weights / weights.sum(), direction, draw(st.integers(-12, 12)) / 2.3


def solved_linear(weights: np.ndarray, direction: np.ndarray, threshold: float, norm: str) -> float | None:
    """Return the least distance by a linear program, None where there is no such point."""
    n = len(weights)
    slack = np.eye(n) if norm == "l1" else np.ones((n, 1))
    k = slack.shape[1]
    found = linprog(
        np.concatenate([np.zeros(n), np.ones(k)]),
        A_ub=np.block(
            [[np.eye(n), -slack], [-np.eye(n), -slack], [-direction[np.newaxis], np.zeros((1, k))]]
        ),
        b_ub=np.concatenate([weights, -weights, [-threshold]]),
        A_eq=np.concatenate([np.ones(n), np.zeros(k)])[np.newaxis],
        b_eq=[1.0],
    )
    return float(found.fun) if found.status == 0 else None


@pytest.mark.parametrize("norm", NEAREST)
@MANY
@given(condition=conditions())
def test_the_nearest_weights_fulfil_the_condition_and_exist_just_where_some_can(
    norm: str, condition: tuple[np.ndarray, np.ndarray, float]
) -> None:
    weights, direction, threshold = condition
    found = NEAREST[norm](*condition)
    assert (found is None) == (direction.max() < threshold)
    if found is not None:
        assert direction @ found >= threshold - 1e-9
        assert np.all(found >= 0)
        assert found.sum() == pytest.approx(1.0, abs=1e-12)
    if direction @ weights >= threshold:
        assert np.array_equal(found, weights)


@pytest.mark.parametrize("norm", ["l1", "linf"])
@MANY
@given(condition=conditions())
def test_no_linear_program_finds_nearer_ones(
    norm: str, condition: tuple[np.ndarray, np.ndarray, float]
) -> None:
    found = NEAREST[norm](*condition)
    expected = solved_linear(*condition, norm)
    assert (found is None) == (expected is None)
    if found is not None:
        assert distance(found, condition[0], norm) == pytest.approx(expected, abs=1e-7)


@MANY
@given(condition=conditions())
def test_no_quadratic_program_finds_nearer_ones_in_the_euclidean_sense(
    condition: tuple[np.ndarray, np.ndarray, float],
) -> None:
    weights, direction, threshold = condition
    found = NEAREST["l2"](*condition)
    if found is None:
        return
    solved = minimize(
        lambda w: ((w - weights) ** 2).sum(),
        found,  # begun where it should end: it may only stay, or find something nearer
        jac=lambda w: 2 * (w - weights),
        bounds=[(0, 1)] * len(weights),
        constraints=[
            {"type": "eq", "fun": lambda w: w.sum() - 1},
            {"type": "ineq", "fun": lambda w: direction @ w - threshold},
        ],
        method="SLSQP",
        options={"ftol": 1e-14},
    )
    if solved.success:
        assert distance(found, weights, "l2") <= np.sqrt(solved.fun) + 1e-6


@MANY
@given(point=st.lists(st.floats(-3, 3), min_size=1, max_size=6))
def test_the_projection_on_the_simplex_makes_no_obtuse_angle_with_any_corner(point: list[float]) -> None:
    # What marks a projection p of x on a convex set: (x - p)·(c - p) <= 0 for each corner c.
    found = on_simplex(np.array(point))
    assert found.sum() == pytest.approx(1.0, abs=1e-12)
    assert np.all((np.eye(len(point)) - found) @ (np.array(point) - found) <= 1e-9)


@pytest.mark.parametrize(("norm", "expected"), [("l1", 1.2), ("l2", np.sqrt(0.56)), ("linf", 0.6)])
def test_distances_are_the_sum_the_root_of_squares_and_the_largest_change(norm: str, expected: float) -> None:
    assert distance(np.array([0.8, 0.2, 0.0]), np.array([0.2, 0.4, 0.4]), norm) == pytest.approx(expected)
