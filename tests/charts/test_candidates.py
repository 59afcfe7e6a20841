"""A candidate has one colour on every chart, by its place in the problem and not by its rank."""

from __future__ import annotations

from by_hand import PROBLEM

from criteria.charts.candidates import candidate_colour
from criteria.model.problem import Problem


def test_sixteen_candidates_have_sixteen_colours(case: Problem) -> None:
    assert len({candidate_colour(case, a.id) for a in case.alternatives}) == len(case.alternatives) == 16


def test_the_colour_follows_the_place_in_the_problem() -> None:
    assert candidate_colour(PROBLEM, "ash") == "#2f72b7"
    assert candidate_colour(PROBLEM, "birch") == "#d4683c"
