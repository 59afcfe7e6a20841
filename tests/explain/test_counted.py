"""One thing is one thing, and two are two."""

from __future__ import annotations

import pytest

from criteria.explain import counted


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, ["1 candidate", "1 criterion", "1 more candidate is in the workbook."]),
        (2, ["2 candidates", "2 criteria", "2 more candidates are in the workbook."]),
    ],
)
def test_the_noun_goes_with_the_count(count: int, words: list[str]) -> None:
    assert [
        counted.candidates(count),
        counted.criteria(count),
        counted.candidates_in_workbook(count),
    ] == words
