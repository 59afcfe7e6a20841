"""The keys of charts name the colours that the charts are drawn in."""

from __future__ import annotations

import numpy as np
import pytest
from by_hand import evaluated, robust

from criteria.charts.colour_keys import interval_key, rank_key, tornado_key
from criteria.charts.share_charts import rank_shares
from criteria.charts.weight_charts import interval_bars, tornado_bars
from criteria.robustness.tornado import Tornado

EVALUATION = evaluated()


def test_the_colours_of_ranks_are_those_of_the_bars() -> None:
    bars = rank_shares(EVALUATION, robust().weights).data
    assert [(one.label, one.colour) for one in rank_key(3)] == [
        (f"Rank {k}", bar.marker.color) for k, bar in enumerate(bars, 1)
    ]


@pytest.mark.parametrize(
    ("ranks", "shown"), [(1, [1]), (2, [1, 2]), (4, [1, 2, 3, 4]), (15, [1, 2, 3, 8, 15])]
)
def test_of_many_ranks_a_few_are_named(ranks: int, shown: list[int]) -> None:
    assert [one.label for one in rank_key(ranks)] == [f"Rank {rank}" for rank in shown]


def test_the_colours_of_a_tornado_are_those_of_its_ends() -> None:
    leads, lost = np.array([[0.02, 0.12], [-0.03, 0.1]]), np.zeros((2, 2), dtype=bool)
    low, high = tornado_bars(Tornado(0.06, np.array([[0, 0], [1, 1]]), leads, lost), ["A", "B"]).data
    assert [one.colour for one in tornado_key()] == [
        low.marker.color[0],
        high.marker.color[0],
        low.marker.color[1],
    ]
    assert "low" in tornado_key()[0].label


def test_the_colours_of_intervals_are_those_of_the_bars_and_the_mark() -> None:
    ends = np.array([[0, 1.0]] * 3)
    wide, narrow, now = interval_bars(EVALUATION, ends, ends).data
    assert [one.colour for one in interval_key()] == [
        wide.marker.color,
        narrow.marker.color,
        now.marker.color,
    ]
    assert [one.line for one in interval_key()] == [False, False, True]
