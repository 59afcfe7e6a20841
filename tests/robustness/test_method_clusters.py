"""Clusters of methods: against complete linkage by hand, and their promise for any rankings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_problems import LAW

from criteria.robustness.agreement import agreement_of
from criteria.robustness.method_clusters import between, method_clusters, one_order

# Kendall τ: b and c each turn one pair of ten of a around (0.8) but two against each other (0.6); d is a the wrong way round.
RANKS = {
    "a": np.array([1, 2, 3, 4, 5]),
    "b": np.array([2, 1, 3, 4, 5]),
    "c": np.array([1, 2, 3, 5, 4]),
    "d": np.array([5, 4, 3, 2, 1]),
    "e": np.array([1, 2, 3, 4, 5]),
}


def test_every_two_of_a_cluster_are_alike_and_the_one_in_use_begins() -> None:
    found = agreement_of(RANKS, {})
    assert method_clusters(found, "c") == (("c",), ("a", "e", "b"), ("d",))
    assert method_clusters(found, "b") == (("b", "a", "e"), ("c",), ("d",))
    assert method_clusters(found, "d") == (("d",), ("c",), ("b", "a", "e"))


def test_a_method_that_took_no_part_leaves_the_first_one_in_its_place() -> None:
    assert method_clusters(agreement_of(RANKS, {}), "none")[0][0] == "a"


def test_one_method_is_a_cluster() -> None:
    assert method_clusters(agreement_of({"a": RANKS["a"]}, {}), "a") == (("a",),)


def test_equal_ranks_are_one_order() -> None:
    found = agreement_of(RANKS, {})
    assert one_order(found, ("d", "e", "b", "a")) == (("d",), ("e", "a"), ("b",))


def test_clusters_are_as_alike_as_their_rankings_on_average() -> None:
    found = agreement_of(RANKS, {})
    assert between(found, ("a", "b"), ("c",)) == pytest.approx((0.8 + 0.6) / 2)
    assert between(found, ("a", "b", "e"), ("a", "b", "e")) == pytest.approx((0.8 + 0.8 + 1) / 3)
    assert between(found, ("d",), ("d",)) == 1


@settings(LAW, max_examples=100)
@given(data=st.data())
def test_no_two_of_a_cluster_are_less_alike_than_is_said_and_each_method_is_in_one(
    data: st.DataObject,
) -> None:
    rows = data.draw(st.lists(st.permutations(range(1, 7)), min_size=1, max_size=8))
    found = agreement_of({f"m{k}": np.array(row) for k, row in enumerate(rows)}, {})
    own = data.draw(st.sampled_from(found.methods))
    clusters = method_clusters(found, own)
    assert clusters[0][0] == own
    assert sorted(key for cluster in clusters for key in cluster) == sorted(found.methods)
    places = [[found.methods.index(key) for key in cluster] for cluster in clusters]
    assert min(found.kendall[np.ix_(place, place)].min() for place in places) >= 0.8 - 1e-9
    # Complete: no two clusters could have been one.
    for k, some in enumerate(places):
        assert all(found.kendall[np.ix_(some, others)].min() < 0.8 - 1e-12 for others in places[k + 1 :])
