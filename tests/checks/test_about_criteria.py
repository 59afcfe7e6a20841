"""Limits of the checks of criteria."""

from __future__ import annotations

import numpy as np
import pytest
from clean import RATINGS, clean, with_column

from criteria.checks.about_criteria import correlation, narrow, nearly_alike, unfitting_scale


def test_correlation_is_pearsons_and_none_for_a_constant_column() -> None:
    first, second = RATINGS[:, 0], RATINGS[:, 3]
    assert correlation(first, second) == pytest.approx(float(np.corrcoef(first, second)[0, 1]))
    assert correlation(first, np.full(7, 2.0)) is None


def test_values_two_per_cent_apart_are_far_enough() -> None:
    assert list(narrow(with_column(clean(), "cost", [98, 100, 99, 98.5, 99.5, 98.2, 99.9]))) == []
    assert list(narrow(with_column(clean(), "cost", [98.1, 100, 99, 98.5, 99.5, 98.2, 99.9])))


def test_a_quarter_of_the_scale_is_enough() -> None:
    assert list(unfitting_scale(with_column(clean(), "reach", [4, 6.5, 5, 5, 5, 5, 5]))) == []
    found = list(unfitting_scale(with_column(clean(), "reach", [4, 6.4, 5, 5, 5, 5, 5])))
    assert "between 4 and 6.4" in found[0].said


def test_a_cost_that_mirrors_a_benefit_says_the_same() -> None:
    mirrored = with_column(clean(), "cost", [100 - 5 * v for v in RATINGS[:, 0]])
    assert [finding.criteria for finding in nearly_alike(mirrored)] == [("terms", "cost")]
    opposed = with_column(clean(), "cost", [5 * v for v in RATINGS[:, 0]])
    assert list(nearly_alike(opposed)) == []
