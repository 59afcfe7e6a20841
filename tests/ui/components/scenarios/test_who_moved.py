"""Who moved: steps that lead from one rank to the other, and a table whose rows add up."""

from __future__ import annotations

import re

from by_hand import BASE, PROBLEM

from criteria.robustness.evaluated.moves import moves_between
from criteria.ui.components.scenarios.who_moved import moves_table, rank_text, steps_of

BOTH = moves_between(PROBLEM, BASE, BASE.with_importance("price", 90).with_method("topsis"))


def test_the_rows_of_the_table_add_up() -> None:
    table = moves_table(PROBLEM, BOTH)
    rows = re.findall(r"<tr>(.*?)</tr>", str(table))[1:]
    assert rows
    for row in rows:
        cells = [cell.replace("−", "-") for cell in re.findall(r">([^<>]*)</t[dh]>", row)][1:]
        before, *steps, after = (int(cell) for cell in cells)
        assert before - sum(steps) == after


def test_the_steps_of_the_waterfall_lead_from_the_rank_before_to_the_rank_after() -> None:
    assert any(move.moved for move in BOTH.moves)
    for move in (move for move in BOTH.moves if move.ranked):
        steps = steps_of(BOTH, move)
        assert [name for name, _gained in steps] == [
            "Alone: weights",
            "Alone: method",
            "Together, beyond that",
        ]
        assert (move.before or 0) - sum(gained or 0 for _name, gained in steps) == move.after


def test_who_is_not_ranked_with_a_difference_alone_has_no_ranks_gained_by_it() -> None:
    aside = moves_between(PROBLEM, BASE.with_waived("hosting"), BASE)
    dogwood = next(move for move in aside.moves if move.alternative == "dogwood")
    assert dogwood.alone == (None,)
    assert steps_of(aside, dogwood) == [("Alone: waived must-haves", None), ("Together, beyond that", None)]
    assert rank_text(dogwood.after) == "–"
