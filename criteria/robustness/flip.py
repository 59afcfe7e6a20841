"""The smallest change of weights at which somebody else leads.

Linear methods: exact. To tie with the leader is one linear condition, and over all challengers the nearest tie is the nearest
flip: if a third candidate were ahead there, it would have tied nearer. For one given challenger the conditions against all
others are a linear program (L1, largest change) or a quadratic one (L2).
Largest weighted distance (MOORA reference point): exact, see `engine.largest_part`.
Other methods: a bounded search. The condition is made linear where the search stands, solved, and made linear anew there; it is
begun at the present weights and at the nearest of several thousand drawn weights where somebody else leads; whatever it finds
is drawn back along a straight line to the first place where the lead changes. From the nearest flips of three challengers it goes on by
exchanges between a few weights and by linear programs over the pieces that meet there (see `engine.flip_polish`). What it returns is a
flip; that none is nearer is not proved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray
from criteria.model.frozen import frozen_inside
from criteria.ranking.method import Setting
from criteria.robustness.engine.calls import Call, checked_call
from criteria.robustness.engine.checks import checked_index
from criteria.robustness.engine.flip_polish import Found, moved, through_pieces
from criteria.robustness.engine.flip_search import Lead, drawn_ends, first_changes, improved
from criteria.robustness.engine.largest_part import nearest_level
from criteria.robustness.engine.nearest import NEAREST, distance
from criteria.robustness.engine.segments import unit_scores
from criteria.robustness.engine.steps import part, stepped
from criteria.scaling.algebra import one_thread
from criteria.scaling.checks import one_set
from criteria.translation import translate as _

Norm = Literal["l1", "l2", "linf"]

_ROUNDS = 6
_PROBES = 2_000
_PROBES_ALONE = 20_000
_POLISHED = 3  # starts, each of another challenger
_FIRST_ROUNDS, _LAST_ROUNDS = 15, 60


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Flip:
    """weights: (n,), where the challenger (an index) has drawn level with whoever led.  distance: from the present weights.

    exact: whether no nearer one exists; else it is the nearest found by a search from the present weights and from drawn ones.
    """

    weights: FloatArray
    distance: float
    challenger: int
    exact: bool = False


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


@one_thread()
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
    found = _searched(call, weights, leader, challengers, norm, alone=challenger is not None)
    if call.method.largest_part and challenger is None and norm != "l2":
        return _by_parts(call, weights, leader, challengers, norm, found)
    return found


def _by_parts(
    call: Call, weights: FloatArray, leader: int, challengers: list[int], norm: Norm, found: Flip | None
) -> Flip | None:
    within = found.distance if found is not None else 2.0
    nearest = nearest_level(
        -call.values(np.eye(len(weights))).T, weights, leader, challengers, norm, within * (1 + 1e-9)
    )
    if nearest is None:
        return None if found is None else replace(found, exact=True)
    return Flip(nearest[0], distance(nearest[0], weights, norm), nearest[1], exact=True)


def _linear_any(
    units: FloatArray, weights: FloatArray, leader: int, challengers: list[int], norm: Norm
) -> Flip | None:
    found: Flip | None = None
    for other in challengers:
        moved = NEAREST[norm](weights, units[:, other] - units[:, leader], 0.0)
        if moved is not None:
            away = distance(moved, weights, norm)
            if found is None or away < found.distance:
                found = Flip(moved, away, other, exact=True)
    return found


def _linear_one(units: FloatArray, weights: FloatArray, challenger: int, norm: Norm) -> Flip | None:
    others = np.delete(np.arange(units.shape[1]), challenger)
    ahead = (units[:, [challenger]] - units[:, others]).T  # (m - 1, n): each row · w >= 0
    found = _program(weights, ahead, np.zeros(len(ahead)), norm)
    return (
        None if found is None else Flip(found, distance(found, weights, norm), challenger, exact=norm != "l2")
    )


def _program(weights: FloatArray, rows: FloatArray, bounds: FloatArray, norm: Norm) -> FloatArray | None:
    """Return the weights nearest to the given ones with rows·w >= bounds, or None."""
    from scipy.optimize import linprog, minimize

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

    probes = _PROBES_ALONE if alone else _PROBES
    with part(0.0, 0.03):
        drawn = drawn_ends(call, weights, lead, norm, probes)
    ends = [(weights, k) for k in range(len(challengers))] + drawn
    points = np.array([point for point, _k in ends])
    targets = np.array([k for _point, k in ends])
    tried = [np.array([point for point, _k in ends if point is not weights]).reshape(-1, len(weights))]
    # What takes longest is the last search, which a method without a kernel goes without.
    searched, begun = (0.04, 0.05) if call.batched else (0.3, 1.0)
    rounds = _ROUNDS if call.batched else 2
    with part(0.03, searched):
        for _round in stepped(range(rounds), rounds):
            points, targets = improved(lead, weights, points, targets, norm)
            if not len(points):
                break
            tried.append(points)
    everything = np.vstack(tried)
    if not len(everything):
        return None
    with part(searched, begun):
        starts = _starts(lead, weights, everything, norm)
    if not starts:
        return None
    with part(begun, 1.0):
        best = _polished(lead, weights, starts, norm) if call.batched else starts[0]
    return Flip(best.weights, best.distance, challengers[best.challenger])


def _starts(lead: Lead, weights: FloatArray, ends: FloatArray, norm: Norm) -> list[Found]:
    """Return the nearest flip of each challenger on the ways to some ends, the nearest first."""
    nearest: dict[int, Found] = {}
    for point, k in first_changes(lead, weights, ends):
        away = distance(point, weights, norm)
        if k not in nearest or away < nearest[k].distance:
            nearest[k] = Found(point, away, k)
    return sorted(nearest.values(), key=lambda found: found.distance)


def _polished(lead: Lead, weights: FloatArray, starts: list[Found], norm: Norm) -> Found:
    """Return the nearest flip that the search reaches from some starts, and then from the best of them once more."""
    rng = np.random.default_rng(1)  # the same question has one answer
    reached = []
    chosen = starts[:_POLISHED]
    with part(0.0, 0.6):
        for start in stepped(chosen, len(chosen)):
            found = moved(lead, weights, start, norm, rng, rounds=_FIRST_ROUNDS)
            reached.append(found if norm == "l2" else through_pieces(lead, weights, found, norm, rng))
    best = min(reached, key=lambda found: found.distance)
    with part(0.6, 1.0):
        last = moved(lead, weights, best, norm, rng, rounds=_LAST_ROUNDS)
    return last if norm == "l2" or last is best else through_pieces(lead, weights, last, norm, rng)
