"""What a must-have asks, in a clause."""

from __future__ import annotations

from criteria.model.gates import Gate
from criteria.model.problem import Problem
from criteria.model.text import cut
from criteria.translation import translate as _


def gate_rule(problem: Problem, gate: Gate, *, limit: int = 0) -> str:
    """Return what a gate asks of a candidate, by the name of its criterion or attribute.

    limit: of characters, 0 for none: the name is cut, never the threshold.
    """
    subject = problem.criterion(gate.criterion).label if gate.criterion else gate.attribute
    if limit and (over := len(_rule(gate, subject)) - limit) > 0:
        subject = cut(subject, max(8, len(subject) - over))
    return _rule(gate, subject)


def _rule(gate: Gate, subject: str) -> str:
    if gate.operator == ">=":
        return _("{subject}: at least {threshold:g}", subject=subject, threshold=gate.threshold)
    if gate.operator == "<=":
        return _("{subject}: at most {threshold:g}", subject=subject, threshold=gate.threshold)
    return _("{subject}: {asked} required", subject=subject, asked=gate.asked)
