"""Colours: one for each group, told apart, and none that plotly or a browser does not know."""

from __future__ import annotations

import re

from criteria.charts.palette import GROUP_COLOURS, MUTED, SET_APART_BAR, UNSPLIT, group_colour


def test_groups_have_colours_of_their_own_that_come_round_again() -> None:
    shown = [group_colour(g) for g in range(len(GROUP_COLOURS))]
    assert len(set(shown)) == len(GROUP_COLOURS) == 8
    assert group_colour(8) == group_colour(0) != group_colour(1)


def test_every_colour_is_one() -> None:
    for colour in (*GROUP_COLOURS, MUTED, UNSPLIT):
        assert re.fullmatch(r"#[0-9a-f]{6}", colour)
    assert re.fullmatch(r"rgba\(\d+, \d+, \d+, 0\.\d+\)", SET_APART_BAR)
