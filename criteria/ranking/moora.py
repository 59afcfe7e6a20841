"""MOORA and MULTIMOORA. Source: Brauers & Zavadskas (2006, 2010, 2012)."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.competition import competition_ranks
from criteria.ranking.method import Details
from criteria.ranking.normalization import on_scale, signs, vector
from criteria.ranking.vikor import largest_weighted
from criteria.ranking.wpm import weighted_product


def ratio_system(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "vector",
) -> FloatArray:
    """Return the weighted benefits less the weighted costs of vector-normalized values; higher is better."""
    return weights @ (vector(performances) * signs(maximized)).T


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
        values = vector(performances) * signs(maximized)
        distance = values.max(axis=0) - values
    return largest_weighted(distance, weights)


def part_scores(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, *, full_multiplicative: str
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the scores (..., m) of the ratio system, the reference point and the full multiplicative form."""
    if full_multiplicative == "factors":
        # Weights that multiply the normalized values: a constant factor Π w on the product of all values.
        values = weighted_product(vector(performances), np.ones(performances.shape[1]), maximized)
        product = (
            values
            * np.prod(np.where(maximized, weights, 1.0 / np.where(weights > 0, weights, 1.0)), axis=-1)[
                ..., np.newaxis
            ]
        )
    else:
        product = weighted_product(performances, weights, maximized)
    return (
        ratio_system(performances, weights, maximized),
        reference_point(performances, weights, maximized),
        product,
    )


def part_ranks(scores: tuple[FloatArray, FloatArray, FloatArray]) -> tuple[FloatArray, ...]:
    """Return the ranks (..., m) of the three parts."""
    ratio, reference, product = scores
    tiny = np.finfo(np.float64).tiny
    return (
        competition_ranks(ratio, higher_is_better=True).astype(np.float64),
        competition_ranks(reference, higher_is_better=False).astype(np.float64),
        competition_ranks(np.log(np.maximum(product, tiny)), higher_is_better=True).astype(np.float64),
    )


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
    ranks = part_ranks(part_scores(performances, weights, maximized, full_multiplicative=full_multiplicative))
    majority = np.zeros((*ranks[0].shape, ranks[0].shape[-1]))
    for part in ranks:
        majority += np.sign(part[..., np.newaxis, :] - part[..., :, np.newaxis])
    balance: FloatArray = np.sign(majority).sum(axis=-1)
    return balance


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
    names = ("ratio", "reference_point", "full_multiplicative")
    return dict(zip(names, scores, strict=True)) | {
        f"{name}_ranks": part.astype(np.int64) for name, part in zip(names, ranks, strict=True)
    }
