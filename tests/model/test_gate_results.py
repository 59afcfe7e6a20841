"""Where candidates stand at the must-haves follows from the data and from what is waived or set by hand, and from nothing else."""

from __future__ import annotations

from dataclasses import replace

from criteria.model.evidence import Performance
from criteria.model.gate_results import gate_results, results_by_alternative
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell


def test_no_weight_and_no_method_asks_for_it_again(case: Problem) -> None:
    base = case.base_scenario()
    first = results_by_alternative(case, base)
    assert list(first) == [alternative.id for alternative in case.alternatives]
    moved = replace(base.with_importance("ip", 91.0), method="vikor", normalization="", blanks=base.blanks)
    assert results_by_alternative(case, moved) is first
    assert gate_results(case, base) == tuple(result for results in first.values() for result in results)


def test_what_is_waived_or_set_by_hand_is_seen_at_once(case: Problem) -> None:
    base, gate = case.base_scenario(), next(gate for gate in case.gates if gate.criterion)
    fails = next(r for r in gate_results(case, base) if r.gate == gate and r.status == "fail")
    (waived,) = (
        r
        for r in results_by_alternative(case, base.with_waived(gate.id))[fails.alternative]
        if r.gate == gate
    )
    assert (fails.waived, waived.waived) == (False, True)
    good = ChangedCell(fails.alternative, gate.criterion, *3 * [gate.threshold], exact=True)
    changed = replace(base, changed=(good,))
    (passed,) = (r for r in results_by_alternative(case, changed)[fails.alternative] if r.gate == gate)
    assert (passed.status, passed.value) == ("pass", Performance(*3 * [gate.threshold]))
    others = [r for r in gate_results(case, changed) if r.alternative != fails.alternative]
    assert others == [r for r in gate_results(case, base) if r.alternative != fails.alternative]
