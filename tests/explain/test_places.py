"""The words for a place that is earned, or not."""

from __future__ import annotations

from criteria.explain.places import ranks_text, separation_text
from criteria.robustness.evaluated.places import Place


def test_ranks_are_a_range_or_one_number() -> None:
    assert ranks_text(Place(2, 5, True)) == "2–5"
    assert ranks_text(Place(3, 3, True)) == "3"


def test_only_those_the_draws_do_not_tell_apart_are_marked() -> None:
    assert separation_text(Place(1, 2, False), leads=False) == "not separated from first"
    assert separation_text(Place(1, 2, False), leads=True) == ""
    assert separation_text(Place(2, 2, True), leads=False) == ""
