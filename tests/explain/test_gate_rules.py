"""What a must-have asks, whichever way round it is."""

from __future__ import annotations

from dataclasses import replace

from by_hand import PROBLEM

from criteria.explain.gate_rules import gate_rule
from criteria.model.gates import Gate


def test_each_kind_of_must_have_is_told() -> None:
    assert gate_rule(PROBLEM, PROBLEM.gates[0]) == "Hosted here: yes required"
    assert gate_rule(PROBLEM, Gate("a", True, ">=", "quality", 4.5)) == "Quality: at least 4.5"
    assert gate_rule(PROBLEM, Gate("b", True, "<=", "price", 80)) == "Price: at most 80"


def test_a_long_name_is_cut_and_the_threshold_is_not() -> None:
    gate = Gate("c", True, "==", attribute="Hosted " + "very " * 30 + "near", asked="yes")
    told = gate_rule(PROBLEM, gate, limit=55)
    assert len(told) <= 55
    assert told.startswith("Hosted very")
    assert told.endswith("…: yes required")
    assert gate_rule(PROBLEM, replace(gate, attribute="Near"), limit=55) == "Near: yes required"
