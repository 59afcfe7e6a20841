"""The lines of sliders: their ends are the weights at 0 and at the top, places and points mean each other, pieces join without a gap."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from by_hand import evaluated

import criteria
from criteria.robustness.evaluated.slider_lines import pieces_between, slider_lines


def test_the_weights_at_a_place_are_those_of_its_points(case: criteria.Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    lines = list(slider_lines(evaluation))
    assert len(lines) > 15
    for slider in lines:
        assert slider.points(slider.place(slider.now)) == pytest.approx(slider.now)
        assert slider.length == pytest.approx(np.abs(slider.end - slider.start).sum() / 2)
        for points in (0.0, 13.0, 70.0):
            scenario = case.base_scenario().with_importance(slider.criterion, points)
            place = slider.place(points)
            there = slider.start + place * (slider.end - slider.start)
            assert there == pytest.approx(criteria.evaluate(case, scenario, methods=()).weights)


def test_pieces_go_both_ways_from_where_the_slider_stands_and_end_where_it_does() -> None:
    sliders = list(slider_lines(evaluated()))
    rings = (0.0, 0.1, 0.3, 1.0)
    pieces = [piece for two in pairwise(rings) for piece in pieces_between(sliders, *two)]
    for slider in sliders:
        here = slider.place(slider.now)
        for up, end in ((True, 1.0), (False, 0.0)):
            own = [piece for piece in pieces if piece.way == (slider.criterion, up)]
            assert own[0].near == here
            assert own[-1].far == pytest.approx(end)
            assert [piece.near for piece in own[1:]] == [piece.far for piece in own[:-1]]
            moved = [slider.length * abs(piece.far - here) for piece in own[:-1]]
            assert moved == pytest.approx(list(rings[1 : len(own)]))
