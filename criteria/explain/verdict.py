"""Who leads, by how much, and what that is worth: the headline of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from criteria.explain.firmness import firmness, firmness_word
from criteria.explain.numbers import number, percent, score_digits
from criteria.model.evaluation import Evaluation
from criteria.model.scenario import BLANK_RULES
from criteria.robustness.evaluated.slider import SliderChange
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _

NARROW = 0.1  # a lead below this share of the distance from first to last is called narrow


@dataclass(frozen=True, slots=True)
class Verdict:
    """A headline, sentences under it, and a word for the badge (empty where there is nothing to add).

    careful: whether that word is one of caution.  change: the move of one slider that the sentences offer, None where there is none.
    """

    headline: str
    sentences: tuple[str, ...]
    caution: str
    careful: bool = True
    change: SliderChange | None = None


def verdict(evaluation: Evaluation, robustness: Robustness | None = None) -> Verdict:
    """Return the headline of an evaluation and the sentences that keep it honest.

    robustness: what is known of how firm the lead is; without it, the caution speaks of the size of the lead alone.
    """
    if evaluation.order_published == "partial":
        headline, caution = _partial(evaluation)
    elif evaluation.order_published == "kernel":
        headline, caution = _kernel(evaluation)
    else:
        headline, caution = _complete(evaluation)
    if robustness is not None and len(evaluation.leaders) == 1:
        word, careful = firmness_word(robustness)
        return Verdict(
            headline,
            (
                *firmness(evaluation, robustness),
                _method_sentence(evaluation),
                *_compromise(evaluation),
                *_unknowns(evaluation),
            ),
            word,
            careful=careful,
            change=robustness.change,
        )
    sentences = [
        _method_sentence(evaluation),
        *_compromise(evaluation),
        *_unknowns(evaluation),
        _evidence(evaluation),
    ]
    return Verdict(headline, tuple(sentences), caution)


def names(labels: Sequence[str]) -> str:
    """Return labels as a list in words, the last joined by and; beyond four the rest is counted."""
    if len(labels) > 4:
        return _("{listed} and {count} more", listed=", ".join(labels[:3]), count=len(labels) - 3)
    if len(labels) > 1:
        return _("{listed} and {last}", listed=", ".join(labels[:-1]), last=labels[-1])
    return labels[0] if labels else _("nobody")


def _complete(evaluation: Evaluation) -> tuple[str, str]:
    labels = [a.label for a in evaluation.alternatives]
    order, leaders = evaluation.order, evaluation.leaders
    if len(order) == 1:
        return _("{name} is the only candidate left", name=labels[order[0]]), _("nothing to compare")
    if len(leaders) == len(order):
        return _("All {count} candidates are level", count=len(order)), _("no difference")
    if len(leaders) > 1:
        return _("{names} share first place", names=names([labels[i] for i in leaders])), _("tie")
    first, second = order[0], order[1]
    gap, spread = lead(evaluation), float(np.ptp(evaluation.scores))
    digits = score_digits(evaluation.scores)
    values = {"leader": labels[first], "second": labels[second], "gap": number(gap, digits)}
    if float(number(gap, digits)) == 0:
        values["least"] = number(10**-digits, digits)
        return _("{leader} is ahead of {second} by less than {least}", **values), _("practically level")
    caution = _("narrow lead") if gap < NARROW * spread else ""
    return _("{leader} leads {second} by {gap}", **values), caution


def lead(evaluation: Evaluation) -> float:
    """Return the distance in score between the first and the second, 0 where there is no second or they are tied."""
    order = evaluation.order
    return abs(float(evaluation.scores[order[0]] - evaluation.scores[order[1]])) if len(order) > 1 else 0.0


def _partial(evaluation: Evaluation) -> tuple[str, str]:
    labels = [a.label for a in evaluation.alternatives]
    unbeaten = [labels[i] for i in evaluation.leaders]
    if len(unbeaten) == 1:
        return _("Nobody is preferred to {name}", name=unbeaten[0]), _("partial order")
    return _(
        "Nobody is preferred to {names}: this method does not say who of them leads", names=names(unbeaten)
    ), _("partial order")


def _kernel(evaluation: Evaluation) -> tuple[str, str]:
    kernel = evaluation.details.get("kernel", ())
    members = [evaluation.alternatives[int(i)].label for i in kernel]  # type: ignore[attr-defined]
    if not members:
        return _("The kernel is empty: candidates outrank each other in a circle"), _("selection, no order")
    return _("Nobody outranks {names}", names=names(members)), _("selection, no order")


def _method_sentence(evaluation: Evaluation) -> str:
    order, digits = evaluation.order, score_digits(evaluation.scores)
    values = {"method": evaluation.method_name, "score": evaluation.score_name}
    if evaluation.order_published != "complete" or len(order) < 2:
        return _("By {method}.", method=evaluation.method_name)
    values["first"], values["second"] = (number(float(evaluation.scores[i]), digits) for i in order[:2])
    if evaluation.higher_is_better:
        return _("{first} against {second}: {score} by {method}, higher is better.", **values)
    return _("{first} against {second}: {score} by {method}, lower is better.", **values)


def _compromise(evaluation: Evaluation) -> list[str]:
    members = evaluation.details.get("compromise_set")
    if members is None or len(members) < 2:  # type: ignore[arg-type]
        return []
    labels = [evaluation.alternatives[int(i)].label for i in members]  # type: ignore[attr-defined]
    return [
        _("By the method's own conditions {names} are equally acceptable compromises.", names=names(labels))
    ]


def _unknowns(evaluation: Evaluation) -> list[str]:
    """Return what the unknown cells of the leader, or of anybody, mean for the headline."""
    if not evaluation.incomplete:
        return []
    leaders = {evaluation.alternatives[i].id for i in evaluation.leaders}
    for blanks in evaluation.incomplete:
        if blanks.alternative in leaders and blanks.worst_rank and blanks.worst_rank > 1:
            return [
                _(
                    "The leader is incomplete: with its unknown cells at their worst, {name} would rank {rank}.",
                    name=evaluation.problem.alternatives[evaluation.problem.row(blanks.alternative)].label,
                    rank=blanks.worst_rank,
                )
            ]
    could = [
        evaluation.problem.alternatives[evaluation.problem.row(b.alternative)].label
        for b in evaluation.incomplete
        if b.alternative not in leaders and b.best_rank == 1
    ]
    rule = _(BLANK_RULES[evaluation.scenario.blanks])
    if could:
        return [
            _(
                "Unknown cells stand at {rule}; at their best they would put {names} first.",
                rule=rule,
                names=names(could),
            )
        ]
    return [_("Unknown cells stand at {rule}.", rule=rule)]


def _evidence(evaluation: Evaluation) -> str:
    ranked = list(evaluation.ranked)
    known, with_range = evaluation.cells.known[ranked].sum(), evaluation.cells.ranged[ranked].sum()
    ranged = float(with_range / known) if known else 0.0
    if ranged == 0:
        return _("The data give no ranges, so how firm the order is cannot be read from them.")
    if ranged == 1:
        return _(
            "Every rating is taken at its likely value, though each comes with a range: read a small lead as no lead."
        )
    return _(
        "Every rating is taken at its likely value, though {share} of them come with a range: read a small lead as no lead.",
        share=percent(ranged),
    )
