"""Numbers are rounded to the side on which a claim holds, and read back as what they are."""

from __future__ import annotations

import pytest

from criteria.model.number import decimals_of, exact, first_that_holds, grouped, percent_to, rounded_away


@pytest.mark.parametrize(
    ("now", "then", "decimals", "rounded"),
    [
        (3, 17.46, 0, 18),
        (30, 17.46, 0, 17),
        (3, 17.46, 1, 17.5),
        (30, 17.46, 1, 17.4),
        (3, 17, 0, 17),
        (0.1, 0.3, 1, 0.3),  # 0.3 is a little less than three tenths: rounding up must not make it 0.4
        (-2, -2.31, 1, -2.4),
        (1000, 20535.7, -2, 20600),
    ],
)
def test_a_threshold_is_rounded_away_from_the_present_value(
    now: float, then: float, decimals: int, rounded: float
) -> None:
    assert rounded_away(now, then, decimals) == rounded


def test_as_many_digits_are_taken_as_make_the_claim_true() -> None:
    assert first_that_holds(3, 17.46, lambda x: x > 17.46, decimals=0, finest=4) == 18
    # Level at exactly 10: 10 would not do.
    assert first_that_holds(30, 10, lambda x: x < 10, decimals=0, finest=4) == 9
    # True only between 17.46 and 17.6: one decimal is needed, two are not.
    assert first_that_holds(3, 17.46, lambda x: 17.46 < x < 17.6, decimals=0, finest=4) == 17.5
    assert first_that_holds(3, 17.46, lambda x: 17.461 < x < 17.463, decimals=0, finest=2) is None
    # What does not move is no change.
    assert first_that_holds(14, 14, lambda _x: True, decimals=0, finest=0) == 15


@pytest.mark.parametrize(
    ("span", "decimals"), [(10, 2), (100, 1), (1, 3), (0.7, 3), (60_000, -2), (17_000, -2), (0, 2)]
)
def test_a_thousandth_of_a_scale_is_told_apart(span: float, decimals: int) -> None:
    assert decimals_of(span) == decimals


@pytest.mark.parametrize(("value", "text"), [(3.0, "3"), (0.1, "0.1"), (1e22, "1e+22"), (-2.50, "-2.5")])
def test_a_number_reads_back_as_itself(value: float, text: str) -> None:
    assert exact(value) == text
    assert float(text) == value


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (999, 0, "999"),
        (10_000, 0, "10\u202f000"),
        (-1_234_567.25, 1, "\u22121\u202f234\u202f567.2"),
        (1e9, 0, "1\u202f000\u202f000\u202f000"),
    ],
)
def test_thousands_are_set_apart_by_a_narrow_space(value: float, decimals: int, text: str) -> None:
    assert grouped(value, decimals) == text


def test_labels_under_each_other_have_the_same_decimals() -> None:
    assert [percent_to(share, 2) for share in (0.5, 0.12345, 1.0)] == ["50.00%", "12.35%", "100.00%"]
