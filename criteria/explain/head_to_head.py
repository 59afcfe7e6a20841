"""Why one candidate is ahead of another, group by group and criterion by criterion."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.explain.numbers import number, score_digits, signed
from criteria.model.criterion import Criterion
from criteria.model.evaluation import Evaluation
from criteria.model.evidence import Performance
from criteria.translation import translate as _


@dataclass(frozen=True, slots=True)
class GroupDifference:
    """How much a group of criteria adds to the first candidate's score beyond the second's."""

    group: Criterion
    difference: float
    text: str


@dataclass(frozen=True, slots=True)
class CriterionDifference:
    """Two performances under one criterion, its weight, and who is better: 1 the first, -1 the second, 0 neither.

    certain: whether the better one's whole range lies on the better side of the other's.
    """

    criterion: Criterion
    weight: float
    first: Performance
    second: Performance
    better: int
    certain: bool


@dataclass(frozen=True, slots=True)
class HeadToHead:
    """Two ranked candidates compared; groups is empty where the method's score cannot be divided."""

    sentence: str
    groups: tuple[GroupDifference, ...]
    criteria: tuple[CriterionDifference, ...]


def head_to_head(evaluation: Evaluation, first: str, second: str) -> HeadToHead:
    """Return the comparison of two ranked candidates by identifier. Differences are positive where they favour the first."""
    a, b = _position(evaluation, first), _position(evaluation, second)
    sense = 1.0 if evaluation.higher_is_better else -1.0
    groups: tuple[GroupDifference, ...] = ()
    if evaluation.contributions is not None:
        parts = sense * (evaluation.contributions[a] - evaluation.contributions[b])
        digits = max(score_digits(evaluation.scores), score_digits(parts))
        groups = tuple(
            GroupDifference(group, float(part), signed(float(part), digits))
            for group, part in zip(evaluation.groups, parts, strict=True)
        )
    return HeadToHead(_sentence(evaluation, a, b, groups), groups, _criteria(evaluation, first, second))


def _position(evaluation: Evaluation, alternative: str) -> int:
    position = evaluation.position(alternative)
    assert position is not None, "only ranked candidates are offered"
    return position


def _sentence(evaluation: Evaluation, a: int, b: int, groups: tuple[GroupDifference, ...]) -> str:
    one, other = evaluation.alternatives[a].label, evaluation.alternatives[b].label
    if evaluation.ranks[a] == evaluation.ranks[b]:
        relation = _relation(evaluation, a, b)
        return relation or _("{one} and {other} are level.", one=one, other=other)
    if evaluation.ranks[a] > evaluation.ranks[b]:
        one, other = other, one
    gap = abs(float(evaluation.scores[a] - evaluation.scores[b]))
    values = {"one": one, "other": other, "gap": number(gap, score_digits(evaluation.scores))}
    digits = score_digits(evaluation.scores)
    if float(number(gap, digits)) == 0:
        values["gap"] = number(10**-digits, digits)
        return _("{one} is ahead of {other} by less than {gap}: practically level.", **values)
    if not groups or evaluation.order_published != "complete":
        return _relation(evaluation, a, b) or _("{one} ranks before {other}.", **values)
    differences = np.array([g.difference for g in groups]) * (
        1 if evaluation.ranks[a] < evaluation.ranks[b] else -1
    )
    best, worst = int(np.argmax(differences)), int(np.argmin(differences))
    values["for_it"] = groups[best].group.label
    if differences[worst] < 0:
        values["against_it"] = groups[worst].group.label
        return _(
            "{one} is {gap} ahead of {other}: most of it from {for_it}, while {against_it} speaks for {other}.",
            **values,
        )
    return _(
        "{one} is {gap} ahead of {other}: most of it from {for_it}; no group speaks for {other}.", **values
    )


def _relation(evaluation: Evaluation, a: int, b: int) -> str:
    """Return what a partial order says of the pair; the empty text for a complete one."""
    one, other = evaluation.alternatives[a].label, evaluation.alternatives[b].label
    relation = evaluation.details.get("relation")
    if evaluation.order_published == "partial" and isinstance(relation, np.ndarray):
        templates = {
            "P": _("{one} is preferred to {other}.", one=one, other=other),
            "p": _("{other} is preferred to {one}.", one=one, other=other),
            "I": _("{one} and {other} are indifferent.", one=one, other=other),
            "R": _(
                "{one} and {other} are incomparable: each is stronger in its own way.", one=one, other=other
            ),
        }
        return templates.get(str(relation[a, b]), "")
    outranking = evaluation.details.get("outranking")
    if isinstance(outranking, np.ndarray):
        forth, back = bool(outranking[a, b]), bool(outranking[b, a])
        if forth and back:
            return _("{one} and {other} outrank each other.", one=one, other=other)
        if forth:
            return _("{one} outranks {other}.", one=one, other=other)
        if back:
            return _("{other} outranks {one}.", one=one, other=other)
        return _("Neither {one} nor {other} outranks the other.", one=one, other=other)
    return ""


def _criteria(evaluation: Evaluation, first: str, second: str) -> tuple[CriterionDifference, ...]:
    found = []
    for leaf, weight in zip(evaluation.problem.leaves, evaluation.weights, strict=True):
        one, other = evaluation.performance(first, leaf.id), evaluation.performance(second, leaf.id)
        better, certain = _better(leaf, one, other)
        found.append(CriterionDifference(leaf, float(weight), one, other, better, certain))
    return tuple(found)


def _better(criterion: Criterion, one: Performance, other: Performance) -> tuple[int, bool]:
    if one.likely is None or other.likely is None or one.likely == other.likely:
        return 0, False
    better = 1 if (one.likely > other.likely) == criterion.maximize else -1
    upper, lower = (one, other) if one.likely > other.likely else (other, one)
    return better, upper.low is not None and lower.high is not None and upper.low > lower.high
