"""Who moved between two scenarios, and by what: for every candidate the parts add up to the whole."""

from __future__ import annotations

import pytest
from by_hand import BASE, PROBLEM
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from criteria.errors import CriteriaError
from criteria.model.scenario import ChangedCell
from criteria.ranking.evaluate import ranks_of
from criteria.robustness.evaluated.moves import moves_between, pieces_that_differ
from tests.model.any_problem import problems, scenarios


def test_weights_alone_move_whom_they_move() -> None:
    after = BASE.with_importance("price", 90)  # Cedar, Birch, Ash in place of Ash, Birch, Cedar
    found = moves_between(PROBLEM, BASE, after)
    assert found.pieces == ("w",)
    assert [(m.alternative, m.before, m.after, m.alone, m.together) for m in found.moves] == [
        ("cedar", 3, 1, (2,), 0),
        ("birch", 2, 2, (0,), 0),
        ("ash", 1, 3, (-2,), 0),
        ("dogwood", None, None, (None,), None),
    ]


def test_a_method_goes_with_its_normalization_and_a_profile_with_its_weights() -> None:
    after = BASE.with_method("topsis", "minmax").with_profile(PROBLEM, "engineers")
    assert pieces_that_differ(BASE, after) == ("w", "method")


def test_what_only_both_together_do_is_told_apart() -> None:
    after = BASE.with_importance("price", 24).with_cell(
        ChangedCell("birch", "quality", 6.9, 6.9, 6.9, exact=True)
    )
    found = {m.alternative: m for m in moves_between(PROBLEM, BASE, after).moves}
    assert found["birch"].alone == (0, 0)
    assert (found["birch"].before, found["birch"].after, found["birch"].together) == (2, 1, 1)


def test_who_joins_or_leaves_the_ranking_has_no_sum() -> None:
    found = {m.alternative: m for m in moves_between(PROBLEM, BASE, BASE.with_waived("hosting")).moves}
    assert (found["dogwood"].before, found["dogwood"].after, found["dogwood"].together) == (None, 1, None)
    assert found["dogwood"].moved
    assert found["ash"].alone == (-1,)


@pytest.mark.slow
@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_for_every_candidate_the_parts_add_up(data: st.DataObject) -> None:
    problem = data.draw(problems())
    before, after = data.draw(scenarios(problem)), data.draw(scenarios(problem))
    try:
        found = moves_between(problem, before, after)
    except CriteriaError:
        return
    end = ranks_of(problem, after)
    for move in found.moves:
        assert move.after == end.get(move.alternative)
        if move.together is not None and move.before is not None:
            assert move.before - sum(step or 0 for step in move.alone) - move.together == move.after
