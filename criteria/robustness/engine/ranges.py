"""Draws of weights some of which have a range of their own: those lie within it as they are printed, the others fill up to 100 %."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray
from criteria.robustness.engine.draws import WeightSampler, weights_around, weights_between
from criteria.translation import translate as _

_TRIES = 40  # rounds of drawing from the box before the region itself is sampled


@dataclass(frozen=True, slots=True)
class Block:
    """columns: criteria whose weights together lie between low and high, shares of the whole from 0 to 1."""

    columns: tuple[int, ...]
    low: float
    high: float


def weights_in_ranges(weights: FloatArray, spread: float, blocks: Sequence[Block]) -> WeightSampler:
    """Return a sampler of weights (draws, n) in which the sum of each block lies within its range.

    weights: (n,), the present ones.  spread: each criterion outside the blocks is drawn within ±spread of its weight, as
    `weights_around` does, and so is each inside a block against the others of it.

    1. The sums of the blocks are drawn uniformly from their ranges, on the condition that they leave something for the rest: they sum
       to at most 1, or to 1 where nothing else has weight (a uniform distribution, truncated).
    2. Inside each block the drawn criteria are scaled to that sum; where all of them weigh 0 they share it alike.
    3. The others are scaled to what is left.

    Without blocks it draws what `weights_around` draws.  Raises CriteriaError where no weights lie in the ranges.
    """
    around = weights_around(weights, spread)
    if not blocks:
        return around
    free = np.setdiff1d(np.arange(len(weights)), [j for block in blocks for j in block.columns])
    filled = bool(len(free)) and float(weights[free].sum()) > 0
    low = np.array([block.low for block in blocks])
    high = np.array([block.high for block in blocks])
    if low.sum() > 1 + 1e-9 or (not filled and high.sum() < 1 - 1e-9):
        raise CriteriaError(
            _("No weights lie within their ranges: give ranges that leave room for weights that sum to 100%.")
        )

    def sample(draws: int, rng: np.random.Generator) -> FloatArray:
        drawn = around(draws, rng)
        sums = _sums(low, high, filled, draws, rng)
        for k, block in enumerate(blocks):
            columns = list(block.columns)
            drawn[:, columns] = _scaled(drawn[:, columns], sums[:, k])
        if len(free):
            drawn[:, free] = _scaled(drawn[:, free], 1.0 - sums.sum(axis=1)) if filled else 0.0
        return drawn

    return sample


def _scaled(parts: FloatArray, sums: FloatArray) -> FloatArray:
    """Return rows (draws, k) with the given sums (draws,), in their own proportions; alike where a row is 0 throughout."""
    totals = parts.sum(axis=1, keepdims=True)
    alike = np.full_like(parts, 1.0 / parts.shape[1])
    shares = np.divide(parts, totals, out=alike, where=totals > 0)
    return np.asarray(shares * np.maximum(sums, 0.0)[:, np.newaxis])


def _sums(
    low: FloatArray, high: FloatArray, filled: bool, draws: int, rng: np.random.Generator
) -> FloatArray:
    """Return sums of blocks (draws, k), uniform among those that leave at least nothing; that leave nothing where it is not filled."""
    if filled:
        found = low + rng.random((draws, len(low))) * (high - low)
        for _round in range(_TRIES):
            beyond = found.sum(axis=1) > 1
            if not np.any(beyond):
                return found
            found[beyond] = low + rng.random((int(beyond.sum()), len(low))) * (high - low)
        # Hardly any of the box is left: what is left for the rest is one more share, anything from 0 on.
        whole = weights_between(np.append(low, 0.0), np.append(high, 1.0))(draws, rng)
        return whole[:, :-1]
    return weights_between(low, np.minimum(high, 1.0))(draws, rng)
