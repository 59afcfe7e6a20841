"""Methods whose formula can divide by zero: what robustness says of weights at which they publish no score."""

from __future__ import annotations

import numpy as np
import pytest
from small_problems import moved

from criteria.errors import CriteriaError
from criteria.ranking.catalogue import METHODS
from criteria.ranking.competition import competition_ranks
from criteria.ranking.score import score
from criteria.robustness import acceptability, smallest_flip, weight_interval, weight_sweep

UNDEFINED = tuple(row.key for row in METHODS.values() if row.limit is not None)
# Nobody is best or worst everywhere, but somebody is on each criterion alone.
PERFORMANCES = np.array([[7.0, 2.0, 4.0], [3.0, 9.0, 6.0], [5.0, 5.0, 2.0], [2.0, 6.0, 8.0]])
WEIGHTS = np.array([0.5, 0.3, 0.2])
MAXIMIZED = np.array([True, True, False])
every_one = pytest.mark.parametrize("method", UNDEFINED)


def ranks(method: str, weights: np.ndarray) -> np.ndarray:
    return score(method, PERFORMANCES, weights, MAXIMIZED).ranks


def test_there_are_two_of_them() -> None:
    assert set(UNDEFINED) == {"cocoso", "simplified_probid"}


@every_one
def test_a_single_criterion_is_refused_as_a_ranking_and_ordered_as_just_inside_in_a_sweep(
    method: str,
) -> None:
    with pytest.raises(CriteriaError, match="divides by zero"):
        ranks(method, np.eye(3)[0])
    found = weight_sweep(method, PERFORMANCES, WEIGHTS, MAXIMIZED, 0, steps=11)
    assert np.all(np.isnan(found.scores[-1]) | np.isfinite(found.scores[-1]))
    assert np.any(np.isnan(found.scores[-1]))
    assert np.array_equal(found.ranks[-1], ranks(method, moved(WEIGHTS, [0], np.array([1 - 1e-6]))[0]))
    for share, given, scores in zip(found.shares[:-1], found.ranks[:-1], found.scores[:-1], strict=True):
        weights = moved(WEIGHTS, [0], np.array([share]))[0]
        assert np.array_equal(given, ranks(method, weights))
        np.testing.assert_allclose(scores, score(method, PERFORMANCES, weights, MAXIMIZED).values)


@every_one
@pytest.mark.parametrize("criterion", [0, 1, 2])
def test_inside_an_interval_the_leader_leads_and_just_outside_it_does_not(
    method: str, criterion: int
) -> None:
    leader = int(np.argmin(ranks(method, WEIGHTS)))
    low, high = weight_interval(method, PERFORMANCES, WEIGHTS, MAXIMIZED, criterion)
    assert low <= WEIGHTS[criterion] <= high
    inside = np.linspace(max(low, 1e-6) + 1e-6, min(high, 1 - 1e-6) - 1e-6, 50)
    assert np.all(ranks(method, moved(WEIGHTS, [criterion], inside))[:, leader] == 1)
    for end, outside in ((low, low - 1e-5), (high, high + 1e-5)):
        if 1e-4 < end < 1 - 1e-4:
            assert ranks(method, moved(WEIGHTS, [criterion], np.array([outside])))[0, leader] > 1


@every_one
@pytest.mark.parametrize("norm", ["l1", "l2", "linf"])
def test_at_the_smallest_flip_the_challenger_draws_level(method: str, norm: str) -> None:
    leader = int(np.argmin(ranks(method, WEIGHTS)))
    found = smallest_flip(method, PERFORMANCES, WEIGHTS, MAXIMIZED, norm=norm)
    assert found is not None
    beyond = WEIGHTS + 1.0001 * (found.weights - WEIGHTS)
    before = WEIGHTS + 0.999 * (found.weights - WEIGHTS)
    assert ranks(method, beyond)[leader] > 1
    assert ranks(method, beyond)[found.challenger] == 1
    assert ranks(method, before)[leader] == 1


@every_one
def test_shares_of_first_place_count_what_score_says(method: str) -> None:
    weights = np.random.default_rng(3).dirichlet(np.ones(3), 400)
    found = acceptability(method, PERFORMANCES, MAXIMIZED, weights=weights, rng=0)
    np.testing.assert_allclose(found.first, np.mean(ranks(method, weights) == 1, axis=0))


@every_one
def test_who_is_best_everywhere_is_first_at_all_weights(method: str) -> None:
    joined = np.vstack([PERFORMANCES, [8.0, 10.0, 1.0]])
    found = acceptability(method, joined, MAXIMIZED, draws=500, rng=0)
    assert found.first[-1] == 1.0


@every_one
def test_where_the_score_is_finite_the_limit_has_its_order_near_the_rim(method: str) -> None:
    row = METHODS[method]
    near = moved(WEIGHTS, [1], np.array([1 - 1e-6]))[0]
    limit = row.limit(PERFORMANCES, np.eye(3)[1], MAXIMIZED, normalization=row.default_normalization)
    assert np.array_equal(competition_ranks(limit, higher_is_better=True), ranks(method, near))
