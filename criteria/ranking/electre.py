"""ELECTRE I and II. Source: Roy (1968); Roy & Bertier (1973); Gomes et al. (2004); by scikit-criteria."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from criteria.errors import MethodError
from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.library import all_alike, finite, run
from criteria.ranking.method import Details
from criteria.ranking.normalization import share_of_sum
from criteria.translation import translate as _


def _outranking(
    class_name: str,
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    options: Mapping[str, object],
) -> Mapping[str, FloatArray]:
    return run("electre", class_name, share_of_sum(performances), weights, maximized, options=options)


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
    m = len(performances)
    if all_alike(performances):
        agreeing, opposing = _off_diagonal(np.ones((m, m))), _off_diagonal(np.zeros((m, m)))
        kernel, outranks = np.arange(m), ~np.eye(m, dtype=np.bool_)
    else:
        found = _outranking("ELECTRE1", performances, weights, maximized, {"p": p, "q": q})
        agreeing, opposing = found["matrix_concordance"], found["matrix_discordance"]
        # Sums of weights such as 0.1 + 0.2 + 0.35 stand a rounding error away from a threshold that they equal.
        with np.errstate(invalid="ignore"):
            outranks = (agreeing >= p - 1e-9) & (opposing <= q + 1e-9)
        kernel = np.flatnonzero(~outranks.any(axis=0))
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
    p2 with q0).
    """
    if not (1 >= p0 >= p1 >= p2 >= 0 and 1 >= q0 >= q1 >= 0):
        raise MethodError(_("ELECTRE II needs 1 ≥ p0 ≥ p1 ≥ p2 ≥ 0 and 1 ≥ q0 ≥ q1 ≥ 0."))
    if all_alike(performances):
        return np.ones(len(performances)), {}
    # A sum of weights that equals a threshold may stand a rounding error away from it; thresholds give way a little.
    thresholds = {name: max(0.0, value - 1e-9) for name, value in (("p0", p0), ("p1", p1), ("p2", p2))}
    thresholds |= {name: min(1.0, value + 1e-9) for name, value in (("q0", q0), ("q1", q1))}
    found = _outranking("ELECTRE2", performances, weights, maximized, thresholds)
    names = {"matrix_concordance": "concordance", "matrix_discordance": "discordance"}
    return finite("ELECTRE II", found["score"]), {ours: found[theirs] for theirs, ours in names.items()}


def _off_diagonal(matrix: FloatArray) -> FloatArray:
    np.fill_diagonal(matrix, np.nan)
    return matrix
