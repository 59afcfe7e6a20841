"""The sentence on clusters of methods, against rankings by hand."""

from __future__ import annotations

import numpy as np

from criteria.explain.method_clusters import cluster_letter, clusters_answer
from criteria.robustness.agreement import agreement_of

# Of three candidates a pair turned around is τ = 1/3, two pairs -1/3.
ONE, SWAPPED, TURNED = np.array([1, 2, 3]), np.array([2, 1, 3]), np.array([3, 1, 2])
RULE = "every two of a cluster have a Kendall τ-b of at least 0.8 (1 is the same order, 0 no relation)."


def test_letters_go_on_after_z() -> None:
    assert [cluster_letter(k) for k in (0, 1, 25, 26, 27)] == ["A", "B", "Z", "AA", "BB"]


def test_the_methods_beside_the_one_in_use_are_counted() -> None:
    found = agreement_of({"wsm": ONE, "topsis": ONE, "vikor": SWAPPED}, {})
    assert (
        clusters_answer(found, (("wsm", "topsis"), ("vikor",)))
        == f"3 methods rank in 2 clusters: {RULE} 1 other method is in the cluster of Weighted sum."
    )


def test_where_no_method_is_near_the_nearest_is_named() -> None:
    found = agreement_of({"vikor": TURNED, "topsis": SWAPPED, "wsm": ONE}, {})
    assert clusters_answer(found, (("wsm",), ("topsis",), ("vikor",))) == (
        f"3 methods rank in 3 clusters: {RULE} "
        "No other method is in the cluster of Weighted sum; TOPSIS comes nearest, with 0.33."
    )


def test_one_method_alone_is_compared_with_none() -> None:
    found = agreement_of({"wsm": ONE}, {})
    assert clusters_answer(found, (("wsm",),)).startswith("Only one method can be applied")
