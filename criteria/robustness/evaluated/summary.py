"""What stands behind the headline: shares of first place, room of each weight, the nearest single change, the methods' vote.

Computed afresh on every move of a slider, so nothing slow may be added here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.model.frozen import frozen_inside
from criteria.ranking.catalogue import METHODS
from criteria.ranking.families.votes import has_vote
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.engine.calls import Call
from criteria.robustness.engine.segments import line, line_of
from criteria.robustness.evaluated.figures import acceptability_of
from criteria.robustness.evaluated.inputs import call_of, evidence_of
from criteria.robustness.evaluated.votes import Vote, votes_of
from criteria.robustness.stability import intervals


@dataclass(frozen=True, slots=True)
class SingleChange:
    """The nearest change of one weight, the others in proportion, at which somebody else draws level.

    criterion: position among the leaves.  now, then: its weight.  challenger: position among the ranked.
    """

    criterion: int
    now: float
    then: float
    challenger: int


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Robustness:
    """leader: position among the ranked, the one the shares speak of.  weights: shares under drawn weights.

    evidence: shares under drawn performances, None where nothing comes with a range.  intervals: (n, 2), how far each weight may
    move with the leader still first.  change: None where no single weight dethrones the leader.  methods: how many votes
    there are, one a family of methods that give one order by construction.  first_under: how many of them put each alternative first,
    ties included.  votes: each of them, with its methods.
    """

    leader: int
    weights: Acceptability
    evidence: Acceptability | None
    intervals: FloatArray
    change: SingleChange | None
    methods: int
    first_under: tuple[int, ...]
    votes: tuple[Vote, ...] = ()

    @property
    def agreeing(self) -> int:
        """How many votes of methods put the leader first."""
        return self.first_under[self.leader]


def live(evaluation: Evaluation) -> bool:
    """Whether the figures behind the headline can be had at once: a complete order by a kernel of our own, somebody to compare."""
    row = METHODS[evaluation.scenario.method]
    return has_vote(row) and len(evaluation.ranked) > 1


def robustness_of(evaluation: Evaluation) -> Robustness:
    """Return what the headline says beside the ranking itself. Reproducible: the scenario holds the seed."""
    call, votes = call_of(evaluation), votes_of(evaluation)
    room = intervals(call, evaluation.weights, [[j] for j in range(len(evaluation.weights))])
    return Robustness(
        leader=evaluation.order[0],
        weights=acceptability_of(evaluation, "around", live=True),
        evidence=None
        if evidence_of(evaluation) is None
        else acceptability_of(evaluation, "evidence", live=True),
        intervals=room,
        change=nearest_change(call, evaluation.weights, room),
        methods=len(votes),
        first_under=tuple(sum(i in vote.first for vote in votes) for i in range(len(evaluation.ranked))),
        votes=votes,
    )


def nearest_change(call: Call, weights: FloatArray, room: FloatArray) -> SingleChange | None:
    """Return the single weight that has the least way to go to the end of its interval, if any interval ends before 0 and 1."""
    ends = [
        (abs(float(end) - float(weights[j])), j, float(end))
        for j, pair in enumerate(room)
        for end, limit in zip(pair, (0.0, 1.0), strict=True)
        if abs(float(end) - limit) > 1e-9
    ]
    for _distance, j, end in sorted(ends):
        start, full = line_of(weights, [j])
        outward = 1e-7 if end >= weights[j] else -1e-7
        values = call.values(line(start, full, np.array([np.clip(end + outward, 0.0, 1.0)])))[0]
        leader = int(np.argmax(call.values(weights)))
        values[leader] = -np.inf
        return SingleChange(j, float(weights[j]), end, int(np.argmax(values)))
    return None
