"""What a must-have asks, whichever way round it is."""

from __future__ import annotations

from by_hand import PROBLEM

from criteria.explain.gate_rules import gate_rule
from criteria.model.gates import Gate


def test_each_kind_of_must_have_is_told() -> None:
    assert gate_rule(PROBLEM, PROBLEM.gates[0]) == "Hosted here: yes required"
    assert gate_rule(PROBLEM, Gate("a", True, ">=", "quality", 4.5)) == "Quality: at least 4.5"
    assert gate_rule(PROBLEM, Gate("b", True, "<=", "price", 80)) == "Price: at most 80"
