"""A row of the catalogue, and the scores a method returns."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.ranking.catalogue import METHODS
from criteria.ranking.method import Scores


def test_the_published_normalization_is_the_first() -> None:
    assert METHODS["topsis"].default_normalization == "vector"
    assert METHODS["topsis"].default_normalization == METHODS["topsis"].normalizations[0]


def test_a_newcomer_can_reorder_unless_scales_are_declared() -> None:
    wsm = METHODS["wsm"]
    assert wsm.can_reorder("minmax")
    assert not wsm.can_reorder("scale")
    assert not wsm.can_reorder("scale", {"scales": [[0, 10]]})
    assert wsm.can_reorder("scale", {})  # the range of the data stands for a scale that nobody declared


def test_a_variant_that_is_not_the_default_is_not_vouched_for() -> None:
    chosen = [
        (row, parameter.name, other)
        for row in METHODS.values()
        if row.stable
        for parameter in row.parameters
        for other in parameter.choices
        if other != parameter.default
    ]
    assert chosen
    for row, name, other in chosen:
        assert row.can_reorder(row.stable[0], {name: other, "scales": [[0, 1]]})


def test_the_order_keeps_tied_ones_as_they_were_given() -> None:
    ranks = np.array([[2, 1, 2, 4], [1, 1, 1, 1]])
    scores = Scores("wsm", np.zeros((2, 4)), True, ranks)
    assert scores.order.tolist() == [[1, 0, 2, 3], [0, 1, 2, 3]]
    with pytest.raises(ValueError, match="read-only"):
        scores.ranks[0, 0] = 3


def test_methods_that_compare_pairs_stand_back_where_pairs_are_many() -> None:
    slow = {key for key, row in METHODS.items() if row.too_many_pairs(1_000, 100)}
    assert slow == {
        "codas", "probid", "simplified_probid", "promethee_i", "promethee_ii", "electre_i", "electre_ii", "electre_iii",
    }  # fmt: skip
    assert not any(row.too_many_pairs(400, 100) for row in METHODS.values())
