"""Checks of candidates: dominated, nearly equal, decoys, silent; and of one stakeholder who decides alone."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from criteria.checks.finding import Finding
from criteria.model.arrays import BoolArray, FloatArray
from criteria.model.importance import leaf_weights
from criteria.model.number import percent
from criteria.model.problem import Problem
from criteria.ranking.dominance import dominators
from criteria.scaling.normalization import minmax, on_scale
from criteria.translation import translate as _

EQUAL = (
    0.02  # candidates that differ by at most this share of the scale under every criterion are nearly equal
)
ROUNDING = 1e-9  # 3.2 less 3 is not exactly a fiftieth of ten
DECOY = 0.1  # mean distance, as a share of the scale, at which a dominated candidate makes its neighbour look good
SILENT = 0.5  # share of unknown cells of one candidate
LOUD_FROM = 3  # stakeholders


def dominated(problem: Problem) -> Iterator[Finding]:
    """Yield candidates that another one matches or beats under every criterion, and beats under at least one."""
    values, complete = _comparable(problem)
    for i, better in dominators(values, complete).items():
        name = problem.alternatives[i].label
        other = problem.alternatives[max(better, key=lambda k: float(values[k].sum()))].label
        yield Finding(
            _("{other} is at least as good as {name} under every criterion.", name=name, other=other),
            _("{name} cannot lead whatever the weights: fold it away, or check its ratings.", name=name),
            (problem.alternatives[i].id,),
        )


def nearly_equal(problem: Problem) -> Iterator[Finding]:
    """Yield pairs of candidates whose ratings differ hardly anywhere."""
    values, complete = _comparable(problem)
    rows = np.flatnonzero(complete)
    for place, i in enumerate(rows):
        for k in rows[place + 1 :]:
            if np.max(np.abs(values[i] - values[k])) <= EQUAL + ROUNDING:
                names = {"first": problem.alternatives[i].label, "second": problem.alternatives[k].label}
                yield Finding(
                    _("{first} and {second} have nearly the same ratings everywhere.", **names),
                    _(
                        "Which of them is ahead means nothing: check that neither is a copy, or rate them more finely."
                    ),
                    (problem.alternatives[i].id, problem.alternatives[k].id),
                )


def decoy(problem: Problem) -> Iterator[Finding]:
    """Yield candidates that exactly one other dominates, and by little: their presence can lift that one."""
    values, complete = _comparable(problem)
    if complete.sum() < 3:
        return
    for i, better in dominators(values, complete).items():
        if (
            len(better) == 1
            and np.max(values[better[0]] - values[i]) > EQUAL
            and np.mean(values[better[0]] - values[i]) <= DECOY
        ):
            names = {"name": problem.alternatives[i].label, "other": problem.alternatives[better[0]].label}
            yield Finding(
                _("{name} is a slightly weaker copy of {other}, and of no other candidate.", **names),
                _(
                    "Its presence makes {other} look better: set {name} aside and see whether the order of the others stays the same.",
                    **names,
                ),
                (problem.alternatives[i].id, problem.alternatives[better[0]].id),
            )


def silent(problem: Problem) -> Iterator[Finding]:
    """Yield candidates of whom more than half is unknown."""
    for i, alternative in enumerate(problem.alternatives):
        share = 1 - float(problem.performances.known[i].mean())
        if share > SILENT:
            yield Finding(
                _("{share} of {candidate} is unknown.", share=percent(share), candidate=alternative.label),
                _("Its rank means little: ask the candidate for the missing data, or set it aside."),
                (alternative.id,),
            )


def loud_stakeholder(problem: Problem) -> Iterator[Finding]:
    """Yield the one stakeholder without whom the group's average puts another candidate first, where it is only this one."""
    people = [profile for profile in problem.profiles if profile.kind == "profile"]
    if len(people) < LOUD_FROM:
        return
    weights = np.array([leaf_weights(problem, problem.base_scenario(profile.id)) for profile in people])
    values, known = _values(problem)
    filled = np.where(known, values, np.nanmedian(np.where(known, values, np.nan), axis=0))
    leader = _leader(filled, weights.mean(axis=0))
    changing = [
        (k, _leader(filled, np.delete(weights, k, axis=0).mean(axis=0)))
        for k in range(len(people))
        if _leader(filled, np.delete(weights, k, axis=0).mean(axis=0)) != leader
    ]
    if len(changing) == 1:
        k, other = changing[0]
        yield Finding(
            _(
                "Without {person} the average of the others puts {other} first, not {leader}.",
                person=people[k].name,
                other=problem.alternatives[other].label,
                leader=problem.alternatives[leader].label,
            ),
            _(
                "One person decides the result: discuss first why these weights differ from those of the others."
            ),
        )


def _leader(values: FloatArray, weights: FloatArray) -> int:
    return int(np.argmax(values @ weights))


def _values(problem: Problem) -> tuple[FloatArray, BoolArray]:
    """Return positions between 0 and 1, more is better, on the declared scale or between worst and best; and what is known."""
    table = problem.performances
    flags = np.array([leaf.maximize for leaf in problem.leaves])
    filled = np.where(
        table.known, table.likely, np.nanmedian(np.where(table.known, table.likely, np.nan), axis=0)
    )
    values = minmax(filled, flags).copy()  # what is kept of scaled performances is read-only
    for j, leaf in enumerate(problem.leaves):
        if leaf.scale is not None:
            ends = [(leaf.scale.low, leaf.scale.high)]
            values[:, j] = on_scale(filled[:, [j]], flags[[j]], ends)[:, 0]
    return values, np.asarray(table.known)


def _comparable(problem: Problem) -> tuple[FloatArray, BoolArray]:
    """Return the positions, and which candidates are known everywhere: only those are compared."""
    values, known = _values(problem)
    return values, np.asarray(known.all(axis=1))
