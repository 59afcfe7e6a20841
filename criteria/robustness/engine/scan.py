"""Scanning lines of weights for the places where two alternatives change places, for methods whose order follows no formula there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.robustness.engine.calls import Call
from criteria.robustness.engine.steps import part, stepped

_SCAN = 129  # points of a line
_CLOSER = 4  # times as many where two come near each other
_BENDS = 4.0  # times what a lead bends: as far as it is looked at more closely
_SCAN_ONE_BY_ONE = 33  # of a method without a kernel
_FEWEST = 9  # points of a part of a line
_AT_ONCE = 10_000  # scores computed in one call: arrays that need no new memory of the system each time
_DIP = 0.05  # of the largest lead on the line
_FINER = 16  # times as many around the least lead
_BISECTIONS = 40
_SCANNED = 0.02  # of the work, before the changes found are pinned down
_SAME = 1e-9


def scanned(
    call: Call,
    lines: Sequence[tuple[FloatArray, FloatArray]],
    rows: IntArray,
    columns: IntArray,
    lengths: Sequence[float],
) -> list[list[FloatArray]]:
    """Return the places of change on each line by scanning; all changes found are pinned down together."""
    starts, ends = (np.array(side) for side in zip(*lines, strict=True))

    def leads(which: IntArray, positions: FloatArray) -> FloatArray:
        values = call.values(starts[which] + positions[:, np.newaxis] * (ends[which] - starts[which]))
        return values[:, rows] - values[:, columns]

    found: list[list[FloatArray]] = [[np.empty(0)] * len(rows) for _line in lines]
    brackets: list[tuple[int, int, float, float, float]] = []
    for k, (grid, lead) in enumerate(_grids(call, leads, lengths)):
        # Where somebody begins or ceases to be ahead: a stretch on which two are level has two such places.
        for side in (1.0, -1.0):
            ahead = side * lead > 0
            places, pairs = np.nonzero(ahead[:-1] != ahead[1:])
            brackets += [
                (k, int(pair), side, float(grid[at]), float(grid[at + 1]))
                for at, pair in zip(places, pairs, strict=True)
            ]
    if brackets:
        which, pairs, sides, low, high = (np.array(column) for column in zip(*brackets, strict=True))
        everyone = np.arange(len(which))
        with part(_SCANNED, 1.0):
            changes = bisected(lambda at: sides * leads(which, at)[everyone, pairs] > 0, low, high)
        for k, pair, place in zip(which, pairs, changes, strict=True):
            found[k][pair] = np.append(found[k][pair], place)
    return [[_merged(places) if len(places) else places for places in line_found] for line_found in found]


def _merged(places: FloatArray) -> FloatArray:
    """Return places in order, those that differ by rounding alone as one."""
    ordered = np.sort(places)
    return ordered[np.diff(ordered, prepend=-1.0) > _SAME]


def _grids(
    call: Call, leads: Callable[[IntArray, FloatArray], FloatArray], lengths: Sequence[float]
) -> Iterator[tuple[FloatArray, FloatArray]]:
    """Yield for each line positions and the leads there: evenly spaced ones, and finer ones where some lead comes near nothing.

    lengths: how much of the points of a whole line each one is given.  Lines are scanned together as far as their scores fit the cache.
    """
    whole = _SCAN if call.batched else _SCAN_ONE_BY_ONE
    evenly = [np.linspace(0.0, 1.0, max(_FEWEST, ceil((whole - 1) * length) + 1)) for length in lengths]
    together = 0
    batch: list[int] = []
    for k, grid in enumerate(evenly):
        batch.append(k)
        together += len(grid) * call.alternatives
        if together >= _AT_ONCE or k + 1 == len(evenly):
            with part(_SCANNED * batch[0] / len(evenly), _SCANNED * (k + 1) / len(evenly)):
                grids, found = _batch(leads, batch, [evenly[line] for line in batch], finely=call.batched)
            yield from zip(grids, found, strict=True)
            batch, together = [], 0


def _batch(
    leads: Callable[[IntArray, FloatArray], FloatArray],
    lines: list[int],
    grids: list[FloatArray],
    *,
    finely: bool,
) -> tuple[list[FloatArray], list[FloatArray]]:
    """Return the positions and leads of some lines; finely: with what lies between where it may matter."""
    found = _led(leads, lines, grids)
    for finer in (_where_near, _where_it_dips) if finely else ():
        grids, found = _refined(leads, lines, grids, found, finer)
    return grids, found


def _refined(
    leads: Callable[[IntArray, FloatArray], FloatArray],
    lines: list[int],
    grids: list[FloatArray],
    found: list[FloatArray],
    finer: Callable[[FloatArray, FloatArray], FloatArray],
) -> tuple[list[FloatArray], list[FloatArray]]:
    """Return the positions and leads of each line with those that `finer` asks for beside them."""
    more = [finer(grid, lead) for grid, lead in zip(grids, found, strict=True)]
    if not any(map(len, more)):
        return grids, found
    both = [np.concatenate(two) for two in zip(grids, more, strict=True)]
    order = [np.argsort(grid, kind="stable") for grid in both]
    led = _led(leads, lines, more)
    return (
        [grid[at] for grid, at in zip(both, order, strict=True)],
        [np.concatenate(two)[at] for *two, at in zip(found, led, order, strict=True)],
    )


def _led(
    leads: Callable[[IntArray, FloatArray], FloatArray], lines: list[int], grids: list[FloatArray]
) -> list[FloatArray]:
    """Return the leads (points, pairs) at the positions of each line, computed in one call."""
    counts = [len(grid) for grid in grids]
    return np.split(leads(np.repeat(lines, counts), np.concatenate(grids)), np.cumsum(counts)[:-1])


def _where_near(grid: FloatArray, lead: FloatArray) -> FloatArray:
    """Return positions between those of the grid where some lead changes sign, or could reach 0 by as much as it bends there.

    Between two points a lead lies below the lower of the two by an eighth of its second difference at most; 32 times that is allowed for.
    Leads that are whole numbers go in steps, which tell nothing of what lies between: they are looked at everywhere.
    """
    size = np.abs(lead)
    bend = np.empty_like(size)
    bend[1:-1] = np.abs(lead[2:] - 2 * lead[1:-1] + lead[:-2])
    bend[0], bend[-1] = bend[1], bend[-2]
    near = np.minimum(size[:-1], size[1:]) <= _BENDS * np.maximum(bend[:-1], bend[1:])
    near |= (lead[:-1] > 0) != (lead[1:] > 0)
    in_steps = np.all(lead == np.rint(lead))
    cells = np.arange(len(grid) - 1) if in_steps else np.flatnonzero(np.any(near, axis=1))
    parts = np.arange(1, _CLOSER) / _CLOSER
    wide: FloatArray = (
        grid[cells][:, np.newaxis] + parts * (grid[cells + 1] - grid[cells])[:, np.newaxis]
    ).ravel()
    return wide


def _where_it_dips(grid: FloatArray, lead: FloatArray) -> FloatArray:
    """Return positions on both sides of each point where some lead dips towards nothing."""
    size = np.abs(lead)
    dips = (size[1:-1] <= size[:-2]) & (size[1:-1] <= size[2:]) & (size[1:-1] < _DIP * size.max(axis=0))
    same = np.sign(lead[:-2]) == np.sign(lead[2:])  # where the sign changes, the place is known already
    places = np.flatnonzero(np.any(dips & same, axis=1)) + 1
    cells = np.unique(np.concatenate([places - 1, places]))
    parts = np.arange(1, _FINER) / _FINER
    fine: FloatArray = (
        grid[cells][:, np.newaxis] + parts * (grid[cells + 1] - grid[cells])[:, np.newaxis]
    ).ravel()
    return fine


def bisected(holds: Callable[[FloatArray], BoolArray], low: FloatArray, high: FloatArray) -> FloatArray:
    """Return the positions between low and high, all at once, where a claim that differs at the two ends changes."""
    begun = 1 / (_BISECTIONS + 1)
    with part(0.0, begun):
        at_low = holds(low)
    with part(begun, 1.0):
        return _halved(holds, at_low, low, high)


def _halved(
    holds: Callable[[FloatArray], BoolArray], at_low: BoolArray, low: FloatArray, high: FloatArray
) -> FloatArray:
    for _halving in stepped(range(_BISECTIONS), _BISECTIONS):
        middle = (low + high) / 2
        same = holds(middle) == at_low
        low, high = np.where(same, middle, low), np.where(same, high, middle)
    return (low + high) / 2
