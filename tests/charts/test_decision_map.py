"""The triangle draws each point where it lies, in the colour of who leads there, and each mark where it was put."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import pytest
from by_hand import ASH, BIRCH, CEDAR, evaluated

from criteria.charts.candidates import candidate_colour
from criteria.charts.decision_map import _MARK, apart_on_the_map, decision_triangle
from criteria.robustness.decision_map import DecisionMap
from criteria.robustness.evaluated import figures
from criteria.robustness.map_regions import Region

EVALUATION = evaluated()
POINTS = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [0.4, 0.4, 0.2]])
FOUND = DecisionMap(
    points=POINTS,
    leaders=np.array([ASH, BIRCH, CEDAR, ASH]),
    weights=POINTS,
    present=np.array([0.6, 0.2, 0.2]),
    together=1.0,
    regions=tuple(
        Region(leader, area, (np.array([[1, 0, 0], [0.5, 0.5, 0], [0.5, 0, 0.5]])[:, turned],))
        for leader, area, turned in [(ASH, 0.5, [0, 1, 2]), (BIRCH, 0.3, [1, 2, 0]), (CEDAR, 0.2, [2, 0, 1])]
    ),
)
GROUPS = ["Quality", "Speed", "<Price>"]


def test_every_area_is_filled_in_the_colour_of_its_leader_with_its_name_inside() -> None:
    chart = go.Figure(decision_triangle(EVALUATION, FOUND, GROUPS, {"Now": FOUND.present}).to_plotly_json())
    *grounds, names, mark = chart.data
    assert [ground.name for ground in grounds] == ["Ash (50%)", "Birch (30%)", "Cedar (20%)"]
    for ground, region in zip(grounds, FOUND.regions, strict=True):
        (outline,) = region.outlines
        drawn = np.column_stack([ground.a, ground.b, ground.c])
        assert drawn == pytest.approx(np.vstack([outline, outline[:1]]))
        colour = candidate_colour(EVALUATION.problem, EVALUATION.alternatives[region.leader].id)
        assert (ground.fill, ground.fillcolor) == ("toself", colour)
    assert names.text == ("<b>Ash</b>", "<b>Birch</b>", "<b>Cedar</b>")
    assert names.cliponaxis is False  # a name may be wider than its area
    for place, leader in zip(zip(names.a, names.b, names.c, strict=True), (ASH, BIRCH, CEDAR), strict=True):
        assert any(place == pytest.approx(point) for point in POINTS[FOUND.leaders == leader])
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
        "Buyers": np.array([0.2, 0.2, 0.6]),
        "Engineers": np.array([0.2, 0.5, 0.3]),
    }
    chart = decision_triangle(EVALUATION, FOUND, GROUPS, marks, rings={"Engineers": "#123456"})
    now, buyers, edge, engineers = chart.data[-4:]
    assert (edge.a, edge.b, edge.c) == (engineers.a, engineers.b, engineers.c)
    assert edge.marker.size > engineers.marker.size + engineers.marker.line.width
    assert (edge.hoverinfo, edge.showlegend) == ("skip", False)
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


def on_paper(place: np.ndarray) -> np.ndarray:
    """Where a place of the triangle is drawn: its corners are one apart."""
    corners = np.array([[0.5, np.sqrt(0.75)], [0.0, 0.0], [1.0, 0.0]])
    return place @ corners


def test_marks_in_one_place_are_all_seen_and_the_first_stays() -> None:
    places = [np.array([0.5, 0.3, 0.2])] * 4 + [np.array([0.5, 0.29, 0.21]), np.array([0.0, 0.0, 1.0])]
    stands = apart_on_the_map(places)
    assert (stands[0] == places[0]).all()
    assert stands[-1] is places[-1]  # nothing is near it
    assert np.sum(stands, axis=1) == pytest.approx(np.ones(6))
    drawn = [on_paper(place) for place in stands]
    away = [float(np.hypot(*(a - b))) for i, a in enumerate(drawn) for b in drawn[:i]]
    assert min(away) >= _MARK - 1e-5
    moved = [float(np.hypot(*(on_paper(p) - d))) for p, d in zip(places, drawn, strict=True)]
    assert max(moved) < 3 * _MARK


def test_a_mark_that_stands_aside_has_a_line_to_its_place() -> None:
    both = {"Now": FOUND.present, "Buyers": FOUND.present}
    chart = decision_triangle(EVALUATION, FOUND, GROUPS, both, rings={"Buyers": "#123456"})
    (thread,) = (t for t in chart.data if t.mode == "lines" and t.fill is None)
    buyers = chart.data[-1]
    assert [thread.a[0], thread.b[0], thread.c[0]] == pytest.approx(FOUND.present)
    assert (thread.a[1], thread.b[1], thread.c[1]) == (buyers.a[0], buyers.b[0], buyers.c[0])
    apart = {"Now": FOUND.present, "Buyers": np.array([0.0, 0.0, 1.0])}
    assert not [
        t
        for t in decision_triangle(EVALUATION, FOUND, GROUPS, apart).data
        if t.fill is None and t.mode == "lines"
    ]


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
