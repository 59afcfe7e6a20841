"""Points that the browser sends: numbers for criteria of this problem, within bounds; anything else is left out."""

from __future__ import annotations

from collections.abc import Mapping

from criteria.model.points import POINTS_LIMIT
from criteria.model.problem import Problem


def points_of(problem: Problem, sent: object) -> dict[str, float]:
    """Return the points by criterion; nothing where nothing of what was sent can be used.

    An integer beyond what a number can hold is compared before it is turned into one.
    """
    if not isinstance(sent, Mapping):
        return {}
    known = {criterion.id for criterion in problem.criteria}
    return {
        name: float(value)
        for name, value in sent.items()
        if name in known
        and isinstance(value, int | float)
        and not isinstance(value, bool)
        and 0 <= value <= POINTS_LIMIT
    }
