"""Reference ideal method. Source: Cables, Lamata & Verdegay (2016), by scikit-criteria."""

from __future__ import annotations

import numpy as np

from criteria.errors import MethodError
from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.library import finite, run
from criteria.ranking.method import Details
from criteria.scaling.normalization import checked_bounds, per_criterion
from criteria.translation import translate as _


def relative_index(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "scale",
    scales: object = None,
    ref_ideals: object = None,
) -> tuple[FloatArray, Details]:
    """Return the closeness to the reference ideal, 0 to 1; higher is better.

    scales: (n, 2), the range of each criterion, by default that of the data.  ref_ideals: (n, 2), by default its best end.
    """
    low, high = performances.min(axis=0), performances.max(axis=0)
    ranges = (
        np.column_stack([low, high]) if scales is None else checked_bounds(performances, scales, "scales")
    )
    best = np.where(maximized, ranges[:, 1], ranges[:, 0])
    ideals = np.column_stack([best, best])
    if ref_ideals is not None:
        ideals = per_criterion(ref_ideals, ranges.shape, "ref_ideals")
        inside = (
            (ranges[:, 0] <= ideals[:, 0]) & (ideals[:, 0] <= ideals[:, 1]) & (ideals[:, 1] <= ranges[:, 1])
        )
        if not np.all(inside):
            raise MethodError(
                _(
                    "'{name}': criterion {j} must hold an interval inside its range.",
                    name="ref_ideals",
                    j=int(np.argmin(inside)) + 1,
                )
            )
    pairs = {"ref_ideals": [tuple(row) for row in ideals], "ranges": [tuple(row) for row in ranges]}
    found = run("rim", "RIM", performances, weights, maximized, inputs=pairs)
    return finite("RIM", found["score"]), {name: found[name] for name in ("i_plus", "i_minus")}
