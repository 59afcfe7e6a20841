"""Draws from regions of weights against areas and centroids known exactly, and against plain rejection."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from small_problems import LAW

from criteria.robustness.engine.draws import ranked_weights, weights_within
from criteria.weighting.polytope import ENOUGH_FIT, WeightRegion, interval_constraints

DRAWS = 20_000
FARTHEST = 2.2 / np.sqrt(DRAWS)  # see test_evidence_draws
ROC = np.array([11, 5, 2]) / 18
ORDINAL = np.array([[0.0, 1, -1, 0], [0, 0, 1, -1]])
# A share of about one in fifty of the simplex: too little to wait for, yet many draws of it can be had by rejection.
CUT = np.array([[-0.42, 1, 0, 0, 0], [-0.10, 0, 1, 0, 0], [0.20, 0, -1, 0, 0], [0, 0, 0, 1, -2]])


def box(n: int, half: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the middle (n - 1,) and the constraints of a region that bounds all weights but the last to ±half."""
    middle = np.linspace(1.2, 0.8, n - 1) / n
    low, high = np.zeros(n), np.ones(n)
    low[:-1], high[:-1] = middle - half, middle + half
    return middle, interval_constraints(low, high)


def mean_is(drawn: np.ndarray, exact: np.ndarray) -> bool:
    """Whether the mean of independent draws (k, n) is within four standard errors of the exact one."""
    return bool(np.all(np.abs(drawn.mean(axis=0) - exact) <= 4 * drawn.std(axis=0) / np.sqrt(len(drawn))))


def rejected_until_fit() -> np.ndarray:
    """Return the draws of the whole simplex that satisfy `CUT`."""
    whole = np.random.default_rng(5).dirichlet(np.ones(4), 2_000_000)
    return whole[np.all(CUT[:, 0] + whole @ CUT[:, 1:].T >= 0, axis=1)]


@pytest.mark.parametrize(
    "sampler", [ranked_weights([1, 2, 3], 3), weights_within(ORDINAL)], ids=["sorted", "constraints"]
)
def test_weights_in_order_have_the_rank_order_centroid(sampler: object) -> None:
    drawn = sampler(DRAWS, np.random.default_rng(1))
    assert np.all(np.diff(drawn, axis=1) <= 1e-12)
    assert mean_is(drawn, ROC)


@pytest.mark.parametrize("n", [2, 3, 6])
def test_in_few_dimensions_a_narrow_box_is_filled_evenly(n: int) -> None:
    middle, rows = box(n, 0.004)
    region = WeightRegion(rows)
    assert region._share < ENOUGH_FIT
    drawn = region.sample(DRAWS, np.random.default_rng(3))
    assert np.all(region.contains(drawn))
    assert np.allclose(drawn.sum(axis=1), 1.0)
    assert mean_is(drawn, np.append(middle, 1 - middle.sum()))
    for j in range(n - 1):
        assert stats.kstest(drawn[:, j], stats.uniform(middle[j] - 0.004, 0.008).cdf).statistic < FARTHEST
    correlation = np.atleast_2d(np.corrcoef(drawn[:, :-1].T))[np.triu_indices(n - 1, 1)]
    assert np.all(np.abs(correlation) < 4 / np.sqrt(DRAWS))


def test_in_twelve_criteria_walks_fill_a_narrow_box_from_end_to_end() -> None:
    middle, rows = box(12, 0.004)
    region = WeightRegion(rows)
    assert region._pieces is None
    drawn = region.sample(DRAWS, np.random.default_rng(3))
    assert np.all(region.contains(drawn))
    assert np.allclose(drawn.sum(axis=1), 1.0)
    # Steps of a walk are not independent: what is known exactly is the mean over the 512 walks.
    steps = len(drawn) // 512
    walks = drawn[: steps * 512].reshape(steps, 512, 12).mean(axis=0)
    assert mean_is(walks, np.append(middle, 1 - middle.sum()))
    spread = (drawn[:, :-1] - middle) / 0.004
    assert np.all(np.abs((spread**2).mean(axis=0) - 1 / 3) < 0.02)  # of a uniform draw from -1 to 1
    assert np.all(spread.min(axis=0) < -0.99)
    assert np.all(spread.max(axis=0) > 0.99)


@pytest.mark.parametrize("way", ["_from_pieces", "_walked"])
def test_triangulation_and_walks_agree_with_draws_of_the_whole_simplex_that_happen_to_fit(way: str) -> None:
    expected = rejected_until_fit()
    assert 10_000 < len(expected) < ENOUGH_FIT * 2_000_000
    region = WeightRegion(CUT)
    assert region._pieces is not None
    drawn = getattr(region, way)(DRAWS, np.random.default_rng(7))
    assert np.all(region.contains(drawn))
    for j in range(4):
        assert stats.ks_2samp(drawn[:, j], expected[:, j]).pvalue > 1e-4
    error = expected.std(axis=0) * np.sqrt(1 / len(expected) + 4 / DRAWS)
    assert np.all(np.abs(drawn.mean(axis=0) - expected.mean(axis=0)) < 4 * error)


def test_a_narrow_corner_has_the_exact_share_and_centroid() -> None:
    # The triangle w1 >= 0.9: its part w1 >= 0.95 is similar to it at half the size, a quarter of the area.
    region = WeightRegion([[-0.9, 1.0, 0.0, 0.0]])
    assert region._share < ENOUGH_FIT
    drawn = region.sample(DRAWS, np.random.default_rng(8))
    assert abs(np.mean(drawn[:, 0] >= 0.95) - 0.25) < 4 * np.sqrt(0.25 * 0.75 / DRAWS)
    assert mean_is(drawn, np.array([0.9 + 0.1 / 3, 0.1 / 3, 0.1 / 3]))


def test_where_enough_of_the_simplex_fits_the_draws_are_those_that_fit() -> None:
    # w1 >= 1/2: a triangle of half the size, with its centroid at (2/3, 1/6, 1/6).
    region = WeightRegion([[-0.5, 1.0, 0.0, 0.0]])
    assert region._share == pytest.approx(0.25, abs=4 * np.sqrt(0.25 * 0.75 / 4_000))
    drawn = region.sample(DRAWS, np.random.default_rng(9))
    assert len(drawn) == DRAWS
    assert np.all(drawn[:, 0] >= 0.5)
    assert mean_is(drawn, np.array([4, 1, 1]) / 6)


@settings(LAW, max_examples=30)
@given(seed=st.integers(0, 10**6), n=st.integers(1, 9), rows=st.integers(1, 4), narrow=st.booleans())
def test_every_draw_satisfies_every_constraint(seed: int, n: int, rows: int, narrow: bool) -> None:
    rng = np.random.default_rng(seed)
    inside = rng.dirichlet(np.ones(n))
    slopes = rng.normal(size=(rows, n))
    # Each row holds, with room to spare, at a point known to be inside.
    room = 0.01 if narrow else 0.3
    region = WeightRegion(np.column_stack([room - slopes @ inside, slopes]))
    drawn = region.sample(200, rng)
    assert drawn.shape == (200, n)
    assert np.all(drawn >= 0)
    assert np.allclose(drawn.sum(axis=1), 1.0)
    assert np.all(region.constraints[:, 0] + drawn @ region.constraints[:, 1:].T >= -1e-9)


def test_a_single_criterion_always_weighs_one() -> None:
    assert WeightRegion([[-0.5, 1.0]]).sample(3, np.random.default_rng(0)).tolist() == [[1.0]] * 3


def test_a_walker_on_a_border_goes_on_inside() -> None:
    n = 9
    region = WeightRegion(interval_constraints(np.full(n, 0.05), np.full(n, 0.2)))
    toward = np.random.default_rng(1).standard_normal((40, n - 1))
    reach = -(region.offset + region.slope @ region.inside) / (toward @ region.slope.T)
    border = region.inside + toward * np.where(reach > 0, reach, np.inf).min(axis=1)[:, np.newaxis]
    memory = np.empty((3, len(border), len(region.offset)))
    place = region._step(border, np.eye(n - 1), np.random.default_rng(2), memory)
    assert np.all(region.contains(region._weights(place)))
    assert np.linalg.norm(place - border, axis=1).max() > 0.01
