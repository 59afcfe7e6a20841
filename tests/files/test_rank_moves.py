"""The table of who moved: each row adds up, and is blank where a candidate is not ranked."""

from __future__ import annotations

from by_hand import BASE, PROBLEM

from criteria.files.rank_moves import rank_moves_table
from criteria.ranking.evaluate import ranks_of
from criteria.robustness.evaluated.moves import moves_between


def test_every_row_holds_the_ranks_of_the_engine_and_adds_up() -> None:
    after = BASE.with_importance("price", 90).with_method("topsis")
    table = rank_moves_table(PROBLEM, moves_between(PROBLEM, BASE, after)).set_index("candidate")
    assert list(table.columns) == [
        "rank_before", "gained_alone_w", "gained_alone_method", "gained_together_beyond_that", "rank_after",
    ]  # fmt: skip
    assert table.loc["Dogwood"].isna().all()
    ranked = table.drop("Dogwood")
    weights = ranks_of(PROBLEM, BASE.with_importance("price", 90))
    for one in PROBLEM.alternatives:
        if one.name in ranked.index:
            row = ranked.loc[one.name]
            assert row["rank_before"] == ranks_of(PROBLEM, BASE)[one.id]
            assert row["rank_after"] == ranks_of(PROBLEM, after)[one.id]
            assert row["gained_alone_w"] == row["rank_before"] - weights[one.id]
    assert (ranked["rank_before"] - ranked.filter(like="gained").sum(axis=1) == ranked["rank_after"]).all()
