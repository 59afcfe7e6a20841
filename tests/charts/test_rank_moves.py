"""The waterfall of ranks against ranks computed here one change at a time."""

from __future__ import annotations

from dataclasses import replace

import plotly.graph_objects as go
from by_hand import BASE, PROBLEM

from criteria.charts.palette import MUTED, TONES
from criteria.charts.rank_moves import rank_waterfall
from criteria.ranking.evaluate import ranks_of


def checked(figure: go.Figure) -> go.Figure:
    """Return the figure after plotly's own checks of every attribute."""
    return go.Figure(figure.to_plotly_json())


def test_each_bar_goes_as_far_as_the_ranking_with_that_change_alone_and_the_last_one_ends_at_the_rank_after() -> (
    None
):
    after = BASE.with_importance("price", 90).with_method("vikor")
    start, end = ranks_of(PROBLEM, BASE), ranks_of(PROBLEM, after)
    weights = ranks_of(PROBLEM, replace(BASE, importances=after.importances, profile=after.profile))
    method = ranks_of(PROBLEM, replace(BASE, method=after.method, normalization=after.normalization))
    for who in ("ash", "birch", "cedar"):
        gained = [start[who] - weights[who], start[who] - method[who]]
        gained.append(start[who] - end[who] - sum(gained))
        names = ["Alone: weights", "Alone: method", "Together, beyond that"]
        chart = checked(rank_waterfall(start[who], end[who], list(zip(names, gained, strict=True)), 3))
        bars, ends = chart.data
        assert bars.base[0] == start[who]
        assert bars.base[1] == weights[who]
        assert list(bars.x) == [-step for step in gained]
        assert bars.base[-1] + bars.x[-1] == end[who]
        assert (list(ends.x), list(ends.y)) == ([start[who], end[who]], [0, 4])
        assert list(chart.layout.yaxis.ticktext) == ["Before", *names, "After"]
        left, right = chart.layout.xaxis.range
        assert left > right  # rank 1 is at the right
        assert all(right < place < left for place in (*bars.base, end[who]))


def test_a_rise_and_a_fall_differ_in_colour_and_sign_and_ranks_that_do_not_exist_have_no_number() -> None:
    chart = checked(rank_waterfall(2, 1, [("<b>one</b>", 2), ("two", -1), ("three", 0)], 3))
    bars, _ends = chart.data
    assert list(bars.marker.color) == [TONES["good"], TONES["bad"], MUTED]
    assert list(bars.text) == ["+2", "−1", "0"]
    assert list(chart.layout.xaxis.tickvals) == [1, 2]  # the first step alone leads to 0
    assert chart.layout.yaxis.ticktext[1] == "&lt;b&gt;one&lt;/b&gt;"
    assert [(line.x0, line.y0, line.y1) for line in chart.layout.shapes] == [
        (2, 0, 1),
        (0, 1, 2),
        (1, 2, 3),
        (1, 3, 4),
    ]


def test_a_step_with_which_the_candidate_is_not_ranked_says_so_and_is_no_0() -> None:
    bars, _ends = checked(rank_waterfall(3, 1, [("one", None), ("two", 2)], 3)).data
    assert list(bars.text) == ["not ranked", "+2"]
    assert (list(bars.base), list(bars.x)) == ([3, 3], [0, -2])


def test_an_axis_over_many_ranks_has_a_dozen_numbers() -> None:
    assert len(rank_waterfall(400, 1, [("weights", 399)], 500).layout.xaxis.tickvals) <= 13
