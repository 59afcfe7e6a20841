"""Where every candidate stands at every must-have: it hangs on the data and on what was waived or set by hand, never on a weight."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from criteria.model.effective import effective_cell
from criteria.model.evidence import Performance
from criteria.model.gates import Gate, GateStatus
from criteria.model.problem import Problem
from criteria.model.remembered import remembered
from criteria.model.scenario import ChangedCell, Scenario
from criteria.model.standing import GateResult


def gate_results(problem: Problem, scenario: Scenario) -> tuple[GateResult, ...]:
    """Return where each alternative stands at each gate, in the problem's order of both."""
    return tuple(one for results in results_by_alternative(problem, scenario).values() for one in results)


def results_by_alternative(problem: Problem, scenario: Scenario) -> Mapping[str, tuple[GateResult, ...]]:
    """Return by the identifier of each alternative where it stands at each gate; computed once while only weights move."""
    return _results(problem, scenario.waived, scenario.changed)


@remembered
def _results(
    problem: Problem, waived: tuple[str, ...], changed: tuple[ChangedCell, ...]
) -> Mapping[str, tuple[GateResult, ...]]:
    by_hand = {(cell.alternative, cell.criterion): effective_cell(problem, cell) for cell in changed}
    return MappingProxyType(
        {
            alternative.id: tuple(
                _result(problem, gate, row, by_hand, waived=gate.id in waived) for gate in problem.gates
            )
            for row, alternative in enumerate(problem.alternatives)
        }
    )


def _result(
    problem: Problem, gate: Gate, row: int, by_hand: Mapping[tuple[str, str], Performance], *, waived: bool
) -> GateResult:
    alternative = problem.alternatives[row]
    if gate.attribute:
        value = alternative.attribute(gate.attribute)
        status = gate.attribute_status(value) if value else GateStatus.CONDITIONAL
        return GateResult(gate, alternative.id, status, gate.attribute, value, waived)
    column = problem.column(gate.criterion)
    cell = by_hand.get((alternative.id, gate.criterion)) or problem.performances.cell(row, column)
    return GateResult(gate, alternative.id, gate.status(cell), problem.leaves[column].label, cell, waived)
