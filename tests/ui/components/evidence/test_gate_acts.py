"""A must-have is changed in its condition, its value, or in what it does."""

from __future__ import annotations

from criteria.model.problem import Problem
from criteria.ui.components.evidence.gate_acts import GATE_ACTS, gate_words


def done(problem: Problem, act: str, **fields: object) -> tuple[Problem, str]:
    return GATE_ACTS[act].change(problem, fields.get)


def test_a_must_have_is_changed_in_its_place(suppliers: Problem) -> None:
    leaf = suppliers.leaves[0]
    gated, _said = done(suppliers, "set-gate", criterion=leaf.id, operator=">=", threshold=1.0, hard=True)
    gate = gated.gates[-1]

    def fields(**changes: object) -> dict[str, object]:
        now = {"operator": ">=", "threshold": 1.0, "hard": True} | changes
        return {"gate": gate.id} | {f"{name}-{gate.id}": value for name, value in now.items()}

    assert done(gated, "change-gate", **fields()) == (gated, "")
    higher, said = done(gated, "change-gate", **fields(threshold=2.0))
    assert [g.id for g in higher.gates] == [g.id for g in gated.gates]
    assert higher.gates[-1].threshold == 2
    assert (
        said == f"must-have changed: {gate_words(gated, gate)} became {gate_words(higher, higher.gates[-1])}"
    )
    softer, said = done(gated, "change-gate", **fields(hard=False))
    assert (softer.gates[-1].hard, said) == (
        False,
        f"must-have changed: {gate_words(gated, gate)} only warns",
    )
    assert done(gated, "change-gate", **fields(threshold=None)) == (gated, "")
    assert done(gated, "change-gate", gate="") == (gated, "")
