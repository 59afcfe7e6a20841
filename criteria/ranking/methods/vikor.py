"""VIKOR compromise ranking. Source: Opricovic & Tzeng (2004), section 2."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.competition import TIE
from criteria.ranking.method import Details
from criteria.scaling.normalization import benefits, weighted

_ALL_ALIKE = 1e-12  # a spread of S or R below this is rounding noise: nobody is behind


def compromise(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "minmax",
    scales: object = None,
    v: float = 0.5,
) -> FloatArray:
    """Return Q, between 0 (best compromise) and 1; lower is better.

    v: weight of the group's utility S against the individual regret R, 0 to 1.
    Where all S (or all R) are equal, that part of Q is 0.
    """
    utility, regret = utility_and_regret(
        performances, weights, maximized, normalization=normalization, scales=scales
    )
    return v * position(utility) + (1 - v) * position(regret)


def position(values: FloatArray) -> FloatArray:
    """Return where each value (..., m) stands between the least and the greatest of its row, 0 where all are equal."""
    low = values.min(axis=-1, keepdims=True)
    span = values.max(axis=-1, keepdims=True) - low
    return np.divide(values - low, span, out=np.zeros_like(values), where=span > _ALL_ALIKE)


def utility_and_regret(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    *,
    normalization: object,
    scales: object,
) -> tuple[FloatArray, FloatArray]:
    """Return S (weighted sum of regrets) and R (largest weighted regret), each (..., m). A constant column has no regret."""
    regrets = 1.0 - benefits(performances, maximized, normalization, scales)
    utility = weighted(weights, regrets)
    return utility, largest_weighted(regrets, weights)


def largest_weighted(regrets: FloatArray, weights: FloatArray) -> FloatArray:
    """Return max over the criteria of w · r, (..., m); one criterion at a time, so memory stays at one batch of scores."""
    if regrets.ndim == 2:
        return _largest_of_one(regrets, weights.reshape(-1, weights.shape[-1])).reshape(
            *weights.shape[:-1], len(regrets)
        )
    batch = np.broadcast_shapes(weights.shape[:-1], regrets.shape[:-2])
    largest = np.zeros((*batch, regrets.shape[-2]))
    one = np.empty_like(largest)
    for j in range(regrets.shape[-1]):
        np.multiply(weights[..., j, np.newaxis], regrets[..., j], out=one)
        np.maximum(largest, one, out=largest)
    return largest


def _largest_of_one(regrets: FloatArray, weights: FloatArray) -> FloatArray:
    """Return the same for one matrix (m, n) and many weightings (k, n), one alternative after the other: (k, m)."""
    across = np.ascontiguousarray(weights.T)
    largest = np.zeros((len(regrets), len(weights)))
    one = np.empty_like(largest)
    for weight, regret in zip(across, regrets.T, strict=True):
        np.multiply(weight, regret[:, np.newaxis], out=one)
        np.maximum(largest, one, out=largest)
    return np.ascontiguousarray(largest.T)


def details(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "minmax",
    scales: object = None,
    v: float = 0.5,
) -> Details:
    """Return S, R, Q and, for a single set of weights, the compromise set with its two conditions."""
    utility, regret = utility_and_regret(
        performances, weights, maximized, normalization=normalization, scales=scales
    )
    compromise_score = v * position(utility) + (1 - v) * position(regret)
    found: dict[str, object] = {"S": utility, "R": regret, "Q": compromise_score}
    if compromise_score.ndim == 1:
        found |= compromise_set(utility, regret, compromise_score)
    return found


def compromise_set(utility: FloatArray, regret: FloatArray, compromise_score: FloatArray) -> Details:
    """Return the alternatives proposed as a compromise (indices, best first) and which conditions hold.

    acceptable_advantage: the second is behind by at least 1 / (m - 1).  acceptable_stability: the first is also best by
    S or by R.  Source: Opricovic & Tzeng (2004), conditions C1 and C2.
    """
    m = len(compromise_score)
    order = np.argsort(compromise_score, kind="stable")
    first = order[0]
    if m == 1:
        return {"compromise_set": order, "acceptable_advantage": True, "acceptable_stability": True}
    needed = 1.0 / (m - 1)
    behind = compromise_score - compromise_score[first]
    advantage = bool(behind[order[1]] >= needed - TIE)
    stability = bool(utility[first] <= utility.min() + TIE or regret[first] <= regret.min() + TIE)
    if not advantage:
        chosen = order[behind[order] < needed - TIE]
    elif not stability:
        chosen = order[:2]
    else:
        chosen = order[:1]
    return {
        "compromise_set": chosen,
        "acceptable_advantage": advantage,
        "acceptable_stability": stability,
    }
