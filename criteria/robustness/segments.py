"""Along a straight line through the weights: where two alternatives may change places.

Exact where the method's order is the sign of a polynomial there (linear methods: degree one; TOPSIS: degree four). Elsewhere
the line is scanned at 513 points and, around every local minimum of a lead, again sixteen times as finely; each change found is then
pinned down by bisection. What happens and is undone within 1/8192 of the line could be missed there, and only there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.robustness.calls import Call

Pair = tuple[int, int]

_SCAN = 513
_FINER = 16
_BISECTIONS = 45
_IMAGINARY = 1e-7  # roots this close to the real line are looked at
_LOST = -1e200  # a logarithm of zero


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
    """Return scores (n, m) at each criterion's full weight if the method is linear in the weights, else None."""
    if not call.method.linear:
        return None
    values = call.values(np.eye(call.performances.shape[1]))
    return values if np.all(values > _LOST) else None


def places_of_change(
    call: Call, lines: Sequence[tuple[FloatArray, FloatArray]], pairs: Sequence[Pair]
) -> list[list[FloatArray]]:
    """Return for each line and each pair the positions in [0, 1] where the two are level, in order.

    Positions where the two only touch may be among them; positions where they change places are not missed (see above).
    """
    if not pairs:
        return [[] for _line in lines]
    rows, columns = (np.array(part) for part in zip(*pairs, strict=True))
    units = unit_scores(call)
    if units is not None:
        coefficients = []
        for start, end in lines:
            lead_at = [(weights @ units)[rows] - (weights @ units)[columns] for weights in (start, end)]
            coefficients.append(np.column_stack([lead_at[0], lead_at[1] - lead_at[0]]))
    elif call.method.order_polynomials is not None:
        coefficients = [
            call.method.order_polynomials(call.performances, start, end, call.maximized, **call.settings)[
                rows, columns
            ]
            for start, end in lines
        ]
    else:
        return [_scanned(call, start, end, rows, columns) for start, end in lines]
    found = _roots(np.concatenate(coefficients))
    count = len(pairs)
    return [found[first : first + count] for first in range(0, len(found), count)]


def _roots(coefficients: FloatArray) -> list[FloatArray]:
    """Return for each polynomial (lowest power first) its roots in [0, 1], in order."""
    count, length = coefficients.shape
    if length == 2:
        with np.errstate(divide="ignore", invalid="ignore"):
            place = -coefficients[:, 0] / coefficients[:, 1]
        return [one[(one >= 0) & (one <= 1)] for one in place[:, np.newaxis]]
    size = np.abs(coefficients).max(axis=1)
    # A vanishing leading coefficient would divide by zero: such a polynomial is taken one by one, by its true degree.
    plain = np.abs(coefficients[:, -1]) > 1e-9 * size
    found: list[FloatArray] = [np.empty(0)] * count
    if np.any(plain):
        monic = coefficients[plain] / coefficients[plain, -1:]
        companion = np.zeros((len(monic), length - 1, length - 1))
        companion[:, np.arange(1, length - 1), np.arange(length - 2)] = 1.0
        companion[:, :, -1] = -monic[:, :-1]
        for index, roots in zip(np.flatnonzero(plain), np.linalg.eigvals(companion), strict=True):
            found[index] = _between(roots)
    for index in np.flatnonzero(~plain & (size > 0)):
        kept = np.trim_zeros(
            np.where(np.abs(coefficients[index]) > 1e-12 * size[index], coefficients[index], 0.0), "b"
        )
        found[index] = _between(np.roots(kept[::-1])) if len(kept) > 1 else np.empty(0)
    return found


def _between(roots: np.ndarray) -> FloatArray:
    real = roots.real[np.abs(roots.imag) < _IMAGINARY]
    return np.sort(np.clip(real[(real > -1e-12) & (real < 1 + 1e-12)], 0.0, 1.0))


def _scanned(
    call: Call, start: FloatArray, end: FloatArray, rows: np.ndarray, columns: np.ndarray
) -> list[FloatArray]:
    def leads(positions: FloatArray) -> FloatArray:
        values = call.values(line(start, end, positions))
        return values[:, rows] - values[:, columns]

    points = _SCAN if call.batched else 65
    grid = np.linspace(0.0, 1.0, points)
    lead = leads(grid)
    size = np.abs(lead)
    dips = (size[1:-1] <= size[:-2]) & (size[1:-1] <= size[2:]) & (size[1:-1] < 0.05 * size.max(axis=0))
    places = np.flatnonzero(np.any(dips, axis=1)) + 1
    if len(places) and call.batched:
        step = grid[1]
        finer = (grid[places][:, np.newaxis] + np.linspace(-step, step, 2 * _FINER + 1)).clip(0, 1).ravel()
        grid = np.unique(np.concatenate([grid, finer]))
        lead = leads(grid)
    sign = np.sign(lead)
    found: list[FloatArray] = []
    for pair in range(len(rows)):
        changes = np.flatnonzero(sign[:-1, pair] * sign[1:, pair] < 0)
        level = grid[sign[:, pair] == 0]
        if len(changes):
            ends = bisected(_ahead(leads, pair), grid[changes], grid[changes + 1])
            level = np.concatenate([level, ends])
        found.append(np.sort(level))
    return found


def _ahead(leads: Callable[[FloatArray], FloatArray], pair: int) -> Callable[[FloatArray], BoolArray]:
    return lambda positions: leads(positions)[:, pair] > 0


def bisected(holds: Callable[[FloatArray], BoolArray], low: FloatArray, high: FloatArray) -> FloatArray:
    """Return the positions between low and high, all at once, where a claim that differs at the two ends changes."""
    low, high = low.copy(), high.copy()
    at_low = holds(low)
    for _halving in range(_BISECTIONS):
        middle = (low + high) / 2
        same = holds(middle) == at_low
        low, high = np.where(same, middle, low), np.where(same, high, middle)
    return (low + high) / 2
