"""What every way to weights returns at least: weights that sum to 1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import WeightsError
from criteria.model.arrays import FloatArray
from criteria.model.frozen import frozen_inside
from criteria.translation import translate as _


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Weights (n,), at least 0, sum 1; details: intermediates of the scheme by name, each (n,) or a number."""

    weights: FloatArray
    details: Mapping[str, FloatArray | float] = field(default_factory=lambda: MappingProxyType({}))


def weights_from(points: FloatArray, details: Mapping[str, FloatArray | float] | None = None) -> Weights:
    """Return points (n,), at least 0 and not all 0, as weights."""
    # Divided by the largest first: the sum of very large points must not overflow.
    shares = points / points.max()
    weights = shares / shares.sum()
    weights.setflags(write=False)
    return Weights(weights, MappingProxyType(dict(details or {})))


def checked_points(points: ArrayLike, what: str, *, least: float = 0.0) -> FloatArray:
    """Return points (n,) as numbers; raise WeightsError if one is below `least` or not finite, or none is above 0."""
    try:
        given = np.array(points, dtype=np.float64)
    except (ValueError, TypeError):
        given = np.empty((0, 0))
    if given.ndim != 1 or given.size == 0:
        raise WeightsError(_("{what} must be a list of numbers, one for each criterion.", what=what))
    wrong = np.flatnonzero(~(np.isfinite(given) & (given >= least)))
    if len(wrong):
        raise WeightsError(
            _(
                "{what}: number {i} is {value:g}; give a finite number of at least {least:g}.",
                what=what,
                i=int(wrong[0]) + 1,
                value=given[wrong[0]],
                least=least,
            )
        )
    if not np.any(given > 0):
        raise WeightsError(_("{what} are all 0: give at least one criterion some.", what=what))
    return given
