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
    score: FloatArray = a * b
    score *= c
    np.cbrt(score, out=score)
    a += b
    a += c
    a /= 3.0
    score += a
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
    # One alternative after the other, all rows at once: a row is too short to be summed up quickly.
    sums = weighted(weights, values)
    shape, columns = sums.shape, (-1, sums.shape[-1])
    sums = np.ascontiguousarray(sums.reshape(columns).T)
    powers = np.ascontiguousarray(sum_of_powers(values, weights).reshape(columns).T)
    # All at the worst end of everything: level, as all are alike anywhere else.
    nothing = sums.max(axis=0) <= 0
    if nothing.any():
        sums[:, nothing] = powers[:, nothing] = 1.0
    both = sums + powers
    mixed = lambda_ * sums + (1 - lambda_) * powers
    # The two maxima are taken apart, as published: they may belong to two alternatives.
    highest = lambda_ * sums.max(axis=0) + (1 - lambda_) * powers.max(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        relative = sums / sums.min(axis=0) + powers / powers.min(axis=0)
    share, lowest, most = (
        part.T.reshape(shape) for part in (both / both.sum(axis=0), relative, mixed / highest)
    )
    return share, lowest, most


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
    """Return the same for one matrix (m, n) and many weightings (k, n): ratings are few different numbers, each raised to a power once.

    One alternative after the other, all weightings at once. What is best or worst of all is 1 or 0 with every weight.
    """
    across = np.ascontiguousarray(weights.T)
    total, nothing = np.zeros((len(values), len(weights))), across <= 0
    some, room = bool(nothing.any()), np.empty_like(total)
    for j, (logarithms, places, different) in enumerate(_different(values)):
        told_apart = logarithms[: int(different[0])]
        power = room[: len(told_apart)]
        for one, logarithm in zip(power, told_apart, strict=True):
            if np.isfinite(logarithm) and logarithm:
                np.exp(np.multiply(across[j], logarithm, out=one), out=one)
            else:
                one.fill(0.0 if logarithm else 1.0)
        if some:
            power[:, nothing[j]] = 0.0
        for alternative, place in enumerate(places.astype(np.intp)):
            total[alternative] += power[place]
    across_all: FloatArray = total.T
    return across_all


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
