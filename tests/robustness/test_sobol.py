"""Sobol' indices: exact shares of variance where the lead is a sum of independent ratings, and refusals where they do not fit."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import sobol_indices as scipy_indices
from scipy.stats import uniform

import criteria
from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray
from criteria.model.problem import Problem
from criteria.robustness import sobol_indices
from criteria.robustness.evaluated import figures

LIKELY = np.array([[6.0, 4.0], [3.0, 5.0]])


def triangular_variance(low: float, mode: float, high: float) -> float:
    return (low**2 + mode**2 + high**2 - low * mode - low * high - mode * high) / 18


def test_in_a_sum_each_rating_has_the_share_of_its_own_variance() -> None:
    low, high = LIKELY - np.array([[2, 1], [0.5, 0]]), LIKELY + np.array([[1, 1], [0.5, 0]])
    weights = np.array([0.7, 0.3])
    found = sobol_indices(
        "wsm", LIKELY, weights, [True, True], low=low, high=high, normalization="none", seed=3
    )
    own = {
        (i, j): weights[j] ** 2 * triangular_variance(low[i, j], LIKELY[i, j], high[i, j])
        for i, j in ((0, 0), (0, 1), (1, 0))
    }
    assert {tuple(cell) for cell in found.cells.tolist()} == set(
        own
    )  # a rating without a range is not asked about
    for cell, first, total, error in zip(
        found.cells.tolist(), found.first, found.total, found.total_error, strict=True
    ):
        expected = own[tuple(cell)] / sum(own.values())
        assert first == pytest.approx(expected, abs=0.02)
        assert total == pytest.approx(expected, abs=max(0.03, error))
    assert list(found.total) == sorted(found.total, reverse=True)


@pytest.mark.parametrize(
    ("distribution", "variances"),
    [
        ("triangular", (triangular_variance(4, 4, 8), triangular_variance(3, 4, 5))),
        ("uniform", (4**2 / 12, 2**2 / 12)),
    ],
)
def test_the_distribution_counts(distribution: str, variances: tuple[float, float]) -> None:
    likely = np.array([[4.0, 4.0], [1.0, 1.0]])
    low, high = likely - np.array([[0, 1], [0, 0]]), likely + np.array([[4, 1], [0, 0]])
    found = sobol_indices(
        "wsm",
        likely,
        [0.5, 0.5],
        [True, True],
        low=low,
        high=high,
        normalization="none",
        distribution=distribution,
    )
    assert found.cells.tolist() == [[0, 0], [0, 1]]
    assert found.first[0] == pytest.approx(variances[0] / sum(variances), abs=0.02)


def lead_of_ratios(uniform: FloatArray) -> FloatArray:
    """Return by how much the first of three is ahead of the better of the others, at quantiles (3, k) of three of their ratings."""
    low, high = np.array([[4.0], [1.0], [2.0]]), np.array([[9.0], [7.0], [9.0]])
    first, second, third = low + uniform * (high - low)
    products = np.array([first**0.6 * 4**0.4, second**0.6 * 6**0.4, 5**0.6 * third**0.4])
    lead: FloatArray = products[0] - products[1:].max(axis=0)
    return lead


def test_what_no_sum_gives_is_what_scipy_finds() -> None:
    likely = np.array([[8.0, 4.0], [4.0, 6.0], [5.0, 6.0]])
    low, high = likely.copy(), likely.copy()
    for i, j, ends in ((0, 0, (4, 9)), (1, 0, (1, 7)), (2, 1, (2, 9))):
        low[i, j], high[i, j] = ends
    given = {"low": low, "high": high, "distribution": "uniform", "normalization": "none"}
    theirs = scipy_indices(
        func=lead_of_ratios, n=2**14, dists=[uniform(), uniform(), uniform()], rng=np.random.default_rng(1)
    )
    within = tried = 0
    for seed in range(10):
        found = sobol_indices("wpm", likely, [0.6, 0.4], [True, True], seed=seed, **given)  # type: ignore[arg-type]
        for cell, *mine in zip(
            found.cells.tolist(), found.first, found.first_error, found.total, found.total_error, strict=True
        ):
            k = [[0, 0], [1, 0], [2, 1]].index(cell)
            first, first_error, total, total_error = mine
            assert max(first_error, total_error) < 0.06
            within += abs(first - theirs.first_order[k]) <= first_error + 0.003
            within += abs(total - theirs.total_order[k]) <= total_error + 0.003
            tried += 2
    assert within >= 0.9 * tried == 54


@pytest.mark.parametrize("name", [pytest.param("case", marks=pytest.mark.slow), "suppliers"])
def test_the_same_seed_gives_the_same_indices(name: str, request: pytest.FixtureRequest) -> None:
    problem: Problem = request.getfixturevalue(name)
    evaluation = criteria.evaluate(problem, problem.base_scenario(), methods=())
    one, other = (figures.sobol_indices_of(evaluation) for _again in range(2))
    assert np.array_equal(one.total, other.total)
    assert one.total[0] > one.total_error[0] > 0


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            lambda: sobol_indices("wsm", LIKELY, [1, 1], [True, True], low=LIKELY, high=LIKELY),
            "nothing to find out",
        ),
        (
            lambda: sobol_indices(
                "electre_iii", LIKELY, [1, 1], [True, True], low=LIKELY - 1, high=LIKELY + 1
            ),
            "one draw at a time",
        ),
        (
            lambda: sobol_indices(
                "wsm", LIKELY[:1], [1, 1], [True, True], low=LIKELY[:1] - 1, high=LIKELY[:1] + 1
            ),
            "nothing to find out",
        ),
    ],
)
def test_where_they_do_not_fit_a_sentence_says_so(call: object, words: str) -> None:
    with pytest.raises(CriteriaError, match=words):
        call()  # type: ignore[operator]
