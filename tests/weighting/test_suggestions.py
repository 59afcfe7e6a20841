"""Suggestions: the judgement that the others contradict is named, with the value and the chain that they imply."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from judgements import LAW, blanked, consistent, is_connected, reciprocal, tables, weights, without

from criteria.weighting import ahp


def fitted(matrix: np.ndarray) -> tuple[np.ndarray, float]:
    """Return logarithmic least squares by a linear system, one equation a judged pair, and the squares left over."""
    pairs = np.argwhere(np.triu(~np.isnan(matrix), 1))
    system = np.zeros((len(pairs) + 1, len(matrix)))
    right = np.zeros(len(pairs) + 1)
    for row, (i, j) in enumerate(pairs):
        system[row, [i, j]] = 1, -1
        right[row] = np.log(matrix[i, j])
    system[-1] = 1  # the scale is open: logarithms sum to 0
    heights = np.linalg.lstsq(system, right, rcond=None)[0]
    return heights, float(((system @ heights - right)[:-1] ** 2).sum())


@LAW
@given(
    expected=weights(least=4),
    factor=st.sampled_from([1 / 9, 1 / 3, 0.9, 1.1, 2.0, 5.0, 50.0]),
    data=st.data(),
)
def test_one_spoiled_judgement_is_the_worst_and_its_true_value_is_suggested(
    expected: np.ndarray, factor: float, data: st.DataObject
) -> None:
    i = data.draw(st.integers(0, len(expected) - 2))
    j = data.draw(st.integers(i + 1, len(expected) - 1))
    table = consistent(expected)
    truth = table[i, j]
    table[i, j] *= factor
    table[j, i] /= factor
    worst = ahp(table).suggestions[0]
    assert (worst.first, worst.second) == (i, j)
    assert worst.given == pytest.approx(truth * factor)
    assert worst.fitting == pytest.approx(truth)
    assert worst.implied == pytest.approx(truth)
    assert worst.factor == pytest.approx(max(factor, 1 / factor))
    assert worst.share == pytest.approx(1.0)


@LAW
@given(matrix=blanked(tables(least=3)))
def test_fitting_values_and_shares_equal_least_squares_without_that_judgement(matrix: np.ndarray) -> None:
    _heights, everything = fitted(matrix)
    found = ahp(matrix).suggestions
    for one in found:
        heights, left_over = fitted(without(matrix, [(one.first, one.second)]))
        assert one.fitting == pytest.approx(np.exp(heights[one.first] - heights[one.second]))
        assert one.share == pytest.approx((everything - left_over) / everything, abs=1e-9)
        assert one.given == matrix[one.first, one.second]
    shares = [s.share for s in found]
    assert shares == pytest.approx(sorted(shares, reverse=True), abs=1e-8)
    # Whoever is not named fits what the others say, or stands alone between two parts.
    named = {(s.first, s.second) for s in found}
    for i, j in np.argwhere(np.triu(~np.isnan(matrix), 1)).tolist():
        rest = without(matrix, [(i, j)])
        if (i, j) not in named and is_connected(rest):
            heights, _left_over = fitted(rest)
            # Up to 2.5 % is taken for rounding to two digits.
            assert matrix[i, j] == pytest.approx(np.exp(heights[i] - heights[j]), rel=0.026)


@LAW
@given(matrix=blanked(tables(least=3)))
def test_a_chain_leads_from_one_item_to_the_other_through_other_judgements(matrix: np.ndarray) -> None:
    for one in ahp(matrix).suggestions:
        assert (one.chain[0], one.chain[-1]) == (one.first, one.second)
        assert 3 <= len(one.chain) == len(set(one.chain))
        product = 1.0
        for a, b in pairwise(one.chain):
            assert not np.isnan(matrix[a, b])
            product *= matrix[a, b]
        assert one.implied == pytest.approx(product)
        assert one.factor >= 1.0


@LAW
@given(matrix=tables(least=4))
def test_where_all_pairs_are_judged_the_fitting_value_is_the_mean_of_all_short_chains(
    matrix: np.ndarray,
) -> None:
    for one in ahp(matrix).suggestions:
        others = [k for k in range(len(matrix)) if k not in (one.first, one.second)]
        chains = np.log([matrix[one.first, k] * matrix[k, one.second] for k in others])
        assert np.log(one.fitting) == pytest.approx(chains.mean(), abs=1e-9)
        assert len(one.chain) == 3
        nearest = np.abs(chains - chains.mean()).min()
        assert abs(np.log(one.implied / one.fitting)) == pytest.approx(nearest, abs=1e-9)


@LAW
@given(matrix=tables(least=3), data=st.data())
def test_following_the_worst_suggestion_takes_its_share_of_the_contradiction_away(
    matrix: np.ndarray, data: st.DataObject
) -> None:
    found = ahp(matrix).suggestions
    assume(found)
    one = found[data.draw(st.integers(0, len(found) - 1))]
    _heights, before = fitted(matrix)
    mended = matrix.copy()
    mended[one.first, one.second], mended[one.second, one.first] = one.fitting, 1 / one.fitting
    _heights, after = fitted(mended)
    assert after == pytest.approx(before * (1 - one.share), abs=1e-9)


def test_a_is_twice_b_and_b_three_times_c_so_two_is_three_times_too_small() -> None:
    found = ahp([[1, 2, 2], [1 / 2, 1, 3], [1 / 2, 1 / 3, 1]]).suggestions
    direct = next(s for s in found if (s.first, s.second) == (0, 2))
    assert (direct.given, direct.chain) == (2.0, (0, 1, 2))
    assert (direct.implied, direct.fitting, direct.factor) == pytest.approx((6.0, 6.0, 3.0))


def test_a_chain_over_two_others_is_told_where_no_shorter_one_was_judged() -> None:
    # A ring of four: 1 over 2 over 3 over 4 says 8, the fourth judgement says 2.
    found = ahp(reciprocal(4, [2, np.nan, 2, 2, np.nan, 2])).suggestions
    direct = next(s for s in found if (s.first, s.second) == (0, 3))
    assert direct.chain == (0, 1, 2, 3)
    assert (direct.implied, direct.fitting) == pytest.approx((8.0, 8.0))


def test_a_judgement_that_alone_joins_two_parts_is_never_contradicted() -> None:
    # Items 1 to 3 contradict each other in a circle; only 3 against 4 says anything about 4.
    table = reciprocal(4, [3, 1 / 3, np.nan, 3, np.nan, 9])
    assert {(s.first, s.second) for s in ahp(table).suggestions} == {(0, 1), (0, 2), (1, 2)}
