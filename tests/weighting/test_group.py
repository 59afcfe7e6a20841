"""Laws of a group's weights: judgements and priorities put together, consensus, clusters of like-minded members."""

from __future__ import annotations

from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from judgements import LAW, blanked, consistent, reciprocal, shares, tables, weights, without
from scipy.spatial.distance import jensenshannon
from scipy.stats import entropy, gmean

from criteria.weighting import ahp, clusters, combine, consensus
from criteria.weighting.ahp import PRIORITIES
from criteria.weighting.group import LIKE_MINDED, distances

HOW = ("judgements", "priorities")
every_how = pytest.mark.parametrize("how", HOW)


@st.composite
def groups(draw: st.DrawFn, *, least: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Draw comparisons (k, n, n) of 1 to 4 members and what each counts."""
    n, k = draw(st.integers(2, 5)), draw(st.integers(least, 4))
    members = draw(st.lists(tables(least=n, most=n), min_size=k, max_size=k))
    return np.array(members), np.array(draw(st.lists(st.integers(1, 5), min_size=k, max_size=k)), dtype=float)


def opinions(*, least: int = 1) -> st.SearchStrategy[np.ndarray]:
    """Draw the weights (k, n) of some members, zeros among them."""
    return st.integers(2, 5).flatmap(
        lambda n: st.lists(
            st.lists(st.integers(0, 9), min_size=n, max_size=n).filter(any).map(shares),
            min_size=least,
            max_size=5,
        ).map(np.array)
    )


@every_how
@LAW
@given(matrix=blanked(tables(least=2)), counts=st.lists(st.integers(1, 5), min_size=1, max_size=4))
def test_a_group_of_identical_members_is_the_member(how: str, matrix: np.ndarray, counts: list[int]) -> None:
    alone = ahp(matrix)
    found = combine([matrix] * len(counts), how=how, member_weights=counts)
    np.testing.assert_allclose(found.weights, alone.weights, rtol=1e-6)
    if how == "judgements":
        np.testing.assert_allclose(found.completed, alone.completed, rtol=1e-6)
        assert found.consistency_ratio == pytest.approx(alone.consistency_ratio, abs=1e-9)
    else:
        assert found.completed is None
        assert found.consistency_ratio is None


@pytest.mark.parametrize("mean", ["geometric", "arithmetic"])
@LAW
@given(own=weights(least=2), k=st.integers(1, 4))
def test_a_group_of_identical_weights_has_these_weights(mean: str, own: np.ndarray, k: int) -> None:
    np.testing.assert_allclose(combine([own] * k, mean=mean).weights, own, rtol=1e-12)


@every_how
@LAW
@given(group=groups(), data=st.data())
def test_the_groups_weights_permute_with_items_and_not_with_members(
    how: str, group: tuple[np.ndarray, np.ndarray], data: st.DataObject
) -> None:
    members, counts = group
    items = data.draw(st.permutations(range(members.shape[1])))
    people = data.draw(st.permutations(range(len(members))))
    one = combine(members, how=how, member_weights=counts)
    moved = members[people][:, items][:, :, items]
    other = combine(moved, how=how, member_weights=counts[people])
    np.testing.assert_allclose(other.weights, one.weights[items], rtol=1e-9)
    np.testing.assert_allclose(other.member_weights, one.member_weights[people], rtol=1e-12)


@pytest.mark.slow
@every_how
@LAW
@given(group=groups(), factor=st.sampled_from([1e-6, 0.3, 10.0, 1e9]))
def test_only_the_proportions_of_member_weights_matter(
    how: str, group: tuple[np.ndarray, np.ndarray], factor: float
) -> None:
    members, counts = group
    one, other = (combine(members, how=how, member_weights=counts * f) for f in (1.0, factor))
    np.testing.assert_allclose(other.weights, one.weights, rtol=1e-9)
    np.testing.assert_allclose(one.member_weights, shares(counts), rtol=1e-12)
    alike = combine(members, how=how, member_weights=np.ones(len(members)))
    np.testing.assert_allclose(combine(members, how=how).weights, alike.weights, rtol=1e-12)


@pytest.mark.slow
@every_how
@LAW
@given(group=groups(least=2), data=st.data())
def test_a_member_who_counts_twice_is_two_members_and_who_counts_nothing_is_none(
    how: str, group: tuple[np.ndarray, np.ndarray], data: st.DataObject
) -> None:
    members, _counts = group
    ones = np.ones(len(members))
    twice = combine(members, how=how, member_weights=np.append(ones[1:], 2.0)).weights
    np.testing.assert_allclose(combine([*members, members[-1]], how=how).weights, twice, rtol=1e-9)
    nothing = combine(members, how=how, member_weights=np.append(ones[1:], 0.0)).weights
    np.testing.assert_allclose(combine(members[:-1], how=how).weights, nothing, rtol=1e-9)


@LAW
@given(group=groups())
def test_joined_judgements_are_geometric_means_and_stay_reciprocal(
    group: tuple[np.ndarray, np.ndarray],
) -> None:
    members, counts = group
    found = combine(members, member_weights=counts)
    np.testing.assert_allclose(
        found.completed, gmean(members, axis=0, weights=counts[:, None, None]), rtol=1e-9
    )
    np.testing.assert_allclose(found.completed * found.completed.T, 1.0, rtol=1e-9)
    assert found.consistency_ratio == pytest.approx(ahp(found.completed).consistency_ratio, abs=1e-9)


@pytest.mark.slow
@pytest.mark.parametrize("priorities", PRIORITIES)
@LAW
@given(group=groups())
def test_joined_priorities_are_the_mean_of_each_members_own(
    priorities: str, group: tuple[np.ndarray, np.ndarray]
) -> None:
    members, counts = group
    own = np.array([ahp(one, priorities=priorities).weights for one in members])
    chosen = {"how": "priorities", "priorities": priorities, "member_weights": counts}
    geometric = shares(gmean(own, axis=0, weights=counts[:, None]))
    np.testing.assert_allclose(combine(members, **chosen).weights, geometric, rtol=1e-9)
    arithmetic = shares(counts) @ own
    np.testing.assert_allclose(combine(members, mean="arithmetic", **chosen).weights, arithmetic, rtol=1e-9)
    # Weights that are handed in need no scale of their own.
    handed_in = combine(own * [[7.0]], member_weights=counts).weights
    np.testing.assert_allclose(handed_in, geometric, rtol=1e-9)


def test_a_members_blank_is_a_blank_and_what_nobody_judged_is_completed() -> None:
    one = reciprocal(3, [2, np.nan, np.nan])
    other = reciprocal(3, [8, 5, np.nan])
    found = combine([one, other])
    assert found.completed[0, 1] == pytest.approx(4.0)
    assert found.completed[0, 2] == pytest.approx(5.0)
    assert found.completed[1, 2] == pytest.approx(5 / 4)
    # Neither alone connects the items; together they do.
    halves = [without(consistent(shares([6, 3, 1])), [pair]) for pair in ((0, 1), (1, 2))]
    halves = [without(halves[0], [(0, 2)]), without(halves[1], [(0, 2)])]
    np.testing.assert_allclose(combine(halves).weights, [0.6, 0.3, 0.1], rtol=1e-6)


def test_a_member_who_said_nothing_at_all_changes_nothing() -> None:
    said = [reciprocal(3, [2, 6, 3]), reciprocal(3, [1, 4, 5])]
    silent = reciprocal(3, [np.nan] * 3)
    np.testing.assert_allclose(combine([*said, silent]).weights, combine(said).weights, rtol=1e-9)
    own = [[5, 3, 2], [1, 1, 2]]
    np.testing.assert_allclose(combine([*own, [np.nan] * 3]).weights, combine(own).weights, rtol=1e-9)


def test_a_single_zero_decides_the_geometric_mean_and_not_the_arithmetic_one() -> None:
    own = [[0.5, 0.5, 0.0], [0.25, 0.25, 0.5]]
    np.testing.assert_allclose(combine(own).weights, [0.5, 0.5, 0.0])
    np.testing.assert_allclose(combine(own, mean="arithmetic").weights, [0.375, 0.375, 0.25])
    # The zero of somebody who counts nothing counts nothing.
    np.testing.assert_allclose(combine(own, member_weights=[0, 1]).weights, [0.25, 0.25, 0.5])


# consensus


@LAW
@given(own=weights(least=2), k=st.integers(1, 5))
def test_identical_members_are_in_full_consensus(own: np.ndarray, k: int) -> None:
    assert consensus([own] * k) == pytest.approx(1.0)


@LAW
@given(counts=st.lists(st.integers(1, 5), min_size=2, max_size=5))
def test_members_with_nothing_in_common_have_no_consensus(counts: list[int]) -> None:
    disjoint = np.eye(len(counts) + 1)[: len(counts)]
    assert consensus(disjoint, counts) == pytest.approx(0.0, abs=1e-12)
    assert consensus(disjoint) == pytest.approx(0.0, abs=1e-12)
    two_camps = np.repeat(np.eye(2), len(counts), axis=0)
    assert consensus(two_camps) == pytest.approx(0.0, abs=1e-12)


@LAW
@given(own=opinions(least=2), data=st.data())
def test_consensus_follows_its_definition_and_no_order(own: np.ndarray, data: st.DataObject) -> None:
    k, n = own.shape
    counts = np.array(data.draw(st.lists(st.integers(1, 5), min_size=k, max_size=k)))
    # Jost (2006): the exponential of the entropy of all less the mean entropy of each counts opinions.
    number = exp(entropy(shares(counts) @ own) - shares(counts) @ entropy(own, axis=1))
    most = min(exp(entropy(counts)), n)
    expected = (1 / number - 1 / most) / (1 - 1 / most)
    found = consensus(own, counts)
    assert found == pytest.approx(max(expected, 0.0), abs=1e-9)
    assert 0.0 <= found <= 1.0
    people, items = data.draw(st.permutations(range(k))), data.draw(st.permutations(range(n)))
    assert consensus(own[people][:, items] * 3.0, counts[people] * 0.1) == pytest.approx(found, abs=1e-9)


def test_consensus_of_halves_that_half_agree_is_that_of_the_formula() -> None:
    # (1, 0) and (1/2, 1/2): entropy of (3/4, 1/4) less half of ln 2; two opinions at most.
    number = exp(-0.75 * log(0.75) - 0.25 * log(0.25) - 0.5 * log(2))
    assert consensus([[1, 0], [1, 1]]) == pytest.approx(2 / number - 1)
    assert consensus([[1.0, 2.0, 5.0]]) == 1.0
    assert consensus([[1.0], [1.0]]) == 1.0


# clusters


@LAW
@given(own=opinions())
def test_distances_are_those_of_jensen_and_shannon(own: np.ndarray) -> None:
    expected = [[jensenshannon(a, b, base=2) for b in own] for a in own]
    # A divergence of 0 is rounding, of which the distance is the root.
    np.testing.assert_allclose(distances(own), np.nan_to_num(expected), atol=1e-7)


@LAW
@given(own=opinions(), data=st.data())
def test_identical_members_share_a_cluster_and_clusters_are_numbered_as_they_come(
    own: np.ndarray, data: st.DataObject
) -> None:
    found = clusters(own)
    assert found.shape == (len(own),)
    assert list(dict.fromkeys(found.tolist())) == list(range(found.max() + 1))
    people = data.draw(st.permutations(range(len(own))))
    twice = clusters(np.vstack((own, own[people])))
    assert np.array_equal(twice[len(own) :], twice[: len(own)][people])
    gaps = distances(own)
    if gaps.max() <= LIKE_MINDED:
        assert found.tolist() == [0] * len(own)
    if np.all(gaps[~np.eye(len(own), dtype=bool)] > LIKE_MINDED):
        assert found.tolist() == list(range(len(own)))


def test_two_camps_are_two_clusters_in_the_order_of_their_first_member() -> None:
    safety, price = [6.0, 3.0, 1.0], [1.0, 2.0, 7.0]
    own = np.array([price, safety, np.array(price) + 0.1, np.array(safety) - 0.1, price])
    assert clusters(own).tolist() == [0, 1, 0, 1, 0]
    assert clusters(own, within=1.0).tolist() == [0] * 5
    assert clusters(own, within=1e-4).tolist() == [0, 1, 2, 3, 0]
    assert clusters([safety]).tolist() == [0]


def test_a_cluster_ends_where_its_members_lie_on_average_too_far_apart() -> None:
    # Between neighbours the distance is about 0.1, from end to end twice that: their mean is 1.5 times that.
    row = np.array([[0.5 + s, 0.5 - s] for s in (-0.14, 0.0, 0.14)])
    gaps = distances(row)
    mean = (gaps[0, 2] + min(gaps[1, 2], gaps[0, 1])) / 2
    assert clusters(row, within=mean + 1e-9).tolist() == [0, 0, 0]
    assert len(set(clusters(row, within=mean - 1e-9).tolist())) == 2
