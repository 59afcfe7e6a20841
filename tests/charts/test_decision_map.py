"""The triangle draws each point where it lies, in the colour of who leads there, and each mark where it was put."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import pytest
from by_hand import ASH, BIRCH, CEDAR, evaluated

from criteria.charts.candidates import candidate_colour
from criteria.charts.decision_map import decision_triangle
from criteria.robustness.decision_map import DecisionMap
from criteria.robustness.evaluated import figures

EVALUATION = evaluated()
POINTS = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [0.4, 0.4, 0.2]])
FOUND = DecisionMap(
    points=POINTS,
    leaders=np.array([ASH, BIRCH, CEDAR, ASH]),
    weights=POINTS,
    present=np.array([0.6, 0.2, 0.2]),
    together=1.0,
)
GROUPS = ["Quality", "Speed", "<Price>"]


def test_every_point_is_drawn_in_the_colour_of_its_leader() -> None:
    chart = go.Figure(decision_triangle(EVALUATION, FOUND, GROUPS, {"Now": FOUND.present}).to_plotly_json())
    *leads, mark = chart.data
    assert [points.name for points in leads] == ["Ash", "Birch", "Cedar"]
    for points, i in zip(leads, (ASH, BIRCH, CEDAR), strict=True):
        drawn = np.column_stack([points.a, points.b, points.c])
        assert drawn == pytest.approx(POINTS[FOUND.leaders == i])
        assert points.marker.color == candidate_colour(EVALUATION.problem, EVALUATION.alternatives[i].id)
    assert (mark.a, mark.b, mark.c) == ((0.6,), (0.2,), (0.2,))
    assert mark.marker.symbol == "star"
    ternary = chart.layout.ternary
    assert [ternary.aaxis.title.text, ternary.baxis.title.text, ternary.caxis.title.text] == [
        "Quality",
        "Speed",
        "&lt;Price&gt;",
    ]


def test_marks_with_a_ring_are_numbered_and_the_others_are_not() -> None:
    marks = {
        "Now": FOUND.present,
        "Buyers": np.array([0.6, 0.2, 0.2]),
        "Engineers": np.array([0.2, 0.5, 0.3]),
    }
    chart = decision_triangle(EVALUATION, FOUND, GROUPS, marks, rings={"Engineers": "#123456"})
    now, buyers, engineers = chart.data[-3:]
    assert [(m.marker.symbol, m.text[0], m.showlegend) for m in (now, buyers, engineers)] == [
        ("star", "", True),
        ("circle", "", True),
        ("circle", "2", True),
    ]
    assert engineers.marker.line.color == "#123456"
    assert engineers.name == "2 Engineers"
    assert (engineers.a, engineers.b, engineers.c) == ((0.2,), (0.5,), (0.3,))
    assert [m.customdata[0][0] for m in (now, buyers, engineers)] == ["Now", "Buyers", "Engineers"]
    assert buyers.name == "Base and profiles"
    assert decision_triangle(EVALUATION, FOUND, GROUPS, marks, others="Members").data[-2].name == "Members"


def test_the_leaders_of_the_map_lie_on_the_right_side_of_the_lines() -> None:
    found = figures.decision_map_of(EVALUATION, ("quality", "speed", "price"))
    for (q, s, p), leader in zip(found.points, found.leaders, strict=True):
        over_birch, over_cedar = 0.2 * q - 0.1 * s - 0.2 * p, 0.25 * q - 0.1 * s - 0.3 * p
        # Where two are level either may be named.
        if min(abs(over_birch), abs(over_cedar), abs(over_birch - over_cedar)) > 1e-9:
            expected = ASH if min(over_birch, over_cedar) > 0 else BIRCH if over_birch < over_cedar else CEDAR
            assert leader == expected
    assert found.together == pytest.approx(1)
    assert found.present == pytest.approx(np.array([0.6, 0.2, 0.2]))
