"""Points of weights in words."""

from __future__ import annotations

import pytest

from criteria.files.table.values.weight_words import points_of_words, said_points, stated_points


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("high medium low", "high = 3, medium = 2, low = 1"),
        ("Hoch Mittel", "Hoch = 3, Mittel = 2"),
        ("must should could won't", "must = 3, should = 2, could = 1, won't = 0"),
        ("Must M S", "Must = 3, M = 3, S = 2"),
        ("高 低", "高 = 3, 低 = 1"),
        ("must|very important|nice to have", "must = 6, very important = 5, nice to have = 1"),
        ("critical|important|not important", "critical = 6, important = 4, not important = 0"),
        ("good|poor", None),
        ("S|M|L", None),
        ("blue|green", None),
    ],
)
def test_words_of_importance_have_points(words: str, points: str | None) -> None:
    found = points_of_words(words.split("|") if "|" in words else words.split(" "))
    assert (found and said_points(found)) == points


def test_points_may_be_stated() -> None:
    assert stated_points("High = 5; low: 0.5") == {"high": 5.0, "low": 0.5}
    assert [stated_points(text) for text in ("", "high", "high = x", "high = -1", "equal")] == [None] * 5
