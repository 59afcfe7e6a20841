"""The ground on which each candidate leads, as areas with borders: between two points of a grid with different leaders a border is bisected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from criteria.model.arrays import FloatArray, IntArray
from criteria.model.frozen import frozen_inside

STEPS = 24  # halvings: a border is known to 2^-24 of a step of the grid

Corner = tuple[
    int, ...
]  # (point,), (point, point) for the border between two, (-1, cell) for where three meet
Leaders = Callable[[FloatArray], IntArray]


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """leader: position among the ranked.  area: share of the triangle.  outlines: closed lines (k, 3), those around holes the other way."""

    leader: int
    area: float
    outlines: tuple[FloatArray, ...]


def regions_of(
    points: FloatArray, leaders: IntArray, resolution: int, lead: Leaders, *, steps: int = STEPS
) -> tuple[Region, ...]:
    """Return the region of each leader, the largest first; their areas sum to 1.

    points, leaders: of the triangular grid of this resolution.  lead: gives the leaders at points (k, 3).  steps: halvings of an edge
    whose ends have different leaders, 0 to cut it in the middle. What lies whole within a cell of the grid is not seen.
    """
    cells = list(_cells(resolution))
    mixed = sorted(
        {
            tuple(sorted(edge))
            for cell in cells
            for edge in _edges(cell)
            if leaders[edge[0]] != leaders[edge[1]]
        }
    )
    places: dict[Corner, FloatArray] = {(k,): point for k, point in enumerate(points)}
    if mixed:
        places.update(zip(mixed, _borders(points, leaders, np.array(mixed), lead, steps), strict=True))
    pieces: dict[int, list[tuple[Corner, ...]]] = {}
    for number, cell in enumerate(cells):
        for leader, piece in _pieces(number, cell, leaders, places):
            pieces.setdefault(leader, []).append(piece)
    found = [_region(leader, own, places) for leader, own in pieces.items()]
    return tuple(sorted(found, key=lambda region: -region.area))


def _cells(resolution: int) -> Iterator[tuple[int, int, int]]:
    """Yield the cells of the grid as positions of their corners, all turning the same way."""
    first = [a * (resolution + 1) - a * (a - 1) // 2 for a in range(resolution + 1)]
    for a in range(resolution):
        for b in range(resolution - a):
            here, up = first[a] + b, first[a + 1] + b
            yield here, up, here + 1
            if a + b < resolution - 1:
                yield up, up + 1, here + 1


def _edges(cell: Sequence[int]) -> list[tuple[int, int]]:
    return [(cell[k], cell[(k + 1) % 3]) for k in range(3)]


def _borders(points: FloatArray, leaders: IntArray, edges: IntArray, lead: Leaders, steps: int) -> FloatArray:
    """Return for each edge the place (3,) where its leaders change, half-way where somebody else leads in between."""
    ends = points[edges]
    # Each edge is searched from both ends for the place where that end's leader stops leading.
    start = np.concatenate([ends[:, 0], ends[:, 1]])
    stop = np.concatenate([ends[:, 1], ends[:, 0]])
    own = np.concatenate([leaders[edges[:, 0]], leaders[edges[:, 1]]])
    low, high = np.zeros(len(start)), np.ones(len(start))
    for _step in range(steps):
        middle = (low + high) / 2
        leads = lead(start + middle[:, np.newaxis] * (stop - start)) == own
        low, high = np.where(leads, middle, low), np.where(leads, high, middle)
    reached = (low + high) / 2
    count = len(edges)
    share = (reached[:count] + 1 - reached[count:]) / 2
    border: FloatArray = ends[:, 0] + share[:, np.newaxis] * (ends[:, 1] - ends[:, 0])
    return border


def _pieces(
    number: int, cell: tuple[int, int, int], leaders: IntArray, places: dict[Corner, FloatArray]
) -> Iterator[tuple[int, tuple[Corner, ...]]]:
    """Yield the pieces of a cell with their leaders: the whole, two, or three that meet in its middle."""
    own = [int(leaders[k]) for k in cell]
    if len(set(own)) == 1:
        yield own[0], tuple((k,) for k in cell)
        return
    cut = [tuple(sorted(edge)) for edge in _edges(cell)]  # cut[k]: between corners k and k + 1
    if len(set(own)) == 3:
        middle = (-1, number)
        places[middle] = np.mean([places[edge] for edge in cut], axis=0)
        for k in range(3):
            yield own[k], ((cell[k],), cut[k], middle, cut[k - 1])
        return
    alone = next(k for k in range(3) if own.count(own[k]) == 1)
    after, before = (alone + 1) % 3, (alone + 2) % 3
    yield own[alone], ((cell[alone],), cut[alone], cut[before])
    yield own[after], (cut[alone], (cell[after],), (cell[before],), cut[before])


def _region(leader: int, pieces: Sequence[tuple[Corner, ...]], places: dict[Corner, FloatArray]) -> Region:
    area = sum(_area(np.array([places[corner] for corner in piece])) for piece in pieces)
    return Region(leader, area, tuple(np.array([places[c] for c in loop]) for loop in _outlines(pieces)))


def _area(corners: FloatArray) -> float:
    """Return the share of the whole triangle inside a closed line."""
    x, y = corners[:, 0], corners[:, 1]
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))


def _outlines(pieces: Sequence[tuple[Corner, ...]]) -> Iterator[list[Corner]]:
    """Yield the closed lines around pieces: what two pieces share runs both ways and cancels out."""
    sides = {(piece[k - 1], piece[k]) for piece in pieces for k in range(len(piece))}
    onward: dict[Corner, list[Corner]] = {}
    for begin, end in sorted(sides):
        if (end, begin) not in sides:
            onward.setdefault(begin, []).append(end)
    while onward:
        first = here = next(iter(onward))
        loop = []
        while here in onward:
            loop.append(here)
            ends = onward[here]
            onward_here = ends.pop()
            if not ends:
                del onward[here]
            here = onward_here
            if here == first and first not in onward:
                break
        yield loop
