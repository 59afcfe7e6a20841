"""What follows from a problem and a scenario: scores, ranks, contributions, and who stands outside and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from criteria.model.alternative import Alternative
from criteria.model.arrays import FloatArray, IntArray
from criteria.model.criterion import Criterion
from criteria.model.evidence import Performance
from criteria.model.gates import Gate, GateStatus
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario, cells_of
from criteria.translation import translate as _

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class GateResult:
    """Where one candidate stands at one gate.

    subject: what the gate asks about, by name.  margin: how far its likely value is on the good side of the threshold, in the criterion's unit; None for an attribute
    or an unknown.  found: the value it was judged by, as text.
    """

    gate: Gate
    alternative: str
    status: GateStatus
    subject: str
    margin: float | None
    found: str
    waived: bool

    @property
    def reason(self) -> str:
        """What was found and what is asked, in one sentence."""
        words = {
            "subject": self.subject,
            "found": self.found,
            "asked": self.gate.asked or f"{self.gate.threshold:g}",
        }
        if self.gate.operator == ">=":
            return _("{subject}: {found}, at least {asked} asked.", **words)
        if self.gate.operator == "<=":
            return _("{subject}: {found}, at most {asked} asked.", **words)
        return _("{subject}: {found}, {asked} asked.", **words)


@dataclass(frozen=True, slots=True)
class SetApart:
    """A candidate that is not part of the ranking: why, and the rank and score it would have had if added back.

    failed: the hard gates it fails; empty where somebody set it aside by hand.  rank: None where it could not be computed.
    """

    alternative: str
    failed: tuple[GateResult, ...]
    by_hand: bool
    rank: int | None
    score: float | None


@dataclass(frozen=True, slots=True)
class Blanks:
    """A candidate with unknown cells: which, and its rank if they were all at their worst and all at their best."""

    alternative: str
    criteria: tuple[str, ...]
    worst_rank: int | None
    best_rank: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """One ranking with everything that explains it. Rows are the ranked alternatives, in the problem's order.

    weights: (n,) of the leaves, as used.  performances: (m, n) as used, unknown cells filled by the scenario's rule.
    contributions: (m, g) for each group of criteria, adding up to the score; None where the score cannot be divided.
    base_ranks: (m,), 0 for a candidate that the base case does not rank.  method_ranks: by method key, (m,), only those computed.
    """

    problem: Problem
    scenario: Scenario
    normalization: str
    method_name: str
    score_name: str
    higher_is_better: bool
    order_published: str
    ranked: tuple[int, ...]
    weights: FloatArray
    node_weights: Mapping[str, float]
    performances: FloatArray
    scores: FloatArray
    ranks: IntArray
    details: Mapping[str, object]
    groups: tuple[Criterion, ...]
    contributions: FloatArray | None
    base_ranks: IntArray
    gate_results: tuple[GateResult, ...]
    set_apart: tuple[SetApart, ...]
    incomplete: tuple[Blanks, ...]
    method_ranks: Mapping[str, IntArray]
    method_failures: Mapping[str, str]

    def __post_init__(self) -> None:
        arrays = [
            self.performances,
            self.scores,
            self.ranks,
            self.contributions,
            self.base_ranks,
            self.weights,
        ]
        for array in [*arrays, *self.method_ranks.values(), *self.details.values()]:
            if isinstance(array, np.ndarray):
                array.setflags(write=False)

    def __eq__(self, other: object) -> bool:
        """Evaluations follow from what went in: the same problem, scenario and methods give the same evaluation."""
        if not isinstance(other, Evaluation):
            return NotImplemented
        return self._given() == other._given()

    def __hash__(self) -> int:
        return hash(self._given())

    def _given(self) -> tuple[object, ...]:
        return (self.problem, self.scenario, tuple(self.method_ranks), tuple(self.method_failures))

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """The ranked alternatives, in the problem's order."""
        return tuple(self.problem.alternatives[i] for i in self.ranked)

    @property
    def order(self) -> tuple[int, ...]:
        """Positions among the ranked alternatives, best first; tied ones in the problem's order."""
        return tuple(sorted(range(len(self.ranked)), key=lambda i: int(self.ranks[i])))

    @property
    def leaders(self) -> tuple[int, ...]:
        """Positions of those who share the first rank."""
        return tuple(i for i in self.order if self.ranks[i] == 1)

    def results_of(self, alternative: str) -> tuple[GateResult, ...]:
        """Return where one candidate stands at every gate."""
        return tuple(result for result in self.gate_results if result.alternative == alternative)

    def position(self, alternative: str) -> int | None:
        """Return the position of a candidate among the ranked, or None if it is set apart."""
        row = self.problem.row(alternative)
        return self.ranked.index(row) if row in self.ranked else None

    def rank_change(self, position: int) -> int | None:
        """Return how many ranks a candidate has gained on the base case, or None where that did not rank it."""
        before = int(self.base_ranks[position])
        return before - int(self.ranks[position]) if before else None

    def performance(self, alternative: str, criterion: str) -> Performance:
        """Return what the scenario takes to be known of a candidate under a leaf: the data, or what was set by hand."""
        return cells_of(self.problem, self.scenario)[self.problem.row(alternative)][
            self.problem.column(criterion)
        ]

    def shortlist(self) -> pd.DataFrame:
        """Return one row for each candidate, ranked ones first: rank, score, gates, contributions, evidence."""
        from criteria.model.shortlist import shortlist

        return shortlist(self)
