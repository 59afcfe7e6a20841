"""How each candidate fares over several scenarios: how often first, how low at worst, how often out by a must-have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from criteria.errors import CriteriaError
from criteria.model.gates import GateStatus
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ranking.evaluate import evaluate


@dataclass(frozen=True, slots=True)
class OverScenarios:
    """One candidate over the scenarios that rank somebody.

    first: in how many it has rank 1, ties included.  worst: its lowest rank where it is ranked, None where it never is.
    fails: in how many it fails a hard must-have that is in force.  apart: in how many it is not ranked, for any reason.
    ranks: its rank in each scenario, None where it is not ranked.
    """

    alternative: str
    first: int
    worst: int | None
    fails: int
    apart: int
    ranks: tuple[int | None, ...]


def over_scenarios(problem: Problem, scenarios: Sequence[Scenario]) -> tuple[int, tuple[OverScenarios, ...]]:
    """Return how many of the scenarios rank somebody, and how each candidate fares in those; best first."""
    ranks: list[dict[str, int]] = []
    failing: list[set[str]] = []
    for scenario in scenarios:
        try:
            found = evaluate(problem, scenario, methods=())
        except CriteriaError:
            continue
        ranks.append({a.id: int(rank) for a, rank in zip(found.alternatives, found.ranks, strict=True)})
        failing.append(
            {
                result.alternative
                for result in found.gate_results
                if result.gate.hard and result.status is GateStatus.FAIL and not result.waived
            }
        )
    rows = []
    for alternative in problem.alternatives:
        mine = tuple(ranked.get(alternative.id) for ranked in ranks)
        known = [rank for rank in mine if rank is not None]
        rows.append(
            OverScenarios(
                alternative.id,
                sum(rank == 1 for rank in known),
                max(known, default=None),
                sum(alternative.id in failed for failed in failing),
                len(mine) - len(known),
                mine,
            )
        )
    rows.sort(key=lambda row: (-row.first, row.worst is None, row.worst or 0))
    return len(ranks), tuple(rows)
