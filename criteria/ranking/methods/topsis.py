"""Technique for order preference by similarity to the ideal solution. Source: Hwang & Yoon (1981), ch. 3."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.ranking.method import Details
from criteria.scaling.kept import kept
from criteria.scaling.normalization import benefits, share_of_sum, signs, vector, weighted


def closeness(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "vector",
    scales: object = None,
    rows: Sequence[int] | None = None,
) -> FloatArray:
    """Return how close each alternative is to the ideal one, between 0 (anti-ideal) and 1 (ideal).

    performances: (m, n), any unit, finite.  weights: (..., n).  rows: positions of the alternatives asked about, among all others; None
    for all.  Returns (..., m), or (..., len(rows)); 0.5 for all where all are alike.
    Source: Hwang & Yoon (1981), ch. 3, with vector normalization.
    """

    def squares() -> FloatArray:
        return squared_distances(
            performances, weights, maximized, normalization=normalization, scales=scales, rows=rows
        )

    to_ideal, to_anti_ideal = squares()
    # In place, with one root for both: d⁻ / (d⁺ + d⁻) is 1 / (1 + d⁺ / d⁻), also where d⁻ is 0.
    with np.errstate(all="ignore"):
        found = np.divide(to_ideal, to_anti_ideal, out=to_ideal)
        np.sqrt(found, out=found)
        found += 1.0
        np.divide(1.0, found, out=found)
    if np.isnan(found.sum()):
        # All candidates alike: closeness is 0/0; by convention 0.5. What came out of numbers too large stays without a value.
        found[~squares().any(axis=0)] = 0.5
    return found


def distances(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    *,
    normalization: object,
    scales: object,
) -> tuple[FloatArray, FloatArray]:
    """Return the Euclidean distances (..., m) to the ideal and to the anti-ideal alternative."""
    squared = squared_distances(performances, weights, maximized, normalization=normalization, scales=scales)
    to_ideal, to_anti_ideal = np.sqrt(squared)
    return to_ideal, to_anti_ideal


def squared_distances(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    *,
    normalization: object,
    scales: object,
    rows: Sequence[int] | None = None,
) -> FloatArray:
    """Return the squares of both distances (2, ..., m); of some rows, (2, ..., len(rows)).

    Weights multiply the normalized values, so squared distances are w² · (v - v*)², one matrix product. Of one matrix, what
    is computed of one alternative lies side by side in memory, which is how it is compared with another.
    """
    gaps = _squared_gaps(performances, maximized, normalization, scales)
    if rows is not None:
        gaps = gaps[..., rows, :]
    squared_weights = weights**2
    if gaps.ndim > 3:
        return np.array([weighted(squared_weights, end) for end in gaps])
    _ends, count, n = gaps.shape
    rows_of_weights = squared_weights.reshape(-1, n)
    found = gaps.reshape(-1, n) @ rows_of_weights.T
    by_row: FloatArray = found.reshape(2, count, len(rows_of_weights)).swapaxes(1, 2)
    return by_row.reshape(2, *weights.shape[:-1], count)


@kept
def _squared_gaps(
    performances: FloatArray, maximized: BoolArray, normalization: object, scales: object
) -> FloatArray:
    """Return (v - v*)² to the best and to the worst value present, (2, ..., m, n)."""
    values = comparable(performances, maximized, normalization, scales)
    ends = values.max(axis=-2, keepdims=True), values.min(axis=-2, keepdims=True)
    return np.array([(values - end) ** 2 for end in ends])


def comparable(
    performances: FloatArray, maximized: BoolArray, normalization: object, scales: object
) -> FloatArray:
    """Return normalized values for which more is better; `vector` and `sum` keep the sense, so costs are negated."""
    if normalization == "vector":
        return vector(performances) * signs(maximized)
    if normalization == "sum":
        return share_of_sum(performances) * signs(maximized)
    return benefits(performances, maximized, normalization, scales)


def details(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "vector",
    scales: object = None,
) -> Details:
    """Return the two distances by name."""
    to_ideal, to_anti_ideal = distances(
        performances, weights, maximized, normalization=normalization, scales=scales
    )
    return {"distance_to_ideal": to_ideal, "distance_to_anti_ideal": to_anti_ideal}


def order_polynomials(
    performances: FloatArray,
    start: FloatArray,
    end: FloatArray,
    maximized: BoolArray,
    rows: IntArray,
    columns: IntArray,
    *,
    normalization: object = "vector",
    scales: object = None,
) -> FloatArray:
    """Return (k, p, 5), lowest power first: entry [l, q] is positive at t where rows[q] is closer to the ideal than columns[q].

    start, end: (k, n), the ends of k lines; the weights are start + t (end - start). Squared distances are then quadratic in t, and i
    is ahead of j where d⁻(i)² d⁺(j)² > d⁻(j)² d⁺(i)²: the sign of a polynomial of degree four, so two candidates change places at
    most four times.
    """
    to_ideal, to_anti_ideal = _squared_gaps(performances, maximized, normalization, scales)
    return closeness_polynomials(to_ideal, to_anti_ideal, start, end, rows, columns)


def closeness_polynomials(
    to_ideal: FloatArray,
    to_anti_ideal: FloatArray,
    start: FloatArray,
    end: FloatArray,
    rows: IntArray,
    columns: IntArray,
) -> FloatArray:
    """Return the polynomials (k, p, 5) of such an order on k lines for p pairs, from the squared distances (m, n) on each criterion."""
    step = end - start
    powers = np.array([start**2, 2 * start * step, step**2])
    ideal, anti_ideal = powers @ to_ideal.T, powers @ to_anti_ideal.T  # (3, k, m)
    found = np.zeros((len(start), len(rows), 5))
    for a in range(3):
        for b in range(3):
            ahead = anti_ideal[a][:, rows] * ideal[b][:, columns]
            found[:, :, a + b] += ahead - ideal[a][:, rows] * anti_ideal[b][:, columns]
    return found
