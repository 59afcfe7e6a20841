"""Scaling is part of a method: the ways to make criteria of different units comparable.

Each function takes performances (..., m, n) and maximized (n,) and returns values (..., m, n); leading axes hold several
matrices, each normalized by itself. *Sense kept* means that a cost remains a cost; *reversed* means that afterwards more is
better for every criterion.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from criteria.errors import MethodError
from criteria.model.arrays import BoolArray, FloatArray
from criteria.scaling.checks import cell_error, first_place, per_criterion
from criteria.scaling.kept import kept
from criteria.translation import later
from criteria.translation import translate as _


@dataclass(frozen=True, slots=True)
class Normalization:
    """One way of scaling: its key, its name for people, and what it does in one sentence."""

    key: str
    name: str
    summary: str


NORMALIZATIONS: Mapping[str, Normalization] = MappingProxyType(
    {
        row.key: row
        for row in (
            Normalization(
                "vector",
                later("vector"),
                later("Each value is divided by the length of its column: x / √Σx²."),
            ),
            Normalization(
                "minmax",
                later("min–max"),
                later("Worst present value 0, best present value 1, costs reversed."),
            ),
            Normalization("sum", later("sum"), later("Each value is divided by the sum of its column.")),
            Normalization("linear", later("linear"), later("Benefits x / max, costs min / x.")),
            Normalization(
                "scale",
                later("declared scale"),
                later("Position on the declared scale, independent of the candidates; costs reversed."),
            ),
            Normalization(
                "average",
                later("distance from average"),
                later("Relative distance from the column's average."),
            ),
            Normalization("none", later("none"), later("Raw values; costs count negatively.")),
        )
    }
)


def signs(maximized: BoolArray) -> FloatArray:
    """Return 1 for each criterion to maximize and -1 for each to minimize."""
    return np.where(maximized, 1.0, -1.0)


@kept
def vector(performances: FloatArray) -> FloatArray:
    """Return x / √Σx², sense kept; a column of zeros stays zero."""
    # Divided by the largest value first, so that squares of very large or small numbers neither overflow nor vanish.
    largest = np.max(np.abs(performances), axis=-2, keepdims=True)
    scaled = np.divide(performances, largest, out=np.zeros_like(performances), where=largest > 0)
    length = np.sqrt(np.sum(scaled**2, axis=-2, keepdims=True))
    return np.divide(scaled, length, out=np.zeros_like(scaled), where=length > 0)


@kept
def minmax(performances: FloatArray, maximized: BoolArray) -> FloatArray:
    """Return (x - min) / (max - min), reversed for costs; 1 in a column where all are alike: nobody is behind."""
    low, high = performances.min(axis=-2, keepdims=True), performances.max(axis=-2, keepdims=True)
    span = high - low
    ahead = np.where(maximized, performances - low, high - performances)
    return np.divide(ahead, span, out=np.ones_like(performances), where=span > 0)


@kept
def on_scale(performances: FloatArray, maximized: BoolArray, scales: object) -> FloatArray:
    """Return the position on the declared scale, 0 at its worst end and 1 at its best.

    scales: (n, 2), the lowest and highest value of each criterion.  Raises MethodError for a value beyond its scale.
    """
    bounds = checked_bounds(performances, scales, "scales")
    low, span = bounds[:, 0], bounds[:, 1] - bounds[:, 0]
    return np.where(maximized, performances - low, bounds[:, 1] - performances) / span


def checked_bounds(performances: FloatArray, given: object, name: str) -> FloatArray:
    """Return bounds (n, 2) that increase and contain all values, or raise MethodError."""
    n = performances.shape[-1]
    if given is None:
        raise MethodError(
            _(
                "'{name}' is missing: give the lowest and highest value of each of the {n} criteria.",
                name=name,
                n=n,
            )
        )
    bounds = per_criterion(given, (n, 2), name)
    if np.any(bounds[:, 0] >= bounds[:, 1]):
        raise MethodError(
            _(
                "'{name}' must hold a lower and a higher finite number for each of the {n} criteria.",
                name=name,
                n=n,
            )
        )
    outside = (performances < bounds[:, 0]) | (performances > bounds[:, 1])
    if np.any(outside):
        i, j = first_place(outside)
        raise cell_error(
            lambda place: _(
                "{place}: {value:g} lies outside {low:g} to {high:g}; correct it or widen '{name}'.",
                place=place,
                value=performances[..., i, j].flat[0],
                low=bounds[j, 0],
                high=bounds[j, 1],
                name=name,
            ),
            i,
            j,
        )
    return bounds


@kept
def share_of_sum(performances: FloatArray) -> FloatArray:
    """Return x / Σx, sense kept; a column of zeros stays zero. Raises MethodError for negative values."""
    refuse_negative(performances, "sum")
    # Divided by the largest first: a sum of very large values must not overflow.
    largest = performances.max(axis=-2, keepdims=True)
    relative = np.divide(performances, largest, out=np.zeros_like(performances), where=largest > 0)
    total = relative.sum(axis=-2, keepdims=True)
    return np.divide(relative, total, out=np.zeros_like(relative), where=total > 0)


@kept
def share_of_sum_inverted(performances: FloatArray, maximized: BoolArray) -> FloatArray:
    """Return x / Σx for benefits and (1/x) / Σ(1/x) for costs. Raises MethodError for a cost of zero."""
    return share_of_sum(inverted_costs(performances, maximized, "sum"))


@kept
def linear(performances: FloatArray, maximized: BoolArray) -> FloatArray:
    """Return x / max for benefits and min / x for costs; a benefit column of zeros stays zero.

    Raises MethodError for a negative value or a cost of zero, where min / x has no meaning.
    """
    values = inverted_costs(performances, maximized, "linear")
    top = values.max(axis=-2, keepdims=True)
    return np.divide(values, top, out=np.zeros_like(values), where=top > 0)


def inverted_costs(performances: FloatArray, maximized: BoolArray, name: str) -> FloatArray:
    """Return x for benefits and 1/x for costs. Raises MethodError for a negative value or a cost of zero."""
    refuse_negative(performances, name)
    costs = np.flatnonzero(~maximized)
    divisors = performances[..., costs]
    if not np.all(divisors):
        raise cell_error(
            lambda place: _(
                "{place} is a cost of 0, and costs are divided by here (normalization '{name}'). Choose another normalization, or a "
                "method that takes zeros: the weighted sum, TOPSIS or PROMETHEE II.",
                place=place,
                name=name,
            ),
            *first_place((performances == 0) & ~maximized),
        )
    values = performances.astype(np.float64)
    values[..., costs] = 1.0 / divisors
    return values


def refuse_negative(performances: FloatArray, name: str) -> None:
    """Raise MethodError, naming the first place, if any value is negative."""
    if np.any(performances < 0):
        i, j = first_place(performances < 0)
        raise cell_error(
            lambda place: _(
                "{place} is {value:g}; '{name}' has no meaning for negative values. "
                "Choose another normalization or method, or shift the scale.",
                place=place,
                value=performances[..., i, j].flat[0],
                name=name,
            ),
            i,
            j,
        )


def refuse_zero_or_negative(performances: FloatArray, name: str) -> None:
    """Raise MethodError, naming the first place, for a value that a method would divide by or take a ratio of."""
    refuse_negative(performances, name)
    if np.any(performances == 0):
        raise cell_error(
            lambda place: _(
                "{place} is 0, and {method} takes ratios of values. Choose a method that takes zeros: "
                "the weighted sum, TOPSIS or PROMETHEE II.",
                place=place,
                method=name,
            ),
            *first_place(performances == 0),
        )


def benefits(
    performances: FloatArray, maximized: BoolArray, normalization: object, scales: object = None
) -> FloatArray:
    """Return values (m, n) for which more is better, under any normalization that reverses costs.

    Raises MethodError for a normalization that keeps the sense of costs or is unknown.
    """
    if normalization == "minmax":
        return minmax(performances, maximized)
    if normalization == "linear":
        return linear(performances, maximized)
    if normalization == "sum":
        return share_of_sum_inverted(performances, maximized)
    if normalization == "scale":
        return on_scale(performances, maximized, scales)
    if normalization == "none":
        return performances * signs(maximized)
    raise MethodError(_("'{name}' does not make all criteria benefits.", name=normalization))


def weighted(weights: FloatArray, values: FloatArray) -> FloatArray:
    """Return Σ w·v over the criteria, (..., m): one matrix product for one matrix of values, else one sum for each.

    weights: (..., n).  values: (m, n), or (..., m, n) with one matrix for each row of weights.
    """
    if values.ndim == 2:
        total: FloatArray = weights @ values.T
        return total
    return np.matmul(values, weights[..., np.newaxis])[..., 0]
