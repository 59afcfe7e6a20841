"""Which methods vote, and how: families of methods that give one order by construction have one vote together."""

from __future__ import annotations

from collections.abc import Sequence

from criteria.model.evaluation import Evaluation
from criteria.ranking.catalogue import METHODS
from criteria.robustness.evaluated.votes import Vote
from criteria.translation import translate as _


def family_name(methods: Sequence[str]) -> str:
    """Return the names of a family's methods, the one whose order is counted first."""
    return " = ".join(METHODS[key].name for key in methods)


def joined_votes(families: Sequence[Sequence[str]]) -> str:
    """Return which methods share a vote, in a sentence; the empty text where each has its own."""
    together = [family_name(family) for family in families if len(family) > 1]
    if not together:
        return ""
    return _("One vote together, since they give one order: {families}.", families="; ".join(together))


def votes_table(evaluation: Evaluation, votes: Sequence[Vote]) -> list[list[str]]:
    """Return one row for each vote: the family's methods, and whom it puts first, all of them where tied."""
    labels = [alternative.label for alternative in evaluation.alternatives]
    return [[family_name(vote.methods), ", ".join(labels[i] for i in vote.first)] for vote in votes]
