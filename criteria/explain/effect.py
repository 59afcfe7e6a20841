"""What a change of the problem would do to the ranking, in one sentence, before it is made."""

from __future__ import annotations

from criteria.model.evaluation import Evaluation
from criteria.model.text import first_few
from criteria.translation import translate as _

_FIRST = 4  # candidates of an order in words


def effect_sentence(before: Evaluation, after: Evaluation) -> str:
    """Return what changes: the leader, the order of the first ones, who is set aside or ranked again; or that nothing does."""
    ranked = [{e.alternatives[i].id: e.alternatives[i].label for i in e.order} for e in (before, after)]
    there = {alternative.id for alternative in after.problem.alternatives}
    gone = [label for key, label in ranked[0].items() if key not in ranked[1] and key in there]
    back = [label for key, label in ranked[1].items() if key not in ranked[0]]
    parts = []
    if gone:
        parts.append(_("{names} would be set aside.", names=", ".join(gone)))
    if back:
        parts.append(_("{names} would be ranked.", names=", ".join(back)))
    orders = [_order(before), _order(after)]
    if _ranks(before) == _ranks(after):  # under another name, perhaps
        parts.append(_("The order stays: {order}.", order=orders[1]))
    elif before.order and after.order:
        parts.append(_("The order would change from {before} to {after}.", before=orders[0], after=orders[1]))
    return " ".join(parts) or _("No candidate would be ranked.")


def _ranks(evaluation: Evaluation) -> list[tuple[int, str]]:
    return [(int(evaluation.ranks[i]), evaluation.alternatives[i].id) for i in evaluation.order]


def _order(evaluation: Evaluation) -> str:
    """Return the first candidates with their ranks: '1 A, 1 B, 3 C'."""
    shown = [f"{evaluation.ranks[i]} {evaluation.alternatives[i].label}" for i in evaluation.order]
    return first_few(shown, _FIRST)
