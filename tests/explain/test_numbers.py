"""Numbers carry no more digits than they deserve, and no sign that misleads."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.explain.numbers import (
    in_full,
    number,
    percent,
    percent_in_full,
    percent_inside,
    plain,
    score_digits,
    share_with,
    share_with_error,
    signed,
    value_with_error,
)

LAW = settings(max_examples=200, deadline=None, derandomize=True, database=None)


@pytest.mark.parametrize(
    ("scores", "digits"),
    [
        ([0.1, 0.9], 2),
        ([10, 95], 0),
        ([0, 5000], 0),
        ([1, 1.004], 4),
        ([0.5], 2),
        ([], 2),
        ([3, 3], 2),
        ([0, 1e-12], 6),
    ],
)
def test_two_significant_digits_of_the_spread_are_shown(scores: list[float], digits: int) -> None:
    assert score_digits(np.array(scores, dtype=float)) == digits


def test_a_spread_beyond_what_floats_hold_still_has_digits() -> None:
    with np.errstate(over="ignore"):
        assert score_digits(np.array([1e308, -1e308])) == 0


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(0.666, 2, "0.67"), (-1.5, 1, "\u22121.5"), (-0.001, 2, "0.00"), (-0.0, 0, "0"), (12.0, 0, "12")],
)
def test_a_number_has_a_true_minus_and_no_minus_before_zero(value: float, digits: int, text: str) -> None:
    assert number(value, digits) == text


@pytest.mark.parametrize(
    ("value", "text"), [(2.0, "+2.0"), (-2.0, "\u22122.0"), (0.0, "0.0"), (-0.01, "0.0"), (0.01, "0.0")]
)
def test_a_signed_number_says_which_way(value: float, text: str) -> None:
    assert signed(value, 1) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0, "0%"), (1, "100%"), (0.5, "50%"), (0.1, "10%"), (0.0999, "10%"), (0.0949, "9.5%"), (0.005, "0.5%"),
        (0.0004, "< 0.1%"), (1e-12, "< 0.1%"), (0.9949, "99%"), (0.9951, "> 99%"), (1 - 1e-12, "> 99%"),
    ],
)  # fmt: skip
def test_a_share_is_never_rounded_to_none_or_all(share: float, text: str) -> None:
    assert percent(share) == text


@LAW
@given(st.floats(0, 1))
def test_only_none_and_all_read_as_such(share: float) -> None:
    assert (percent(share) == "0%") == (share == 0)
    assert (percent(share) == "100%") == (share == 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, "3"), (-0.0, "0"), (12345.0, "12\u202f345"), (-12345.0, "\u221212\u202f345"), (0.1 + 0.2, "0.3"), (1e-7, "1e\u221207"),
        (2.5, "2.5"), (123456.7, "123\u202f457"),
    ],
)  # fmt: skip
def test_a_performance_reads_as_it_was_given(value: float, text: str) -> None:
    assert plain(value) == text


def test_a_large_figure_with_decimals_is_not_written_with_a_power_of_ten() -> None:
    assert plain(1234567.8).startswith("1\u202f234\u202f5")


@LAW
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_performance_can_be_shown_in_little_room(value: float) -> None:
    assert 0 < len(plain(value)) <= 24
    assert "-" not in plain(value)


@pytest.mark.parametrize(
    ("low", "high", "now", "texts"),
    [
        (4 / 9, 1, 0.6, ("45%", "100%")),
        (0, 13 / 37, 0.2, ("0%", "35%")),
        (0, 0.5 + 1e-16, 0.2, ("0%", "50%")),  # the end itself still holds
        (0.0411, 0.1449, 0.05, ("4.2%", "14%")),
        (
            0.33318,
            0.3339,
            0.3333,
            ("33.32%", "33.39%"),
        ),  # 34% would lie beyond the present weight, and so would 33.3%
        (0.2, 0.2, 0.2, ("20%", "20%")),
    ],
)
def test_an_interval_is_rounded_inwards(low: float, high: float, now: float, texts: tuple[str, str]) -> None:
    assert percent_inside(low, high, now) == texts


@pytest.mark.parametrize(
    ("value", "text"),
    [(44.0, "44"), (1500.25, "1\u202f500.25"), (-0.5, "\u22120.5"), (17.123456789, "17.123456789")],
)
def test_a_threshold_is_printed_in_full(value: float, text: str) -> None:
    assert in_full(value) == text


@pytest.mark.parametrize(
    ("share", "draws", "text"),
    [
        (0.921, 10_000, "92.1% (±0.6)"),
        (0.83, 1_000, "83% (±2.5)"),
        (0.5, 300, "50% (±5.7)"),
        (0.0001, 10_000, "< 0.1% (±0.1)"),
        (0.99996, 100_000, "> 99.9% (±0.1)"),
        (1.0, 10_000, "> 99.9%"),
        (1.0, 100, "> 97%"),
        (0.0, 1_000, "< 0.3%"),
    ],
)
def test_a_share_of_draws_has_the_digits_that_its_error_leaves(share: float, draws: int, text: str) -> None:
    assert share_with_error(share, draws) == text


def test_all_of_the_draws_are_all_only_where_that_is_proved() -> None:
    assert share_with_error(1.0, 10_000, 1) == "100%"
    assert share_with_error(0.0, 10_000, -1) == "0%"


def test_a_weight_with_more_digits_is_printed_with_all_of_them() -> None:
    assert [percent_in_full(share) for share in (0.14, 0.032, 0.1234567, 0.0)] == [
        "14%",
        "3.2%",
        "12.34567%",
        "0%",
    ]


def test_a_share_with_an_error_of_its_own_has_a_decimal_where_the_error_has_sense_for_it() -> None:
    assert share_with(0.4152, 0.02126) == "42% (±2.2)"
    assert share_with(0.4152, 0.0126) == "41.5% (±1.3)"
    assert share_with(0.0, 0.0) == "0.0% (±0.1)"


def test_the_error_of_a_value_is_rounded_up_and_holds_for_the_value_as_printed() -> None:
    assert value_with_error(0.0123, 0.0021, 3) == "0.012 (±0.003)"
    assert value_with_error(0.0124, 0.0020, 3) == "0.012 (±0.003)"  # 0.0144 is 0.0024 from what is printed
    assert value_with_error(0.012, 0.002, 3) == "0.012 (±0.002)"
    assert value_with_error(0.0, 0.0, 3) == "0.000 (±0.001)"
