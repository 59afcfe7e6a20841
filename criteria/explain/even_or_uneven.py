"""What the plane of TOPSIS shows, as a sentence: who is best on average, and whether unevenness decides the first place."""

from __future__ import annotations

import numpy as np

from criteria.explain.numbers import number
from criteria.model.evaluation import Evaluation
from criteria.ranking.closeness_plane import ClosenessPlane
from criteria.translation import translate as _

_SAME = 1e-9


def even_or_uneven(evaluation: Evaluation, plane: ClosenessPlane) -> str:
    """Return who is first by closeness and who by the average alone, with both numbers and enough digits to tell them apart."""
    leader = evaluation.order[0]
    best = int(np.argmax(plane.average))
    labels = [alternative.label for alternative in evaluation.alternatives]
    if plane.average[best] - plane.average[leader] <= _SAME:
        return _(
            "{leader} has the highest average too ({average}): unevenness does not decide the first place.",
            leader=labels[leader],
            average=number(float(plane.average[leader]), 2),
        )
    digits = _telling_digits(plane, best, leader)
    told = {
        "other": labels[best],
        "leader": labels[leader],
        "higher": number(float(plane.average[best]), digits),
        "lower": number(float(plane.average[leader]), digits),
        "other_unevenness": number(float(plane.unevenness[best]), digits),
        "leader_unevenness": number(float(plane.unevenness[leader]), digits),
    }
    if plane.unevenness[best] > plane.unevenness[leader]:
        return _(
            "On the average alone {other} would be ahead of {leader} ({higher} against {lower}). Its ratings are less even ({other_unevenness} "
            "against {leader_unevenness}), and that costs it the first place.",
            **told,
        )
    return _(
        "On the average alone {other} would be ahead of {leader} ({higher} against {lower}). Its ratings are more even ({other_unevenness} "
        "against {leader_unevenness}), and so far from the ideal TOPSIS favours the uneven one.",
        **told,
    )


def _telling_digits(plane: ClosenessPlane, one: int, other: int) -> int:
    """Return the fewest decimals, two at least, at which both numbers of the two differ as printed."""
    for digits in range(2, 9):
        if all(
            number(float(values[one]), digits) != number(float(values[other]), digits)
            for values in (plane.average, plane.unevenness)
        ):
            return digits
    return 9
