"""Checks of single criteria and of pairs of them: do they tell candidates apart, do they say the same thing twice?"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from criteria.checks.finding import Finding
from criteria.model.arrays import BoolArray, FloatArray
from criteria.model.criterion import Criterion
from criteria.model.importance import leaf_weights
from criteria.model.number import percent
from criteria.model.problem import Problem
from criteria.translation import translate as _

ALIKE = 0.97  # correlation of two criteria, direction taken into account, from which they say nearly the same
ALIKE_FROM = 5  # candidates known under both; with fewer a high correlation happens by chance
SAME_SOURCES = 0.8  # share of ratings that rest on the same source under both criteria
NARROW = 0.02  # spread of the known values relative to the largest, below which differences hardly matter
UNUSED = 0.25  # share of the declared scale that the values cover, below which the scale does not fit
OPPOSED = -0.6  # correlation with each sibling from which a direction looks swapped
OPPOSED_FROM = 5


def constant(problem: Problem) -> Iterator[Finding]:
    """Yield criteria under which all known candidates are alike."""
    for leaf, values in _columns(problem):
        if len(values) > 1 and np.ptp(values) == 0:
            yield Finding(
                _(
                    "All candidates are alike under '{criterion}' ({value:g}).",
                    criterion=leaf.label,
                    value=values[0],
                ),
                _("It cannot change the order: leave it out, or rate it more finely."),
                criteria=(leaf.id,),
            )


def narrow(problem: Problem) -> Iterator[Finding]:
    """Yield criteria without a declared scale whose values lie within two per cent of each other, but are not alike."""
    for leaf, values in _columns(problem):
        if leaf.scale is not None or len(values) < 2:
            continue
        size = float(np.max(np.abs(values)))
        if 0 < np.ptp(values) < NARROW * size:
            yield Finding(
                _(
                    "Under '{criterion}' all values lie between {low:g} and {high:g}, less than {share} apart.",
                    criterion=leaf.label,
                    low=values.min(),
                    high=values.max(),
                    share=percent(NARROW),
                ),
                _(
                    "Methods that rescale to the values present turn small differences into large ones here: declare a scale, or lower the weight."
                ),
                criteria=(leaf.id,),
            )


def unfitting_scale(problem: Problem) -> Iterator[Finding]:
    """Yield criteria whose values, with their ranges, cover less than a quarter of the declared scale, but are not alike."""
    for j, leaf in enumerate(problem.leaves):
        known = problem.performances.known[:, j]
        if leaf.scale is None or known.sum() < 2 or np.ptp(problem.performances.likely[known, j]) == 0:
            continue
        low, high = problem.performances.low[known, j].min(), problem.performances.high[known, j].max()
        covered = (high - low) / (leaf.scale.high - leaf.scale.low)
        if covered < UNUSED:
            yield Finding(
                _(
                    "'{criterion}' has a scale from {bottom:g} to {top:g}, but all values lie between {low:g} and {high:g}.",
                    criterion=leaf.label,
                    bottom=leaf.scale.low,
                    top=leaf.scale.high,
                    low=low,
                    high=high,
                ),
                _(
                    "With such a scale the criterion counts less than its weight says: declare the intended scale."
                ),
                criteria=(leaf.id,),
            )


def unweighed(problem: Problem) -> Iterator[Finding]:
    """Yield criteria to which no profile gives any weight."""
    profiles = [profile.id for profile in problem.profiles] or [""]
    weights = np.array([leaf_weights(problem, problem.base_scenario(profile)) for profile in profiles])
    for j, leaf in enumerate(problem.leaves):
        if np.all(weights[:, j] == 0):
            yield Finding(
                _("No profile gives '{criterion}' any weight.", criterion=leaf.label),
                _("Its ratings change nothing: give it points, or leave it out."),
                criteria=(leaf.id,),
            )


def nearly_alike(problem: Problem) -> Iterator[Finding]:
    """Yield pairs of criteria that order candidates alike, or whose ratings rest on the same sources: counted twice."""
    table, leaves = problem.performances, problem.leaves
    better = table.likely * np.array([1.0 if leaf.maximize else -1.0 for leaf in leaves])
    for a in range(len(leaves)):
        for b in range(a + 1, len(leaves)):
            both = table.known[:, a] & table.known[:, b]
            if both.sum() < ALIKE_FROM:
                continue
            found = correlation(better[both, a], better[both, b])
            shared = np.mean(
                [
                    bool(row[a]) and row[a] == row[b]
                    for row, known in zip(table.sources, both, strict=True)
                    if known
                ]
            )
            names = {"first": leaves[a].label, "second": leaves[b].label}
            if found is not None and found >= ALIKE:
                said = _(
                    "'{first}' and '{second}' rate the candidates almost alike (correlation {r:.2f}).",
                    r=found,
                    **names,
                )
            elif shared >= SAME_SOURCES:
                said = _(
                    "{share} of the ratings under '{first}' and '{second}' rest on the same sources.",
                    share=percent(float(shared)),
                    **names,
                )
            else:
                continue
            advice = _("The same strength may be counted twice: join the two, or let them share one weight.")
            yield Finding(said, advice, criteria=(leaves[a].id, leaves[b].id))


def swapped_direction(problem: Problem) -> Iterator[Finding]:
    """Yield criteria that run against each of at least two siblings, all of which agree with each other once it is turned."""
    table, leaves = problem.performances, problem.leaves
    signs = np.array([1.0 if leaf.maximize else -1.0 for leaf in leaves])
    for a, leaf in enumerate(leaves):
        siblings = [b for b, other in enumerate(leaves) if other.parent == leaf.parent and b != a]
        if len(siblings) < 2:
            continue
        found = [_joint(table.likely * signs, table.known, a, b) for b in siblings]
        among = [
            _joint(table.likely * signs, table.known, b, c)
            for i, b in enumerate(siblings)
            for c in siblings[i + 1 :]
        ]
        if all(r is not None and r <= OPPOSED for r in found) and all(r is not None and r > 0 for r in among):
            yield Finding(
                _(
                    "'{criterion}' ({direction}) runs against everything beside it: who is good there is bad here.",
                    criterion=leaf.label,
                    direction=_("more is better") if leaf.maximize else _("less is better"),
                ),
                _("Check its direction: it may be the wrong way round."),
                criteria=(leaf.id,),
            )


def correlation(first: FloatArray, second: FloatArray) -> float | None:
    """Return Pearson's correlation of two columns, None where one is constant."""
    if np.ptp(first) == 0 or np.ptp(second) == 0:
        return None
    return float(np.corrcoef(first, second)[0, 1])


def _joint(values: FloatArray, known: BoolArray, a: int, b: int) -> float | None:
    both = known[:, a] & known[:, b]
    return correlation(values[both, a], values[both, b]) if both.sum() >= OPPOSED_FROM else None


def _columns(problem: Problem) -> Iterator[tuple[Criterion, FloatArray]]:
    """Yield each scored criterion with the known values of its column."""
    for j, leaf in enumerate(problem.leaves):
        yield leaf, problem.performances.likely[problem.performances.known[:, j], j]
