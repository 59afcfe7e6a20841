"""The picture of the plane: each candidate at its average and unevenness, the leader's line bold, the table with the engine's numbers."""

from __future__ import annotations

import re

import pytest

import criteria
from criteria.explain.numbers import number
from criteria.files.bundled import problem_place
from criteria.ranking.closeness_plane import closeness_plane_of
from criteria.ui.components.shortlist.plane import closeness_picture

PROBLEM = criteria.load_problem(problem_place("automotive-cloud"))
EVALUATION = criteria.evaluate(PROBLEM, PROBLEM.base_scenario().with_method("topsis"))


def test_dots_lie_in_the_order_of_averages_and_the_table_has_the_numbers() -> None:
    plane = closeness_plane_of(EVALUATION)
    assert plane is not None
    shown = closeness_picture(EVALUATION)
    places = {
        int(rank): float(left)
        for left, rank in re.findall(r'<i class="\w*" style="left:([\d.]+)%[^>]*>(\d+)</i>', shown)
    }
    by_average = sorted(EVALUATION.order, key=lambda i: plane.average[i])
    assert sorted(places, key=lambda rank: places[rank]) == [int(EVALUATION.ranks[i]) for i in by_average]
    for i in EVALUATION.order:
        assert f">{number(float(plane.average[i]), 3)}</td>" in shown
        assert f">{number(float(plane.closeness[i]), 3)}</td>" in shown


def test_the_bold_line_carries_the_closeness_of_the_leader() -> None:
    shown = closeness_picture(EVALUATION)
    bold = re.findall(r'<b class="bold[^"]*"[^>]*>([\d.]+)</b>', shown)
    assert bold == [number(float(EVALUATION.scores[EVALUATION.order[0]]), 2)]


@pytest.mark.parametrize("method", ["wsm", "vikor"])
def test_only_topsis_has_a_plane(method: str) -> None:
    assert closeness_plane_of(criteria.evaluate(PROBLEM, PROBLEM.base_scenario().with_method(method))) is None
