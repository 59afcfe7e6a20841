"""Counting by columns is what sorting row by row says, with tied ranks shared in equal parts."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.robustness.engine import counting
from criteria.robustness.engine.counting import counted
from criteria.robustness.engine.firsts import weights_when_first


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
    counts, ahead, firsts = counted(values)
    assert np.allclose(counts, ranks, rtol=0, atol=1e-9)
    assert np.array_equal(ahead, wins)
    assert weights_when_first(firsts, m, weights) == pytest.approx(sums, abs=1e-9)
    if m > 64:
        leader = 1
        counts, ahead, firsts = counted(values, leader)
        assert np.allclose(counts, ranks, rtol=0, atol=1e-9)
        assert np.array_equal(ahead, wins[[leader]])
        assert weights_when_first(firsts, m, weights) == pytest.approx(sums, abs=1e-9)


@pytest.mark.parametrize("tied", [False, True])
def test_what_is_counted_for_the_leader_alone_is_what_is_counted_for_all(tied: bool) -> None:
    rng = np.random.default_rng(5)
    values = rng.integers(0, 500, (64, 90)).astype(float) if tied else rng.random((64, 90))
    ranks, wins, first = counted(values)
    found = counted(values, 7)
    assert np.array_equal(found[1], wins[[7]])
    assert found[0] == pytest.approx(ranks, abs=1e-12)
    for one, other in zip(found[2], first, strict=True):
        assert np.array_equal(one, other)


@pytest.mark.parametrize("m", [5, 70])
def test_whole_numbers_are_counted_as_numbers_with_a_fraction_are(m: int) -> None:
    drawn = np.random.default_rng(m)
    values = drawn.integers(-m + 1, m, (50, m)).astype(float)
    values[0] = 127.0  # as large as they come
    whole, apart = counted(values), counted(values + 0.5)
    for one, other in zip((*whole[:2], *whole[2]), (*apart[:2], *apart[2]), strict=True):
        assert one.tolist() == other.tolist()
    assert whole[0].sum() == pytest.approx(50 * m)


@pytest.mark.parametrize("largest", [0.5, 1.0, 300.0])
@pytest.mark.parametrize("sign", [1, -1])
def test_scores_are_told_apart_where_they_differ_by_more_than_the_tolerance(
    largest: float, sign: int
) -> None:
    """Rough whole numbers decide only what they can decide: one tolerance apart is a tie, a little more is not."""
    tolerance = counting.TIE * max(1.0, largest)
    for gap, ahead in (
        (0.999 * tolerance, 0),
        (1.001 * tolerance, 1),
        (1.9 * tolerance, 1),
        (2.1 * tolerance, 1),
    ):
        others = np.random.default_rng(3).uniform(0, 0.9 * largest, 500)
        values = sign * np.column_stack([np.full(500, largest), others + gap, others])
        better, worse = (1, 2) if sign > 0 else (2, 1)
        for draw in values:  # by itself: where others tie, all are looked at again
            ranks, wins, _firsts = counted(draw[np.newaxis])
            assert (wins[better, worse], wins[worse, better]) == (ahead, 0)
            assert ranks.sum() == pytest.approx(3)


def test_scores_of_any_size_are_counted() -> None:
    values = np.array(
        [[1e300, -1e300, 0.0], [3e-300, 2e-300, -1.0], [1e9, 2e9, 3e9], [1e12, 1e12 + 5_000, 0.0]]
    )
    ranks, wins, firsts = counted(values)
    assert wins.tolist() == [[0, 1, 3], [2, 0, 2], [1, 2, 0]]
    assert ranks.tolist() == [[1.5, 1.5, 1], [1.5, 1.5, 1], [1, 1, 2]]
    assert weights_when_first(firsts, 3, np.eye(4)).tolist() == [[1, 0.5, 0, 0], [0, 0.5, 0, 1], [0, 0, 1, 0]]
