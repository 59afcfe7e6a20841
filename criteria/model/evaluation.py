"""What follows from a problem and a scenario: scores, ranks, contributions, who stands outside and why, and the shortlist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from criteria.model.alternative import Alternative
from criteria.model.arrays import FloatArray, IntArray
from criteria.model.criterion import Criterion
from criteria.model.evidence import CONFIDENCES, Performance
from criteria.model.frozen import frozen_inside
from criteria.model.gate_results import gate_results, results_by_alternative
from criteria.model.performance_table import PerformanceTable
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.split import Split
from criteria.model.standing import Blanks, GateResult, SetApart, Standing, gate_standing

if TYPE_CHECKING:
    import pandas as pd


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """One ranking with everything that explains it. Rows are the ranked alternatives, in the problem's order.

    cells: of all alternatives, the data with the scenario's changes in place.  weights: (n,) of the leaves, as used.  performances: (m, n) as used, unknown cells filled by the scenario's rule.
    split: what each group of criteria adds to the scores; of many candidates and groups computed when it is asked for.
    alternatives: the ranked ones.  order: their positions, best first; tied ones in the problem's order.  base_ranks: (m,), 0 for a candidate that the base case does not rank.  method_ranks: by method key, (m,), only those computed.
    """

    problem: Problem
    scenario: Scenario
    cells: PerformanceTable
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
    split: Split
    base_ranks: IntArray
    set_apart: tuple[SetApart, ...]
    incomplete: tuple[Blanks, ...]
    method_ranks: Mapping[str, IntArray]
    method_failures: Mapping[str, str]
    alternatives: tuple[Alternative, ...] = field(init=False, repr=False, default=())
    order: tuple[int, ...] = field(init=False, repr=False, default=())

    def __post_init__(self) -> None:
        every = self.problem.alternatives
        object.__setattr__(self, "alternatives", tuple(every[i] for i in self.ranked))
        object.__setattr__(self, "order", tuple(np.argsort(self.ranks, kind="stable").tolist()))
        arrays = [
            self.performances,
            self.scores,
            self.ranks,
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
    def contributions(self) -> FloatArray | None:
        """What each group of criteria adds, (m, g), adding up to the score; None where the score cannot be divided."""
        whole = self.split.whole
        return None if whole is None else whole.parts

    @property
    def contribution_error(self) -> float:
        """How far the least certain contribution may be off (95 %), 0 where they are exact."""
        whole = self.split.whole
        return 0.0 if whole is None else whole.error

    @property
    def leaders(self) -> tuple[int, ...]:
        """Positions of those who share the first rank."""
        return tuple(i for i in self.order if self.ranks[i] == 1)

    @property
    def gate_results(self) -> tuple[GateResult, ...]:
        """Where each candidate stands at each gate."""
        return gate_results(self.problem, self.scenario)

    def results_of(self, alternative: str) -> tuple[GateResult, ...]:
        """Return where one candidate stands at every gate."""
        return results_by_alternative(self.problem, self.scenario).get(alternative, ())

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
        return self.cells.cell(self.problem.row(alternative), self.problem.column(criterion))

    def set_by_hand(self, alternative: str, criterion: str) -> Performance | None:
        """Return what the data have in the place of a cell that was set by hand, None for a cell that was not."""
        place = (alternative, criterion)
        if all((cell.alternative, cell.criterion) != place for cell in self.scenario.changed):
            return None
        return self.problem.performance(alternative, criterion)

    def shortlist(self) -> pd.DataFrame:
        """Return one row for each candidate of the problem, ranked ones first, those set apart after them.

        Columns: rank (missing where set apart), rank_if_added_back (only where set apart), candidate_id, candidate, score,
        gate_status (a code of `Standing`), gate_reason, rank_in_base_case, rank_change (positive: up),
        contribution_<group> (adding up to the score), rank_<method>, share_of_unknown_cells (0 to 1), incomplete,
        cells_confidence_A, _B, _C, cells_set_by_hand (which have no confidence).
        """
        import pandas as pd  # late: nothing else in the model needs it

        table = pd.DataFrame(self.shortlist_columns())
        whole = [c for c in table.columns if c.startswith("rank") or c.startswith("cells_")]
        return table.astype(dict.fromkeys(whole, "Int64"))

    def shortlist_columns(self) -> dict[str, list[object]]:
        """Return the same as plain values by column, None where there is none: for files, which need no library for tables."""
        rows = [*_ranked_rows(self), *_set_apart_rows(self)]
        names = dict.fromkeys(name for row in rows for name in row)
        return {name: [row.get(name) for row in rows] for name in names}


def _results(evaluation: Evaluation) -> dict[str, tuple[GateResult, ...]]:
    """Return where each candidate stands at every gate, by its identifier."""
    found: dict[str, list[GateResult]] = {}
    for result in evaluation.gate_results:
        found.setdefault(result.alternative, []).append(result)
    return {alternative: tuple(results) for alternative, results in found.items()}


def _ranked_rows(evaluation: Evaluation) -> Iterator[dict[str, object]]:
    alternatives, results = evaluation.alternatives, _results(evaluation)
    for position in evaluation.order:
        alternative = alternatives[position]
        status, reason = gate_standing(results.get(alternative.id, ()))
        row: dict[str, object] = {
            "rank": int(evaluation.ranks[position]),
            "rank_if_added_back": None,
            "candidate_id": alternative.id,
            "candidate": alternative.name,
            "score": float(evaluation.scores[position]),
            "gate_status": str(status),
            "gate_reason": reason,
            "rank_in_base_case": int(evaluation.base_ranks[position]) or None,
            "rank_change": evaluation.rank_change(position),
        }
        for g, group in enumerate(evaluation.groups):
            shares = evaluation.contributions
            row[f"contribution_{group.id}"] = None if shares is None else float(shares[position, g])
        if evaluation.contribution_error > 0:
            row["contribution_error"] = evaluation.contribution_error
        row |= {f"rank_{method}": int(ranks[position]) for method, ranks in evaluation.method_ranks.items()}
        yield row | _evidence(evaluation, alternative.id)


def _set_apart_rows(evaluation: Evaluation) -> Iterator[dict[str, object]]:
    results = _results(evaluation)
    for apart in sorted(evaluation.set_apart, key=lambda entry: (entry.rank is None, entry.rank)):
        status, reason = gate_standing(results.get(apart.alternative, ()))
        row: dict[str, object] = {
            "rank": None,
            "rank_if_added_back": apart.rank,
            "candidate_id": apart.alternative,
            "candidate": evaluation.problem.alternatives[evaluation.problem.row(apart.alternative)].name,
            "score": apart.score,
            "gate_status": str(Standing.SET_ASIDE if apart.by_hand else status),
            "gate_reason": apart.reason or reason,
            "rank_in_base_case": apart.base_rank,
        }
        yield row | _evidence(evaluation, apart.alternative)


def _evidence(evaluation: Evaluation, alternative: str) -> dict[str, object]:
    row = evaluation.problem.row(alternative)
    known = evaluation.cells.known[row]
    unknown = len(known) - int(known.sum())
    grades = evaluation.cells.confidence[row][known]
    return {
        "share_of_unknown_cells": unknown / len(known),
        "incomplete": unknown > 0,
        **{f"cells_confidence_{grade}": int(np.sum(grades == grade)) for grade in CONFIDENCES},
        "cells_set_by_hand": sum(cell.alternative == alternative for cell in evaluation.scenario.changed),
    }
