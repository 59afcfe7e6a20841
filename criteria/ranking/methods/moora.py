"""MOORA and MULTIMOORA. Source: Brauers & Zavadskas (2006, 2010, 2012)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.ranking.competition import competition_ranks, ranks_in_columns
from criteria.ranking.method import Details
from criteria.ranking.methods.vikor import largest_weighted
from criteria.ranking.methods.wpm import logarithm_of_product
from criteria.scaling.kept import kept
from criteria.scaling.normalization import inverted_costs, on_scale, signs, vector, weighted

_PAIRS = 64_000  # compared at once, which stays in the cache
# Of ratio system, reference point and full multiplicative form: whether more is better, and whether the tie tolerance grows with the scores.
_PARTS = ((True, True), (False, True), (True, False))


def ratio_system(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "vector",
) -> FloatArray:
    """Return the weighted benefits less the weighted costs of vector-normalized values; higher is better."""
    return weighted(weights, _signed(performances, maximized))


def reference_point(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "vector",
    scales: object = None,
) -> FloatArray:
    """Return the largest weighted distance from the best value of any criterion (Tchebycheff); lower is better.

    With `scale` the reference point is the best end of each declared scale instead of the best present value.
    """
    if normalization == "scale":
        distance = 1.0 - on_scale(performances, maximized, scales)
    else:
        values = _signed(performances, maximized)
        distance = values.max(axis=-2, keepdims=True) - values
    return largest_weighted(distance, weights)


@kept
def _signed(performances: FloatArray, maximized: BoolArray) -> FloatArray:
    """Return the vector-normalized values, costs below zero, (..., m, n)."""
    return vector(performances) * signs(maximized)


def part_scores(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, *, full_multiplicative: str
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the scores (..., m) of ratio system and reference point, and the logarithm of the full multiplicative form.

    full_multiplicative: `exponents` takes weights as exponents of the raw values; `factors` multiplies the normalized values
    by them, which adds the same constant to every logarithm and is left to `multimoora_details`.
    """
    if full_multiplicative == "factors":
        once = np.ones_like(weights)
        product = logarithm_of_product(inverted_costs(vector(performances), maximized, "vector"), once)
    else:
        product = logarithm_of_product(inverted_costs(performances, maximized, "none"), weights)
    return (
        ratio_system(performances, weights, maximized),
        reference_point(performances, weights, maximized),
        product,
    )


def part_ranks(scores: tuple[FloatArray, FloatArray, FloatArray]) -> tuple[IntArray, IntArray, IntArray]:
    """Return the ranks (..., m) of the three parts."""
    ratio, reference, product = (
        competition_ranks(part, higher_is_better=more, relative=relative)
        for part, (more, relative) in zip(scores, _PARTS, strict=True)
    )
    return ratio, reference, product


def dominance(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "vector",
    full_multiplicative: str = "exponents",
) -> FloatArray:
    """Return, for each alternative, the pairs won less the pairs lost, -(m - 1) to m - 1; higher is better.

    A pair is won by whoever is ahead in more of the three part rankings; equal numbers count for nobody. The paper's
    dominance rules leave circular cases open; the balance of pairs settles them without a choice by hand.
    """
    scores = part_scores(performances, weights, maximized, full_multiplicative=full_multiplicative)
    # Some alternatives after the other, all rows at once, in small numbers: the pairs of all rows together do not fit the cache.
    parts = [_small_columns(part, *told) for part, told in zip(scores, _PARTS, strict=True)]
    m, shape = len(parts[0]), np.broadcast_shapes(*(part.shape for part in scores))
    small = parts[0].dtype  # holds the balance as well, which is less than m
    balance = np.zeros(parts[0].shape, dtype=small)
    together = max(1, _PAIRS // max(1, balance.size))
    for first in range(0, m, together):
        apart = [part[first : first + together, np.newaxis] - part[first:] for part in parts]
        # 1 where the other one, of these and of those after them, is ahead in more of the three.
        won = np.sign(np.sign(apart[0]) + np.sign(apart[1]) + np.sign(apart[2]))
        balance[first:] += won.sum(axis=0, dtype=small)
        balance[first : first + together] -= won[:, together:].sum(axis=1, dtype=small)
    return balance.T.astype(np.float64).reshape(shape)


def _small_columns(scores: FloatArray, higher_is_better: bool, relative: bool) -> NDArray[np.signedinteger]:
    """Return the ranks of a part as columns (m, k), in numbers as small as their differences allow."""
    m = scores.shape[-1]
    ranks = ranks_in_columns(scores.reshape(-1, m), higher_is_better=higher_is_better, relative=relative)
    return ranks.view(np.int8) if m < 128 else ranks.astype(np.int32)


def multimoora_details(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "vector",
    full_multiplicative: str = "exponents",
) -> Details:
    """Return the scores of the three parts by name, and their ranks."""
    scores = part_scores(performances, weights, maximized, full_multiplicative=full_multiplicative)
    ranks = part_ranks(scores)
    ratio, reference, product = scores
    if full_multiplicative == "factors":
        factors = np.log(weights, out=np.zeros_like(weights), where=weights > 0) * signs(maximized)
        product = product + factors.sum(axis=-1, keepdims=True)
    names = ("ratio", "reference_point", "full_multiplicative")
    return dict(zip(names, (ratio, reference, np.exp(product)), strict=True)) | {
        f"{name}_ranks": part for name, part in zip(names, ranks, strict=True)
    }
