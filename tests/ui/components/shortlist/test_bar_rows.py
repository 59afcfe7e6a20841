"""A bar says who stands where, with its marks, and its pieces stay on the axis."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import evaluated

import criteria
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell
from criteria.ui.components.shortlist.bar_rows import MATCHED, bar_rows, shown_of


def test_pieces_lie_side_by_side_and_end_where_the_figure_stands(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method("wsm"), methods=())
    for bar in bar_rows(evaluation, limit=20):
        assert all(0 <= piece.start <= piece.end <= 100 + 1e-9 for piece in bar.pieces)
        if not bar.apart:
            assert [piece.start for piece in bar.pieces[1:]] == pytest.approx(
                [piece.end for piece in bar.pieces[:-1]]
            )
            assert bar.end == pytest.approx(bar.pieces[-1].end)


def test_names_carry_their_marks(case: Problem) -> None:
    first, second = case.alternatives[0].id, case.alternatives[1].id
    cell = ChangedCell(first, case.leaves[0].id, 1.0, 2.0, 3.0)
    evaluation = criteria.evaluate(case, replace(case.base_scenario(), changed=(cell,)), methods=())
    names = {bar.identifier: bar.name for bar in bar_rows(evaluation, limit=20, matched={second: first})}
    assert names[first].endswith("✎")
    assert names[second].endswith(MATCHED)
    assert sum("✎" in name for name in names.values()) == 1


def test_who_is_set_apart_comes_last_and_says_what_rank_it_would_have(case: Problem) -> None:
    evaluation = criteria.evaluate(case, replace(case.base_scenario(), set_aside=("aws",)), methods=())
    bars = bar_rows(evaluation, limit=20)
    assert [bar.apart for bar in bars] == sorted(bar.apart for bar in bars)
    aws = next(bar for bar in bars if bar.identifier == "aws")
    (entry,) = [one for one in evaluation.set_apart if one.alternative == "aws"]
    assert aws.apart
    assert aws.rank == "–"
    assert aws.figure == f"would rank {entry.rank}"


def test_a_limit_and_folded_candidates_shorten_the_bars() -> None:
    evaluation = evaluated()
    everybody = shown_of(evaluation, 20)
    assert shown_of(evaluation, 2) == everybody[:2]
    leader = evaluation.alternatives[everybody[0]].id
    assert shown_of(evaluation, 20, {leader}) == everybody[1:]
