"""Weights with a range of their own: between which shares of the whole somebody would put a criterion or a group."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite

from criteria.errors import ScenarioError
from criteria.model.text import clean_text
from criteria.translation import translate as _

WeightRange = tuple[
    str, float, float
]  # criterion or group, lowest and highest share of the whole, from 0 to 1


def checked_ranges(ranges: Iterable[WeightRange]) -> tuple[WeightRange, ...]:
    """Return the ranges sorted by identifier, the last one of each; raise ScenarioError for one that is none."""
    found: dict[str, WeightRange] = {}
    for criterion, low, high in ranges:
        if not (isfinite(low) and isfinite(high) and 0 <= low <= high <= 1):
            raise ScenarioError(
                _(
                    "The range of the weight of '{criterion}' runs from {low:g} to {high:g}; give two shares from 0 to 1, the lower one first.",
                    criterion=clean_text(criterion, 60),
                    low=low,
                    high=high,
                )
            )
        found[criterion] = (criterion, float(low), float(high))
    return tuple(found[key] for key in sorted(found))
