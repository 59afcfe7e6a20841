"""Who moved between two scenarios as a table, ready for CSV: the ranks gained by each difference alone and by all of them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria.model.problem import Problem
from criteria.robustness.evaluated.moves import Moves

if TYPE_CHECKING:
    import pandas as pd


def rank_moves_table(problem: Problem, found: Moves) -> pd.DataFrame:
    """Return one row for each candidate; blank where it is not ranked. In each row rank_before − gained_… = rank_after."""
    import pandas as pd

    def column(values: list[int | None]) -> pd.Series[int]:
        return pd.Series(values, dtype="Int64")

    moves = found.moves
    table = pd.DataFrame(
        {
            "candidate": [problem.alternatives[problem.row(move.alternative)].name for move in moves],
            "rank_before": column([move.before for move in moves]),
        }
    )
    for k, key in enumerate(found.pieces):
        table[f"gained_alone_{key}"] = column([move.alone[k] for move in moves])
    table["gained_together_beyond_that"] = column([move.together for move in moves])
    table["rank_after"] = column([move.after for move in moves])
    return table
