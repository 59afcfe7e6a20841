"""What speaks for and against one candidate, by weight and by its place in the field."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.model.arrays import FloatArray
from criteria.model.criterion import Criterion
from criteria.model.evaluation import Evaluation
from criteria.ranking.matrix import maximized, scales
from criteria.scaling.normalization import minmax, on_scale


@dataclass(frozen=True, slots=True)
class Standing:
    """A criterion, the candidate's place under it among the ranked (1 is best), and how much that moves it from average.

    effect: weight times distance from the field's average on the declared scale (or between worst and best present).
    """

    criterion: Criterion
    place: int
    effect: float


def standings(evaluation: Evaluation, alternative: str) -> tuple[Standing, ...]:
    """Return a ranked candidate's standing under every criterion, what helps it most first; empty for one set apart."""
    position = evaluation.position(alternative)
    if position is None:
        return ()
    values = _positions(evaluation)
    effects = evaluation.weights * (values[position] - values.mean(axis=0))
    places = 1 + np.sum(values > values[position] + 1e-9, axis=0)
    found = (
        Standing(leaf, int(place), float(effect))
        for leaf, place, effect in zip(evaluation.problem.leaves, places, effects, strict=True)
    )
    return tuple(sorted(found, key=lambda standing: -standing.effect))


def _positions(evaluation: Evaluation) -> FloatArray:
    flags, declared = maximized(evaluation.problem), scales(evaluation.problem)
    if declared is None:
        return minmax(evaluation.performances, flags)
    return on_scale(evaluation.performances, flags, declared)
