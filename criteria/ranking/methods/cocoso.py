"""Combined compromise solution. Source: Yazdani, Zarate, Zavadskas & Turskis (2019), eqs. 1-10."""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.method import Details, Setting
from criteria.scaling.kept import kept
from criteria.scaling.normalization import benefits, weighted

_MANY = 64  # weightings from which on equal values are raised to a power once


def combined_compromise(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, **settings: Setting
) -> FloatArray:
    """Return ∛(k_a k_b k_c) + (k_a + k_b + k_c) / 3, positive; higher is better.

    performances: (m, n).  weights: (..., n).  settings: those of `strategies`.  Returns (..., m); not finite where an
    alternative is worst on everything that has weight while others are not: k_b divides by its sum.
    """
    a, b, c = strategies(performances, weights, maximized, **settings)  # type: ignore[arg-type]
    score: FloatArray = np.cbrt(a * b * c) + (a + b + c) / 3.0
    return score


def details(
    performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, **settings: Setting
) -> Details:
    """Return the three strategies by name."""
    return dict(
        zip(
            ("k_a", "k_b", "k_c"),
            strategies(performances, weights, maximized, **settings),  # type: ignore[arg-type]
            strict=True,
        )
    )


def strategies(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "minmax",
    scales: object = None,
    lambda_: float = 0.5,
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return k_a (share of the total), k_b (relative to the lowest) and k_c (relative to the highest S and P), each (..., m).

    S = Σ w·v and P = Σ v^w, over the criteria that have weight (v⁰ would count as 1).  lambda_: the share of S in k_c.
    """
    values = benefits(performances, maximized, normalization, scales)
    sums = weighted(weights, values)
    powers = sum_of_powers(values, weights)
    # All at the worst end of everything: level, as all are alike anywhere else.
    nothing = sums.max(axis=-1, keepdims=True) <= 0
    sums, powers = np.where(nothing, 1.0, sums), np.where(nothing, 1.0, powers)
    both = sums + powers
    mixed = lambda_ * sums + (1 - lambda_) * powers
    # The two maxima are taken apart, as published: they may belong to two alternatives.
    highest = lambda_ * sums.max(axis=-1, keepdims=True) + (1 - lambda_) * powers.max(axis=-1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        relative = sums / sums.min(axis=-1, keepdims=True) + powers / powers.min(axis=-1, keepdims=True)
    return both / both.sum(axis=-1, keepdims=True), relative, mixed / highest


def weighted_sum(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "minmax",
    scales: object = None,
    lambda_: float = 0.5,
) -> FloatArray:
    """Return S (..., m): as the lowest S goes to zero k_b outgrows all else, and the order becomes that of S."""
    return weighted(weights, benefits(performances, maximized, normalization, scales))


def sum_of_powers(values: FloatArray, weights: FloatArray) -> FloatArray:
    """Return Σ v^w over the criteria that have weight.  values: (..., m, n), at least 0.  Returns (..., m)."""
    n = values.shape[-1]
    if values.ndim == 2 and weights.size >= _MANY * n:
        return _of_alike(values, weights.reshape(-1, n)).reshape(*weights.shape[:-1], len(values))
    logarithms = np.log(values, out=np.full_like(values, -np.inf), where=values > 0)
    total = np.zeros(np.broadcast_shapes(weights.shape[:-1], values.shape[:-2]) + values.shape[-2:-1])
    power, nothing = np.empty_like(total), weights <= 0
    some = bool(nothing.any())
    with np.errstate(invalid="ignore"):  # 0 · log 0 is not taken
        for j in range(values.shape[-1]):
            np.multiply(weights[..., j, np.newaxis], logarithms[..., j], out=power)
            np.exp(power, out=power)
            if some:
                np.copyto(power, 0.0, where=nothing[..., j, np.newaxis])
            total += power
    return total


def _of_alike(values: FloatArray, weights: FloatArray) -> FloatArray:
    """Return the same for one matrix (m, n) and many weightings (k, n): ratings are few different numbers, each raised to a power once."""
    total = np.zeros((len(weights), len(values)))
    taken, nothing = np.empty_like(total), weights <= 0
    some = bool(nothing.any())
    with np.errstate(invalid="ignore"):  # 0 · log 0 is not taken
        for j, (logarithms, places, different) in enumerate(_different(values)):
            power = np.exp(weights[:, j, np.newaxis] * logarithms[: int(different[0])])
            if some:
                np.copyto(power, 0.0, where=nothing[:, j, np.newaxis])
            total += np.take(power, places.astype(np.intp), axis=1, out=taken, mode="clip")
    return total


@kept
def _different(values: FloatArray) -> FloatArray:
    """Return for each criterion (n, 3, m) the logarithms of its different values, which of them each alternative has, and how many there are."""
    m, n = values.shape
    found = np.zeros((n, 3, m))
    for j in range(n):
        alike, places = np.unique(values[:, j], return_inverse=True)
        logarithms = np.log(alike, out=np.full_like(alike, -np.inf), where=alike > 0)
        found[j, 0, : len(alike)], found[j, 1], found[j, 2] = logarithms, places, len(alike)
    return found
