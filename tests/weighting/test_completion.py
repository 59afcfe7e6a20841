"""Blanks in a table of comparisons: exact where the judgements agree, and never a smaller eigenvalue elsewhere."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judgements import LAW, blanked, consistent, is_connected, reciprocal, tables, weights, without
from scipy.optimize import brute, minimize_scalar

from criteria.weighting import ahp
from criteria.weighting.ahp import PRIORITIES


def largest_eigenvalue(matrix: np.ndarray) -> float:
    return float(np.linalg.eigvals(matrix).real.max())


def filled(matrix: np.ndarray, logarithms: np.ndarray) -> np.ndarray:
    """Return the table with its blanks above the diagonal at e to these powers, row by row."""
    whole = matrix.copy()
    for (i, j), x in zip(np.argwhere(np.triu(np.isnan(matrix))), np.atleast_1d(logarithms), strict=True):
        whole[i, j], whole[j, i] = np.exp(x), np.exp(-x)
    return whole


@LAW
@given(expected=weights(least=2), data=st.data())
def test_the_completion_of_consistent_judgements_is_exact(expected: np.ndarray, data: st.DataObject) -> None:
    whole = consistent(expected)
    partial = data.draw(blanked(st.just(whole)))
    for priorities in PRIORITIES:
        found = ahp(partial, priorities=priorities)
        np.testing.assert_allclose(found.completed, whole, rtol=1e-7)
        np.testing.assert_allclose(found.weights, expected, rtol=1e-7)
        assert found.lambda_max == pytest.approx(len(expected), abs=1e-9)
        assert found.consistency_ratio == pytest.approx(0.0, abs=1e-9)
        assert found.geometric_consistency_index == pytest.approx(0.0, abs=1e-9)
        assert found.suggestions == ()


@pytest.mark.parametrize("seed", range(4))
def test_fourteen_judgements_in_a_chain_complete_fifteen_items(seed: int) -> None:
    rng = np.random.default_rng(seed)
    expected = rng.dirichlet(np.ones(15)) + 0.01
    expected /= expected.sum()
    order = rng.permutation(15)
    partial = np.full((15, 15), np.nan)
    for a, b in pairwise(order):
        partial[a, b] = expected[a] / expected[b]
    found = ahp(partial)
    np.testing.assert_allclose(found.weights, expected, rtol=1e-6)
    assert len(found.missing) == 105 - 14


@LAW
@given(partial=blanked(tables(least=3)))
def test_what_was_judged_stays_and_the_rest_is_reported_missing_and_filled_in(partial: np.ndarray) -> None:
    found = ahp(partial)
    judged = ~np.isnan(partial)
    np.testing.assert_array_equal(found.completed[judged], partial[judged])
    np.testing.assert_allclose(found.completed * found.completed.T, 1.0, rtol=1e-12)
    assert list(found.missing) == [tuple(p) for p in np.argwhere(np.triu(~judged)).tolist()]
    assert found.lambda_max == pytest.approx(largest_eigenvalue(found.completed))


@LAW
@given(partial=blanked(tables(least=3)), step=st.sampled_from([1e-3, 1e-2, 0.3, 2.0]), data=st.data())
def test_no_other_values_of_the_blanks_have_a_smaller_eigenvalue(
    partial: np.ndarray, step: float, data: st.DataObject
) -> None:
    found = ahp(partial)
    blanks = np.argwhere(np.triu(np.isnan(partial)))
    if not len(blanks):
        return
    here = np.log(found.completed[tuple(blanks.T)])
    moves = [*np.eye(len(blanks)), np.array(data.draw(st.lists(st.integers(-2, 2), min_size=len(here))))]
    for move in moves:
        for sign in (1, -1):
            there = here + sign * step * np.resize(move, len(here))
            assert largest_eigenvalue(filled(partial, there)) >= found.lambda_max - 1e-10
    # The minimum is unique and quadratic: a thousandth away the eigenvalue cannot pass for the smallest by rounding.
    assert largest_eigenvalue(filled(partial, here + 1e-3 * moves[0])) > found.lambda_max


@LAW
@given(matrix=tables(least=3), data=st.data())
def test_one_blank_is_where_a_search_along_a_line_finds_the_smallest_eigenvalue(
    matrix: np.ndarray, data: st.DataObject
) -> None:
    i = data.draw(st.integers(0, len(matrix) - 2))
    j = data.draw(st.integers(i + 1, len(matrix) - 1))
    partial = without(matrix, [(i, j)])
    searched = minimize_scalar(
        lambda x: largest_eigenvalue(filled(partial, x)), bounds=(-9, 9), method="bounded"
    )
    found = ahp(partial)
    assert np.log(found.completed[i, j]) == pytest.approx(searched.x, abs=1e-4)
    assert found.lambda_max <= searched.fun + 1e-10


@settings(LAW, max_examples=15)
@given(matrix=tables(least=4, most=5), data=st.data())
def test_two_blanks_are_where_a_search_over_a_grid_finds_the_smallest_eigenvalue(
    matrix: np.ndarray, data: st.DataObject
) -> None:
    every = list(zip(*(side.tolist() for side in np.triu_indices(len(matrix), 1)), strict=True))
    partial = without(matrix, data.draw(st.permutations(every))[:2])
    assert is_connected(partial)
    searched, value, _grid, _values = brute(
        lambda x: largest_eigenvalue(filled(partial, x)), [(-5, 5)] * 2, Ns=15, full_output=True
    )
    found = ahp(partial)
    blanks = np.argwhere(np.triu(np.isnan(partial)))
    np.testing.assert_allclose(np.log(found.completed[tuple(blanks.T)]), searched, atol=1e-3)
    assert found.lambda_max <= value + 1e-10


def test_a_blank_between_two_contradicting_chains_is_their_geometric_mean() -> None:
    # By symmetry: 1 over 2 over 4 says 2 * 2, 1 over 3 over 4 says 3 * 3; 2 and 3 are alike.
    table = reciprocal(4, [2, 3, np.nan, np.nan, 2, 3])
    assert ahp(table).completed[0, 3] == pytest.approx(6.0)
    assert ahp(table).missing == ((0, 3), (1, 2))
