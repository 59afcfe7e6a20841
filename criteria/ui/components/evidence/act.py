"""One thing that can be done with a problem, and what stands in the fields that describe it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from criteria.model.problem import Problem
from criteria.model.text import id_from_name

Given = Callable[[str], object]  # what stands in a field, by its name


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done.  draw: its fields.  change: the problem that follows, and what was done in words."""

    title: str
    draw: Callable[[Problem, Callable[[str], str]], None]
    change: Callable[[Problem, Given], tuple[Problem, str]]


def text(given: Given, name: str) -> str:
    """Return what a field holds as a text, empty where it holds nothing."""
    return str(given(name) or "").strip()


def number(given: Given, name: str) -> float | None:
    """Return the number in a field, None where there is none."""
    value = given(name)
    return float(value) if isinstance(value, int | float) else None


def new_id(problem: Problem, name: str) -> str:
    """Return an identifier for a name that nothing of the problem has."""
    taken = {c.id for c in problem.criteria} | {a.id for a in problem.alternatives} | {g.id for g in problem.gates}  # fmt: skip
    return id_from_name(name or "x", taken)


def leaves(problem: Problem) -> dict[str, str]:
    """Return the criteria that candidates are rated under, by identifier."""
    return {leaf.id: leaf.label for leaf in problem.leaves}
