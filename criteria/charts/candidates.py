"""One colour for each candidate, the same on every chart, by its place in the problem's list."""

from __future__ import annotations

from criteria.charts.palette import CANDIDATE_COLOURS
from criteria.model.problem import Problem


def candidate_colour(problem: Problem, alternative: str) -> str:
    """Return a candidate's colour; beyond sixteen candidates the colours come round again."""
    return CANDIDATE_COLOURS[problem.row(alternative) % len(CANDIDATE_COLOURS)]
