"""What an order of known candidates says of weights, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from criteria.explain.numbers import share_with_error
from criteria.explain.verdict import names
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.ranking.catalogue import METHODS
from criteria.translation import translate as _
from criteria.weighting.ordered_candidates import OrderedCandidates

_SHOWN = 4
_WORTH_TELLING = 0.005


def first_places(found: OrderedCandidates, labels: Sequence[str]) -> str:
    """Return in which share of the weights that give the order each candidate comes first, the most frequent ones.  labels: (m,)."""
    shown = [
        int(i) for i in np.argsort(-found.firsts, kind="stable")[:_SHOWN] if found.firsts[i] >= _WORTH_TELLING
    ]
    listed = [
        _(
            "{candidate} in {share}",
            candidate=labels[i],
            share=share_with_error(float(found.firsts[i]), found.draws),
        )
        for i in shown
    ]
    return _("Ranked first, of all weights that give your order: {listed}.", listed=names(listed))


def told_most(found: OrderedCandidates, labels: Sequence[str]) -> str:
    """Return the pair whose order would narrow the weights most; the empty text where none would narrow them much."""
    if found.next_pair is None:
        return _(
            "No further pair would narrow the weights much: nearly all of them agree on every pair with a placed candidate."
        )
    ahead, behind = found.next_pair
    return _(
        "Placing both {ahead} and {behind} would tell most: {ahead} is ahead in {share} of these weights.",
        ahead=labels[ahead],
        behind=labels[behind],
        share=share_with_error(float(found.ahead[ahead, behind]), found.draws),
    )


def order_kept(evaluation: Evaluation, placed: Sequence[str], places: FloatArray) -> str:
    """Return whether the method in use gives the order too, with these weights.

    placed: identifiers of ranked candidates that were put in order.  places: (k,), of each of them.
    """
    rank = {a.id: int(r) for a, r in zip(evaluation.alternatives, evaluation.ranks, strict=True)}
    label = {a.id: a.label for a in evaluation.alternatives}
    method = METHODS[evaluation.scenario.method].name
    turned = [
        (one, other)
        for (one, at), (other, then) in combinations(zip(placed, places, strict=True), 2)
        if at < then and rank[one] >= rank[other]
    ]
    if not turned:
        return _("{method} keeps your order with these weights.", method=method)
    one, other = turned[0]
    if rank[one] == rank[other]:
        return _(
            "{method} does not keep your order with these weights: it ties {other} with {one}. Your order is read with the weighted sum.",
            method=method,
            one=label[one],
            other=label[other],
        )
    return _(
        "{method} does not keep your order with these weights: it puts {other} ahead of {one}. Your order is read with the weighted sum.",
        method=method,
        one=label[one],
        other=label[other],
    )
