"""Weights from points and from nothing but an order: the formulas in exact fractions, and ties."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from judgements import LAW

from criteria.weighting import ELICITATIONS, direct, rank_order, swing
from criteria.weighting.rank_order import FORMULAS

# The weight of position k of n, before it is divided by the sum.
EXACT: Mapping[str, Callable[[int, int], Fraction]] = MappingProxyType(
    {
        "roc": lambda k, n: sum(Fraction(1, i) for i in range(k, n + 1)) / n,
        "sum": lambda k, n: Fraction(2 * (n + 1 - k), n * (n + 1)),
        "reciprocal": lambda k, n: Fraction(1, k),
        "exponent": lambda k, n: Fraction((n + 1 - k) ** 2),
    }
)
every_formula = pytest.mark.parametrize("formula", FORMULAS)
some_ranks = st.lists(st.integers(1, 6), min_size=1, max_size=8)


def exact(formula: str, ranks: list[int]) -> list[float]:
    """Return the weights: each has the mean of the positions that those of its rank take up together."""
    n = len(ranks)
    points = [EXACT[formula](k, n) for k in range(1, n + 1)]
    held = []
    for rank in ranks:
        before = sum(other < rank for other in ranks)
        tied = ranks.count(rank)
        held.append(sum(points[before : before + tied]) / tied)
    return [float(x / sum(points)) for x in held]


@every_formula
@LAW
@given(ranks=some_ranks)
def test_ranks_with_and_without_ties_equal_exact_fractions(formula: str, ranks: list[int]) -> None:
    found = rank_order(ranks, formula=formula).weights
    np.testing.assert_allclose(found, exact(formula, ranks), rtol=1e-12)
    assert not found.flags.writeable


@every_formula
@pytest.mark.parametrize("n", [1, 2, 3, 7, 15])
def test_an_order_without_ties_equals_exact_fractions(formula: str, n: int) -> None:
    ranks = list(range(1, n + 1))
    np.testing.assert_allclose(rank_order(ranks, formula=formula).weights, exact(formula, ranks), rtol=1e-12)


def test_rank_order_centroid_is_the_default_and_the_exponent_is_two() -> None:
    np.testing.assert_allclose(rank_order([2, 1, 3]).weights, [5 / 18, 11 / 18, 2 / 18])
    np.testing.assert_allclose(rank_order([1, 2, 3], formula="exponent").weights, np.array([9, 4, 1]) / 14)


@every_formula
@LAW
@given(ranks=some_ranks, data=st.data())
def test_permuting_criteria_permutes_weights_and_who_matters_more_never_weighs_less(
    formula: str, ranks: list[int], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(ranks))))
    given_ranks = np.array(ranks)
    found = rank_order(given_ranks, formula=formula).weights
    moved = rank_order(given_ranks[order], formula=formula).weights
    np.testing.assert_allclose(moved, found[order], rtol=1e-12)
    assert np.array_equal(
        np.sign(given_ranks[:, None] - given_ranks), np.sign(np.round(found - found[:, None], 12))
    )


@every_formula
def test_only_the_order_of_the_ranks_counts(formula: str) -> None:
    expected = rank_order([1, 1, 2, 3], formula=formula).weights
    for same in ([1, 1, 3, 4], [1, 1, 1.5, 700], [2, 2, 3, 3.001]):
        assert np.array_equal(rank_order(same, formula=formula).weights, expected)


@pytest.mark.parametrize("exponent", [0.0, 0.5, 1.0, 3.0])
@LAW
@given(n=st.integers(1, 15))
def test_an_exponent_is_the_power_of_the_rank_sum(exponent: float, n: int) -> None:
    found = rank_order(range(1, n + 1), formula="exponent", exponent=exponent).weights
    sums = rank_order(range(1, n + 1), formula="sum").weights
    np.testing.assert_allclose(found, sums**exponent / np.sum(sums**exponent), rtol=1e-12)
    if exponent == 0:
        np.testing.assert_allclose(found, 1 / n)


@pytest.mark.parametrize("formula", ["roc", "sum", "reciprocal"])
def test_the_exponent_changes_no_other_formula(formula: str) -> None:
    one, other = (rank_order([1, 2, 3], formula=formula, exponent=p).weights for p in (1.0, 5.0))
    assert np.array_equal(one, other)


@pytest.mark.parametrize("by_points", [swing, direct])
@LAW
@given(points=st.lists(st.integers(0, 100), min_size=1, max_size=15).filter(any), data=st.data())
def test_points_are_divided_by_their_sum_wherever_they_stand_and_whatever_their_scale(
    by_points: Callable[..., object], points: list[int], data: st.DataObject
) -> None:
    found = by_points(points).weights
    np.testing.assert_allclose(found, [float(Fraction(p, sum(points))) for p in points], rtol=1e-12)
    factor = data.draw(st.sampled_from([1e-300, 0.01, 3.0, 1e300]))
    np.testing.assert_allclose(by_points(np.array(points) * factor).weights, found, rtol=1e-12)
    order = data.draw(st.permutations(range(len(points))))
    np.testing.assert_allclose(by_points(np.array(points)[order]).weights, found[order], rtol=1e-12)


def test_every_elicitation_says_what_it_asks_and_whom_it_suits() -> None:
    assert set(ELICITATIONS) == {"direct", "ahp", "best_worst", "swing", "rank_order", "ordered_candidates"}
    for key, row in ELICITATIONS.items():
        assert row.key == key
        assert row.asks.endswith("?")
        assert min(len(row.name), len(row.suits), len(row.reference)) > 4
