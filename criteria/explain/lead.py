"""Who leads whom by how much: one function says it, with as many digits as make what is printed add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from criteria.explain.numbers import number, score_digits
from criteria.model.evaluation import Evaluation
from criteria.ranking.competition import TIE
from criteria.ranking.unbeaten import unbeaten
from criteria.translation import translate as _

NARROW = 0.1  # a lead below this share of the distance from first to last is called narrow
_FINER = 1  # decimals beyond those that tell the scores apart; a difference that is nothing even then is practically none


@dataclass(frozen=True, slots=True)
class Apart:
    """Two scores as printed. gap: their printed difference, the empty text where it is smaller than `least`."""

    first: str
    second: str
    gap: str
    least: str


def names(labels: Sequence[str], *, limit: int = 4) -> str:
    """Return labels as a list in words, the last joined by and; beyond the limit three are named and the rest is counted."""
    if len(labels) > limit:
        return _("{listed} and {count} more", listed=", ".join(labels[:3]), count=len(labels) - 3)
    if len(labels) > 1:
        return _("{listed} and {last}", listed=", ".join(labels[:-1]), last=labels[-1])
    return labels[0] if labels else _("no candidate")


def shown_digits(evaluation: Evaluation) -> int:
    """Return with how many decimals scores are shown wherever they stand: as many as make first, second and lead add up."""
    order = evaluation.order
    if evaluation.order_published != "complete" and np.all(evaluation.scores % 1 == 0):
        return 0  # how many others are preferred: a count
    if len(order) < 2:
        return score_digits(evaluation.scores)
    digits = _digits(float(evaluation.scores[order[0]]), float(evaluation.scores[order[1]]), evaluation)
    # Means of ranks are whole or a half: one decimal shows them in full, and 2 and 1.5 are not both 2.
    halves = np.all(np.abs(2 * evaluation.scores - np.rint(2 * evaluation.scores)) < TIE)
    return 1 if halves and digits == 0 and np.any(evaluation.scores % 1 != 0) else digits


def apart(evaluation: Evaluation, one: int, other: int) -> Apart:
    """Return the scores of two of the ranked and their difference, as printed."""
    scores = float(evaluation.scores[one]), float(evaluation.scores[other])
    digits = max(shown_digits(evaluation), _digits(*scores, evaluation))
    first, second = (Decimal(f"{score:.{digits}f}") for score in scores)
    gap = "" if first == second else number(float(abs(first - second)), digits)
    least = number(10**-digits, digits)
    return Apart(number(scores[0], digits), number(scores[1], digits), gap, least)


def _digits(one: float, other: float, evaluation: Evaluation) -> int:
    """Return the fewest decimals at which the difference of two printed scores is the printed difference, and not 0."""
    least = score_digits(evaluation.scores)
    for digits in range(least, least + _FINER + 1):
        first, second, gap = (Decimal(f"{value:.{digits}f}") for value in (one, other, abs(one - other)))
        if gap > 0 and abs(first - second) == gap:
            return digits
    return least if gap == 0 else least + _FINER


def lead(evaluation: Evaluation) -> float:
    """Return the distance in score between the first and the second, 0 where there is no second or they are tied."""
    order = evaluation.order
    return abs(float(evaluation.scores[order[0]] - evaluation.scores[order[1]])) if len(order) > 1 else 0.0


def lead_sentence(evaluation: Evaluation) -> str:
    """Return who leads whom by how much, as a clause without a full stop and without a word on how firm that is."""
    if evaluation.order_published == "partial":
        return _partial(evaluation)
    if evaluation.order_published == "kernel":
        return _kernel(evaluation)
    labels = [alternative.label for alternative in evaluation.alternatives]
    order, leaders = evaluation.order, evaluation.leaders
    if len(order) == 1:
        return _("{name} is the only candidate left", name=labels[order[0]])
    if len(leaders) == len(order):
        return _("All {count} candidates are tied", count=len(order))
    if len(leaders) > 1:
        return _("{names} share first place", names=names([labels[i] for i in leaders]))
    found = apart(evaluation, order[0], order[1])
    values = {"leader": labels[order[0]], "second": labels[order[1]], "gap": found.gap, "least": found.least}
    if not found.gap:
        return _("{leader} is ahead of {second} by less than {least}", **values)
    return _("{leader} leads {second} by {gap}", **values)


def lead_word(evaluation: Evaluation) -> str:
    """Return a word for the size of the lead alone; the empty text where it is neither a tie nor small."""
    if evaluation.order_published == "partial":
        return _("partial order")
    if evaluation.order_published == "kernel":
        return _("selection, no order")
    order, leaders = evaluation.order, evaluation.leaders
    if len(order) == 1:
        return _("nothing to compare")
    if len(leaders) > 1:
        return _("no difference") if len(leaders) == len(order) else _("tie")
    if not apart(evaluation, order[0], order[1]).gap:
        return _("practically tied")
    return _("narrow lead") if lead(evaluation) < NARROW * float(np.ptp(evaluation.scores)) else ""


def rank_texts(evaluation: Evaluation) -> tuple[str, ...]:
    """Return the rank of each of the ranked, with = in front where others share it."""
    ranks = evaluation.ranks.tolist()
    shared = Counter(ranks)
    return tuple(f"={rank}" if shared[rank] > 1 else str(rank) for rank in ranks)


def _partial(evaluation: Evaluation) -> str:
    labels = [evaluation.alternatives[i].label for i in foremost(evaluation)]
    if len(labels) == 1:
        return _("{name} is unbeaten: no candidate is preferred to it", name=labels[0])
    return _("{names} are unbeaten: this method does not say which of them leads", names=names(labels))


def foremost(evaluation: Evaluation) -> tuple[int, ...]:
    """Return the positions of those whom the method puts in front: the first, all who are unbeaten, or the members of the kernel."""
    if evaluation.order_published == "complete":
        return evaluation.leaders
    found = unbeaten(evaluation.ranks, evaluation.details)
    return tuple(i for i in evaluation.order if found[i])


def _kernel(evaluation: Evaluation) -> str:
    members = [evaluation.alternatives[i].label for i in foremost(evaluation)]
    if not members:
        return _("The kernel is empty: candidates outrank each other in a circle")
    if len(members) == 1:
        return _("{name} is the kernel: no candidate outranks it", name=members[0])
    return _("{names} are the kernel: no candidate outranks them", names=names(members))
