"""Draws of uncertain performances against the distributions of scipy, and draws of weights against their ranges."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from small_problems import LAW

from criteria.robustness.engine.draws import (
    DISTRIBUTIONS,
    Evidence,
    ranked_weights,
    uniform_weights,
    weights_around,
)

DRAWS = 20_000
# P(sup |Fn - F| > 2.2 / √N) is below 2 · exp(-2 · 2.2²) = 0.0001 (Massart, 1990).
FARTHEST = 2.2 / np.sqrt(DRAWS)

# Position of the likely value in the range, low and width to the distribution meant.
MEANT: Mapping[str, Callable[[float, float, float], object]] = MappingProxyType(
    {
        "triangular": lambda position, low, width: stats.triang(position, loc=low, scale=width),
        "uniform": lambda position, low, width: stats.uniform(low, width),
        "pert": lambda position, low, width: stats.beta(
            1 + 4 * position, 5 - 4 * position, loc=low, scale=width
        ),
    }
)
every_distribution = pytest.mark.parametrize("distribution", DISTRIBUTIONS)
CELLS = [(0.0, 1.0, 4.0), (2.0, 2.0, 3.0), (-5.0, -1.0, -1.0), (10.0, 15.0, 20.0)]  # low, likely, high


def one_row(distribution: str, *, shared: bool = False, flat: list[bool] | None = None) -> np.ndarray:
    """Return draws (DRAWS, cells) of the cells above, of which every other is to be minimized."""
    low, likely, high = (np.array([values], dtype=float) for values in zip(*CELLS, strict=True))
    evidence = Evidence(
        low,
        likely,
        high,
        np.array([True, False, True, False]),
        distribution,
        shared,
        None if flat is None else np.array([flat]),
    )
    return evidence.sample(DRAWS, np.random.default_rng(12))[:, 0]


def test_each_distribution_offered_is_tested_here() -> None:
    assert set(MEANT) == set(DISTRIBUTIONS)


@every_distribution
@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("cell", range(len(CELLS)))
def test_draws_follow_the_distribution_of_scipy(distribution: str, shared: bool, cell: int) -> None:
    low, likely, high = CELLS[cell]
    drawn = one_row(distribution, shared=shared)[:, cell]
    meant = MEANT[distribution]((likely - low) / (high - low), low, high - low)
    assert stats.kstest(drawn, meant.cdf).statistic < FARTHEST
    assert abs(drawn.mean() - meant.mean()) < 4 * meant.std() / np.sqrt(DRAWS)
    for share in (0.05, 0.5, 0.95):
        below = np.mean(drawn <= meant.ppf(share))
        assert abs(below - share) < 4 * np.sqrt(share * (1 - share) / DRAWS)


@every_distribution
def test_quantiles_are_those_of_scipy_to_ten_places(distribution: str) -> None:
    low, likely, high = (np.array([values]) for values in zip(*CELLS, strict=True))
    shares = np.linspace(0, 1, 101)[:, np.newaxis]
    evidence = Evidence(low, likely, high, np.ones(len(CELLS), dtype=bool), distribution)
    found = evidence._quantiles(np.repeat(shares, len(CELLS), axis=1), low[0], likely[0], high[0])
    for cell, (start, middle, end) in enumerate(CELLS):
        meant = MEANT[distribution]((middle - start) / (end - start), start, end - start)
        assert found[:, cell] == pytest.approx(meant.ppf(shares[:, 0]), abs=1e-10)


@pytest.mark.parametrize("distribution", ["triangular", "pert"])
def test_a_cell_of_which_only_the_ends_are_known_is_uniform_whatever_the_others_are(
    distribution: str,
) -> None:
    drawn = one_row(distribution, flat=[True, False, False, False])
    assert stats.kstest(drawn[:, 0], stats.uniform(0.0, 4.0).cdf).statistic < FARTHEST
    assert stats.kstest(drawn[:, 3], stats.uniform(10.0, 10.0).cdf).statistic > FARTHEST


@every_distribution
def test_cells_drawn_on_their_own_do_not_move_together(distribution: str) -> None:
    correlation = np.corrcoef(one_row(distribution).T)[np.triu_indices(len(CELLS), 1)]
    assert np.all(np.abs(correlation) < 4 / np.sqrt(DRAWS))


@every_distribution
def test_shared_draws_move_all_cells_of_an_alternative_to_the_better_together(distribution: str) -> None:
    low = np.tile([[1.0, 5.0, 2.0]], (2, 1))
    evidence = Evidence(low, low + 1.0, low + 4.0, np.array([True, False, True]), distribution, shared=True)
    drawn = evidence.sample(400, np.random.default_rng(3))
    better = drawn * np.array([1, -1, 1])
    for alternative in (0, 1):
        order = np.argsort(better[:, alternative, 0])
        assert np.all(np.diff(better[order, alternative], axis=0) >= -1e-12)
    # One alternative knows nothing of the other.
    assert abs(np.corrcoef(better[:, 0, 0], better[:, 1, 0])[0, 1]) < 4 / np.sqrt(400)


@every_distribution
@LAW
@given(data=st.data())
def test_draws_stay_in_their_range_and_cells_without_one_stay_likely(
    distribution: str, data: st.DataObject
) -> None:
    cells = data.draw(
        st.lists(st.lists(st.integers(-9, 9), min_size=3, max_size=3).map(sorted), min_size=1, max_size=5)
    )
    low, likely, high = (np.array([[cell[k] for cell in cells]], dtype=float) for k in range(3))
    evidence = Evidence(
        low, likely, high, np.ones(len(cells), dtype=bool), distribution, shared=data.draw(st.booleans())
    )
    drawn = evidence.sample(50, np.random.default_rng(1))
    assert drawn.shape == (50, 1, len(cells))
    assert np.all((low - 1e-12 <= drawn) & (drawn <= high + 1e-12))
    still = low == high
    assert np.array_equal(evidence.ranged, ~still)
    assert np.all(drawn[:, still] == likely[still])


def test_uniform_weights_are_a_flat_dirichlet() -> None:
    drawn = uniform_weights(4)(DRAWS, np.random.default_rng(2))
    assert np.allclose(drawn.sum(axis=1), 1.0)
    for weight in drawn.T:
        assert stats.kstest(weight, stats.beta(1, 3).cdf).statistic < FARTHEST


@settings(LAW, max_examples=25)
@given(spread=st.floats(0, 2), parts=st.lists(st.integers(0, 5), min_size=1, max_size=5).filter(any))
def test_weights_around_are_within_the_spread_before_they_are_normalized(
    spread: float, parts: list[int]
) -> None:
    weights = np.array(parts, dtype=float) / sum(parts)
    drawn = weights_around(weights, spread)(200, np.random.default_rng(1))
    assert np.allclose(drawn.sum(axis=1), 1.0)
    assert np.all(drawn[:, weights == 0] == 0)
    # Normalizing keeps ratios: w'i / w'j stays within those of the ends.
    i, j = np.argmax(weights), np.flatnonzero(weights)[0]
    low, high = max(0.0, 1 - spread), 1 + spread
    assert np.all(drawn[:, i] * low * weights[j] <= drawn[:, j] * high * weights[i] + 1e-12)


def test_weights_around_are_uniform_between_their_ends() -> None:
    # Of two weights with w1 fixed in ratio: w1 / w2 of (0.5, 0.5) is the quotient of two uniform draws.
    drawn = weights_around(np.array([0.5, 0.5]), 0.2)(DRAWS, np.random.default_rng(6))
    quotient = drawn[:, 0] / drawn[:, 1]
    below = np.mean(quotient <= 1.0), np.mean(quotient <= 1.1)
    # P(u <= 1.1 v) with u, v uniform on [0.8, 1.2]: 1 - (1.2 - 0.88)² / (2 · 1.1 · 0.16).
    expected = 0.5, 1 - (1.2 - 0.88) ** 2 / (2 * 1.1 * 0.16)
    for share, exact in zip(below, expected, strict=True):
        assert abs(share - exact) < 4 * np.sqrt(exact * (1 - exact) / DRAWS)


def test_weights_of_a_ranking_follow_it_and_those_of_one_rank_come_in_either_order() -> None:
    drawn = ranked_weights([2, 1, 2], 3)(DRAWS, np.random.default_rng(4))
    assert np.all(drawn[:, [1]] >= drawn[:, [0, 2]])
    assert abs(np.mean(drawn[:, 0] > drawn[:, 2]) - 0.5) < 4 * 0.5 / np.sqrt(DRAWS)


def test_ranks_that_differ_by_rounding_alone_are_one_rank() -> None:
    weights = np.array([0.3, 0.06, 0.06000000000000001, 0.58])
    drawn = ranked_weights(-weights, 4)(20_000, np.random.default_rng(1))
    # Either of the two equal ones is ahead in half of the draws, and both have the same mean.
    assert np.mean(drawn[:, 1] > drawn[:, 2]) == pytest.approx(0.5, abs=0.015)
    assert np.all(drawn[:, 3] >= drawn[:, 0])


@pytest.mark.parametrize("shared", [False, True])
def test_joined_cells_stand_at_one_quantile_in_every_draw(shared: bool) -> None:
    low, likely, high = np.zeros((3, 2)), np.full((3, 2), 1.0), np.array([[2.0, 4], [8, 4], [2, 4]])
    joined = np.array([[0, -1], [0, -1], [-1, -1]])
    evidence = Evidence(low, likely, high, np.array([True, True]), "uniform", shared, joined=joined)
    drawn = evidence.sample(500, np.random.default_rng(1)) / high
    assert drawn[:, 0, 0] == pytest.approx(drawn[:, 1, 0])
    others = drawn[:, [0, 1, 2, 2], [1, 1, 0, 1]]
    correlation = np.corrcoef(np.column_stack([drawn[:, 0, 0], others]), rowvar=False)
    assert np.abs(correlation[0, 1:]).max() < 0.15
    assert correlation[3, 4] == pytest.approx(1.0 if shared else 0.0, abs=0.15)
