"""Tables of comparisons: filled in, refused with the place, and what their judgements connect."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import WeightsError
from criteria.weighting.comparisons import (
    chain_between,
    check_connected,
    checked_comparisons,
    islands,
    judged_pairs,
    missing_pairs,
)

N = np.nan
CHAIN = np.array([[1, 2, N, N], [N, 1, 3, N], [N, N, 1, N], [N, N, N, 1]])


def test_a_judgement_in_one_direction_is_filled_in_for_the_other() -> None:
    filled = checked_comparisons([[N, 4], [N, N]])
    assert filled.tolist() == [[1, 4], [0.25, 1]]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ([[1, 2, 3]], "square table"),
        ([[1, 0], [1, 1]], "Row 1, column 2 of the comparisons is 0"),
        ([[1, -2], [1, 1]], "Row 1, column 2 of the comparisons is -2"),
        ([[2, 1], [1, 1]], "Row 1 compares item 1 with itself and gives 2"),
        ([[1, 3], [0.5, 1]], "Item 1 against 2 is 3, but 2 against 1 is 0.5"),
        ([[1, 1e7], [1e-7, 1]], "cannot be meant"),
    ],
)
def test_what_is_no_table_of_comparisons_is_refused_with_its_place(table: object, words: str) -> None:
    with pytest.raises(WeightsError, match=words):
        checked_comparisons(table)  # type: ignore[arg-type]


def test_pairs_are_judged_or_missing_and_join_items_to_islands() -> None:
    table = checked_comparisons(CHAIN)
    assert judged_pairs(table).tolist() == [[0, 1], [1, 2]]
    assert missing_pairs(table) == ((0, 2), (0, 3), (1, 3), (2, 3))
    assert islands(table) == ((0, 1, 2), (3,))
    with pytest.raises(WeightsError, match="Nothing compares item 1 with item 4"):
        check_connected(table)


def test_a_chain_is_the_shortest_way_around_the_direct_judgement() -> None:
    table = checked_comparisons(CHAIN)
    assert set(chain_between(table, 0, 2)) == {0, 1, 2}
    assert chain_between(table, 0, 1) == ()
    assert chain_between(table, 0, 3) == ()
