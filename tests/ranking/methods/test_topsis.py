"""Closeness at its ends: candidates all alike, best or worst everywhere, and numbers too large to compare."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import CriteriaError
from criteria.ranking.methods.topsis import closeness, distances
from criteria.ranking.score import score
from criteria.robustness import acceptability

THREE = np.ones(3) / 3


def test_closeness_is_the_distance_to_the_worst_over_both_distances() -> None:
    rng = np.random.default_rng(1)
    values, weights = rng.uniform(1, 9, (5, 3)), rng.dirichlet(np.ones(3), (4, 2))
    maximized = np.array([True, False, True])
    to_ideal, to_anti_ideal = distances(values, weights, maximized, normalization="vector", scales=None)
    found = closeness(values, weights, maximized)
    assert found.shape == (4, 2, 5)
    assert found == pytest.approx(to_anti_ideal / (to_ideal + to_anti_ideal), abs=1e-15)
    assert closeness(values, weights, maximized, rows=[3, 1]) == pytest.approx(found[..., [3, 1]], abs=1e-15)
    several = closeness(np.array([values, values + 1]), weights[0], maximized)
    assert several[0] == pytest.approx(found[0, 0], abs=1e-15)
    assert closeness(values, weights[:0], maximized).shape == (0, 2, 5)


def test_best_everywhere_is_one_worst_everywhere_none_and_all_alike_half() -> None:
    values = np.array([[9.0, 9, 9], [1, 1, 1], [5, 1, 9]])
    found = closeness(values, THREE, np.ones(3, dtype=np.bool_))
    assert found[:2].tolist() == [1.0, 0.0]
    assert 0 < found[2] < 1
    # Under the second weights only the first criterion counts, in which all are alike.
    values[:, 0] = 4
    both = closeness(values, np.array([THREE, [1.0, 0, 0]]), np.ones(3, dtype=np.bool_))
    assert both[0, :2].tolist() == [1.0, 0.0]
    assert both[1].tolist() == [0.5] * 3


def test_numbers_too_large_to_compare_are_refused_and_not_called_alike() -> None:
    values = [[-1.5e308, 1, 2], [1.5e308, 2, 1], [0, 1.5, 1.5]]
    with pytest.raises(CriteriaError, match="Scale them first"):
        score("topsis", values, THREE, [True] * 3, normalization="minmax")
    with pytest.raises(CriteriaError, match="finite"):
        acceptability(
            "topsis", [[5e-324, 1], [1e-323, 2], [1e-300, 3]], [False] * 2, draws=20, rng=1, normalization="linear"
        )  # fmt: skip


def test_scores_whose_sum_is_too_large_are_counted_without_a_warning(
    recwarn: pytest.WarningsRecorder,
) -> None:
    values = [[1e307, 2e307], [1.5e308, 1e306], [1.7e308, 1.6e308]]
    found = acceptability("wsm", values, [True] * 2, draws=20, rng=1, normalization="none")
    assert found.first.tolist() == [0, 0, 1]
    assert not recwarn.list
