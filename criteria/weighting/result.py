"""What every way to weights returns at least: weights that sum to 1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from criteria.model.arrays import FloatArray
from criteria.model.frozen import frozen_inside
from criteria.scaling.checks import shares


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Weights (n,), at least 0, sum 1; details: intermediates of the scheme by name, each (n,) or a number."""

    weights: FloatArray
    details: Mapping[str, FloatArray | float] = field(default_factory=lambda: MappingProxyType({}))


def weights_from(points: FloatArray, details: Mapping[str, FloatArray | float] | None = None) -> Weights:
    """Return points (n,), at least 0 and not all 0, as weights."""
    weights = shares(points)
    weights.setflags(write=False)
    return Weights(weights, MappingProxyType(dict(details or {})))
