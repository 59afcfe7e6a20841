"""Laws of acceptability, for every method that takes many draws at once."""

from __future__ import annotations

from importlib import import_module

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_problems import DEFYING_DOMINANCE, KERNELS, LAW, Small, generic, whole

from criteria.errors import CriteriaError
from criteria.ranking.catalogue import METHODS
from criteria.ranking.score import score
from criteria.robustness import Acceptability, acceptability
from criteria.robustness.engine.calls import LIBRARY_DRAWS

every_method = pytest.mark.parametrize("method", KERNELS)


def uncertain(problem: Small) -> dict[str, np.ndarray]:
    """Return a range of ±20 % around each performance."""
    return {"low": 0.8 * problem.performances, "high": 1.2 * problem.performances}


def drawn(method: str, problem: Small, **given: object) -> Acceptability:
    given = {"draws": 300, "rng": 5, "threads": 1} | given
    return acceptability(method, problem.performances, problem.maximized, **given)


@every_method
@LAW
@given(problem=whole(), evidence=st.booleans())
def test_shares_of_ranks_sum_to_one_over_ranks_and_over_candidates(
    method: str, problem: Small, evidence: bool
) -> None:
    ranks = drawn(method, problem, **(uncertain(problem) if evidence else {})).ranks
    assert np.allclose(ranks.sum(axis=0), 1.0, atol=1e-9)
    assert np.allclose(ranks.sum(axis=1), 1.0, atol=1e-9)
    assert np.all(ranks >= 0)


@every_method
@LAW
@given(problem=generic())
def test_who_is_worse_everywhere_is_never_first_and_loses_to_the_better_one(
    method: str, problem: Small
) -> None:
    if method in DEFYING_DOMINANCE:
        pytest.skip("distance from the average counts as merit, on either side of it")
    worse = problem.performances[0] * np.where(problem.maximized, 0.8, 1.25)
    joined = Small(np.vstack([problem.performances, worse]), problem.weights, problem.maximized)
    found = drawn(method, joined)
    assert found.first[-1] == 0.0
    assert found.pairwise_winning[-1, 0] == 0.0
    assert found.pairwise_winning[0, -1] == 1.0
    assert np.all(np.isnan(found.central_weights[-1]))
    assert np.isnan(found.confidence_factor[-1])


@every_method
@LAW
@given(problem=whole())
def test_of_each_pair_one_is_ahead_at_most_in_every_draw(method: str, problem: Small) -> None:
    winning = drawn(method, problem).pairwise_winning
    assert np.all(winning + winning.T <= 1.0 + 1e-12)
    assert np.all(np.diag(winning) == 0.0)


@pytest.mark.slow
@every_method
def test_the_same_seed_gives_the_same_figures_for_any_number_of_threads(method: str) -> None:
    rng = np.random.default_rng(8)
    problem = Small(rng.uniform(1, 9, (4, 3)), np.full(3, 1 / 3), np.array([True, False, True]))
    for given_ranges in ({}, uncertain(problem)):
        one, two, other = (
            drawn(method, problem, draws=30_000, rng=seed, threads=threads, **given_ranges)
            for seed, threads in ((3, 1), (3, 2), (4, 2))
        )
        for figure in ("ranks", "central_weights", "confidence_factor", "pairwise_winning"):
            assert np.array_equal(getattr(one, figure), getattr(two, figure), equal_nan=True)
        assert not np.array_equal(one.central_weights, other.central_weights, equal_nan=True)


@every_method
@LAW
@given(problem=generic())
def test_draws_handed_in_are_counted_as_score_ranks_them(method: str, problem: Small) -> None:
    weights = np.random.default_rng(2).dirichlet(np.ones(len(problem.weights)), 50)
    m = len(problem.performances)
    values = problem.merits(method, weights)
    ranks = 1 + (values[:, np.newaxis, :] > values[:, :, np.newaxis] + 1e-7).sum(axis=2)
    if np.any(np.sort(ranks, axis=1) != np.arange(1, m + 1)):
        return  # a tie in some draw: shared places are the business of another test
    found = drawn(method, problem, weights=weights)
    assert found.draws == 50
    counted = np.stack([(ranks == place).mean(axis=0) for place in range(1, m + 1)], axis=1)
    assert np.allclose(found.ranks, counted, atol=1e-12)
    for i in np.flatnonzero(found.first > 0):
        assert np.allclose(found.central_weights[i], weights[ranks[:, i] == 1].mean(axis=0), atol=1e-12)


@every_method
@pytest.mark.parametrize("share", [0.0, 0.3])
def test_weights_around_present_ones_stay_within_the_spread(method: str, share: float) -> None:
    problem = Small(
        np.array([[3.0, 8.0, 5.0], [6.0, 4.0, 7.0]]), np.array([0.5, 0.3, 0.2]), np.array([True, False, True])
    )
    found = drawn(method, problem, around=(problem.weights, share))
    middle = found.first @ np.nan_to_num(found.central_weights)
    # Before normalizing each weight is within the spread, and so is their sum.
    low, high = (1 - share) / (1 + share), (1 + share) / (1 - share)
    assert np.all((low * problem.weights - 1e-12 <= middle) & (middle <= high * problem.weights + 1e-12))
    if share == 0.0:
        assert np.array_equal(found.first == 1, problem.ranks(method, problem.weights) == 1)


@every_method
def test_those_who_are_alike_share_the_ranks_they_occupy(method: str) -> None:
    twins = Small(
        np.array([[6.0, 2.0], [6.0, 2.0], [3.0, 4.0]]), np.array([0.5, 0.5]), np.array([True, False])
    )
    found = drawn(method, twins)
    assert np.allclose(found.ranks, [[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]])
    assert np.allclose(found.pairwise_winning, [[0, 0, 1], [0, 0, 1], [0, 0, 0]])


@every_method
def test_one_candidate_is_first_in_every_draw(method: str) -> None:
    found = drawn(method, Small(np.array([[2.0, 3.0]]), np.array([0.5, 0.5]), np.array([True, False])))
    assert found.ranks.tolist() == [[1.0]]
    assert found.confidence_factor.tolist() == [1.0]


@every_method
def test_candidates_all_alike_share_every_rank_equally(method: str) -> None:
    alike = Small(np.full((3, 2), 4.0), np.array([0.5, 0.5]), np.array([True, False]))
    assert np.allclose(drawn(method, alike).ranks, 1 / 3)


@every_method
def test_a_single_criterion_has_one_weighting_and_an_order_without_doubt(method: str) -> None:
    found = drawn(method, Small(np.array([[2.0], [9.0], [5.0]]), np.ones(1), np.array([True])))
    expected = score(method, [[2.0], [9.0], [5.0]], [1.0], [True]).ranks
    assert np.array_equal(np.argmax(found.ranks, axis=1) + 1, expected)
    assert found.central_weights[1].tolist() == [1.0]


def test_what_the_library_computes_one_by_one_says_how_few_draws_it_took(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert LIBRARY_DRAWS == 300
    module = import_module("criteria.robustness.acceptability")
    monkeypatch.setattr(module, "LIBRARY_DRAWS", 20)  # 300 take seconds
    (key, *_rest) = (row.key for row in METHODS.values() if not row.batched)
    found = acceptability(key, [[3.0, 8.0], [6.0, 4.0]], [True, False], draws=5_000, rng=0)
    assert found.draws == 20
    assert np.allclose(found.ranks.sum(axis=0), 1.0)


def test_the_error_of_a_confidence_factor_covers_the_exact_one() -> None:
    # The first is 0.4 + 0.2 u, the second 0.5, weights fixed: first where u > 0.5, in half of the evidence.
    inside = 0
    for seed in range(60):
        found = acceptability(
            "wsm", [[0.5], [0.5]], [True], weights=[1.0], low=[[0.4], [0.5]], high=[[0.6], [0.5]],
            distribution="uniform", draws=500, rng=seed, normalization="none",
        )  # fmt: skip
        inside += abs(found.confidence_factor[0] - 0.5) <= found.confidence_error[0]
    assert inside >= 52  # 57 expected


def test_more_candidates_than_a_table_of_pairs_holds_are_refused_at_once() -> None:
    with pytest.raises(CriteriaError, match=r"at most 5\s000 candidates, and there are 5\s001"):
        acceptability("wsm", np.ones((5_001, 1)), [True], rng=1)
