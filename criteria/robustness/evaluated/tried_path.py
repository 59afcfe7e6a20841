"""The path to first of an evaluation, each value of it rounded away from the present one and tried through the model.

What a search on the decision matrix finds (see `path`) need not hold when it is entered: what stands in for missing ratings moves with the
candidate's own, a must-have may set it apart, a method that moves in steps asks for more than the threshold, and a rounded value may
fall short. So every value is entered as it will be printed, and only what puts the candidate first alone is kept.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.model.number import decimals_of, first_that_holds, rounded_away
from criteria.model.scenario import ChangedCell
from criteria.ranking.evaluate import ranks_of
from criteria.robustness.path import PathToFirst

FINER = 3  # decimals more than a thousandth of the scale, at most
_HALVINGS = 24
_FURTHER = (0.0, 0.01, 0.03, 0.1, 0.3)  # how much further towards the best ends a combination is tried
Claim = Callable[[dict[int, float]], bool]


def tried(evaluation: Evaluation, position: int, found: PathToFirst, scales: FloatArray) -> PathToFirst:
    """Return the path with the values as they are printed, each of which puts the candidate first alone; nan and None for those that do not.

    scales: (n, 2), how far each performance can go.
    """
    if found.effort == 0:
        return found
    here = np.array(evaluation.performances[position])
    flags = np.array([leaf.maximize for leaf in evaluation.problem.leaves])
    best = np.where(flags, np.maximum(scales[:, 1], here), np.minimum(scales[:, 0], here))
    decimals = [decimals_of(float(high - low)) for low, high in scales]
    holds = _claim(evaluation, position)
    single = np.array([_alone(holds, j, here, best, found.single[j], decimals[j]) for j in range(len(here))])
    combined = _together(holds, here, best, found.combined, decimals)
    ends = [
        here + np.where(np.arange(len(here)) == j, single - here, 0.0)
        for j in np.flatnonzero(np.isfinite(single))
    ]
    span = np.where(scales[:, 1] > scales[:, 0], scales[:, 1] - scales[:, 0], 1.0)
    every = [end for end in (combined, *ends) if end is not None]
    if not every:
        return PathToFirst(single, None, np.nan)
    efforts = [float((np.abs(end - here) / span).sum()) for end in every]
    least = int(np.argmin(efforts))
    return PathToFirst(single, every[least], efforts[least])


def _claim(evaluation: Evaluation, position: int) -> Claim:
    """Return whether the candidate is first alone once these ratings, by position of the leaf, are entered."""
    problem, alternative = evaluation.problem, evaluation.alternatives[position].id

    def holds(changes: dict[int, float]) -> bool:
        scenario = evaluation.scenario
        for j, value in changes.items():
            scenario = scenario.with_cell(ChangedCell(alternative, problem.leaves[j].id, value, value, value))
        try:
            ranks = ranks_of(problem, scenario)
        except CriteriaError:
            return False
        first = [name for name, rank in ranks.items() if rank == 1]
        return first == [alternative]

    return holds


def _alone(holds: Claim, j: int, here: FloatArray, best: FloatArray, start: float, decimals: int) -> float:
    """Return the value of one criterion that alone is enough, as printed; nan where none was found."""
    now, end = float(here[j]), float(best[j])
    if now == end:
        return np.nan

    def enough(value: float) -> bool:
        return min(now, end) <= value <= max(now, end) and holds({j: value})

    if np.isfinite(start):
        value = first_that_holds(now, float(start), enough, decimals=decimals, finest=decimals + FINER)
        if value is not None:
            return value
    if not enough(end):
        return np.nan
    low, high = now, end
    for _halving in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    value = first_that_holds(now, high, enough, decimals=decimals, finest=decimals + FINER)
    return end if value is None else value


def _together(
    holds: Claim, here: FloatArray, best: FloatArray, found: FloatArray | None, decimals: list[int]
) -> FloatArray | None:
    """Return the performances after the combined change as printed: as few of the changes as are enough; None where they are not."""
    if found is None:
        return None
    for further in _FURTHER:
        for finer in (0, FINER):
            values = found + further * (best - found)
            printed = {
                int(j): _within(float(here[j]), float(values[j]), float(best[j]), decimals[j] + finer)
                for j in np.flatnonzero(np.abs(values - here) > 1e-9)
            }
            changes = {j: value for j, value in printed.items() if value != here[j]}
            if holds(changes):
                return _after(here, _needed(holds, changes, here, best))
    return None


def _within(now: float, then: float, end: float, decimals: int) -> float:
    """Return a value rounded away from the present one, but not beyond the end of the scale."""
    value = rounded_away(now, then, decimals)
    return min(value, end) if end >= now else max(value, end)


def _needed(holds: Claim, changes: dict[int, float], here: FloatArray, best: FloatArray) -> dict[int, float]:
    """Return the changes without those that are not needed, the smallest parts of their ways left out first."""
    kept = dict(changes)
    way = {j: abs(value - here[j]) / max(abs(best[j] - here[j]), 1e-12) for j, value in changes.items()}
    for j in sorted(changes, key=way.__getitem__):
        without = {other: value for other, value in kept.items() if other != j}
        if without and holds(without):
            kept = without
    return kept


def _after(here: FloatArray, changes: dict[int, float]) -> FloatArray:
    values = here.copy()
    for j, value in changes.items():
        values[j] = value
    return values
