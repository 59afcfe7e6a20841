"""Swing asks about a move from worst to best, with both levels named and costs the right way round."""

from __future__ import annotations

import re

from criteria.explain.numbers import plain
from criteria.model.problem import Problem
from criteria.ui.components.weights.asking_numbers import swing_text


def test_a_criterion_is_moved_from_its_worst_to_its_best_level(aircraft: Problem) -> None:
    for leaf in aircraft.leaves:
        column = aircraft.performances.likely[:, aircraft.column(leaf.id)]
        low, high = (leaf.scale.low, leaf.scale.high) if leaf.scale else (column.min(), column.max())
        worst, best = (low, high) if leaf.maximize else (high, low)
        asked = re.fullmatch(r".*: from (.+) to (.+)", swing_text(aircraft, leaf))
        assert asked is not None
        assert asked[1].startswith(plain(worst))
        assert asked[2].startswith(plain(best))


def test_a_group_is_moved_with_all_that_is_in_it(case: Problem) -> None:
    group = case.groups[0]
    text = swing_text(case, group)
    assert text.startswith(f"{group.label}: every criterion in it from worst to best (")
    assert all(child.label in text for child in case.children(group.id))
