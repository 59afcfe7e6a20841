"""Laws of priorities from pairwise comparisons, and their definitions computed another way."""

from __future__ import annotations

from math import log, prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from judgements import LAW, blanked, consistent, reciprocal, shares, tables, weights

from criteria.weighting import RANDOM_INDICES, ahp
from criteria.weighting.ahp import PRIORITIES

every_priorities = pytest.mark.parametrize("priorities", PRIORITIES)


@every_priorities
@LAW
@given(expected=weights(most=15))
def test_a_consistent_table_gives_its_own_weights_back_and_no_reproach(
    priorities: str, expected: np.ndarray
) -> None:
    found = ahp(consistent(expected), priorities=priorities)
    np.testing.assert_allclose(found.weights, expected, rtol=1e-9)
    assert found.lambda_max == pytest.approx(len(expected), abs=1e-9)
    assert found.consistency_index == pytest.approx(0.0, abs=1e-9)
    assert found.consistency_ratio == pytest.approx(0.0, abs=1e-9)
    assert found.geometric_consistency_index == pytest.approx(0.0, abs=1e-9)
    assert found.suggestions == found.missing == ()
    assert found.consistent_enough


@LAW
@given(matrix=tables())
def test_eigenvector_and_consistency_are_what_their_definitions_say(matrix: np.ndarray) -> None:
    found, n = ahp(matrix), len(matrix)
    np.testing.assert_allclose(matrix @ found.weights, found.lambda_max * found.weights, rtol=1e-9)
    assert found.weights.sum() == pytest.approx(1.0)
    assert np.all(found.weights > 0)  # a positive eigenvector of a positive matrix: the principal one
    assert found.lambda_max >= n
    if n > 2:
        assert found.consistency_index == pytest.approx((found.lambda_max - n) / (n - 1), abs=1e-12)
        for name, table in RANDOM_INDICES.items():
            expected = found.consistency_index / table.values[n - 1]
            assert ahp(matrix, random_index=name).consistency_ratio == pytest.approx(expected, abs=1e-12)
    else:
        assert found.consistency_index == found.consistency_ratio == found.geometric_consistency_index == 0
    assert found.consistent_enough == (found.consistency_ratio <= 0.1)


@LAW
@given(matrix=tables(least=3))
def test_geometric_and_column_means_and_the_geometric_index_equal_plain_loops(matrix: np.ndarray) -> None:
    n = len(matrix)
    rows = [prod(row) ** (1 / n) for row in matrix.tolist()]
    np.testing.assert_allclose(ahp(matrix, priorities="geometric_mean").weights, shares(rows), rtol=1e-9)
    totals = [sum(matrix[i, j] for i in range(n)) for j in range(n)]
    means = [sum(matrix[i, j] / totals[j] for j in range(n)) / n for i in range(n)]
    np.testing.assert_allclose(ahp(matrix, priorities="column_mean").weights, means, rtol=1e-9)
    squares = sum(log(matrix[i, j] * rows[j] / rows[i]) ** 2 for i in range(n) for j in range(i + 1, n))
    expected = 2 * squares / ((n - 1) * (n - 2))
    assert ahp(matrix).geometric_consistency_index == pytest.approx(expected, abs=1e-9)


@every_priorities
@LAW
@given(matrix=blanked(tables()), data=st.data())
def test_permuting_items_permutes_everything(
    priorities: str, matrix: np.ndarray, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(matrix))))
    one = ahp(matrix, priorities=priorities)
    other = ahp(matrix[np.ix_(order, order)], priorities=priorities)
    np.testing.assert_allclose(other.weights, one.weights[order], rtol=1e-6)
    np.testing.assert_allclose(other.completed, one.completed[np.ix_(order, order)], rtol=1e-6)
    assert other.lambda_max == pytest.approx(one.lambda_max)
    named = {frozenset((order[s.first], order[s.second])): s.share for s in other.suggestions}
    assert named == pytest.approx({frozenset((s.first, s.second)): s.share for s in one.suggestions})


@every_priorities
@LAW
@given(matrix=tables(least=2, most=2))
def test_two_items_have_the_ratio_that_was_judged(priorities: str, matrix: np.ndarray) -> None:
    found = ahp(matrix, priorities=priorities)
    assert found.weights[0] / found.weights[1] == pytest.approx(matrix[0, 1])
    assert found.consistency_ratio == 0.0


@every_priorities
def test_one_item_has_all_the_weight(priorities: str) -> None:
    for table in ([[1]], [[np.nan]]):
        found = ahp(table, priorities=priorities)
        assert found.weights.tolist() == [1.0]
        assert found.consistency_ratio == 0.0


@every_priorities
@pytest.mark.parametrize("table", RANDOM_INDICES)
def test_fifteen_items_can_be_compared(priorities: str, table: str) -> None:
    rng = np.random.default_rng(5)
    upper = np.exp(rng.normal(size=105)).clip(1 / 9, 9)
    upper[rng.random(105) < 0.4] = np.nan
    found = ahp(reciprocal(15, upper.tolist()), priorities=priorities, random_index=table)
    assert found.weights.shape == (15,)
    assert found.weights.sum() == pytest.approx(1.0)
    assert 0.1 < found.consistency_ratio < 1.0
    assert not found.consistent_enough


def test_a_ratio_of_a_tenth_is_still_consistent_enough() -> None:
    # For three items a (1, x, 1; 1) table has lambda_max = 1 + t + 1 / t with t the cube root of x.
    t = 1.5
    for x, enough in ((t, True), (2.0**3, False)):
        found = ahp([[1, x, 1], [1 / x, 1, 1], [1, 1, 1]])
        root = x ** (1 / 3)
        assert found.lambda_max == pytest.approx(1 + root + 1 / root)
        assert found.consistent_enough == enough


def test_the_random_indices_are_those_printed() -> None:
    # Saaty (1980); Saaty (2008), RACSAM 102(2); Alonso & Lamata (2006), as quoted in the literature.
    printed = {
        "saaty1980": [0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
        "saaty2008": [0, 0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59],
    }
    for name, values in printed.items():
        assert list(RANDOM_INDICES[name].values) == values
    sizes = RANDOM_INDICES["alonso_lamata2006"].values
    assert (sizes[2], sizes[8], sizes[9], sizes[14]) == (0.5247, 1.4499, 1.4854, 1.5838)
    assert list(sizes) == sorted(sizes)


def test_reciprocals_rounded_to_two_digits_are_accepted_as_they_are() -> None:
    found = ahp([[1, 6, 3], [0.17, 1, 0.5], [0.33, 2, 1]])
    np.testing.assert_allclose(found.weights, shares([6, 1, 2]), atol=2e-3)
    assert found.completed[1, 0] == 0.17
    assert found.lambda_max >= 3


def test_a_judgement_in_one_direction_says_the_other_one_too() -> None:
    blank = np.nan
    one_way = ahp([[blank, 2, 6], [blank, blank, blank], [blank, 1 / 3, blank]])
    both_ways = ahp([[1, 2, 6], [1 / 2, 1, 3], [1 / 6, 1 / 3, 1]])
    np.testing.assert_allclose(one_way.completed, both_ways.completed)
    np.testing.assert_allclose(one_way.weights, both_ways.weights)
    assert one_way.missing == ()


def test_what_is_handed_in_stays_and_what_comes_back_is_frozen() -> None:
    given_table = np.array([[1, 2, np.nan], [0.5, 1, 3], [np.nan, 1 / 3, 1]])
    before = given_table.copy()
    found = ahp(given_table)
    np.testing.assert_array_equal(given_table, before)
    assert given_table.flags.writeable
    for array in (found.weights, found.completed):
        assert not array.flags.writeable
        assert not np.shares_memory(array, given_table)
