"""Positions and lines of the plane give the closeness of TOPSIS, whatever the normalization, and lie where the definition puts them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.ranking.closeness_plane import closeness_at, closeness_plane, isoline
from criteria.ranking.score import score

SCALES = np.array([[0.0, 10.0]] * 4)


@given(st.integers(0, 2**32 - 1), st.sampled_from(["vector", "minmax", "scale", "sum"]))
def test_two_numbers_give_the_score(seed: int, normalization: str) -> None:
    rng = np.random.default_rng(seed)
    performances = rng.uniform(1, 10, (6, 4))
    weights, maximized = rng.dirichlet(np.ones(4)), rng.random(4) < 0.5
    settings = {"scales": SCALES} if normalization == "scale" else {}
    plane = closeness_plane(performances, weights, maximized, normalization=normalization, **settings)
    assert plane is not None
    expected = score(
        "topsis", performances, weights, maximized, normalization=normalization, **settings
    ).values
    assert plane.closeness == pytest.approx(expected, abs=1e-12)
    assert plane.shares.sum() == pytest.approx(1)
    assert np.all((plane.average >= 0) & (plane.average <= 1) & (plane.unevenness <= 0.5 + 1e-12))


def test_positions_by_hand() -> None:
    # Two criteria, spans 1 and 1 after min-max, weights 0.6 and 0.4: shares 0.36/0.52 and 0.16/0.52.
    plane = closeness_plane(
        np.array([[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]]),
        np.array([0.6, 0.4]),
        np.array([True, True]),
        normalization="minmax",
    )
    assert plane is not None
    first = 0.36 / 0.52
    assert plane.shares == pytest.approx([first, 1 - first])
    assert plane.average == pytest.approx([first, 1 - first, 0.5])
    assert plane.unevenness == pytest.approx([np.sqrt(first * (1 - first))] * 2 + [0])


@pytest.mark.parametrize("closeness", [0.1, 0.3, 0.5, 0.62, 0.9])
def test_lines_join_points_of_equal_closeness(closeness: float) -> None:
    heights = np.linspace(0, 0.5, 21)
    across = isoline(closeness, heights)
    there = np.isfinite(across) & (across >= 0) & (across <= 1)
    assert there[0]
    assert closeness_at(across[there], heights[there]) == pytest.approx(closeness, abs=1e-12)


def test_a_line_ends_where_no_average_has_this_closeness() -> None:
    assert np.isnan(isoline(0.1, np.array([0.4]))).all()


def test_no_plane_where_all_are_alike() -> None:
    assert closeness_plane(np.ones((3, 2)), np.array([0.5, 0.5]), np.array([True, True])) is None
