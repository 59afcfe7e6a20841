"""The calculation sheets: normalized values, what the method makes of them, scores and ranks, all as formulas."""

from __future__ import annotations

import numpy as np
from xlsxwriter.utility import xl_rowcol_to_cell

from criteria.explain.by_hand import hand_mark
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.ranking.competition import TIE
from criteria.reports.workbook.scaled import SCALED
from criteria.reports.workbook.sheet import Sheet
from criteria.scaling.normalization import inverted_costs
from criteria.translation import translate as _

HEAD, FIRST = 2, 3  # rows of headings and of the first candidate, counted from 0


def write_inputs(sheet: Sheet, evaluation: Evaluation) -> None:
    """Write the performances as used: candidates down, scored criteria across, directions and scales below."""
    leaves, m = evaluation.problem.leaves, len(evaluation.alternatives)
    sheet.text(0, 0, _("Performances"), "title")
    sheet.text(
        1,
        0,
        _(
            "Likely values as ranked. In italics: unknown, filled by the scenario's rule. In red: set by hand, without a source. Yellow cells may be changed."
        ),
        "note",
    )
    unknown = {(blanks.alternative, leaf) for blanks in evaluation.incomplete for leaf in blanks.criteria}
    _headings(sheet, evaluation)
    for i, alternative in enumerate(evaluation.alternatives):
        for j, leaf in enumerate(leaves):
            style = "blank" if (alternative.id, leaf.id) in unknown else "input"
            by_hand = hand_mark(evaluation, alternative.id, leaf.id)
            if by_hand:
                sheet.comment(FIRST + i, 1 + j, by_hand)
            sheet.number(FIRST + i, 1 + j, float(evaluation.performances[i, j]), "hand" if by_hand else style)
    for k, head in enumerate((_("Direction"), _("Unit"), _("Scale from"), _("Scale to"))):
        sheet.text(FIRST + m + 1 + k, 0, head, "row")
    for j, leaf in enumerate(leaves):
        sheet.text(FIRST + m + 1, 1 + j, _("maximize") if leaf.maximize else _("minimize"))
        sheet.text(FIRST + m + 2, 1 + j, leaf.unit)
        if leaf.scale is not None:
            sheet.number(FIRST + m + 3, 1 + j, leaf.scale.low, "input")
            sheet.number(FIRST + m + 4, 1 + j, leaf.scale.high, "input")


def write_normalized(sheet: Sheet, inputs: Sheet, evaluation: Evaluation, values: FloatArray) -> None:
    """Write the normalized matrix; values: what each formula gives, (m, n)."""
    m = len(evaluation.alternatives)
    sheet.text(0, 0, _("Normalized"), "title")
    sheet.text(1, 0, _("Normalization: {name}.", name=evaluation.normalization), "note")
    _headings(sheet, evaluation)
    by_direction = SCALED[evaluation.scenario.method][evaluation.normalization]
    for j, leaf in enumerate(evaluation.problem.leaves):
        formula = by_direction[0 if leaf.maximize else 1]
        column = inputs.span(FIRST, 1 + j, FIRST + m - 1, 1 + j)
        low, high = (inputs.at(FIRST + m + row, 1 + j) for row in (3, 4))
        for i in range(m):
            x = inputs.at(FIRST + i, 1 + j)
            sheet.formula(FIRST + i, 1 + j, formula(x, column, low, high), float(values[i, j]))


def write_scores(
    sheet: Sheet, normalized: Sheet, weights: tuple[str, ...], evaluation: Evaluation, values: FloatArray
) -> None:
    """Write the weighted values, the scores and the ranks.  values: the normalized matrix (m, n)."""
    method, m, n = evaluation.scenario.method, len(evaluation.alternatives), len(weights)
    used = np.array(evaluation.weights)
    sheet.text(0, 0, _("Scores by {method}", method=evaluation.method_name), "title")
    _headings(sheet, evaluation)
    product = method == "wpm"
    note = (
        _("Each normalized value to the power of its weight, then the product of the row.")
        if product
        else _("Each normalized value times its weight.")
    )
    sheet.text(1, 0, note, "note")
    weighted = np.power(values, used, where=used > 0, out=np.ones_like(values)) if product else values * used
    for j, weight in enumerate(weights):
        for i in range(m):
            v = normalized.at(FIRST + i, 1 + j)
            formula = f"IF({weight}>0,{v}^{weight},1)" if product else f"{v}*{weight}"
            sheet.formula(FIRST + i, 1 + j, formula, float(weighted[i, j]))
    score_column, last = 1 + n, FIRST + m - 1
    if method == "topsis":
        score_column = _write_distances(sheet, weighted)
    sheet.text(HEAD, score_column, _("Score"), "head")
    sheet.text(HEAD, score_column + 1, _("Rank"), "head")
    scores = sheet.span(FIRST, score_column, last, score_column)
    for i in range(m):
        row = _across(FIRST + i, n)
        if method == "topsis":
            formula = _closeness(sheet, FIRST + i, score_column)
        else:
            formula = f"PRODUCT({row})" if product else f"SUM({row})"
        sheet.formula(FIRST + i, score_column, formula, float(evaluation.scores[i]))
        own = sheet.at(FIRST + i, score_column)
        # Scores closer than the tolerance are tied and share the better rank.
        tolerance = f"{TIE:.9f}*MAX(1,MAX({scores}),-MIN({scores}))"
        sheet.formula(
            FIRST + i,
            score_column + 1,
            f"1+SUMPRODUCT(({scores}>{own}+{tolerance})*1)",
            float(evaluation.ranks[i]),
            "whole",
        )


def score_cells(sheet: Sheet, evaluation: Evaluation) -> tuple[list[str], list[str]]:
    """Return how other sheets refer to the score and to the rank of each ranked candidate."""
    n = len(evaluation.problem.leaves)
    column = 1 + n + (2 if evaluation.scenario.method == "topsis" else 0)
    rows = range(FIRST, FIRST + len(evaluation.alternatives))
    return [sheet.at(row, column) for row in rows], [sheet.at(row, column + 1) for row in rows]


def normalized_values(evaluation: Evaluation) -> FloatArray:
    """Return the normalized matrix (m, n) that the formulas give, computed by the engine's own functions."""
    from criteria.ranking.matrix import maximized, scales
    from criteria.ranking.methods.topsis import comparable
    from criteria.scaling.normalization import benefits

    flags = maximized(evaluation.problem)
    given = (np.array(evaluation.performances), flags)
    declared = scales(evaluation.problem)
    if evaluation.scenario.method == "topsis":
        return comparable(*given, evaluation.normalization, declared)
    if evaluation.scenario.method == "wpm" and evaluation.normalization == "none":
        return inverted_costs(*given, "none")
    return benefits(*given, evaluation.normalization, declared)


def _write_distances(sheet: Sheet, weighted: FloatArray) -> int:
    """Write ideal and anti-ideal rows and the two distances of TOPSIS; return the column of the score."""
    m, n = weighted.shape
    last = FIRST + m - 1
    for k, (name, function, ends) in enumerate(
        ((_("Ideal"), "MAX", weighted.max(axis=0)), (_("Anti-ideal"), "MIN", weighted.min(axis=0)))
    ):
        at = last + 2 + k
        sheet.text(at, 0, name, "row")
        sheet.text(HEAD, 1 + n + k, _("Distance to {end}", end=name.lower()), "head")
        for j in range(n):
            column = sheet.span(FIRST, 1 + j, last, 1 + j)
            sheet.formula(at, 1 + j, f"{function}({column})", float(ends[j]))
        end = _across(at, n)
        distances = np.sqrt(np.sum((weighted - ends) ** 2, axis=1))
        for i in range(m):
            row = _across(FIRST + i, n)
            sheet.formula(FIRST + i, 1 + n + k, f"SQRT(SUMPRODUCT(({row}-{end})^2))", float(distances[i]))
    return 1 + n + 2


def _closeness(sheet: Sheet, row: int, score_column: int) -> str:
    to_ideal, to_anti_ideal = (sheet.at(row, score_column - 2), sheet.at(row, score_column - 1))
    return f"IF({to_ideal}+{to_anti_ideal}>0,{to_anti_ideal}/({to_ideal}+{to_anti_ideal}),0.5)"


def _across(row: int, n: int) -> str:
    """Return the cells of one row under the criteria, for formulas of the same sheet."""
    first, last = (xl_rowcol_to_cell(row, j, row_abs=True, col_abs=True) for j in (1, n))
    return f"{first}:{last}"


def _headings(sheet: Sheet, evaluation: Evaluation) -> None:
    sheet.text(HEAD, 0, _("Candidate"), "head")
    for j, leaf in enumerate(evaluation.problem.leaves):
        sheet.text(HEAD, 1 + j, leaf.name, "head")
    for i, alternative in enumerate(evaluation.alternatives):
        sheet.text(FIRST + i, 0, alternative.name, "row")
    sheet.page.set_column(0, 0, 34)
    sheet.page.set_column(1, len(evaluation.problem.leaves) + 4, 13)
    sheet.page.freeze_panes(FIRST, 1)
