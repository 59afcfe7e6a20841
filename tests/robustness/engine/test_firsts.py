"""Shares of the first rank without their zeros say what a whole table of them says."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.robustness.engine.firsts import alone, shared, weights_by_group, weights_when_first


def table(draws: int, m: int, tied: bool) -> np.ndarray:
    """Return shares (m, k) of the first rank of each draw; with ties, of one to three alternatives."""
    rng = np.random.default_rng(draws)
    shares = np.zeros((m, draws))
    for draw in range(draws):
        count = int(rng.integers(1, 4)) if tied else 1
        shares[rng.choice(m, count, replace=False), draw] = 1 / count
    return shares


@pytest.mark.parametrize("tied", [False, True])
@pytest.mark.parametrize("draws", [1, 50])
def test_weights_are_summed_as_by_the_whole_table(draws: int, tied: bool) -> None:
    shares = table(draws, 5, tied)
    weights = np.random.default_rng(1).dirichlet(np.ones(4), draws)
    firsts = shared(shares)
    assert weights_when_first(firsts, 5, weights) == pytest.approx(shares @ weights, abs=1e-12)
    groups = np.random.default_rng(2).integers(0, 3, draws)
    found = weights_by_group(firsts, 5, weights, groups, 3)
    assert found.shape == (3, 5, 5)
    for group in range(3):
        of_group = shares * (groups == group)
        assert found[group, :, :4] == pytest.approx(of_group @ weights, abs=1e-12)
        assert found[group, :, 4] == pytest.approx(of_group.sum(axis=1), abs=1e-12)


def test_who_is_first_alone_has_the_whole_share() -> None:
    who = np.array([2, 0, 2, 1], dtype=np.uint8)
    expected = np.zeros((3, 4))
    expected[who, np.arange(4)] = 1
    for one, other in zip(alone(who), shared(expected), strict=True):
        assert np.array_equal(one, other)
    # More rows than a small whole number holds: none comes back to the first.
    found = weights_by_group(alone(who), 100, np.ones((4, 1)), np.array([9, 9, 0, 5]), 10)
    assert found[9, 2].tolist() == [1, 1]
    assert found[9, 0].tolist() == [1, 1]
    assert found[0, 2].tolist() == [1, 1]
    assert found[5, 1].tolist() == [1, 1]
    assert found.sum() == 8
