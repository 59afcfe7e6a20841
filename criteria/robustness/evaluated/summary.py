"""What stands behind the headline: shares of first place, room of each weight, the nearest single change, the methods' vote.

Computed afresh on every move of a slider, so nothing slow may be added here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.ranking.catalogue import METHODS
from criteria.ranking.matrix import offered_normalizations, settings_from
from criteria.ranking.score import score
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.engine.calls import Call
from criteria.robustness.engine.segments import line, line_of
from criteria.robustness.evaluated.figures import acceptability_of
from criteria.robustness.evaluated.inputs import call_of, evidence_of
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


@dataclass(frozen=True, slots=True, eq=False)
class Robustness:
    """leader: position among the ranked, the one the shares speak of.  weights: shares under drawn weights.

    evidence: shares under drawn performances, None where nothing comes with a range.  intervals: (n, 2), how far each weight may
    move with the leader still first.  change: None where no single weight dethrones the leader.  methods: how many complete
    rankings by kernels there are.  first_under: under how many of them each alternative is first, ties included.
    """

    leader: int
    weights: Acceptability
    evidence: Acceptability | None
    intervals: FloatArray
    change: SingleChange | None
    methods: int
    first_under: tuple[int, ...]

    @property
    def agreeing(self) -> int:
        """Under how many methods the leader is first."""
        return self.first_under[self.leader]


def live(evaluation: Evaluation) -> bool:
    """Whether the figures behind the headline can be had at once: a complete order by a kernel of our own, somebody to compare."""
    row = METHODS[evaluation.scenario.method]
    return row.engine == "kernel" and row.order == "complete" and len(evaluation.ranked) > 1


def robustness_of(evaluation: Evaluation) -> Robustness:
    """Return what the headline says beside the ranking itself. Reproducible: the scenario holds the seed."""
    call = call_of(evaluation)
    methods, first_under = _votes(evaluation)
    room = intervals(call, evaluation.weights, [[j] for j in range(len(evaluation.weights))])
    return Robustness(
        leader=evaluation.order[0],
        weights=acceptability_of(evaluation, "around", live=True),
        evidence=None
        if evidence_of(evaluation) is None
        else acceptability_of(evaluation, "evidence", live=True),
        intervals=room,
        change=nearest_change(call, evaluation.weights, room),
        methods=methods,
        first_under=first_under,
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


def _votes(evaluation: Evaluation) -> tuple[int, tuple[int, ...]]:
    """Return under how many methods there is a ranking, and under how many of them each alternative is first, ties included."""
    votes = []
    flags = call_of(evaluation).maximized
    for key, row in METHODS.items():
        if row.engine != "kernel" or row.order != "complete":
            continue
        if key == evaluation.scenario.method:
            votes.append(evaluation.ranks == 1)
            continue
        normalization = offered_normalizations(evaluation.problem, row)[0]
        settings = settings_from(evaluation.problem, row, normalization)
        try:
            ranks = score(key, evaluation.performances, evaluation.weights, flags, **settings).ranks
        except CriteriaError:
            continue
        votes.append(ranks == 1)
    return len(votes), tuple(int(count) for count in np.sum(votes, axis=0))
