"""Counting by columns is what sorting row by row says, with tied ranks shared in equal parts."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.robustness.engine.counting import counted


@pytest.mark.parametrize("m", [2, 5, 70])
@pytest.mark.parametrize("tied", [False, True])
def test_ranks_wins_and_weights_are_those_of_a_plain_count(m: int, tied: bool) -> None:
    rng = np.random.default_rng(m)
    values = rng.integers(0, 3, (40, m)).astype(float) if tied else rng.random((40, m))
    weights = rng.dirichlet(np.ones(3), 40)
    ranks, wins, sums = np.zeros((m, m)), np.zeros((m, m)), np.zeros((m, 3))
    for row, own in zip(values, weights, strict=True):
        for i in range(m):
            ahead, level = int((row > row[i]).sum()), int((row == row[i]).sum())
            ranks[i, ahead : ahead + level] += 1 / level
            wins[i] += row[i] > row
            if ahead == 0:
                sums[i] += own / level
    found = counted(values, weights)
    for one, other in zip(found, (ranks, wins, sums), strict=True):
        assert one == pytest.approx(other, abs=1e-9)
