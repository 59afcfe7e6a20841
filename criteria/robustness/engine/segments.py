"""Along a straight line through the weights: where two alternatives may change places.

Exact where the method's order is the sign of a polynomial there (linear methods: degree one; TOPSIS and RIM: degree four). Elsewhere
the line is scanned at 129 points, at 513 where two come near each other, and around every local minimum of a lead again sixteen times
as finely; each change found is then pinned down by bisection. What happens and is undone between two points of the scan, away from every
minimum, could be missed. ELECTRE is scanned at 33 points.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import comb

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.robustness.engine.calls import NOTHING, Call
from criteria.robustness.engine.scan import scanned

Pair = tuple[int, int]

_CLEAR = 1e-9  # of a polynomial's largest coefficient
_IMAGINARY = 1e-7  # roots this close to the real line are looked at


def line(start: FloatArray, end: FloatArray, positions: FloatArray) -> FloatArray:
    """Return the weights (..., n) at positions between 0 (start) and 1 (end)."""
    return start + positions[..., np.newaxis] * (end - start)


def line_of(weights: FloatArray, members: Sequence[int]) -> tuple[FloatArray, FloatArray]:
    """Return the ends of the line on which some criteria together weigh from 0 to 1 and all proportions else stay.

    Where the members weigh nothing they share equally among themselves, and likewise the others.
    """
    inside = np.zeros(len(weights), dtype=np.bool_)
    inside[list(members)] = True
    return _within(weights, ~inside), _within(weights, inside)


def _within(weights: FloatArray, chosen: BoolArray) -> FloatArray:
    kept = np.where(chosen, weights, 0.0)
    if kept.sum() <= 0:
        kept = chosen.astype(np.float64)
    # All criteria are members: there is nobody to give the weight to, and the line is a point.
    return kept / kept.sum() if kept.sum() > 0 else weights


def unit_scores(call: Call) -> FloatArray | None:
    """Return scores (n, m) at each criterion's full weight if the method's order is linear in the weights, else None."""
    if call.method.order_values is not None:
        return call.method.order_values(call.performances, call.maximized, **call.settings).T
    if not call.method.linear:
        return None
    values = call.values(np.eye(call.performances.shape[1]))
    return values if np.all(values > NOTHING) else None


def is_scanned(call: Call) -> bool:
    """Return whether lines are scanned by this method, whatever the ratings, so that a shorter one takes less time."""
    method = call.method
    return method.order_values is None and not method.linear and method.order_polynomials is None


def places_of_change(
    call: Call,
    lines: Sequence[tuple[FloatArray, FloatArray]],
    pairs: Sequence[Pair],
    lengths: Sequence[float] | None = None,
) -> list[list[FloatArray]]:
    """Return for each line and each pair the positions in [0, 1] where the two are level, in order.

    lengths: for a line that is part of a longer one, which part, so that it is scanned as finely as the whole would be.
    Positions where the two only touch may be among them; positions where they change places are not missed (see above).
    """
    if not (pairs and lines):
        return [[] for _line in lines]
    rows, columns = (np.array(part) for part in zip(*pairs, strict=True))
    starts, ends = (np.array(side) for side in zip(*lines, strict=True))
    units = unit_scores(call)
    if units is not None:
        at_start, at_end = (side @ units for side in (starts, ends))
        lead = at_start[:, rows] - at_start[:, columns]
        coefficients = np.stack([lead, at_end[:, rows] - at_end[:, columns] - lead], axis=-1)
    elif call.method.order_polynomials is not None:
        coefficients = call.method.order_polynomials(
            call.performances, starts, ends, call.maximized, rows, columns, **call.settings
        )
    else:
        return scanned(call, lines, rows, columns, lengths or [1.0] * len(lines))
    found = _roots(coefficients.reshape(-1, coefficients.shape[-1]))
    count = len(pairs)
    return [found[first : first + count] for first in range(0, len(found), count)]


def _roots(coefficients: FloatArray) -> list[FloatArray]:
    """Return for each polynomial (lowest power first) its roots in [0, 1], in order."""
    count, length = coefficients.shape
    if length == 2:
        with np.errstate(divide="ignore", invalid="ignore"):
            place = -coefficients[:, 0] / coefficients[:, 1]
        return _parted(place[:, np.newaxis], ((place >= 0) & (place <= 1))[:, np.newaxis])
    size = np.abs(coefficients).max(axis=1)
    # A vanishing leading coefficient would divide by zero: such a polynomial is taken one by one, by its true degree.
    small = np.abs(coefficients[:, -1]) <= 1e-9 * size
    plain = ~small & ~_never_level(coefficients, size)
    found: list[FloatArray] = [np.empty(0)] * count
    if np.any(plain):
        monic = coefficients[plain] / coefficients[plain, -1:]
        companion = np.zeros((len(monic), length - 1, length - 1))
        companion[:, np.arange(1, length - 1), np.arange(length - 2)] = 1.0
        companion[:, :, -1] = -monic[:, :-1]
        for index, roots in zip(np.flatnonzero(plain), _between(np.linalg.eigvals(companion)), strict=True):
            found[index] = roots
    for index in np.flatnonzero(small & (size > 0)):
        kept = np.trim_zeros(
            np.where(np.abs(coefficients[index]) > 1e-12 * size[index], coefficients[index], 0.0), "b"
        )
        if len(kept) > 1:
            (found[index],) = _between(np.roots(kept[::-1])[np.newaxis])
    return found


def _never_level(coefficients: FloatArray, size: FloatArray) -> BoolArray:
    """Return which polynomials (k, d + 1) stay clear of 0 on all of [0, 1]: all their Bernstein coefficients have one sign.

    On [0, 1] a polynomial lies between the least and the largest of them (Lorentz, 1953), so none of these has a root there, nor touches 0.
    """
    degree = coefficients.shape[1] - 1
    turn = np.array(
        [
            [comb(j, i) / comb(degree, i) if i <= j else 0.0 for j in range(degree + 1)]
            for i in range(degree + 1)
        ]
    )
    bounds = coefficients @ turn
    clear: BoolArray = (bounds.min(axis=1) > _CLEAR * size) | (bounds.max(axis=1) < -_CLEAR * size)
    return clear


def _between(roots: np.ndarray) -> list[FloatArray]:
    """Return for each row of complex roots (k, d) the real ones in [0, 1], in order."""
    real = roots.real
    kept = (np.abs(roots.imag) < _IMAGINARY) & (real > -1e-12) & (real < 1 + 1e-12)
    # What is left out goes to the end of its row.
    ordered = np.sort(np.where(kept, np.clip(real, 0.0, 1.0), np.inf), axis=1)
    return _parted(ordered, ordered < np.inf)


def _parted(places: FloatArray, kept: BoolArray) -> list[FloatArray]:
    """Return the places (k, d) that are kept, row by row."""
    ends = np.cumsum(kept.sum(axis=1)).tolist()
    flat = places[kept]
    return [flat[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]
