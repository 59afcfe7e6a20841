"""Which candidates the shortlist shows: how many, and who is folded away."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from criteria.model.evaluation import Evaluation
from criteria.translation import translate_count
from criteria.ui import compute, widgets

SHOWN_AT_FIRST = 20
ROWS_AT_FIRST = 100  # of the table; as many as are made anew in little time whenever a weight moves
ROWS_AT_MOST = 500  # where all candidates are asked for; beyond that a table on a page helps nobody


def shown_with(evaluation: Evaluation) -> tuple[int, Mapping[str, str], Collection[str]]:
    """Return how many bars there are at most, who is at least matched by whom under every criterion, and who is folded away."""
    limit = len(evaluation.ranked) if widgets.widget_value("all") else SHOWN_AT_FIRST
    matched = compute.matched_by(evaluation)
    return limit, matched, matched if widgets.widget_value("matched") else ()


def rows_at_most(*, whole: bool) -> int:
    """Return how many candidates have a row in the table at most.  whole: whether all of them are asked for."""
    return ROWS_AT_MOST if whole else ROWS_AT_FIRST


def without_row(more: int, *, whole: bool) -> str:
    """Return how many candidates have no row, and where they are; nothing where all have one."""
    if more <= 0:
        return ""
    if whole:
        return translate_count(
            "… and {count} more candidate: the CSV has all of them.",
            "… and {count} more candidates: the CSV has all of them.",
            more,
        )
    return translate_count(
        "… and {count} more candidate: “Show all candidates” brings up to {most} rows, the CSV has all of them.",
        "… and {count} more candidates: “Show all candidates” brings up to {most} rows, the CSV has all of them.",
        more,
        most=ROWS_AT_MOST,
    )
