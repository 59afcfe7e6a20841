"""Steps of the search for the smallest flip of a method that is not linear: drawn starts, linear improvements, the first place of change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np

from criteria.model.arrays import FloatArray
from criteria.ranking.competition import TIE
from criteria.robustness.engine.calls import Call
from criteria.robustness.engine.draws import uniform_weights
from criteria.robustness.engine.nearest import NEAREST
from criteria.robustness.engine.scan import bisected
from criteria.robustness.engine.segments import line
from criteria.robustness.engine.steps import part

Norm = Literal["l1", "l2", "linf"]
# Weights (k, n) to how far each challenger is ahead (k, challengers).
Lead = Callable[[FloatArray], FloatArray]

_STEP = 1e-6  # towards each criterion, for slopes
_PROBES_ONE_BY_ONE = 60


def distances(points: FloatArray, weights: FloatArray, norm: Norm) -> FloatArray:
    """Return how far each of the points (k, n) is from the weights (n,), as the norm says."""
    change = np.abs(points - weights)
    if norm == "l1":
        return change.sum(axis=1)
    return change.max(axis=1) if norm == "linf" else np.sqrt((change**2).sum(axis=1))


def drawn_ends(
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
    away = distances(drawn, weights, norm)
    found = []
    for k in range(ahead.shape[1]):
        if np.any(ahead[:, k]):
            nearest = int(np.argmin(np.where(ahead[:, k], away, np.inf)))
            found.append((drawn[nearest], k))
    return found


def improved(
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


def first_changes(lead: Lead, weights: FloatArray, ends: FloatArray) -> list[tuple[FloatArray, int]]:
    """Return, on the way from the present weights through each end, the first place where any challenger is level."""
    positions = np.concatenate([np.linspace(0.0, 1.0, 33)[1:], [1.0 + 1e-6, 1.0001, 1.01]])
    ways = line(weights, ends[:, np.newaxis, :], positions)
    inside = np.all(ways >= 0, axis=2)
    shape = ways.shape[:2]
    with part(0.0, 0.6):
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

    with part(0.6, 1.0):
        places = bisected(level, low, positions[first])
    for end, place in zip(ends[reached], places, strict=True):
        point = np.maximum(weights + (place + 1e-12) * (end - weights), 0.0)
        point /= point.sum()
        values = lead(point[np.newaxis])[0]
        k = int(np.argmax(values))
        if values[k] >= -TIE:
            found.append((point, k))
    return found
