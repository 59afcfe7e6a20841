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
    shares, n = _null_model(weights, member_weights)
    if not shares:
        return found
    chance = consensus_by_chance(shares, n)
    return max(0.0, (found - chance) / (1.0 - chance))


def reached_by_chance(weights: ArrayLike, member_weights: ArrayLike | None = None) -> float:
    """Return the consensus beyond chance that as many random members stay below in 95 of 100 trials, 0 to 1.

    What is not above it is no more agreement than chance gives; for two members it is high. 0 for a single member or a single item.
    """
    shares, n = _null_model(weights, member_weights)
    return chance_level(shares, n) if shares else 0.0


def _null_model(weights: ArrayLike, member_weights: ArrayLike | None) -> tuple[tuple[float, ...], int]:
    """Return what each member counts (sum 1, in order) and the number of items; no members where nothing can be compared."""
    k, n = np.atleast_2d(np.asarray(weights, dtype=np.float64)).shape
    counts = np.ones(k) if member_weights is None else np.asarray(member_weights, dtype=np.float64)
    shares = counts / counts.sum()
    if k < 2 or n < 2 or np.count_nonzero(shares) < 2:
        return (), n
    return tuple(np.round(np.sort(shares), 6).tolist()), n


def consensus_by_chance(shares: tuple[float, ...], items: int) -> float:
    """Return the mean consensus of members who count so much each (sum 1) and weigh so many items at random."""
    return float(_trials(shares, items).mean())


def chance_level(shares: tuple[float, ...], items: int) -> float:
    """Return the consensus beyond chance that 95 of 100 groups of such random members stay below."""
    trials = _trials(shares, items)
    chance = float(trials.mean())
    return max(0.0, (float(np.quantile(trials, 0.95)) - chance) / (1.0 - chance))


@lru_cache(maxsize=256)
def _trials(shares: tuple[float, ...], items: int) -> FloatArray:
    """Return the consensus of many groups (t,) of random members."""
    counts = np.array(shares)
    rng = np.random.default_rng(0)  # the same trials each time: a scale must not move
    drawn = rng.dirichlet(np.ones(items), (_TRIALS, len(counts)))
    between = _entropy(np.einsum("k,tkn->tn", counts, drawn)) - _entropy(drawn) @ counts
    most = min(float(np.exp(_entropy(counts[np.newaxis])[0])), float(items))
    found: FloatArray = np.clip((np.exp(-between) - 1 / most) / (1 - 1 / most), 0.0, 1.0)
    found.setflags(write=False)
    return found


def _entropy(shares: FloatArray) -> FloatArray:
    positive = np.where(shares > 0, shares, 1.0)
    found: FloatArray = -(shares * np.log(positive)).sum(axis=-1)
    return found
