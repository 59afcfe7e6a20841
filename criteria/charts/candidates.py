"""One colour for each candidate, the same on every chart, by its place in the problem's list."""

from __future__ import annotations

from criteria.model.problem import Problem

# Two rounds of eight hues that stay apart for colour-blind readers, the second one lighter.
_COLOURS = (
    "#2f72b7", "#d4683c", "#16a085", "#b56399", "#b0821f", "#3f97c9", "#7b8a35", "#6f7f98",
    "#8fb4dc", "#ecae93", "#7fcab8", "#dcb0cb", "#f0cf93", "#a9d6ef", "#c3cd8f", "#b7c0d0",
)  # fmt: skip


def candidate_colour(problem: Problem, alternative: str) -> str:
    """Return a candidate's colour; beyond sixteen candidates the colours come round again."""
    return _COLOURS[problem.row(alternative) % len(_COLOURS)]
