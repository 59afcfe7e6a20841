"""Weights with a range of their own lie in it as they are used, drawn alike from all that leaves room for the others."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import CriteriaError
from criteria.robustness.engine.draws import weights_around
from criteria.robustness.engine.ranges import Block, weights_in_ranges

WEIGHTS = np.array([0.3, 0.1, 0.2, 0.15, 0.25])
DRAWS = 40_000


def drawn(blocks: list[Block], weights: np.ndarray = WEIGHTS, spread: float = 0.25) -> np.ndarray:
    found = weights_in_ranges(weights, spread, blocks)(DRAWS, np.random.default_rng(7))
    assert found.sum(axis=1) == pytest.approx(1.0, abs=1e-12)
    assert found.min() >= 0
    return found


def test_without_ranges_it_draws_what_the_spread_alone_draws() -> None:
    same = weights_around(WEIGHTS, 0.25)(DRAWS, np.random.default_rng(7))
    assert np.array_equal(drawn([]), same)


def test_a_range_holds_for_the_weights_used_and_the_others_keep_their_spread_among_themselves() -> None:
    found = drawn([Block((0,), 0.18, 0.25), Block((2, 3), 0.40, 0.41)])
    assert found[:, 0].min() >= 0.18
    assert found[:, 0].max() <= 0.25
    assert found[:, 0].mean() == pytest.approx(0.215, abs=0.001)  # uniform
    assert found[:, 0].std() == pytest.approx(0.07 / np.sqrt(12), rel=0.02)
    group = found[:, 2] + found[:, 3]
    assert group.min() >= 0.40 - 1e-12
    assert group.max() <= 0.41 + 1e-12
    for first, second in ((2, 3), (1, 4)):  # inside a block and outside of all: what the spread alone draws
        ratio, usual = found[:, first] / found[:, second], WEIGHTS[first] / WEIGHTS[second]
        assert ratio.min() >= usual * 0.75 / 1.25 - 1e-9
        assert ratio.max() <= usual * 1.25 / 0.75 + 1e-9
        assert np.median(ratio) == pytest.approx(usual, rel=0.01)


def means_by_grid(low: list[float], high: list[float], steps: int = 400) -> tuple[float, float]:
    """Return the means of two sums uniform in their ranges that together leave at least nothing: cells of a grid, counted."""
    first, second = (a + (np.arange(steps) + 0.5) / steps * (b - a) for a, b in zip(low, high, strict=True))
    room = first[:, np.newaxis] + second <= 1
    counts = room.sum()
    return float((first[:, np.newaxis] * room).sum() / counts), float((second * room).sum() / counts)


@pytest.mark.parametrize(
    ("low", "high"),
    [([0.3, 0.4], [0.6, 0.8]), ([0.2, 0.75], [0.9, 0.99]), ([0.5, 0.49], [0.9, 0.9])],
)
def test_ranges_that_may_sum_to_more_than_all_are_cut_where_nothing_is_left(
    low: list[float], high: list[float]
) -> None:
    found = drawn([Block((0,), low[0], high[0]), Block((1,), low[1], high[1])])
    assert np.all(found[:, :2] >= np.array(low) - 1e-9)
    assert np.all(found[:, :2] <= np.array(high) + 1e-9)
    assert found[:, :2].mean(axis=0) == pytest.approx(means_by_grid(low, high), abs=0.004)


def test_where_every_weight_has_a_range_they_fill_up_to_all() -> None:
    found = drawn([Block((0, 1), 0.2, 0.6), Block((2, 3, 4), 0.3, 0.7)])
    first = found[:, :2].sum(axis=1)
    assert (first.min(), first.max()) == pytest.approx((0.3, 0.6), abs=0.001)  # 1 less the other's 0.7
    assert first.mean() == pytest.approx(0.45, abs=0.002)
    # Others without any weight stay without.
    alone = drawn([Block((0,), 0.2, 1.0)], np.array([1.0, 0.0, 0.0, 0.0, 0.0]))
    assert np.array_equal(alone, np.broadcast_to([1.0, 0, 0, 0, 0], alone.shape))


def test_criteria_without_weight_share_their_block_alike() -> None:
    found = drawn([Block((0, 1), 0.1, 0.2)], np.array([0.0, 0.0, 0.5, 0.25, 0.25]))
    assert np.array_equal(found[:, 0], found[:, 1])
    assert found[:, :2].sum(axis=1).mean() == pytest.approx(0.15, abs=0.002)


@pytest.mark.parametrize(
    "blocks",
    [
        [Block((0,), 0.6, 0.7), Block((1,), 0.5, 0.6)],
        [Block((0, 1), 0.1, 0.3), Block((2, 3, 4), 0.2, 0.6)],
    ],
)
def test_ranges_without_any_weights_are_refused(blocks: list[Block]) -> None:
    with pytest.raises(CriteriaError, match="No weights lie within their ranges"):
        weights_in_ranges(WEIGHTS, 0.25, blocks)
