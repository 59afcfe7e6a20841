"""Who leads where, over the weights of three groups of criteria?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray, IntArray
from criteria.model.frozen import frozen_inside
from criteria.ranking.competition import TIE
from criteria.ranking.method import Setting
from criteria.robustness.engine.calls import Call, checked_call
from criteria.robustness.engine.checks import checked_members
from criteria.robustness.map_regions import STEPS, Region, regions_of
from criteria.scaling.algebra import one_thread
from criteria.scaling.checks import one_set
from criteria.translation import translate as _

_RIM = 1e-12
Groups = Sequence[Sequence[int]]


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class DecisionMap:
    """points: (k, 3), the share of each group in what the three weigh together.  leaders: (k,), indices, the first of those tied.

    weights: (k, n), as used.  present: (3,), where the present weights stand.  together: what the three weigh of the whole;
    the rest keeps its share.  regions: the ground of each leader with its borders, the largest first.
    """

    points: FloatArray
    leaders: IntArray
    weights: FloatArray
    present: FloatArray
    together: float
    regions: tuple[Region, ...] = ()

    @property
    def point_areas(self) -> FloatArray:
        """The share (k,) of the triangle that each point stands for: a point on a side has half the ground around it, a corner a sixth."""
        on_the_rim = (self.points <= _RIM).sum(axis=1)
        ground = np.array([6.0, 3.0, 1.0])[np.minimum(on_the_rim, 2)]
        return ground / ground.sum()

    def areas(self) -> dict[int, float]:
        """Return the share of the triangle on which each leader leads, the largest first: what its borders enclose."""
        return {region.leader: region.area for region in self.regions}


def decision_map(
    method: str,
    performances: ArrayLike,
    weights: ArrayLike,
    maximized: ArrayLike,
    groups: Groups,
    *,
    resolution: int = 40,
    **params: Setting,
) -> DecisionMap:
    """Return the leader at each point of a triangle: three groups of criteria, each from nothing to all of their joint weight.

    groups: three lists of indices without overlap.  resolution: steps along a side; (r + 1)(r + 2) / 2 points.
    Inside each group proportions stay; all other criteria keep their weights.
    Raises CriteriaError for groups that overlap, are empty, or weigh nothing together.
    """
    call, shares = checked_call(method, performances, maximized, weights, params)
    if not (isinstance(resolution, int | np.integer) and 1 <= resolution <= 200):
        raise CriteriaError(
            _("The resolution is {value}; give a whole number from 1 to 200.", value=resolution)
        )
    if (
        not isinstance(groups, Sequence)
        or len(groups) != 3
        or any(isinstance(group, int) for group in groups)
    ):
        raise CriteriaError(_("A decision map needs three groups of criteria that do not overlap."))
    members = [checked_members(group, call.performances.shape[1]) if len(group) else [] for group in groups]
    return mapped(call, one_set(shares), members, resolution=int(resolution))


@one_thread()
def mapped(call: Call, weights: FloatArray, groups: Groups, *, resolution: int) -> DecisionMap:
    """Return the decision map of one checked call."""
    together = _joint_weight(weights, groups)
    points = triangle(resolution)
    drawn = weights_at(weights, groups, points)

    def lead(places: FloatArray) -> IntArray:
        return _first(call, weights_at(weights, groups, places))

    leaders = _first(call, drawn)
    return DecisionMap(
        points=points,
        leaders=leaders,
        weights=drawn,
        present=position(weights, groups),
        together=together,
        # One draw at a time a border is cut in the middle between two points.
        regions=regions_of(points, leaders, resolution, lead, steps=STEPS if call.batched else 0),
    )


def _first(call: Call, weights: FloatArray) -> IntArray:
    """Return who leads under each row of weights, the first of those tied."""
    values = call.values(weights)
    return np.argmax(values >= values.max(axis=1, keepdims=True) - TIE, axis=1)


def triangle(resolution: int) -> FloatArray:
    """Return the points (k, 3) of a triangular grid, each row summing to 1."""
    return (
        np.array(
            [(a, b, resolution - a - b) for a in range(resolution + 1) for b in range(resolution + 1 - a)],
            dtype=np.float64,
        )
        / resolution
    )


def weights_at(weights: FloatArray, groups: Groups, points: FloatArray) -> FloatArray:
    """Return the weights (k, n) in which three groups share their joint weight as the points (k, 3) say."""
    together = _joint_weight(weights, groups)
    drawn = np.repeat(weights[np.newaxis], len(points), axis=0)
    for g, members in enumerate(groups):
        inside = weights[list(members)]
        shares = inside / inside.sum() if inside.sum() > 0 else np.full(len(inside), 1.0 / len(inside))
        drawn[:, list(members)] = together * points[:, [g]] * shares
    return drawn


def position(weights: FloatArray, groups: Groups) -> FloatArray:
    """Return the share (3,) of each group in what the three weigh together; thirds where that is nothing."""
    sums = np.array([weights[list(members)].sum() for members in groups])
    return sums / sums.sum() if sums.sum() > 0 else np.full(len(sums), 1.0 / len(sums))


def _joint_weight(weights: FloatArray, groups: Groups) -> float:
    members = [j for group in groups for j in group]
    n = len(weights)
    if len(groups) != 3 or any(len(group) == 0 for group in groups) or len(set(members)) != len(members):
        raise CriteriaError(_("A decision map needs three groups of criteria that do not overlap."))
    if any(not 0 <= j < n for j in members):
        raise CriteriaError(_("Criteria are counted from 0 to {last}.", last=n - 1))
    together = float(weights[members].sum())
    if together <= 0:
        raise CriteriaError(
            _("The three groups have no weight to share among them: give one of them some importance.")
        )
    return together
