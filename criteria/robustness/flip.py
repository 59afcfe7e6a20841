"""The smallest change of weights at which somebody else leads.

Linear methods: exact. To tie with the leader is one linear condition, and over all challengers the nearest tie is the nearest
flip: if a third candidate were ahead there, it would have tied nearer. For one given challenger the conditions against all
others are a linear program (L1, largest change) or a quadratic one (L2).
Other methods: a bounded search. The condition is made linear where the search stands, solved, and made linear anew there; it is
begun at the present weights and at the nearest of several thousand drawn weights where somebody else leads; whatever it finds
is drawn back along a straight line to the first place where the lead changes. What it returns is a flip; that none is nearer
is shown by brute force on small problems only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import linprog, minimize

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray
from criteria.ranking.competition import TIE
from criteria.ranking.method import Setting
from criteria.robustness.engine.calls import Call, checked_call
from criteria.robustness.engine.checks import checked_index, one_set
from criteria.robustness.engine.draws import uniform_weights
from criteria.robustness.engine.nearest import NEAREST, distance
from criteria.robustness.engine.segments import bisected, line, unit_scores
from criteria.translation import translate as _

Norm = Literal["l1", "l2", "linf"]
# Weights (k, n) to how far each challenger is ahead (k, challengers).
Lead = Callable[[FloatArray], FloatArray]

_STEP = 1e-6  # towards each criterion, for slopes
_ROUNDS = 6
_PROBES = 2_000
_PROBES_ALONE = 20_000
_POLISHING = 40
_BESIDE = 300
_PROBES_ONE_BY_ONE = 60


@dataclass(frozen=True, slots=True, eq=False)
class Flip:
    """weights: (n,), where the challenger (an index) has drawn level with whoever led.  distance: from the present weights."""

    weights: FloatArray
    distance: float
    challenger: int


def smallest_flip(
    method: str,
    performances: ArrayLike,
    weights: ArrayLike,
    maximized: ArrayLike,
    *,
    challenger: int | None = None,
    norm: Norm = "l1",
    **params: Setting,
) -> Flip | None:
    """Return the nearest weights at which somebody else leads, or None where nobody else can.

    challenger: an index, to ask about one alternative; by default whoever gets there first.  norm: how far is measured:
    `l1` Σ|Δ|, `l2` √ΣΔ², `linf` the largest single change.  At the weights returned leader and challenger are level, within
    rounding.  Raises CriteriaError for an unknown challenger or norm.
    """
    call, shares = checked_call(method, performances, maximized, weights, params)
    if challenger is not None:
        challenger = checked_index(challenger, call.alternatives, _("alternative"))
    return flip(call, one_set(shares), challenger=challenger, norm=norm)


def flip(call: Call, weights: FloatArray, *, challenger: int | None = None, norm: Norm = "l1") -> Flip | None:
    """Return the smallest flip of one checked call."""
    if norm not in NEAREST:
        raise CriteriaError(
            _("'norm' must be one of {known}; it is '{norm}'.", known=", ".join(NEAREST), norm=norm)
        )
    if call.alternatives < 2:
        return None
    values = call.values(weights)
    leader = int(np.argmax(values))
    if challenger == leader:
        raise CriteriaError(_("The challenger leads already."))
    challengers = [i for i in range(call.alternatives) if i != leader] if challenger is None else [challenger]
    units = unit_scores(call)
    if units is not None and challenger is None:
        return _linear_any(units, weights, leader, challengers, norm)
    if units is not None:
        return _linear_one(units, weights, challengers[0], norm)
    return _searched(call, weights, leader, challengers, norm, alone=challenger is not None)


def _linear_any(
    units: FloatArray, weights: FloatArray, leader: int, challengers: list[int], norm: Norm
) -> Flip | None:
    found: Flip | None = None
    for other in challengers:
        moved = NEAREST[norm](weights, units[:, other] - units[:, leader], 0.0)
        if moved is not None:
            away = distance(moved, weights, norm)
            if found is None or away < found.distance:
                found = Flip(moved, away, other)
    return found


def _linear_one(units: FloatArray, weights: FloatArray, challenger: int, norm: Norm) -> Flip | None:
    others = np.delete(np.arange(units.shape[1]), challenger)
    ahead = (units[:, [challenger]] - units[:, others]).T  # (m - 1, n): each row · w >= 0
    found = _program(weights, ahead, np.zeros(len(ahead)), norm)
    return None if found is None else Flip(found, distance(found, weights, norm), challenger)


def _program(weights: FloatArray, rows: FloatArray, bounds: FloatArray, norm: Norm) -> FloatArray | None:
    """Return the weights nearest to the given ones with rows·w >= bounds, or None."""
    n = len(weights)
    if norm == "l2":
        equal: Mapping[str, object] = {
            "type": "eq",
            "fun": lambda w: w.sum() - 1,
            "jac": lambda _w: np.ones(n),
        }
        kept: Mapping[str, object] = {
            "type": "ineq",
            "fun": lambda w: rows @ w - bounds,
            "jac": lambda _w: rows,
        }
        start = _program(weights, rows, bounds, "l1")
        if start is None:
            return None
        solved = minimize(  # type: ignore[call-overload]
            lambda w: float(((w - weights) ** 2).sum()),
            start,
            jac=lambda w: 2 * (w - weights),
            bounds=[(0, 1)] * n,
            constraints=[equal, kept],
            method="SLSQP",
            options={"ftol": 1e-16, "maxiter": 300},
        )
        point = np.maximum(solved.x, 0.0)
        point /= point.sum()
        return point if np.all(rows @ point - bounds >= -1e-8) else start
    # Variables: the weights, and for each (l1) or for all (linf) a bound on the change.
    slack = n if norm == "l1" else 1
    spread = np.eye(n) if norm == "l1" else np.ones((n, 1))
    above = np.block([[np.eye(n), -spread], [-np.eye(n), -spread], [-rows, np.zeros((len(rows), slack))]])
    solved = linprog(
        np.concatenate([np.zeros(n), np.ones(slack)]),
        A_ub=above,
        b_ub=np.concatenate([weights, -weights, -bounds]),
        A_eq=np.concatenate([np.ones(n), np.zeros(slack)])[np.newaxis],
        b_eq=[1.0],
    )
    return solved.x[:n] if solved.status == 0 and solved.x is not None else None


def _searched(
    call: Call, weights: FloatArray, leader: int, challengers: list[int], norm: Norm, *, alone: bool
) -> Flip | None:
    def lead(points: FloatArray) -> FloatArray:
        """Return by how much each challenger is ahead, (k, challengers): of the leader, or of everybody if it is alone."""
        values = call.values(points)
        if alone:
            rest = np.delete(values, challengers[0], axis=1).max(axis=1)
            return (values[:, challengers[0]] - rest)[:, np.newaxis]
        return values[:, challengers] - values[:, [leader]]

    ends = [(weights, k) for k in range(len(challengers))] + _drawn_ends(
        call, weights, lead, norm, _PROBES_ALONE if alone else _PROBES
    )
    found: Flip | None = None
    points = np.array([point for point, _k in ends])
    targets = np.array([k for _point, k in ends])
    tried = [np.array([point for point, _k in ends if point is not weights]).reshape(-1, len(weights))]
    for _round in range(_ROUNDS if call.batched else 2):
        points, targets = _improved(lead, weights, points, targets, norm)
        if not len(points):
            break
        tried.append(points)
    everything = np.vstack(tried)
    if not len(everything):
        return None
    for point, k in _first_changes(lead, weights, everything):
        away = distance(point, weights, norm)
        if found is None or away < found.distance:
            found = Flip(point, away, challengers[k])
    if found is None or not call.batched:
        return found
    return _polished(lead, weights, found, challengers, norm)


def _polished(lead: Lead, weights: FloatArray, found: Flip, challengers: list[int], norm: Norm) -> Flip:
    """Return a flip that is no farther: draws around it, ever closer, each drawn back to the first place of change."""
    rng = np.random.default_rng(1)
    n = len(weights)
    size = 0.5
    for _round in range(_POLISHING):
        beside = found.weights + size * (rng.dirichlet(np.full(n, 0.5), _BESIDE) - found.weights)
        beside = weights + (1.0 - 0.5 * size * rng.random((_BESIDE, 1))) * (beside - weights)
        near = _distances(beside, weights, norm) < found.distance
        ahead = lead(beside).max(axis=1) >= 0
        kept = beside[near & ahead]
        if len(kept):
            nearest = kept[np.argmin(_distances(kept, weights, norm))]
            for point, k in _first_changes(lead, weights, nearest[np.newaxis]):
                away = distance(point, weights, norm)
                if away < found.distance:
                    found = Flip(point, away, challengers[k])
        else:
            size *= 0.6
    return found


def _distances(points: FloatArray, weights: FloatArray, norm: Norm) -> FloatArray:
    change = np.abs(points - weights)
    if norm == "l1":
        return change.sum(axis=1)
    return change.max(axis=1) if norm == "linf" else np.sqrt((change**2).sum(axis=1))


def _drawn_ends(
    call: Call, weights: FloatArray, lead: Lead, norm: Norm, probes: int
) -> list[tuple[FloatArray, int]]:
    """Return for each challenger the nearest drawn weights at which it is ahead, if there are any."""
    rng = np.random.default_rng(0)  # always the same probes: the same question has one answer
    n = len(weights)
    probes = probes if call.batched else _PROBES_ONE_BY_ONE
    far = uniform_weights(n)(probes, rng)
    # Some lead only where a few criteria count: half of the probes leave out those that weigh little.
    half = far[: probes // 2] ** 3
    half[half < 0.05 * half.max(axis=1, keepdims=True)] = 0.0
    far[: probes // 2] = half / half.sum(axis=1, keepdims=True)
    drawn = weights + rng.random((probes, 1)) ** 2 * (far - weights)
    drawn = np.vstack([np.eye(n), drawn])
    ahead = lead(drawn) > 0
    away = _distances(drawn, weights, norm)
    found = []
    for k in range(ahead.shape[1]):
        if np.any(ahead[:, k]):
            nearest = int(np.argmin(np.where(ahead[:, k], away, np.inf)))
            found.append((drawn[nearest], k))
    return found


def _improved(
    lead: Lead, weights: FloatArray, points: FloatArray, targets: np.ndarray, norm: Norm
) -> tuple[FloatArray, np.ndarray]:
    """Return, for each point, the nearest weights on the far side of the condition made linear at that point."""
    n = len(weights)
    towards = points[:, np.newaxis, :] + _STEP * (np.eye(n) - points[:, np.newaxis, :])
    both = np.concatenate([points[:, np.newaxis, :], towards], axis=1)
    leads = lead(both.reshape(-1, n)).reshape(len(points), n + 1, -1)
    chosen = leads[np.arange(len(points)), :, targets]
    slopes = (chosen[:, 1:] - chosen[:, :1]) / _STEP
    kept, whose = [], []
    for slope, here, target in zip(slopes, chosen[:, 0], targets, strict=True):
        moved = NEAREST[norm](weights, slope, -float(here))
        if moved is not None and np.all(np.isfinite(moved)):
            kept.append(moved)
            whose.append(target)
    return np.array(kept).reshape(-1, n), np.array(whose, dtype=np.int64)


def _first_changes(lead: Lead, weights: FloatArray, ends: FloatArray) -> list[tuple[FloatArray, int]]:
    """Return, on the way from the present weights through each end, the first place where any challenger is level."""
    positions = np.concatenate([np.linspace(0.0, 1.0, 33)[1:], [1.0 + 1e-6, 1.0001, 1.01]])
    ways = line(weights, ends[:, np.newaxis, :], positions)
    inside = np.all(ways >= 0, axis=2)
    shape = ways.shape[:2]
    leads = lead(np.maximum(ways, 0.0).reshape(-1, ways.shape[-1])).reshape(*shape, -1)
    best = leads.max(axis=2)
    ahead = (best >= 0) & inside
    found: list[tuple[FloatArray, int]] = []
    reached = np.flatnonzero(np.any(ahead, axis=1))
    if not len(reached):
        return found
    first = np.argmax(ahead[reached], axis=1)
    low = np.where(first > 0, positions[np.maximum(first - 1, 0)], 0.0)

    def level(at: FloatArray) -> np.ndarray:
        return lead(line(weights, ends[reached], at)).max(axis=1) >= 0

    places = bisected(level, low, positions[first])
    for end, place in zip(ends[reached], places, strict=True):
        point = np.maximum(weights + (place + 1e-12) * (end - weights), 0.0)
        point /= point.sum()
        values = lead(point[np.newaxis])[0]
        k = int(np.argmax(values))
        if values[k] >= -TIE:
            found.append((point, k))
    return found
