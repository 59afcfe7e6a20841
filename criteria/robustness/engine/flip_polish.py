"""From a flip to a nearer one: moves of a few weights at a time, and linear programs over the pieces that meet there.

1. `moved`: draw points that differ from the flip in one to three exchanges between two weights, or leave a change out; put each just
   nearer than the flip; keep the nearest at which a challenger is still level; draw ever closer once none is found. Works for scores that
   go in steps, too.
2. `through_pieces`: take the slopes of the lead at points around the flip, one for each piece of a score that bends there; the nearest
   weights at which all those pieces have the challenger level are a linear program (l1, largest change). What it gives is tried, and drawn back
   to the first place of change.
Both only ever return a flip that was tried, and no farther one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.model.arrays import FloatArray
from criteria.model.frozen import frozen_inside
from criteria.robustness.engine.flip_search import Lead, Norm, distances, first_changes
from criteria.robustness.engine.steps import stepped

_BATCH = 400
_EXCHANGES = 3
_FINEST = 1e-4  # of the distance: moves smaller than this are not tried
_BESIDE = 15  # points around the flip whose slopes are taken
_STEP = 1e-7
_PROGRAMS = 25


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A flip: weights (n,), how far they are from the present ones, and which challenger is level there."""

    weights: FloatArray
    distance: float
    challenger: int


def nearest_found(lead: Lead, weights: FloatArray, ends: FloatArray, norm: Norm) -> Found | None:
    """Return the nearest place of change on the ways to some ends (k, n), None where there is none."""
    found: Found | None = None
    for point, k in first_changes(lead, weights, ends):
        away = float(distances(point[np.newaxis], weights, norm)[0])
        if found is None or away < found.distance:
            found = Found(point, away, k)
    return found


def moved(
    lead: Lead, weights: FloatArray, start: Found, norm: Norm, rng: np.random.Generator, *, rounds: int
) -> Found:
    """Return the nearest flip that exchanges between a few weights at a time lead to."""
    best, size = start, 0.5
    for _round in stepped(range(rounds), rounds):
        if size < _FINEST or best.distance <= 0:
            break
        points = _beside(weights, best, size, norm, rng)
        level = points[lead(points).max(axis=1) >= 0]
        nearer = None
        if len(level):
            nearest = level[np.argmin(distances(level, weights, norm))]
            nearer = nearest_found(lead, weights, nearest[np.newaxis], norm)
        if nearer is not None and nearer.distance < best.distance:
            best = nearer
        else:
            size *= 0.7
    return best


def _beside(
    weights: FloatArray, flip: Found, size: float, norm: Norm, rng: np.random.Generator
) -> FloatArray:
    """Return points (k, n) beside a flip, each nearer to the weights than it is."""
    n = len(weights)
    change = np.repeat((flip.weights - weights)[np.newaxis], _BATCH, axis=0)
    rows, exchanges = np.arange(_BATCH), rng.integers(1, _EXCHANGES + 1, _BATCH)
    for exchange in range(_EXCHANGES):
        much = (exchanges > exchange) * rng.exponential(0.5 * size * flip.distance, _BATCH)
        change[rows, rng.integers(0, n, _BATCH)] += much
        change[rows, rng.integers(0, n, _BATCH)] -= much
    left_out = rng.random((_BATCH, n)) < 0.25 * (rng.random((_BATCH, 1)) < 0.3)
    change[left_out] = 0.0
    points = np.maximum(weights + change, 0.0)
    points /= points.sum(axis=1, keepdims=True)
    away = np.maximum(distances(points, weights, norm), 1e-300)
    nearer = flip.distance * (1 - 1e-4 * rng.random(_BATCH) - 0.1 * size * rng.random(_BATCH) ** 3)
    return weights + np.minimum(1.0, nearer / away)[:, np.newaxis] * (points - weights)


def through_pieces(
    lead: Lead, weights: FloatArray, start: Found, norm: Norm, rng: np.random.Generator
) -> Found:
    """Return the nearest flip that linear programs over the pieces around it lead to. norm: l1 or linf."""
    best, radius = start, 0.3
    for _program in range(_PROGRAMS):
        if radius < _FINEST or best.distance <= 0:
            break
        end = _level_on_all(lead, weights, best, radius, norm, rng)
        nearer = None
        if end is not None:
            ends = np.maximum(weights + np.array([[1.0], [1.002], [1.02]]) * (end - weights), 0.0)
            nearer = nearest_found(lead, weights, ends / ends.sum(axis=1, keepdims=True), norm)
        if nearer is not None and nearer.distance < best.distance * (1 - 1e-9):
            best = nearer
        else:
            radius /= 2
    return best


def _level_on_all(
    lead: Lead, weights: FloatArray, flip: Found, radius: float, norm: Norm, rng: np.random.Generator
) -> FloatArray | None:
    """Return the weights nearest to the present ones at which all pieces of the lead around a flip, made linear, are at least 0."""
    from scipy.optimize import linprog

    n = len(weights)
    reach = radius * flip.distance
    around = np.vstack([np.zeros(n), rng.normal(size=(_BESIDE, n)) * reach / np.sqrt(n)])
    points = np.maximum(flip.weights + around, 0.0)
    points /= points.sum(axis=1, keepdims=True)
    towards = points[:, np.newaxis] + _STEP * (np.eye(n) - points[:, np.newaxis])
    both = np.concatenate([points[:, np.newaxis], towards], axis=1)
    leads = lead(both.reshape(-1, n)).reshape(len(points), n + 1, -1)[..., flip.challenger]
    slopes = (
        leads[:, 1:] - leads[:, :1]
    ) / _STEP  # w = point + Σ w_j (e_j - point), so the lead is leads[0] + slopes · w
    if not np.any(slopes):
        return None  # a score that goes in steps
    slack = n if norm == "l1" else 1
    spread = np.eye(n) if norm == "l1" else np.ones((n, 1))
    solved = linprog(
        np.concatenate([np.zeros(n), np.ones(slack)]),
        A_ub=np.block(
            [[np.eye(n), -spread], [-np.eye(n), -spread], [-slopes, np.zeros((len(slopes), slack))]]
        ),
        b_ub=np.concatenate([weights, -weights, leads[:, 0]]),
        A_eq=np.concatenate([np.ones(n), np.zeros(slack)])[np.newaxis],
        b_eq=[1.0],
        bounds=[(max(0.0, at - 2 * reach), min(1.0, at + 2 * reach)) for at in flip.weights]
        + [(0.0, None)] * slack,
    )
    if solved.status != 0 or solved.x is None:
        return None
    point = np.maximum(solved.x[:n], 0.0)
    return point / point.sum()
