"""The one adapter to scikit-criteria: no criterion without weight, no complaint of the library's own."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.ranking.library import run

TABLE = np.array([[7.0, 3.0, 5.0], [4.0, 8.0, 6.0], [6.0, 6.0, 2.0]])
WEIGHTS = np.array([0.5, 0.3, 0.2])
BENEFITS = np.array([True, True, True])


def test_a_criterion_without_weight_is_not_handed_over() -> None:
    with_it = run("simple", "WeightedSumModel", TABLE, np.array([0.5, 0.5, 0.0]), BENEFITS)
    without = run("simple", "WeightedSumModel", TABLE[:, :2], np.array([0.5, 0.5]), BENEFITS[:2])
    assert np.array_equal(with_it["score"], without["score"])


def test_what_the_library_cannot_do_is_said_in_our_words() -> None:
    with pytest.raises(MethodError, match="WeightedSumModel divides by zero"):
        run("simple", "WeightedSumModel", TABLE, WEIGHTS, np.array([True, True, False]))
