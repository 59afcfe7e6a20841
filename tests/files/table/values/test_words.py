"""Words of an ordered scale."""

from __future__ import annotations

from criteria.files.table.values.words import (
    SCALES,
    rates_by_several_scales,
    scale_of,
    stars,
    stated_order,
)


def test_the_smallest_scale_that_has_all_words_is_taken() -> None:
    found = scale_of(["low", "high"])
    assert found is not None
    assert found[1] == {"low": 1, "high": 3}
    assert scale_of(["very low", "high"])[1] == {"very low": 1, "high": 4}  # type: ignore[index]
    assert scale_of(["low", "purple"]) is None


def test_no_word_stands_twice_in_a_scale() -> None:
    for scale in SCALES:
        words = [word for level in scale.levels for word in level]
        assert len(words) == len(set(words))


def test_stars_are_counted_and_orders_are_read() -> None:
    assert (stars("★★★☆☆"), stars("☆☆"), stars("★ A")) == (3, 0, None)
    assert stated_order("basic < good < best") == ("basic", "good", "best")
    assert stated_order("basic") == ()


def test_words_of_several_scales_that_all_rate_are_told_from_names_and_editions() -> None:
    assert rates_by_several_scales(["hoch", "gut", "mittel"])
    assert rates_by_several_scales(["high", "excellent"])
    assert not rates_by_several_scales(["high", "Berlin"])
    assert not rates_by_several_scales(["standard", "enterprise", "gold"])
    assert not rates_by_several_scales(["h", "good"])
    assert not rates_by_several_scales(["good"])
