"""From where bars are drawn, so that longer is always better and what tells the candidates apart is seen.

From zero, as a rule. From the last candidate where a lower score is better, and where all scores lie so close together that bars from zero
would be of one length; then the parts of a bar are what each group adds over the last, and still sum to it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from criteria.charts.parts import Part, amounts_of
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation

ALIKE = 0.05  # of the longest bar: scores whose spread is less are drawn from the last one


def drawn_from_last(evaluation: Evaluation) -> bool:
    """Whether bars begin at the score of the last candidate in place of zero; never where all scores are equal."""
    scores = evaluation.scores
    if len(scores) < 2 or float(np.ptp(scores)) <= 0:
        return False
    alike = float(scores.min()) > 0 and float(np.ptp(scores)) < ALIKE * float(scores.max())
    return alike or not evaluation.higher_is_better


def drawn_score(evaluation: Evaluation, score: float) -> float:
    """Return how far a bar with this score reaches, to the left if negative."""
    return drawn_scores(evaluation, [score])[0]


def drawn_scores(evaluation: Evaluation, scores: Sequence[float]) -> list[float]:
    """Return how far the bars with these scores reach, to the left if negative."""
    if not drawn_from_last(evaluation):
        return list(scores)
    last = float(evaluation.scores[evaluation.order[-1]])
    return [score - last if evaluation.higher_is_better else last - score for score in scores]


def drawn_amounts(
    evaluation: Evaluation, parts: tuple[Part, ...], rows: Sequence[int] | None = None
) -> FloatArray:
    """Return how much each part adds to the bars at these positions, (rows, parts): their sum is how far it reaches.  rows: None for all."""
    chosen = range(len(evaluation.ranked)) if rows is None else rows
    if not drawn_from_last(evaluation):
        return amounts_of(evaluation, parts, chosen)
    amounts = amounts_of(evaluation, parts, (*chosen, evaluation.order[-1]))
    gained: FloatArray = amounts[:-1] - amounts[-1]
    return gained if evaluation.higher_is_better else -gained
