"""ELECTRE I and II. Source: Roy (1968); Roy & Bertier (1973); Gomes et al. (2004).

The relations are drawn with a tolerance: a sum of weights that equals a threshold, or another sum, may stand a rounding error
away from it.
"""

from __future__ import annotations

import numpy as np

from criteria.errors import MethodError
from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.method import Details
from criteria.scaling.normalization import share_of_sum
from criteria.translation import translate as _

_ROUNDING = 1e-9
PAIRS_LIMIT = 100_000_000  # pairs of candidates, each under each criterion: a table of them takes 0.8 GB


def check_pairs(m: int, n: int, method: str) -> None:
    """Raise MethodError where the comparisons of all pairs of m candidates under n criteria are more than memory should hold."""
    if m * m * n <= PAIRS_LIMIT:
        return
    raise MethodError(
        _(
            "{method} compares every pair of candidates under every criterion: {count} of them are too many. Choose another method, "
            "or keep at most {most}.",
            method=method,
            count=m,
            most=int((PAIRS_LIMIT / n) ** 0.5),
        )
    )


def concordance_and_discordance(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, normalization: object = "sum"
) -> tuple[FloatArray, FloatArray]:
    """Return the weight that agrees and the strongest objection for each pair, (m, m), 0 to 1, nan on the diagonal.

    normalization: sum, x / Σx, or none for data that the caller has scaled, of either sign.  Objections are measured against the
    largest range of any normalized column that has weight. Where all are alike everybody agrees.
    """
    m, n = performances.shape
    check_pairs(m, n, "ELECTRE")
    if all_alike(performances, weights):
        nobody = np.where(np.eye(m, dtype=np.bool_), np.nan, 0.0)
        return nobody + 1.0, nobody
    values = performances if normalization == "none" else share_of_sum(performances)
    counts = weights > 0  # a criterion without weight neither agrees nor objects
    better = np.where(maximized, values, -values)[:, counts]
    # Row by row, so that memory grows with candidates × criteria, not with pairs × criteria.
    agreeing, opposing = np.empty((m, m)), np.empty((m, m))
    # Values that differ in their last bit only may be one share of the sum: then nothing objects.
    largest = float(np.ptp(better, axis=0).max()) or 1.0
    for i, own in enumerate(better):
        agreeing[i] = (own >= better) @ weights[counts]
        opposing[i] = np.maximum(better - own, 0.0).max(axis=1) / largest
    np.fill_diagonal(agreeing, np.nan)
    np.fill_diagonal(opposing, np.nan)
    return agreeing, opposing


def all_alike(performances: FloatArray, weights: FloatArray) -> bool:
    """Whether no criterion that has weight tells any two alternatives apart."""
    return bool(np.all((performances == performances[0]) | (weights == 0)))


def _holds(agreeing: FloatArray, opposing: FloatArray, least: float, most: float) -> BoolArray:
    """Return where enough weight agrees and no objection is too strong; never on the diagonal."""
    with np.errstate(invalid="ignore"):
        return (agreeing >= least - _ROUNDING) & (opposing <= most + _ROUNDING)


def kernel_selection(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "sum",
    p: float = 0.65,
    q: float = 0.35,
) -> tuple[FloatArray, Details]:
    """Return how many alternatives strictly outrank each (outrank it and are not outranked by it); lower is better.

    p, q: concordance and discordance thresholds, 0 to 1. Details: concordance, discordance, outranking, kernel.
    The kernel holds those whom nobody outranks, and everybody where all are alike; it can be empty.
    """
    agreeing, opposing = concordance_and_discordance(performances, weights, maximized, normalization)
    outranks = _holds(agreeing, opposing, p, q)
    alike = all_alike(performances, weights)
    kernel = np.arange(len(performances)) if alike else np.flatnonzero(~outranks.any(axis=0))
    strict = outranks & ~outranks.T
    return strict.sum(axis=0).astype(np.float64), {
        "concordance": agreeing,
        "discordance": opposing,
        "outranking": outranks,
        "kernel": kernel,
    }


def mean_of_ranks(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "sum",
    p0: float = 0.65,
    p1: float = 0.5,
    p2: float = 0.35,
    q0: float = 0.65,
    q1: float = 0.35,
) -> tuple[FloatArray, Details]:
    """Return the mean of the direct and the inverted rank; lower is better; 1 for all where all are alike.

    p0 ≥ p1 ≥ p2: concordance thresholds; q0 ≥ q1: discordance thresholds (strong relation: p0 with q0 or p1 with q1; weak:
    p2 with q0). Both also ask that more weight agrees than disagrees. In this variant candidates are peeled off both
    relations at once, and the weak one holds wherever the strong one does: only p2 and q0 can change the ranking.
    """
    if not (1 >= p0 >= p1 >= p2 >= 0 and 1 >= q0 >= q1 >= 0):
        raise MethodError(_("ELECTRE II needs 1 ≥ p0 ≥ p1 ≥ p2 ≥ 0 and 1 ≥ q0 ≥ q1 ≥ 0."))
    agreeing, opposing = concordance_and_discordance(performances, weights, maximized, normalization)
    with np.errstate(invalid="ignore"):
        majority = agreeing > agreeing.T + _ROUNDING
    strong = (_holds(agreeing, opposing, p0, q0) | _holds(agreeing, opposing, p1, q1)) & majority
    outranks = (_holds(agreeing, opposing, p2, q0) & majority) | strong
    direct = peeled(outranks)
    inverted = peeled(outranks.T)
    score = (direct + inverted.max() + 1 - inverted) / 2.0
    return score, {"concordance": agreeing, "discordance": opposing, "strong": strong, "outranking": outranks}


def peeled(outranks: BoolArray) -> FloatArray:
    """Return the round in which each alternative is taken away: 1 for those whom nobody left outranks, and so on.

    Those who outrank each other in a circle leave together, in the last round.
    """
    rounds = np.zeros(len(outranks))
    left = np.ones(len(outranks), dtype=np.bool_)
    number = 1
    while np.any(left):
        leaving = left & ~np.any(outranks[left], axis=0)
        leaving = leaving if np.any(leaving) else left
        rounds[leaving] = number
        left = left & ~leaving
        number += 1
    return rounds
