"""How much members agree beyond chance: 0 where they are as alike as people who weigh at random, 1 where they are identical."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from criteria.model.arrays import FloatArray
from criteria.weighting.group import consensus

_TRIALS = 4_000


def consensus_beyond_chance(weights: ArrayLike, member_weights: ArrayLike | None = None) -> float:
    """Return (c - c0) / (1 - c0), not below 0: c the consensus of the members' weights (k, n), c0 the mean of random members.

    The null model: each of the k members draws weights for the n items uniformly from all that sum to 1, and counts as the real one does.
    1 for a single member or a single item.  Raises WeightsError for weights with blanks.
    """
    found = consensus(weights, member_weights)
    own = np.atleast_2d(np.asarray(weights, dtype=np.float64))
    k, n = own.shape
    counts = np.ones(k) if member_weights is None else np.asarray(member_weights, dtype=np.float64)
    shares = counts / counts.sum()
    if k < 2 or n < 2 or np.count_nonzero(shares) < 2:
        return found
    chance = consensus_by_chance(tuple(np.round(np.sort(shares), 6).tolist()), n)
    return max(0.0, (found - chance) / (1.0 - chance))


@lru_cache(maxsize=256)
def consensus_by_chance(shares: tuple[float, ...], items: int) -> float:
    """Return the mean consensus of members who count so much each (sum 1) and weigh so many items at random."""
    counts = np.array(shares)
    rng = np.random.default_rng(0)  # the same trials each time: a scale must not move
    drawn = rng.dirichlet(np.ones(items), (_TRIALS, len(counts)))
    between = _entropy(np.einsum("k,tkn->tn", counts, drawn)) - _entropy(drawn) @ counts
    most = min(float(np.exp(_entropy(counts[np.newaxis])[0])), float(items))
    return float(np.mean(np.clip((np.exp(-between) - 1 / most) / (1 - 1 / most), 0.0, 1.0)))


def _entropy(shares: FloatArray) -> FloatArray:
    positive = np.where(shares > 0, shares, 1.0)
    found: FloatArray = -(shares * np.log(positive)).sum(axis=-1)
    return found
