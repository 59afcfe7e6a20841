"""The powers of CoCoSo, raised once for equal ratings, are those of each rating by itself."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.ranking.methods import cocoso


@pytest.mark.parametrize("shape", [(70,), (3, 40)])
def test_many_weightings_at_once_are_one_by_one(shape: tuple[int, ...]) -> None:
    rng = np.random.default_rng(len(shape))
    performances = rng.integers(1, 6, (9, 5)).astype(float)
    performances[:, 2] = 4.0  # all alike
    weights, maximized = rng.dirichlet(np.ones(5), shape), np.array([True, False, True, True, True])
    weights[..., 0, 1] = 0.0
    weights[..., 1, :] = [0.0, 0.0, 0.0, 1.0, 0.0]
    found = cocoso.combined_compromise(performances, weights, maximized)
    assert found.shape == (*shape, 9)
    flat = weights.reshape(-1, 5)
    assert len(flat) >= cocoso._MANY
    alone = np.array([cocoso.combined_compromise(performances, one, maximized) for one in flat])
    # Not finite where the formula divides by 0, alike.
    np.testing.assert_allclose(found.reshape(-1, 9), alone, rtol=1e-13)
    assert np.isfinite(alone).all(axis=1).sum() > len(alone) / 2


def test_a_rating_at_the_worst_end_adds_nothing_and_one_without_weight_neither() -> None:
    values = np.array([[0.0, 1.0], [1.0, 0.0], [0.25, 0.25]])
    weights = np.tile([[0.5, 0.5], [0.0, 1.0]], (40, 1))
    found = cocoso.sum_of_powers(values, weights)
    assert found[0] == pytest.approx([1.0, 1.0, 1.0])
    assert found[1] == pytest.approx([1.0, 0.0, 0.25])
