"""What speaks for and against one candidate, by hand."""

from __future__ import annotations

import pytest
from by_hand import evaluated

from criteria.explain.strengths import standings


def test_a_standing_is_the_weight_times_the_distance_from_the_average() -> None:
    # Averages of the ranked: quality (0.80 + 0.60 + 0.55) / 3 = 0.65, speed 2.3 / 3 = 0.7667, price 2.3 / 3 = 0.7667.
    found = {s.criterion.id: (s.place, s.effect) for s in standings(evaluated(), "ash")}
    assert found == {
        "quality": (1, pytest.approx(0.6 * 0.15)),
        "speed": (3, pytest.approx(0.2 * (0.70 - 2.3 / 3))),
        "price": (3, pytest.approx(0.2 * (0.60 - 2.3 / 3))),
    }
    # Cedar: 0.2 · (0.90 - 0.7667) helps most, 0.6 · (0.55 - 0.65) least.
    assert [s.criterion.id for s in standings(evaluated(), "cedar")] == ["price", "speed", "quality"]
    # Those who are equally good share a place.
    assert next(s.place for s in standings(evaluated(), "cedar") if s.criterion.id == "speed") == 1


def test_one_set_apart_has_no_standing() -> None:
    assert standings(evaluated(), "dogwood") == ()
