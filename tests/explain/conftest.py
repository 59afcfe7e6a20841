"""Evaluations by every method, computed once, and tables of one's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

import criteria
from criteria.model.criterion import Criterion, Scale
from criteria.model.evaluation import Evaluation
from criteria.model.evidence import Performance
from criteria.model.problem import Alternative, Problem

DATA = Path(__file__).parents[2] / "data"


@cache
def by_method(name: str, method: str) -> Evaluation:
    problem = criteria.load_problem(DATA / name)
    return criteria.evaluate(problem, problem.base_scenario().with_method(method), methods=())


@pytest.fixture
def evaluated() -> Callable[[str, str], Evaluation]:
    """Return a function from a bundled problem's name and a method to its base evaluation."""
    return by_method


@pytest.fixture
def ranked() -> Callable[..., Evaluation]:
    """Return a function that evaluates candidates A, B, … rated from 0 to 10 under criteria X, Y, …"""

    def evaluate(
        rows: Sequence[Sequence[float | None]], method: str = "wsm", ranges: float = 0.0
    ) -> Evaluation:
        problem = Problem(
            "t",
            "T",
            tuple(Criterion(f"c{j}", "XYZ"[j], scale=Scale(0, 10)) for j in range(len(rows[0]))),
            tuple(Alternative(f"a{i}", "ABCDEFGH"[i]) for i in range(len(rows))),
            tuple(
                tuple(
                    Performance() if v is None else Performance(max(0, v - ranges), v, min(10, v + ranges))
                    for v in row
                )
                for row in rows
            ),
            default_method=method,
        )
        return criteria.evaluate(problem, problem.base_scenario(), methods=())

    return evaluate
