"""Limits of the checks of ratings, met and just missed."""

from __future__ import annotations

from dataclasses import replace

from clean import clean, with_column

from criteria.checks.about_ratings import BLANKS, against_anchor, many_blanks, mixed_units
from criteria.model.evidence import Performance
from criteria.model.problem import Problem


def costs(last: float) -> Problem:
    return with_column(clean(), "cost", [40, 50, 45, 55, 42, 48, last])


def test_a_value_beyond_six_times_the_others_is_another_unit_and_one_below_is_not() -> None:
    assert list(mixed_units(costs(250))) == []
    found = list(mixed_units(costs(470)))
    assert [finding.alternatives for finding in found] == [("v6",)]
    assert "about 10 times the value of the others" in found[0].said
    assert "about 1/10 of the value" in next(mixed_units(costs(4.6))).said
    assert "about 1000 times" in next(mixed_units(costs(47_000))).said


def test_a_column_that_spreads_by_itself_hides_no_unit() -> None:
    assert list(mixed_units(with_column(clean(), "cost", [10, 50, 45, 155, 42, 48, 470]))) == []


def test_a_quoted_anchor_inside_the_range_is_followed() -> None:
    def rated(low: float, high: float) -> Problem:
        cell = Performance(low, (low + high) / 2, high, "A", "Customer owns all of the data, they say.")
        return replace(clean(), performances=clean().performances.with_cells({(0, 0): cell}))

    assert list(against_anchor(rated(7, 8))) == []
    assert list(against_anchor(rated(6, 7.9)))


def test_a_share_of_blanks_at_the_limit_is_not_yet_many() -> None:
    problem = clean()
    for count in range(1, 9):
        places = [(k % 7, k % 5) for k in range(count)]
        blank = problem.performances.with_cells(dict.fromkeys(places, Performance()))
        found = list(many_blanks(replace(problem, performances=blank)))
        assert bool(found) == (count / 35 > BLANKS)
