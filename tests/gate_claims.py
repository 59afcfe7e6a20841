"""What is said of must-haves, as things to do: how far one is missed, what a conditional one hangs on, what waiving hides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from claims import Claim, read

from criteria.explain.verdict import verdict
from criteria.model.evaluation import Evaluation
from criteria.model.gates import GateStatus
from criteria.model.scenario import ChangedCell, Scenario
from criteria.model.standing import GateResult
from criteria.ui.components.shortlist.gates import gate_report


def gate_claims(evaluation: Evaluation) -> Iterator[Claim]:
    """Yield how far a failed gate is missed, what a conditional one hangs on, and that a waived one sets apart once it counts again."""
    problem, report = evaluation.problem, unescape(gate_report(evaluation))
    headline = verdict(evaluation).headline

    def entered(result: GateResult, value: float) -> Scenario:
        return evaluation.scenario.with_cell(
            ChangedCell(result.alternative, result.gate.criterion, value, value, value, exact=True)
        )

    for result in evaluation.gate_results:
        name = problem.alternatives[problem.row(result.alternative)].label
        if not result.gate.criterion or result.margin is None:
            continue
        sign = 1 if result.gate.operator == ">=" else -1
        told = re.search(re.escape(result.reason) + r" Misses by ([\d.]+)\.", report)
        if told and result.status is GateStatus.FAIL:
            likely, missed = result.gate.threshold + sign * result.margin, read(told[1])
            for share, fails in ((1.0, False), (0.99, True)):
                value = round(likely + sign * share * missed, 9)
                yield Claim("near miss", told[0], entered(result, value), name, gate=(result.gate.id, fails))
        told = re.search(rf"{re.escape(name)} \S+ \(from (\S+) to (\S+?)\)", report)
        if told and result.status is GateStatus.CONDITIONAL and result.found in told[0]:
            ends = sorted((read(told[1]), read(told[2])), reverse=sign < 0)
            for value, fails in zip(ends, (True, False), strict=True):
                yield Claim(
                    "conditional", told[0], entered(result, value), name, gate=(result.gate.id, fails)
                )
    for name, gates in re.findall(r"; ([^;]+) fails ([^;]+), which is waived", headline):
        for gate in evaluation.scenario.waived:
            (row,) = (a for a in problem.alternatives if a.label == name)
            if any(r.gate.id == gate and r.subject in gates for r in evaluation.results_of(row.id)):
                counted = evaluation.scenario.with_waived(gate, waived=False)
                yield Claim("waived", headline, counted, name, gate=(gate, True), apart=True)
