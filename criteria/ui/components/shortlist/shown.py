"""Which candidates the shortlist shows: how many, and who is folded away."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from criteria.model.evaluation import Evaluation
from criteria.ui import compute, widgets

SHOWN_AT_FIRST = 20


def shown_with(evaluation: Evaluation) -> tuple[int, Mapping[str, str], Collection[str]]:
    """Return how many bars there are at most, who is at least matched by whom under every criterion, and who is folded away."""
    limit = len(evaluation.ranked) if widgets.widget_value("all") else SHOWN_AT_FIRST
    matched = compute.matched_by(evaluation)
    return limit, matched, matched if widgets.widget_value("matched") else ()
