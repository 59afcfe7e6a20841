"""Judgement scales as published: from 1 upwards, and the other way round for the other."""

from __future__ import annotations

import pytest

from criteria.errors import WeightsError
from criteria.weighting.scales import LEVELS, SCALES, WORDS, ratio_of


@pytest.mark.parametrize("scale", SCALES)
def test_every_scale_starts_at_one_rises_and_turns_round(scale: str) -> None:
    ratios = [ratio_of(level, scale=scale, items=4) for level in range(1, LEVELS + 1)]
    assert ratios[0] == pytest.approx(1)
    assert ratios == sorted(set(ratios))
    assert ratio_of(-5, scale=scale, items=4) == pytest.approx(1 / ratios[4])


@pytest.mark.parametrize(
    ("scale", "level", "ratio"),
    [
        ("linear", 9, 9),
        ("power", 3, 9),
        ("geometric", 9, 256),
        ("logarithmic", 7, 3),
        ("inverse_linear", 9, 9),
        ("balanced", 9, 9),
        ("balanced_general", 9, 9),
    ],
)
def test_levels_stand_for_the_published_ratios(scale: str, level: int, ratio: float) -> None:
    assert ratio_of(level, scale=scale) == pytest.approx(ratio)


def test_there_are_words_for_every_level_and_no_level_beyond() -> None:
    assert list(WORDS) == list(range(1, LEVELS + 1))
    for wrong in (0, 10, -10, 1.5):
        with pytest.raises(WeightsError, match="whole level from 1 to 9"):
            ratio_of(wrong)  # type: ignore[arg-type]
    with pytest.raises(WeightsError, match="no judgement scale 'mine'"):
        ratio_of(3, scale="mine")
