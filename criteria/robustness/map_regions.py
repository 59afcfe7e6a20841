"""The ground on which each candidate leads, as areas with borders: between two points of a grid with different leaders a border is bisected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.model.frozen import frozen_inside

STEPS = 24  # halvings: a border is known to 2^-24 of a step of the grid
_CLEAN = 1e-4  # of an edge: nearer to each other than that, the places found from both ends are one border
_INNER = 16  # small triangles along a side of a cell that no straight border divides
_AT_ONCE = 8_192  # of their middles

Corner = tuple[
    int, ...
]  # (point,), (point, point) for the border between two, (-1, cell) for where three meet
Leaders = Callable[[FloatArray], IntArray]


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """leader: position among the ranked.  area: share of the triangle.  outlines: closed lines (k, 3), those around holes the other way; none for ground smaller than a cell."""

    leader: int
    area: float
    outlines: tuple[FloatArray, ...]


def regions_of(
    points: FloatArray, leaders: IntArray, resolution: int, lead: Leaders, *, steps: int = STEPS
) -> tuple[Region, ...]:
    """Return the region of each leader, the largest first; their areas sum to 1.

    points, leaders: of the triangular grid of this resolution.  lead: gives the leaders at points (k, 3).  steps: halvings of an edge
    whose ends have different leaders, 0 to cut it in the middle. What lies whole within a cell of the grid is not seen.
    Outlines are straight within a cell. Areas are those of the outlines, but in cells where three meet, or where on an edge another
    candidate leads in between: there the middles of small triangles are counted, and somebody found only there has an area without an outline.
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
    unclear: set[tuple[int, ...]] = set()
    if mixed:
        borders, clean = _borders(points, leaders, np.array(mixed), lead, steps)
        places.update(zip(mixed, borders, strict=True))
        unclear = {edge for edge, one in zip(mixed, clean, strict=True) if not one}
    pieces: dict[int, list[tuple[Corner, ...]]] = {}
    areas: dict[int, float] = {}
    counted = {cell for cell in cells if steps and _unlike_a_line(cell, leaders, unclear)}
    for number, cell in enumerate(cells):
        for leader, piece in _pieces(number, cell, leaders, places):
            pieces.setdefault(leader, []).append(piece)
            if cell not in counted:
                own = _area(np.array([places[corner] for corner in piece]))
                areas[leader] = areas.get(leader, 0.0) + own
    for leader, area in _counted(points, sorted(counted), lead).items():
        areas[leader] = areas.get(leader, 0.0) + area / resolution**2
    found = [
        Region(leader, area, tuple(_lines(pieces.get(leader, ()), places))) for leader, area in areas.items()
    ]
    return tuple(sorted(found, key=lambda region: -region.area))


def _unlike_a_line(cell: tuple[int, int, int], leaders: IntArray, unclear: set[tuple[int, ...]]) -> bool:
    """Return whether three meet in a cell, or a border on its edges is not one line."""
    three = len({int(leaders[k]) for k in cell}) == 3
    return three or any(tuple(sorted(edge)) in unclear for edge in _edges(cell))


def _counted(points: FloatArray, cells: Sequence[tuple[int, int, int]], lead: Leaders) -> dict[int, float]:
    """Return how many cells each leader has of these, by the middles of small triangles of one size."""
    if not cells:
        return {}
    up = [(i + 1 / 3, j + 1 / 3) for i in range(_INNER) for j in range(_INNER - i)]
    down = [(i + 2 / 3, j + 2 / 3) for i in range(_INNER) for j in range(_INNER - 1 - i)]
    two = np.array(up + down) / _INNER
    inner = np.column_stack([two, 1 - two.sum(axis=1)])
    middles = (inner @ points[np.array(cells)]).reshape(-1, points.shape[1])
    own = np.concatenate([lead(middles[k : k + _AT_ONCE]) for k in range(0, len(middles), _AT_ONCE)])
    who, counts = np.unique(own, return_counts=True)
    return {int(leader): float(count) / len(inner) for leader, count in zip(who, counts, strict=True)}


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


def _borders(
    points: FloatArray, leaders: IntArray, edges: IntArray, lead: Leaders, steps: int
) -> tuple[FloatArray, BoolArray]:
    """Return for each edge the place (3,) where its leaders change, half-way where they change more often, and whether they change once only."""
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
    return border, np.abs(reached[:count] + reached[count:] - 1) < _CLEAN


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


def _lines(pieces: Sequence[tuple[Corner, ...]], places: dict[Corner, FloatArray]) -> Iterator[FloatArray]:
    """Yield the outlines (k, 3) around pieces."""
    for loop in _outlines(pieces):
        yield np.array([places[corner] for corner in loop])


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
