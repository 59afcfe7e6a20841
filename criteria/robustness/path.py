"""The path to first: what would a candidate's own performances have to be for it to lead?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import CriteriaError
from criteria.model.arrays import BoolArray, FloatArray
from criteria.model.frozen import frozen_inside
from criteria.ranking.competition import TIE
from criteria.ranking.method import Setting
from criteria.ranking.score import method_row
from criteria.robustness.engine.calls import Call, checked_call
from criteria.robustness.engine.checks import checked_index
from criteria.robustness.engine.scan import bisected
from criteria.scaling.algebra import one_thread
from criteria.scaling.checks import checked_input, one_set
from criteria.scaling.normalization import checked_bounds
from criteria.translation import translate as _

# Performances (k, n) of one alternative to whether it is first (k,), and to its leads over all others (k, m - 1).
Claim = Callable[[FloatArray], BoolArray]
Leads = Callable[[FloatArray], FloatArray]

_SHORT_OF = 0.01  # of the way back from an end at which the method has no score
_GRID = 65
_ROUNDS = 6
_STEP = 1e-5


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class PathToFirst:
    """single: (n,), the value of each criterion that alone would be enough, nan where none on the scale is.

    combined: (n,), all performances after the smallest combined change found, measured as the sum of changes in parts of their
    scales; None where even the best end of every scale is not enough.  effort: that sum; nan where there is none.
    """

    single: FloatArray
    combined: FloatArray | None
    effort: float


def path_to_first(
    method: str,
    performances: ArrayLike,
    weights: ArrayLike,
    maximized: ArrayLike,
    alternative: int,
    *,
    scales: ArrayLike | None = None,
    **params: Setting,
) -> PathToFirst:
    """Return the smallest single change and the smallest combined change that put an alternative first.

    scales: (n, 2), how far each performance can go, by default the range of the data; where the method has no score at an end, the last
    hundredth of the way there is left out.  Performances only improve.
    Raises CriteriaError for an unknown alternative.
    """
    values, _shares, _flags = checked_input(performances, weights, maximized)
    bounds = (
        np.column_stack([values.min(axis=0), values.max(axis=0)])
        if scales is None
        else checked_bounds(values, scales, "scales")
    )
    # A method that can do without scales keeps its own bounds unless some are given.
    asked = params.get(
        "normalization", method_row(method).default_normalization if scales is not None else None
    )
    if asked == "scale":
        params["scales"] = bounds
    call, shares = checked_call(method, performances, maximized, weights, params)
    position = checked_index(alternative, call.alternatives, _("alternative"))
    return path(call, one_set(shares), position, bounds)


@one_thread()
def path(call: Call, weights: FloatArray, alternative: int, scales: FloatArray) -> PathToFirst:
    """Return the path to first of one alternative of a checked call."""
    here = call.performances[alternative]
    best = np.where(call.maximized, np.maximum(scales[:, 1], here), np.minimum(scales[:, 0], here))
    n = len(here)
    rest = np.delete(np.arange(call.alternatives), alternative)

    def leads(rows: FloatArray) -> FloatArray:
        """Return by how much the alternative is ahead of each other, (k, m - 1), with these performances (k, n) of its own."""
        matrices = np.repeat(call.performances[np.newaxis], len(rows), axis=0)
        matrices[:, alternative] = rows
        values = call.values(weights, matrices)
        lead: FloatArray = values[:, [alternative]] - values[:, rest]
        return lead

    def first(rows: FloatArray) -> BoolArray:
        ahead: BoolArray = leads(rows).min(axis=1, initial=np.inf) >= -TIE
        return ahead

    for j in np.flatnonzero(best != here):
        end = np.where(np.arange(n) == j, best, here)
        try:
            leads(end[np.newaxis])
        except CriteriaError:
            # No score there, as for a cost of 0 that is divided by: the search stops just before it.
            best[j] += _SHORT_OF * (here[j] - best[j])
    if first(here[np.newaxis])[0]:
        return PathToFirst(here.copy(), here.copy(), 0.0)
    single = _single(first, here, best, points=_GRID if call.batched else 9)
    span = np.where(scales[:, 1] > scales[:, 0], scales[:, 1] - scales[:, 0], 1.0)
    cost = np.abs(best - here) / span
    ends = [
        here + np.where(np.arange(n) == j, single - here, 0.0) for j in range(n) if np.isfinite(single[j])
    ]
    if first(best[np.newaxis])[0]:
        ends.append(best)
        if call.batched:
            ends += _made_linear(leads, here, best, cost)
    found: FloatArray | None = None
    effort = np.nan
    for end in ends:
        reached = _on_the_way(first, here, end)
        spent = float((np.abs(reached - here) / span).sum())
        if np.isfinite(spent) and (found is None or spent < effort):
            found, effort = reached, spent
    return PathToFirst(single, found, effort)


def _single(first: Claim, here: FloatArray, best: FloatArray, *, points: int) -> FloatArray:
    """Return for each criterion the nearest value towards its best end that alone is enough, else nan."""
    n = len(here)
    at = np.linspace(0.0, 1.0, points)
    rows = np.repeat(here[np.newaxis], n * points, axis=0).reshape(n, points, n)
    for j in range(n):
        rows[j, :, j] = here[j] + at * (best[j] - here[j])
    enough = first(rows.reshape(-1, n)).reshape(n, points)
    enough[best == here] = False
    found = np.full(n, np.nan)
    able = np.flatnonzero(np.any(enough, axis=1))
    if not len(able):
        return found
    index = np.argmax(enough[able], axis=1)

    def holds(position: FloatArray) -> BoolArray:
        trial = np.repeat(here[np.newaxis], len(able), axis=0)
        trial[np.arange(len(able)), able] = here[able] + position * (best - here)[able]
        return first(trial)

    places = bisected(holds, at[np.maximum(index - 1, 0)], at[index])
    found[able] = here[able] + np.minimum(places + 1e-12, 1.0) * (best - here)[able]
    return found


def _made_linear(leads: Leads, here: FloatArray, best: FloatArray, cost: FloatArray) -> list[FloatArray]:
    """Return performances at which the leads, made linear where the search stands, are all at least 0 at the least effort."""
    from scipy.optimize import linprog

    n = len(here)
    room = best - here
    point = np.zeros(n)
    found = []
    for _round in range(_ROUNDS):
        trials = np.vstack(
            [point, np.where(np.eye(n) > 0, point + np.where(point > 0.5, -_STEP, _STEP), point)]
        )
        measured = leads(here + trials * room)
        step = np.where(point > 0.5, -_STEP, _STEP)
        slopes = ((measured[1:] - measured[0]) / step[:, np.newaxis]).T
        solved = linprog(cost + 1e-12, A_ub=-slopes, b_ub=measured[0] - slopes @ point, bounds=[(0, 1)] * n)
        if solved.status != 0 or solved.x is None:
            break
        point = solved.x
        found += [here + np.minimum(share * point, 1.0) * room for share in (1.0, 1 + 1e-7, 1.02)]
    return found


def _on_the_way(first: Claim, here: FloatArray, end: FloatArray) -> FloatArray:
    """Return the first place on the straight way to an end that is enough; the end's criteria where only those are."""
    if not first(end[np.newaxis])[0]:
        return np.full_like(here, np.inf)
    place = bisected(
        lambda at: first(here + at[:, np.newaxis] * (end - here)),
        np.zeros(1),
        np.ones(1),
    )[0]
    # The end itself, where that is where it begins: on the way there rounding could fall short of it.
    return end if place > 1 - 1e-11 else here + (place + 1e-12) * (end - here)
