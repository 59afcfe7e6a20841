"""Small problems made by hand, and the bundled ones evaluated by any method once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import criteria
from criteria.model.criterion import Criterion, Scale
from criteria.model.evaluation import Evaluation
from criteria.model.evidence import Performance
from criteria.model.problem import Alternative, Problem

DATA = Path(__file__).parents[1] / "data"
BUNDLED = ("automotive-cloud", "fighter-aircraft", "telematics-suppliers")


@lru_cache
def bundled(name: str) -> Problem:
    return criteria.load_problem(DATA / name)


@cache
def base_evaluation(name: str, method: str) -> Evaluation:
    problem = bundled(name)
    return criteria.evaluate(problem, problem.base_scenario().with_method(method), methods=())


def flat(
    values: Sequence[Sequence[float | None]], *, scale: tuple[float, float] | None = None, **more: object
) -> Problem:
    """Return a problem with criteria c0, c1, … to maximize and candidates a0, a1, …"""
    return Problem(
        id="flat",
        title="Flat",
        criteria=tuple(
            Criterion(f"c{j}", f"C{j}", scale=Scale(*scale) if scale else None) for j in range(len(values[0]))
        ),
        alternatives=tuple(Alternative(f"a{i}", f"A{i}") for i in range(len(values))),
        performances=tuple(tuple(Performance(likely=value) for value in row) for row in values),
        **more,  # type: ignore[arg-type]
    )


def tree(parents: dict[str, str]) -> Problem:
    """Return a problem with this tree (node to parent) and two candidates that differ under every leaf."""
    groups = set(parents.values())
    leaves = [node for node in parents if node not in groups]
    return Problem(
        id="tree",
        title="Tree",
        criteria=tuple(Criterion(node, node, parent) for node, parent in parents.items()),
        alternatives=(Alternative("a", "A"), Alternative("b", "B")),
        performances=tuple(tuple(Performance(likely=value) for _leaf in leaves) for value in (1.0, 2.0)),
    )
