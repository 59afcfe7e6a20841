"""What happens to scores and ranks while one weight runs from 0 to 1 and the others keep their proportions?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray, IntArray
from criteria.model.frozen import frozen_inside
from criteria.ranking.competition import competition_ranks
from criteria.ranking.method import Setting
from criteria.robustness.engine.calls import Call, checked_call
from criteria.robustness.engine.checks import checked_members
from criteria.robustness.engine.segments import line, line_of, places_of_change
from criteria.robustness.engine.steps import part
from criteria.scaling.algebra import one_thread
from criteria.scaling.checks import one_set
from criteria.translation import translate as _

_SAME = 1e-9  # places closer than this are one


@dataclass(frozen=True, slots=True)
class Crossing:
    """A weight at which two alternatives are level: indices of the two, `above` is ahead at larger weights."""

    weight: float
    above: int
    below: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """From where to where one alternative, an index, leads alone: between these weights, not at them."""

    low: float
    high: float
    leader: int


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """shares: (t,) the weight that is swept, 0 to 1.  scores, ranks: (t, m).  crossings: by weight.  present: the weight now.

    stretches: where somebody leads alone, by weight, from the exact crossings; what lies between two of them is tied.
    """

    shares: FloatArray
    scores: FloatArray
    ranks: IntArray
    crossings: tuple[Crossing, ...]
    present: float
    stretches: tuple[Stretch, ...]


def weight_sweep(
    method: str,
    performances: ArrayLike,
    weights: ArrayLike,
    maximized: ArrayLike,
    criterion: int | Sequence[int],
    *,
    steps: int = 101,
    **params: Setting,
) -> Sweep:
    """Return scores and ranks over the weight of a criterion, or of a group of criteria given by indices.

    Inside the group, and among all others, proportions stay. Crossings are exact where the method's order along a line of
    weights is a polynomial, and found by scanning and bisection elsewhere (see `segments`).
    Raises CriteriaError for unknown criteria.
    """
    call, shares = checked_call(method, performances, maximized, weights, params)
    members = checked_members(criterion, call.performances.shape[1])
    if not isinstance(steps, int | np.integer) or steps < 2:
        raise CriteriaError(
            _("A sweep needs a whole number of steps, at least 2; it has {steps}.", steps=steps)
        )
    return sweep(call, one_set(shares), members, steps=int(steps))


@one_thread()
def sweep(call: Call, weights: FloatArray, members: Sequence[int], *, steps: int = 101) -> Sweep:
    """Return the sweep of one checked call over the weight of some criteria together."""
    start, end = line_of(weights, members)
    at = np.linspace(0.0, 1.0, steps)
    pairs = list(combinations(range(call.alternatives), 2))
    with part(0.0, 0.05):
        values = call.values(line(start, end, at))
    with part(0.05, 0.9):
        (places,) = places_of_change(call, [(start, end)], pairs)
    return Sweep(
        shares=at,
        scores=call.published(line(start, end, at)),
        ranks=competition_ranks(values, higher_is_better=True),
        crossings=_crossings(call, start, end, pairs, places),
        present=float(weights[list(members)].sum()),
        stretches=_stretches(call, start, end, places),
    )


def _stretches(
    call: Call, start: FloatArray, end: FloatArray, places: Sequence[FloatArray]
) -> tuple[Stretch, ...]:
    """Return who leads alone from where to where: between two places where any two are level the order stays."""
    inner = np.unique(np.concatenate([np.empty(0), *places]))
    edges = np.concatenate([[0.0], inner[(inner > _SAME) & (inner < 1 - _SAME)], [1.0]])
    edges = edges[np.diff(edges, prepend=-1.0) > _SAME]
    with part(0.9, 1.0):
        values = call.values(line(start, end, (edges[:-1] + edges[1:]) / 2))
    first = competition_ranks(values, higher_is_better=True) == 1
    found: list[Stretch] = []
    for low, high, leaders in zip(edges[:-1], edges[1:], first, strict=True):
        if leaders.sum() != 1:
            continue
        leader = int(np.argmax(leaders))
        if found and found[-1].leader == leader and found[-1].high == low:
            found[-1] = Stretch(found[-1].low, float(high), leader)
        else:
            found.append(Stretch(float(low), float(high), leader))
    return tuple(found)


def _crossings(
    call: Call, start: FloatArray, end: FloatArray, pairs: list[tuple[int, int]], places: list[FloatArray]
) -> tuple[Crossing, ...]:
    """Return the places where two truly change places: just before one is ahead, just after the other."""
    candidates = [
        (float(at), i, j) for (i, j), found in zip(pairs, places, strict=True) for at in np.unique(found)
    ]
    if not candidates:
        return ()
    at = np.array([weight for weight, _i, _j in candidates])
    rows, columns = (np.array([pair[k] for pair in candidates]) for k in (1, 2))
    beside = 1e-7
    before, after = (
        np.take_along_axis(values, rows[:, np.newaxis], 1)[:, 0]
        - np.take_along_axis(values, columns[:, np.newaxis], 1)[:, 0]
        for values in (call.values(line(start, end, (at + shift).clip(0, 1))) for shift in (-beside, beside))
    )
    found = [
        Crossing(weight, *((i, j) if after[k] > 0 else (j, i)))
        for k, (weight, i, j) in enumerate(candidates)
        if before[k] * after[k] < 0
    ]
    return tuple(sorted(found, key=lambda crossing: crossing.weight))
