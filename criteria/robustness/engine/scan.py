"""Scanning lines of weights for the places where two alternatives change places, for methods whose order follows no formula there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.model.frozen import frozen_inside
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
_LEVELS = 5  # of halvings whose places are asked for at once, at most
_TOGETHER = (
    2_500  # scores of such a question: so many take a kernel little longer than those of one weighting
)
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
    brackets: list[tuple[IntArray, IntArray, FloatArray, FloatArray, FloatArray]] = []
    for points in _grids(call, leads, lengths):
        # Where somebody begins or ceases to be ahead: a stretch on which two are level has two such places.
        for side in (1.0, -1.0):
            ahead = side * points.lead > 0
            places, level = np.nonzero((ahead[:-1] != ahead[1:]) & points.cells[:, np.newaxis])
            low, high = points.at[places], points.at[places + 1]
            brackets.append((points.of[places], level, np.full(len(places), side), low, high))
    which, pairs, sides, low, high = (np.concatenate(part) for part in zip(*brackets, strict=True))
    if len(which):

        def holds(at: FloatArray, of: IntArray) -> BoolArray:
            # What begins and what ceases at a place, for several pairs, is looked at in the same weightings.
            places, here = np.unique(at + 1j * which[of], return_inverse=True)
            led = leads(places.imag.astype(np.int64), places.real)
            ahead: BoolArray = sides[of] * led[here, pairs[of]] > 0
            return ahead

        cells = len(set(zip(which.tolist(), low.tolist(), strict=True)))
        asked = _TOGETHER // (cells * call.alternatives) if call.batched else 1
        levels = min(_LEVELS, max(1, (asked + 1).bit_length() - 1))
        with part(_SCANNED, 1.0):
            changes = _sectioned(holds, low, high, levels)
        for k, pair, place in zip(which, pairs, changes, strict=True):
            found[k][pair] = np.append(found[k][pair], place)
    return [[_merged(places) if len(places) else places for places in line_found] for line_found in found]


def _merged(places: FloatArray) -> FloatArray:
    """Return places in order, those that differ by rounding alone as one."""
    ordered = np.sort(places)
    return ordered[np.diff(ordered, prepend=-1.0) > _SAME]


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class _Points:
    """Points of some lines, in order.  of: of which line each is (k,).  at: its position (k,).  lead: the leads there (k, pairs)."""

    of: IntArray
    at: FloatArray
    lead: FloatArray

    @property
    def cells(self) -> BoolArray:
        """Which points are followed by another one of their line, (k - 1,)."""
        inside: BoolArray = self.of[:-1] == self.of[1:]
        return inside

    @property
    def starts(self) -> IntArray:
        """The first point of each line."""
        return np.concatenate([[0], np.flatnonzero(~self.cells) + 1])

    def of_lines(self, values: np.ndarray) -> np.ndarray:
        """Return for each point what is given for each line."""
        counts = np.diff(self.starts, append=len(self.of))
        return np.repeat(values, counts, axis=0)


def _grids(
    call: Call, leads: Callable[[IntArray, FloatArray], FloatArray], lengths: Sequence[float]
) -> Iterator[_Points]:
    """Yield the points of some lines after the other: evenly spaced ones, and finer ones where some lead comes near nothing.

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
                grids = [evenly[line] for line in batch]
                of, at = np.repeat(batch, [len(one) for one in grids]), np.concatenate(grids)
                points = _Points(of, at, leads(of, at))
                if call.batched:
                    points = _refined(leads, points, _where_near(points), _CLOSER)
                    points = _refined(leads, points, _where_it_dips(points), _FINER)
            yield points
            batch, together = [], 0


def _refined(
    leads: Callable[[IntArray, FloatArray], FloatArray], points: _Points, cells: IntArray, times: int
) -> _Points:
    """Return the points with so many times as many in some cells.  cells: the points in front of them."""
    if not len(cells):
        return points
    begin, end = points.at[cells][:, np.newaxis], points.at[cells + 1][:, np.newaxis]
    more = (begin + np.arange(1, times) / times * (end - begin)).ravel()
    of = np.repeat(points.of[cells], times - 1)
    lead = leads(of, more)
    every, at = np.concatenate([points.of, of]), np.concatenate([points.at, more])
    order = np.lexsort((at, every))
    return _Points(every[order], at[order], np.concatenate([points.lead, lead])[order])


def _where_near(points: _Points) -> IntArray:
    """Return the cells in which some lead changes sign, or could reach 0 by as much as it bends there.

    Between two points a lead lies below the lower of the two by an eighth of its second difference at most; 32 times that is allowed for.
    Leads that are whole numbers go in steps, which tell nothing of what lies between: they are looked at everywhere.
    """
    lead, starts = points.lead, points.starts
    size = np.abs(lead)
    bend = np.empty_like(size)
    bend[1:-1] = np.abs(lead[2:] - 2 * lead[1:-1] + lead[:-2])
    ends = np.append(starts[1:], len(lead)) - 1
    bend[starts], bend[ends] = bend[starts + 1], bend[ends - 1]
    near = np.minimum(size[:-1], size[1:]) <= _BENDS * np.maximum(bend[:-1], bend[1:])
    near |= (lead[:-1] > 0) != (lead[1:] > 0)
    in_steps = np.logical_and.reduceat(np.all(lead == np.rint(lead), axis=1), starts)
    looked_at = np.any(near, axis=1) | points.of_lines(in_steps)[:-1]
    return np.flatnonzero(looked_at & points.cells)


def _where_it_dips(points: _Points) -> IntArray:
    """Return the cells on both sides of each point where some lead dips towards nothing."""
    lead = points.lead
    size = np.abs(lead)
    largest = points.of_lines(np.maximum.reduceat(size, points.starts))[1:-1]
    dips = (size[1:-1] <= size[:-2]) & (size[1:-1] <= size[2:]) & (size[1:-1] < _DIP * largest)
    same = np.sign(lead[:-2]) == np.sign(lead[2:])  # where the sign changes, the place is known already
    places = np.flatnonzero(np.any(dips & same, axis=1) & points.cells[:-1] & points.cells[1:]) + 1
    return np.unique(np.concatenate([places - 1, places]))


def bisected(holds: Callable[[FloatArray], BoolArray], low: FloatArray, high: FloatArray) -> FloatArray:
    """Return the positions between low and high, all at once, where a claim that differs at the two ends changes."""
    return _sectioned(lambda at, _of: holds(at), low, high, 1)


def _sectioned(
    holds: Callable[[FloatArray, IntArray], BoolArray], low: FloatArray, high: FloatArray, levels: int
) -> FloatArray:
    """Return the positions between low and high where a claim that differs at the two ends changes, from few and large questions.

    levels: of so many halvings all that they could ask is asked at once; the positions are the very same whatever it is.  holds: is given
    positions, and the numbers of those that they belong to.
    """
    each = np.arange(len(low))
    calls = ceil(_BISECTIONS / levels)
    with part(0.0, 1 / (calls + 1)):
        at_low = holds(low, each)
    with part(1 / (calls + 1), 1.0):
        for done in stepped(range(0, _BISECTIONS, levels), calls):
            cells = 2 ** min(levels, _BISECTIONS - done)
            points = np.empty((len(low), cells + 1))
            points[:, 0], points[:, -1] = low, high
            step = cells
            while step > 1:
                half = step // 2
                points[:, half::step] = (points[:, :-1:step] + points[:, step::step]) / 2
                step = half
            asked = np.repeat(each, cells - 1)
            same = np.ones(points.shape, dtype=bool)
            same[:, 1:-1] = (holds(points[:, 1:-1].ravel(), asked) == at_low[asked]).reshape(len(low), -1)
            place, step = np.zeros_like(each), cells
            while step > 1:
                step //= 2
                place += step * same[each, place + step]
            low, high = points[each, place], points[each, place + 1]
    return (low + high) / 2
