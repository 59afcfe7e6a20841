"""The relation of a method that gives no complete order, as a table of pairs."""

from __future__ import annotations

import numpy as np

from criteria.model.evaluation import Evaluation
from criteria.translation import translate as _
from criteria.ui.components.common.blocks import caption
from criteria.ui.markup import NOTHING, Markup, cell, row, table

LIMIT = 40  # candidates; beyond that a table of pairs helps nobody


def relation_table(evaluation: Evaluation) -> Markup:
    """Return who is preferred to (or outranks) whom: rows against columns, in ranked order."""
    order = list(evaluation.order)[:LIMIT]
    marks, legend = _marks(evaluation)
    if marks is None:
        return NOTHING
    heads = [("", ""), *((place, "") for place in range(1, len(order) + 1))]
    rows = [
        row(
            [
                cell(f"{place}\u2002{evaluation.alternatives[i].label}", "name", head="row"),
                *(cell(marks[i, j]) for j in order),
            ]
        )
        for place, i in enumerate(order, start=1)
    ]
    return table(heads, rows, "c-matrix") + caption(legend)


def _marks(evaluation: Evaluation) -> tuple[np.ndarray | None, str]:
    relation = evaluation.details.get("relation")
    if evaluation.order_published == "partial" and isinstance(relation, np.ndarray):
        signs = {"P": "▶", "p": "·", "I": "=", "R": "?", "-": ""}
        legend = _(
            "▶ the row is preferred to the column, · the other way round, = indifferent, ? incomparable."
        )
        return np.vectorize(signs.__getitem__)(relation), legend
    outranking = evaluation.details.get("outranking")
    if evaluation.order_published == "kernel" and isinstance(outranking, np.ndarray):
        return np.where(outranking, "▶", ""), _("▶ the row outranks the column.")
    return None, ""
