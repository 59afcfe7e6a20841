"""What stands behind the headline: shares of first place, the nearest move of one slider, the methods' vote.

Computed afresh on every move of a slider, so nothing slow may be added here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from criteria.errors import CriteriaError
from criteria.model.evaluation import Evaluation
from criteria.model.frozen import frozen_inside
from criteria.ranking.catalogue import METHODS
from criteria.ranking.families.votes import has_vote
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.engine.steps import part
from criteria.robustness.evaluated.figures import acceptability_of
from criteria.robustness.evaluated.inputs import evidence_of
from criteria.robustness.evaluated.slider import SliderChange, nearest_slider_change
from criteria.robustness.evaluated.votes import Vote, votes_of
from criteria.scaling.algebra import one_thread
from criteria.translation import translate as _

_AT_ONCE = 2_000  # candidates of which the shares of all ranks can be had at once


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Robustness:
    """leader: position among the ranked, the one the shares speak of.  weights: shares under drawn weights.

    evidence: shares under drawn performances, None where nothing comes with a range.  change: None where no importance moved alone
    puts another candidate first.  methods: how many votes there are, one a family of methods that give one order by construction.
    first_under: how many of them put each alternative first, ties included.  votes: each of them, with its methods.
    spread: how far each weight was drawn from its present value; at 0 the weights were not varied, and `weights` claims nothing.
    ranged: whether some weights were drawn from ranges of their own, whatever the spread.
    """

    leader: int
    weights: Acceptability
    evidence: Acceptability | None
    change: SliderChange | None
    methods: int
    first_under: tuple[int, ...]
    votes: tuple[Vote, ...] = ()
    spread: float = 0.25
    ranged: bool = False

    @property
    def fixed(self) -> bool:
        """Whether the weights were not varied at all."""
        return self.spread == 0 and not self.ranged

    @property
    def drawn(self) -> Mapping[str, Acceptability]:
        """The shares of what was varied, by what it was: "weights" unless they were not varied, and "evidence" where there are ranges."""
        found = {} if self.fixed else {"weights": self.weights}
        return found if self.evidence is None else found | {"evidence": self.evidence}

    @property
    def agreeing(self) -> int:
        """How many votes of methods put the leader first."""
        return self.first_under[self.leader]


def live(evaluation: Evaluation) -> bool:
    """Whether the figures behind the headline can be had at once: a complete order by a kernel of our own, and another candidate to compare, but not thousands."""
    row = METHODS[evaluation.scenario.method]
    return has_vote(row) and 1 < len(evaluation.ranked) <= _AT_ONCE


def live_robustness(evaluation: Evaluation) -> Robustness | None:
    """Return what the headline says beside the ranking; None where it cannot be had at once, or some draws have no score."""
    if not live(evaluation):
        return None
    try:
        return robustness_of(evaluation)
    except CriteriaError:  # the method has no score for some of the draws
        return None


@one_thread()
def robustness_of(evaluation: Evaluation) -> Robustness:
    """Return what the headline says beside the ranking itself. Reproducible: the scenario holds the seed.

    Raises CriteriaError where nothing is varied: neither do weights have a spread nor ratings a range.
    """
    votes, spread = votes_of(evaluation), evaluation.scenario.uncertainty.spread
    ranged = bool(evaluation.scenario.ranges)
    if spread == 0 and not ranged and evidence_of(evaluation) is None:
        raise CriteriaError(
            _("Nothing is varied: the weights have a spread of 0, and no rating comes with a range.")
        )
    by_evidence = None
    with part(0.0, 0.1):
        by_weights = acceptability_of(evaluation, "around", live=True)
    if evidence_of(evaluation) is not None:
        with part(0.1, 0.2):
            by_evidence = acceptability_of(evaluation, "evidence", live=True)
    with part(0.2, 1.0):
        change = nearest_slider_change(evaluation)
    first_under = Counter(i for vote in votes for i in vote.first)
    return Robustness(
        leader=evaluation.order[0],
        weights=by_weights,
        evidence=by_evidence,
        change=change,
        methods=len(votes),
        first_under=tuple(first_under[i] for i in range(len(evaluation.ranked))),
        votes=votes,
        spread=spread,
        ranged=ranged,
    )
