"""The methods' vote: each family of methods that give one order by construction votes once.

Methods vote that publish a complete order and have a kernel here, each as the page would show it; the method in use votes for its family
with the normalization in use.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.errors import CriteriaError
from criteria.model.arrays import IntArray
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.remembered import remembered
from criteria.ranking.catalogue import METHODS
from criteria.ranking.families.votes import families, has_vote
from criteria.ranking.matrix import maximized, offered_normalizations, scales, settings_from
from criteria.ranking.method import Method
from criteria.ranking.score import checked_settings, plain_ranks


@dataclass(frozen=True, slots=True)
class Vote:
    """methods: the family by key, first the one whose order was computed.  first: positions among the ranked, all of them where tied."""

    methods: tuple[str, ...]
    first: tuple[int, ...]


def votes_of(evaluation: Evaluation) -> tuple[Vote, ...]:
    """Return the vote of each family; a family none of whose methods can take these performances has none."""
    found = []
    for family in families_of(evaluation):
        for place, key in enumerate(family):
            ranks = _ranks(evaluation, key)
            if ranks is not None:
                methods = (key, *family[:place], *family[place + 1 :])
                found.append(Vote(methods, tuple(np.flatnonzero(ranks == 1).tolist())))
                break
    return tuple(found)


def families_of(evaluation: Evaluation) -> tuple[tuple[str, ...], ...]:
    """Return the families of the methods that vote, the method in use first in its own."""
    return _families(
        evaluation.problem, evaluation.scenario.method, evaluation.normalization, len(evaluation.ranked)
    )


@remembered
def _families(
    problem: Problem, own: str, normalization: str, alternatives: int
) -> tuple[tuple[str, ...], ...]:
    voting = [key for key, row in METHODS.items() if has_vote(row)]
    return families(
        {
            key: _scaled_by(problem, METHODS[key], normalization if key == own else None)
            for key in sorted(voting, key=lambda key: key != own)
        },
        alternatives=alternatives,
        costs=not bool(maximized(problem).all()),
    )


def _scaled_by(problem: Problem, row: Method, chosen: str | None) -> str:
    """Return the normalization under which a method votes; `minmax` for scales taken from the data."""
    name = chosen or offered_normalizations(problem, row)[0]
    return "minmax" if name == "scale" and scales(problem) is None else name


def _ranks(evaluation: Evaluation, key: str) -> IntArray | None:
    """Return the ranks by a method, or None where it cannot take these performances or compares too many pairs to be computed beside another."""
    if key == evaluation.scenario.method:
        return evaluation.ranks
    if key in evaluation.method_ranks:
        return evaluation.method_ranks[key]
    row, problem = METHODS[key], evaluation.problem
    if row.too_many_pairs(len(evaluation.ranked), len(problem.leaves)):
        return None
    settings = settings_from(problem, row, offered_normalizations(problem, row)[0])
    try:
        return plain_ranks(
            row,
            evaluation.performances,
            evaluation.weights,
            maximized(problem),
            checked_settings(row, settings),
        )
    except CriteriaError:
        return None
