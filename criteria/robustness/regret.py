"""Regret over stakeholders: how much worse than each one's best a candidate scores, and who keeps the worst of it smallest.

Source: Savage (1951), minimax regret, with stakeholders' weights in place of states of the world.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import CriteriaError
from criteria.model.arrays import BoolArray, FloatArray
from criteria.model.frozen import frozen_inside
from criteria.ranking.competition import TIE
from criteria.ranking.method import Setting
from criteria.robustness.engine.calls import Call, checked_call
from criteria.scaling.algebra import one_thread
from criteria.translation import translate as _


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Regret:
    """What m alternatives cost k stakeholders, in the unit of the method's score.

    regrets: (k, m), the score of the stakeholder's best less the alternative's own, at least 0; 0 for the best.
    largest: (m,), over the stakeholders.  smallest: the alternatives (indices) with the smallest largest regret, all that tie within
    1e-9.  worst_for: (m,), the stakeholder with the largest regret, the first where several have it.
    """

    regrets: FloatArray
    largest: FloatArray
    smallest: tuple[int, ...]
    worst_for: tuple[int, ...]


def regret(
    method: str, performances: ArrayLike, weights: ArrayLike, maximized: ArrayLike, **params: Setting
) -> Regret:
    """Return each alternative's regret under the weights (k, n) of k stakeholders; weights (n,) are those of one.

    performances: (m, n).  Scores are the published ones of the method; where low scores are good, the regret is the alternative's
    own less the best.  One alternative has no regret.  Raises CriteriaError for a method whose order does not follow from one score.
    """
    call, shares = checked_call(method, performances, maximized, weights, params)
    return regret_of_call(call, np.atleast_2d(shares))


@one_thread()
def regret_of_call(call: Call, weights: FloatArray) -> Regret:
    """Return the regrets of one checked call. weights: (k, n), rows summing to 1."""
    row = call.method
    if row.order != "complete" or row.ranks is not None:
        raise CriteriaError(
            _(
                "{method} does not rank by one score, so there is no regret in it; choose another method.",
                method=row.name,
            )
        )
    scores = call.published(weights)
    gained = scores if row.higher_is_better else -scores
    regrets: FloatArray = gained.max(axis=1, keepdims=True) - gained
    largest: FloatArray = regrets.max(axis=0)
    tied: BoolArray = largest <= largest.min() + TIE * max(1.0, float(np.abs(scores).max()))
    for array in (regrets, largest):
        array.setflags(write=False)
    return Regret(
        regrets,
        largest,
        tuple(int(i) for i in np.flatnonzero(tied)),
        tuple(int(k) for k in regrets.argmax(axis=0)),
    )
