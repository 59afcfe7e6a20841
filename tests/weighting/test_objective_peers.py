"""Weights from the data against pymcdm, scikit-criteria, or the formula in exact fractions; each test's name says which."""

from __future__ import annotations

import statistics
import warnings
from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import combinations
from types import MappingProxyType

import numpy as np
import pymcdm.weights as peer
import pytest
import skcriteria
from judgements import says, shares
from looped import each
from skcriteria.preprocessing.weighters import CRITIC, MEREC

from criteria.errors import WeightsError
from criteria.weighting import OBJECTIVE, objective

SEEDS = range(12)
CLOSE = {"rtol": 1e-9, "atol": 1e-12}
Table = tuple[np.ndarray, np.ndarray]


def table(seed: int, *, leaders_differ: bool = False) -> Table:
    """Return positive performances (m, n) and objectives (n,); if asked, another candidate leads under each criterion."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(2, 6))
    m = int(rng.integers(n, 9)) if leaders_differ else int(rng.integers(2, 9))
    values, maximized = rng.uniform(1.0, 9.0, (m, n)), rng.random(n) < 0.5
    if leaders_differ:
        for j, leader in enumerate(rng.permutation(m)[:n]):
            values[leader, j] = 10.0 + j if maximized[j] else 0.5
    return values, maximized


def senses(maximized: np.ndarray) -> np.ndarray:
    return np.where(maximized, 1, -1)


def unit_range(values: np.ndarray) -> np.ndarray:
    return (values - values.min(axis=0)) / (values.max(axis=0) - values.min(axis=0))


def by_spread_of_unit_ranges(measure: Callable[..., np.ndarray]) -> Callable[..., np.ndarray]:
    return lambda values, objectives: measure(unit_range(values), np.ones(len(objectives)))


# pymcdm's CRITIC does not look at the direction, its deviation and variance not at the units: both are handed in.
PYMCDM: Mapping[str, Callable[[np.ndarray, np.ndarray], np.ndarray]] = MappingProxyType(
    {
        "equal": peer.equal_weights,
        "entropy": peer.entropy_weights,
        "critic": lambda values, objectives: peer.critic_weights(
            values * objectives, np.ones(len(objectives))
        ),
        "std": by_spread_of_unit_ranges(peer.standard_deviation_weights),
        "variance": by_spread_of_unit_ranges(peer.variance_weights),
        "merec": peer.merec_weights,
        "gini": peer.gini_weights,
        "cilos": peer.cilos_weights,
        "idocriw": peer.idocriw_weights,
        "angle": peer.angle_weights,
    }
)


@pytest.mark.parametrize("kind", PYMCDM)
@each(seed=SEEDS)
def test_weights_equal_pymcdm(kind: str, seed: int) -> None:
    values, maximized = table(seed, leaders_differ=kind in ("cilos", "idocriw"))
    expected = PYMCDM[kind](values, senses(maximized))
    found = objective(kind, values, maximized).weights
    np.testing.assert_allclose(found, expected, **CLOSE)


@pytest.mark.parametrize(("kind", "weigher"), [("critic", CRITIC), ("merec", MEREC)])
@each(seed=SEEDS)
def test_weights_equal_scikit_criteria_where_it_looks_at_the_direction(
    kind: str, weigher: Callable[[], object], seed: int
) -> None:
    values, maximized = table(seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = weigher().transform(skcriteria.mkdm(values, senses(maximized))).weights
    np.testing.assert_allclose(objective(kind, values, maximized).weights, expected, **CLOSE)


# the formulas, column by column


def exact(values: np.ndarray) -> list[list[Fraction]]:
    return [[Fraction(x) for x in column] for column in values.T.tolist()]


def coefficient_of_variation(column: list[Fraction]) -> float:
    return statistics.pstdev(column) / float(statistics.mean(column))


def gini(column: list[Fraction]) -> Fraction:
    """Return the mean difference of all pairs over twice the mean."""
    m = len(column)
    return sum(abs(a - b) for a, b in combinations(column, 2)) / (m * sum(column))


def variance_of_range(column: list[Fraction]) -> Fraction:
    low, high = min(column), max(column)
    return statistics.pvariance([(x - low) / (high - low) for x in column])


@pytest.mark.parametrize(
    ("kind", "formula"),
    [
        ("cv", coefficient_of_variation),
        ("gini", gini),
        ("variance", variance_of_range),
        ("std", lambda column: float(variance_of_range(column)) ** 0.5),
    ],
)
@each(seed=SEEDS)
def test_weights_equal_exact_fractions(
    kind: str, formula: Callable[[list[Fraction]], Fraction | float], seed: int
) -> None:
    values, maximized = table(seed)
    points = [float(formula(column)) for column in exact(values)]
    found = objective(kind, values, maximized)
    np.testing.assert_allclose(found.weights, shares(points), **CLOSE)
    np.testing.assert_allclose(found.details["points"], points, **CLOSE)


def test_the_entropy_of_a_column_with_a_zero_counts_zero_times_its_logarithm_as_zero() -> None:
    # Shares 0, 1/2, 1/2: entropy ln 2 over ln 3. The other column: 1/4, 1/4, 1/2 with entropy 1.5 ln 2.
    found = objective("entropy", [[0, 1], [3, 1], [3, 2]], [True, True])
    divergence = [1 - np.log(2) / np.log(3), 1 - 1.5 * np.log(2) / np.log(3)]
    np.testing.assert_allclose(found.details["points"], divergence, **CLOSE)
    np.testing.assert_allclose(found.weights, shares(divergence), **CLOSE)


def test_the_angle_of_a_column_of_one_candidate_among_four_is_sixty_degrees() -> None:
    # (1, 0, 0, 0) against (1, 1, 1, 1): the cosine is 1/2. (3, 3, 0, 0): it is the root of 1/2.
    found = objective("angle", [[1, 3], [0, 3], [0, 0], [0, 0]], [True, True])
    np.testing.assert_allclose(np.degrees(found.details["points"]), [60.0, 45.0])


def test_a_conflict_between_a_cost_and_a_benefit_counts_as_a_conflict_in_critic() -> None:
    # By hand: the first two are uncorrelated, each has 1 over the root of 3 with the third.
    values = [[0, 0, 0], [1, 0, 1], [0, 1, 1], [1, 1, 1]]
    r, spread = 1 / np.sqrt(3), np.sqrt(3) / 4
    as_benefit = [(2 - r) / 2, (2 - r) / 2, spread * (2 - 2 * r)]
    as_cost = [(2 + r) / 2, (2 + r) / 2, spread * (2 + 2 * r)]
    for direction, expected in ((True, as_benefit), (False, as_cost)):
        found = objective("critic", values, [True, True, direction]).weights
        np.testing.assert_allclose(found, shares(expected), **CLOSE)


def test_cilos_says_so_where_one_candidate_leads_everywhere() -> None:
    with says(WeightsError, "CILOS cannot distinguish these criteria", "Choose another scheme"):
        objective("cilos", [[9, 9, 9], [1, 3, 2], [2, 1, 3]], [True, True, True])


def test_every_scheme_is_compared_and_says_what_it_assumes() -> None:
    assert set(PYMCDM) | {"cv"} == set(OBJECTIVE)
    for key, scheme in OBJECTIVE.items():
        assert scheme.key == key
        assert scheme.summary.endswith(".")
        assert scheme.assumes.endswith(".")
