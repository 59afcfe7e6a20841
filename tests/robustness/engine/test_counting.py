"""Counting by columns is what sorting row by row says, with tied ranks shared in equal parts."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.robustness.engine.counting import counted


@pytest.mark.parametrize(
    ("draws", "m"), [(40, 2), (40, 5), (70, 30), (40, 70), (300, 70), (12, 70), (8, 70), (20, 410)]
)
@pytest.mark.parametrize("tied", ["nobody", "some", "all"])
def test_ranks_wins_and_weights_are_those_of_a_plain_count(draws: int, m: int, tied: str) -> None:
    rng = np.random.default_rng(m)
    values = rng.integers(0, 3, (draws, m)).astype(float) if tied == "all" else rng.random((draws, m)) - 0.5
    if tied == "some":
        values[::3, 1] = values[::3, 0] = 9.0
    weights = rng.dirichlet(np.ones(3), draws)
    ranks, wins, sums = np.zeros((m, m)), np.zeros((m, m)), np.zeros((m, 3))
    for row, own in zip(values, weights, strict=True):
        for i in range(m):
            ahead, level = int((row > row[i]).sum()), int((row == row[i]).sum())
            ranks[i, ahead : ahead + level] += 1 / level
            wins[i] += row[i] > row
            if ahead == 0:
                sums[i] += own / level
    counts, ahead, first = counted(values)
    for one, other in zip((counts, ahead, first @ weights), (ranks, wins, sums), strict=True):
        assert one == pytest.approx(other, abs=1e-9)
    if m > 64:
        leader = 1
        counts, ahead, first = counted(values, leader)
        for one, other in zip((counts, ahead, first @ weights), (ranks, wins[[leader]], sums), strict=True):
            assert one == pytest.approx(other, abs=1e-9)


@pytest.mark.parametrize("tied", [False, True])
def test_what_is_counted_for_the_leader_alone_is_what_is_counted_for_all(tied: bool) -> None:
    rng = np.random.default_rng(5)
    values = rng.integers(0, 500, (64, 90)).astype(float) if tied else rng.random((64, 90))
    ranks, wins, first = counted(values)
    found = counted(values, 7)
    assert np.array_equal(found[1], wins[[7]])
    assert found[0] == pytest.approx(ranks, abs=1e-12)
    assert found[2] == pytest.approx(first, abs=1e-12)


@pytest.mark.parametrize("m", [5, 70])
def test_whole_numbers_are_counted_as_numbers_with_a_fraction_are(m: int) -> None:
    drawn = np.random.default_rng(m)
    values = drawn.integers(-m + 1, m, (50, m)).astype(float)
    values[0] = 127.0  # as large as they come
    whole, apart = counted(values), counted(values + 0.5)
    for one, other in zip(whole, apart, strict=True):
        assert one.tolist() == other.tolist()
    assert whole[0].sum() == pytest.approx(50 * m)
