"""Ratings set by hand are marked wherever they are shown."""

from __future__ import annotations

import criteria
from criteria.explain.by_hand import hand_mark, hand_sentence
from criteria.explain.verdict import verdict
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell


def by_hand(case: Problem, *cells: tuple[str, str, float]) -> criteria.Evaluation:
    scenario = case.base_scenario().with_cells(ChangedCell(a, c, v, v, v) for a, c, v in cells)
    return criteria.evaluate(case, scenario, methods=())


def test_a_mark_says_what_the_data_have(case: Problem) -> None:
    evaluation = by_hand(case, ("aws", "ip-terms", 1.0))
    before = case.performance("aws", "ip-terms").likely
    assert hand_mark(evaluation, "aws", "ip-terms") == f"set by hand, was {before:g}"
    assert hand_mark(evaluation, "aws", "ip-isolation") == ""


def test_the_sentence_stands_under_every_headline(case: Problem) -> None:
    plain = by_hand(case)
    assert hand_sentence(plain) == ""
    assert not any("by hand" in sentence for sentence in verdict(plain).sentences)
    one = by_hand(case, ("aws", "ip-terms", 1.0))
    assert hand_sentence(one).startswith("1 rating is set by hand, without a source: ")
    assert verdict(one).sentences[0] == hand_sentence(one)
    leaves = [leaf.id for leaf in case.leaves[:5]]
    many = hand_sentence(by_hand(case, *(("aws", leaf, 5.0) for leaf in leaves)))
    assert many.startswith("5 ratings are set by hand")
    assert many.endswith("and 2 more.")
