"""What a must-have asks, in a clause."""

from __future__ import annotations

from criteria.model.gates import Gate
from criteria.model.problem import Problem
from criteria.translation import translate as _


def gate_rule(problem: Problem, gate: Gate) -> str:
    """Return what a gate asks of a candidate, by the name of its criterion or attribute."""
    subject = problem.criterion(gate.criterion).label if gate.criterion else gate.attribute
    if gate.operator == ">=":
        return _("{subject}: at least {threshold:g}", subject=subject, threshold=gate.threshold)
    if gate.operator == "<=":
        return _("{subject}: at most {threshold:g}", subject=subject, threshold=gate.threshold)
    return _("{subject}: {asked} required", subject=subject, asked=gate.asked)
