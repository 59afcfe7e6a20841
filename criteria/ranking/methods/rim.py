"""Reference ideal method. Source: Cables, Lamata & Verdegay (2016), eqs. 1-9."""

from __future__ import annotations

import numpy as np

from criteria.errors import MethodError
from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.ranking.method import Details, Setting
from criteria.ranking.methods.topsis import closeness_polynomials
from criteria.scaling.checks import per_criterion
from criteria.scaling.normalization import checked_bounds, weighted
from criteria.translation import translate as _


def relative_index(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, **settings: Setting
) -> FloatArray:
    """Return the closeness to the reference ideal, 0 to 1; higher is better; 1 where all are alike without declared ranges.

    performances: (m, n).  weights: (..., n).  settings: those of `nearness`.  Returns (..., m).
    """
    to_ideal, to_nothing = _distances(performances, weights, maximized, **settings)
    total = to_ideal + to_nothing
    # Weights so small that their squares vanish: 0/0, by convention halfway.
    return np.divide(to_nothing, total, out=np.full_like(total, 0.5), where=total > 0)


def details(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, **settings: Setting
) -> Details:
    """Return the two distances by name."""
    to_ideal, to_nothing = _distances(performances, weights, maximized, **settings)
    return {"i_plus": to_ideal, "i_minus": to_nothing}


def order_polynomials(
    performances: FloatArray,
    start: FloatArray,
    end: FloatArray,
    maximized: BoolArray,
    rows: IntArray,
    columns: IntArray,
    **settings: Setting,
) -> FloatArray:
    """Return (k, p, 5), lowest power first, as for TOPSIS: positive at t where rows[q] is closer to its ideal than columns[q]."""
    near = nearness(performances, maximized, **settings)
    return closeness_polynomials((1.0 - near) ** 2, near**2, start, end, rows, columns)


def nearness(
    performances: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "scale",
    scales: object = None,
    ref_ideals: object = None,
) -> FloatArray:
    """Return (..., m, n): 1 inside the ideal interval, falling to 0 at the ends of the range.

    scales: (n, 2), the range of each criterion, by default that of the data.  ref_ideals: (n, 2), an interval inside it, by
    default its best end.
    """
    if scales is None:
        low, high = performances.min(axis=-2, keepdims=True), performances.max(axis=-2, keepdims=True)
    else:
        low, high = checked_bounds(performances, scales, "scales").T
    first = last = np.where(maximized, high, low)
    if ref_ideals is not None:
        first, last = per_criterion(ref_ideals, (performances.shape[-1], 2), "ref_ideals").T
        inside = np.all((low <= first) & (first <= last) & (last <= high), axis=tuple(range(low.ndim - 1)))
        if not np.all(inside):
            raise MethodError(
                _(
                    "'{name}': criterion {j} must hold an interval inside its range.",
                    name="ref_ideals",
                    j=int(np.argmin(inside)) + 1,
                )
            )
    short = np.maximum(first - performances, 0.0)
    beyond = np.maximum(performances - last, 0.0)
    # Where the ideal reaches the end of the range nobody can miss it on that side.
    away = np.divide(short, first - low, out=np.zeros_like(performances), where=first > low)
    away += np.divide(beyond, high - last, out=np.zeros_like(performances), where=high > last)
    return 1.0 - away


def _distances(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, **settings: Setting
) -> tuple[FloatArray, FloatArray]:
    near = nearness(performances, maximized, **settings)
    squared_weights = weights**2
    return np.sqrt(weighted(squared_weights, (1.0 - near) ** 2)), np.sqrt(weighted(squared_weights, near**2))
