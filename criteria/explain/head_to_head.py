"""Why one candidate is ahead of another, group by group and criterion by criterion."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.explain.lead import apart, names, shown_digits
from criteria.explain.numbers import adding_up, percent, score_digits, signed
from criteria.model.arrays import FloatArray
from criteria.model.criterion import Criterion
from criteria.model.evaluation import Evaluation
from criteria.model.evidence import Performance
from criteria.translation import translate as _


@dataclass(frozen=True, slots=True)
class GroupDifference:
    """How much a group of criteria adds to the first candidate's score beyond the second's; missing: whether a rating of either is not known."""

    group: Criterion
    difference: float
    text: str
    missing: bool = False


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
    split = evaluation.split.of((a, b))
    if split is not None:
        parts = sense * (split.parts[0] - split.parts[1])
        digits = max(shown_digits(evaluation), score_digits(parts))
        total = sense * float(evaluation.scores[a] - evaluation.scores[b])
        shown = adding_up(parts, total, digits)
        groups = tuple(
            GroupDifference(group, float(part), signed(text, digits), _missing(evaluation, (a, b), group.id))
            for group, part, text in zip(evaluation.groups, parts, shown, strict=True)
        )
    return HeadToHead(_sentence(evaluation, a, b, groups), groups, _criteria(evaluation, first, second))


def _position(evaluation: Evaluation, alternative: str) -> int:
    position = evaluation.position(alternative)
    assert position is not None, "only ranked candidates are offered"
    return position


def _part(share: float) -> str:
    return _("all") if share >= 1 - 1e-9 else percent(share)


def _missing(evaluation: Evaluation, positions: tuple[int, int], group: str) -> bool:
    """Return whether a rating of one of two candidates under a group of criteria is not known."""
    columns = [
        j
        for j, leaf in enumerate(evaluation.problem.leaves)
        if evaluation.problem.group_of(leaf.id).id == group
    ]
    return not all(evaluation.cells.known[evaluation.ranked[i]][columns].all() for i in positions)


def _sentence(evaluation: Evaluation, a: int, b: int, groups: tuple[GroupDifference, ...]) -> str:
    one, other = evaluation.alternatives[a].label, evaluation.alternatives[b].label
    if evaluation.ranks[a] == evaluation.ranks[b]:
        relation = _relation(evaluation, a, b)
        return relation or _("{one} and {other} are tied.", one=one, other=other)
    if evaluation.ranks[a] > evaluation.ranks[b]:
        one, other = other, one
    found = apart(evaluation, a, b)
    values = {"one": one, "other": other, "gap": found.gap or found.least}
    if not found.gap:
        return _("{one} is ahead of {other} by less than {gap}: practically tied.", **values)
    if not groups or evaluation.order_published != "complete":
        return _relation(evaluation, a, b) or _("{one} ranks before {other}.", **values)
    ahead = 1 if evaluation.ranks[a] < evaluation.ranks[b] else -1
    return _credit(groups, np.array([ahead * g.difference for g in groups]), values)


def _credit(groups: tuple[GroupDifference, ...], differences: FloatArray, values: dict[str, str]) -> str:
    """Return where the lead comes from: as many groups as make half of what speaks for the one ahead, and what speaks most against it.

    A group in which a rating of either is missing gets no credit for its stand-in.
    """
    order = [int(g) for g in np.argsort(-differences, kind="stable") if differences[g] > 0]
    total, worst = float(differences[order].sum()), int(np.argmin(differences))
    known = [g for g in order if not groups[g].missing]
    named: list[int] = []
    while known and 2 * differences[named].sum() < total:
        if len(named) == len(known):
            missing = [g for g in order if groups[g].missing]
            values["share"] = percent(float(differences[missing].sum()) / total)
            values["groups"] = names([groups[g].group.label for g in missing])
            return _(
                "{one} is {gap} ahead of {other}; {share} of its advantage rests on missing ratings ({groups}).",
                **values,
            )
        named = known[: len(named) + 1]
    if not named:
        missing_groups = names([groups[g].group.label for g in order])
        return _(
            "{one} is {gap} ahead of {other}, but only on missing ratings ({groups}).",
            **values,
            groups=missing_groups,
        )
    values["share"] = _part(float(differences[named].sum()) / total)
    values["for_it"] = names([groups[g].group.label for g in named])
    if differences[worst] < 0:
        values["against_it"] = groups[worst].group.label
        return _(
            "{one} is {gap} ahead of {other}: {share} of its advantage comes from {for_it}; {against_it} favours most {other}.",
            **values,
        )
    return _(
        "{one} is {gap} ahead of {other}: {share} of its advantage comes from {for_it}; no group favours {other}.",
        **values,
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
