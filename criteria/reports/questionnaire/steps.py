"""The power method as formulas, step by step: what the principal eigenvector of a person's comparisons is in a spreadsheet."""

from __future__ import annotations

import numpy as np

from criteria.files.questionnaire import FIRST_COLUMN
from criteria.reports.questionnaire.pairs import Pairs
from criteria.reports.workbook.sheet import Sheet
from criteria.translation import translate as _

STEPS = (
    60  # consistent answers need none; the wildest of nine items are exact to eight digits after about fifty
)


def write_steps(steps: Sheet, part: Pairs, row: int) -> tuple[str, int]:
    """Write the steps for one part of the tree from this row on.

    Return how formulas refer to the last vector, n entries that sum to 1, and the row where the next part may begin. While a pair is
    open all entries are 0.
    """
    n, complete = part.count, part.found is not None
    rows = part.rows
    steps.page.write_string(row, 0, part.title, steps.formats["part"])
    for j, name in enumerate(part.names):
        steps.text(row, FIRST_COLUMN + j, name, "head")
    steps.text(row + 1, 0, _("Sum of the column"), "row")
    for j, column in enumerate(part.columns):
        steps.formula(row + 1, FIRST_COLUMN + j, f"SUM({column})", float(np.nansum(part.matrix[:, j])))
    sums = steps.span(row + 1, FIRST_COLUMN, row + 1, FIRST_COLUMN + n - 1)
    means = ",".join(f"GEOMEAN({line})" for line in rows)
    vector = np.exp(np.log(part.matrix).mean(axis=1)) if complete else np.zeros(n)
    vector = vector / vector.sum() if complete else vector
    for k in range(STEPS + 1):
        at = row + 2 + k
        steps.text(at, 0, _("Step {number}", number=k), "row")
        before = steps.span(at - 1, FIRST_COLUMN, at - 1, FIRST_COLUMN + n - 1)
        if k and complete:
            image = part.matrix @ vector
            vector = image / image.sum()
        for j, line in enumerate(rows):
            told = f"SUMPRODUCT({line},{before})/SUMPRODUCT({sums},{before})" if k else f"GEOMEAN({line})/SUM({means})"  # fmt: skip
            steps.formula(at, FIRST_COLUMN + j, f"IF({part.open_pairs}>0,0,{told})", float(vector[j]))
    last = row + 2 + STEPS
    return steps.span(last, FIRST_COLUMN, last, FIRST_COLUMN + n - 1), last + 3
