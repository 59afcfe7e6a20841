"""The answers about evidence, in a sentence or two: what to check next, and what would put a candidate first."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from criteria.explain.numbers import in_full, plain, score_digits, share_with, value_with_error
from criteria.explain.verdict import names
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.robustness.evidence_value import EvidenceValue
from criteria.robustness.path import PathToFirst
from criteria.robustness.sobol import SobolIndices
from criteria.translation import translate as _


def evidence_answer(evaluation: Evaluation, found: EvidenceValue) -> str:
    """Return which cell is worth checking first, and what perfect knowledge would be worth."""
    digits = score_digits(evaluation.scores) + 2
    useful = int(np.sum(found.told))
    if useful == 0:
        return _(
            "Knowing any one rating exactly would raise the expected score of the choice by less than {draws} draws can tell; knowing everything, by {perfect}.",
            draws=plain(found.draws),
            perfect=value_with_error(found.perfect, found.perfect_error, digits),
        )
    i, j = (int(position) for position in found.cells[0])
    return _(
        "Check {criterion} of {candidate} first: knowing it exactly would change the choice in {switch} of cases and raise its "
        "expected score by {value}; knowing everything, by {perfect}.",
        criterion=evaluation.problem.leaves[j].label,
        candidate=evaluation.alternatives[i].label,
        switch=share_with(float(found.switch[0]), float(found.switch_error[0])),
        value=value_with_error(float(found.value[0]), float(found.value_error[0]), digits),
        perfect=value_with_error(found.perfect, found.perfect_error, digits),
    )


def second_opinion(
    evaluation: Evaluation, found: SobolIndices, value: EvidenceValue, *, among: int = 5
) -> str:
    """Return which rating makes the lead vary most, and how many of the first few both measures name."""
    i, j = (int(position) for position in found.cells[0])
    worth = value.cells[value.told]  # what is below what the draws can tell is in no order
    tops = [{tuple(cell) for cell in cells[:among].tolist()} for cells in (found.cells, worth)]
    return _(
        "{criterion} of {candidate} explains most: {share} of the variance of {leader}'s lead. Of the {among} ratings that explain "
        "most, {shared} are also among the {among} most worth checking.",
        criterion=evaluation.problem.leaves[j].label,
        candidate=evaluation.alternatives[i].label,
        share=share_with(float(found.total[0]), float(found.total_error[0])),
        leader=evaluation.alternatives[evaluation.order[0]].label,
        among=min(among, len(found.cells)),
        shared=len(tops[0] & tops[1]),
    )


def path_answer(evaluation: Evaluation, position: int, found: PathToFirst) -> str:
    """Return what one candidate would need to come first."""
    name = evaluation.alternatives[position].label
    if found.combined is None:
        return _("No change of its own ratings was found that puts {name} first.", name=name)
    if found.effort == 0:
        if len(evaluation.leaders) > 1:
            return _("{name} shares first place already.", name=name)
        return _("{name} is first already.", name=name)
    here = evaluation.performances[position]
    known = evaluation.cells.known[evaluation.ranked[position]]

    def moves(then: FloatArray, columns: Iterable[int]) -> list[str]:
        return [
            _(
                "{criterion} {now} → {then}",
                criterion=evaluation.problem.leaves[j].label,
                now=plain(float(here[j])) if known[j] else _("unknown"),
                then=in_full(float(then[j])),
            )
            for j in columns
        ]

    alone = moves(found.single, np.flatnonzero(np.isfinite(found.single)).tolist())
    largest = np.argsort(-np.abs(found.combined - here)).tolist()
    together = moves(found.combined, [j for j in largest if found.combined[j] != here[j]])
    if not alone:
        return _(
            "No single change puts {name} first; the smallest combined one found: {together}.",
            name=name,
            together=names(together, limit=len(together)),
        )
    if len(together) < 2:
        return _("One change alone puts {name} first: any of {alone}.", name=name, alone=names(alone))
    return _(
        "One change alone puts {name} first: any of {alone}. Spread over several, smaller ones do: {together}.",
        name=name,
        alone=names(alone),
        together=names(together, limit=len(together)),
    )
