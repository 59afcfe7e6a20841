"""Random indices as published: 0 for two items, and none beyond the largest size."""

from __future__ import annotations

import pytest

from criteria.errors import WeightsError
from criteria.weighting.random_index import RANDOM_INDICES, random_index


@pytest.mark.parametrize(
    ("table", "n", "published"),
    [
        ("saaty1980", 3, 0.58),
        ("saaty1980", 9, 1.45),
        ("saaty2008", 4, 0.89),
        ("alonso_lamata2006", 10, 1.4854),
    ],
)
def test_the_index_is_the_printed_one(table: str, n: int, published: float) -> None:
    assert random_index(table, n) == published


def test_two_items_cannot_contradict_and_beyond_fifteen_nothing_is_published() -> None:
    for table in RANDOM_INDICES:
        assert (random_index(table, 1), random_index(table, 2)) == (0, 0)
    assert random_index("saaty1980", 16) is None


def test_a_table_that_nobody_published_is_refused_with_those_there_are() -> None:
    with pytest.raises(WeightsError, match="choose from saaty1980"):
        random_index("mine", 3)
