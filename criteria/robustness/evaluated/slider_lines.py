"""The straight lines that weights move along while one slider moves, and pieces of them around where the slider stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.model.frozen import frozen_inside
from criteria.model.importance import slider_top, weights_of_many_points

_STANDS = 1e-12  # weight that no slider is said to move


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class SliderLine:
    """One slider's line. start, end: weights (n,) at its two ends.  length: how much weight moves from one to the other.

    rest: its siblings' points.  share: its part of their group at the end.
    """

    criterion: str
    now: float
    start: FloatArray
    end: FloatArray
    length: float
    rest: float
    share: float

    def place(self, points: float) -> float:
        """Return where on the line, from 0 to 1, the slider stands."""
        return points / (points + self.rest) / self.share

    def points(self, place: float) -> float:
        """Return the points at a place on the line."""
        share = place * self.share
        return self.rest * share / (1 - share)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a slider's line, away from where it stands: from the place near to the place far."""

    slider: SliderLine
    near: float
    far: float

    @property
    def way(self) -> tuple[str, bool]:
        """Which slider, and whether upwards."""
        return self.slider.criterion, self.far > self.near


def slider_lines(evaluation: Evaluation) -> Iterator[SliderLine]:
    """Yield every slider that moves weight between its criterion and its siblings."""
    problem, scenario = evaluation.problem, evaluation.scenario
    top = slider_top(problem, scenario)
    column = {node.id: j for j, node in enumerate(problem.criteria)}
    leaves = [column[leaf.id] for leaf in problem.leaves]
    present = np.array([scenario.importance(node.id) for node in problem.criteria])
    sides = []
    for points in (0.0, top):
        moved = np.tile(present, (len(present), 1))
        np.fill_diagonal(moved, points)
        sides.append(weights_of_many_points(problem, moved))
    with np.errstate(invalid="ignore"):
        starts, ends = (side[:, leaves] / side[:, leaves].sum(axis=1, keepdims=True) for side in sides)
        lengths = np.abs(starts - ends).sum(axis=1) / 2
        moving = lengths > _STANDS  # False as well where nothing else counts
    for j, node in enumerate(problem.criteria):
        if not moving[j] or present[j] > top:
            continue
        whole = float(sides[1][j, column[node.parent]]) if node.parent else 1.0
        share = float(sides[1][j, j]) / whole if whole > 0 else 0.0
        if 0 < share < 1:
            yield SliderLine(
                node.id,
                float(present[j]),
                starts[j],
                ends[j],
                float(lengths[j]),
                top * (1 - share) / share,
                share,
            )


def pieces_between(sliders: Iterable[SliderLine], inner: float, outer: float) -> Iterator[Piece]:
    """Yield the pieces of the sliders' lines, upwards and downwards, on which between so much and so much weight has moved."""
    for slider in sliders:
        here = slider.place(slider.now)
        begin, end = inner / slider.length, outer / slider.length
        for side, room in ((1.0, 1.0 - here), (-1.0, here)):
            if begin < room:
                yield Piece(slider, here + side * begin, here + side * min(end, room))
