"""Slopes of ranks: a line for each candidate, gaps where it is not ranked, one label for those that share a place."""

from __future__ import annotations

from by_hand import PROBLEM

from criteria.charts.scenario_charts import rank_slopes


def test_every_ranked_candidate_has_a_line_and_a_name_at_both_ends() -> None:
    ranks = [("ash", (1, 2)), ("birch", (2, 2)), ("cedar", (3, None)), ("dogwood", (None, None))]
    chart = rank_slopes(PROBLEM, ["Base <b>", "Now"], ranks)
    assert [list(line.y) for line in chart.data] == [[1, 2], [2, 2], [3, None]]
    assert [note.text for note in chart.layout.annotations] == [
        "1  Ash",
        "2  Birch",
        "3  Cedar",
        "2  Ash, Birch",
    ]
    low, high = chart.layout.yaxis.range
    assert low > high  # rank 1 is on top
    assert "<b>" not in chart.layout.xaxis.ticktext[0]
