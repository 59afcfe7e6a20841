"""The workbook: the face, weights, performances, calculation, must-haves. Charts are the spreadsheet's own, and editable."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence

import xlsxwriter

from criteria.charts.palette import SHEET_COLOURS
from criteria.explain.face import Face
from criteria.explain.firmness import drawn
from criteria.explain.places import ranks_text
from criteria.explain.report import first_heads, first_texts
from criteria.files.record.decision import Decision
from criteria.files.record.document import document_of
from criteria.files.record.sheets import RECORD_SHEET, record_columns
from criteria.model.evaluation import Evaluation
from criteria.model.standing import STANDING_WORDS, gate_standing
from criteria.model.text import cut
from criteria.reports.workbook.calculation import (
    normalized_values,
    score_cells,
    write_inputs,
    write_normalized,
    write_scores,
)
from criteria.reports.workbook.scaled import SCALED
from criteria.reports.workbook.sheet import STYLES, Kept, Sheet, add_sheet
from criteria.reports.workbook.weights import write_weights
from criteria.robustness.evaluated.places import places_of
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _

RECALCULATED = tuple(SCALED)  # the methods whose whole way from points to ranks is formulas
PROPERTY_LIMIT = 255  # characters of a property of the file that Office takes
_BAR = SHEET_COLOURS["bar"]


def workbook(
    evaluation: Evaluation,
    face: Face,
    robustness: Robustness | None = None,
    *,
    version: str = "",
    name: str = "",
) -> bytes:
    """Return the workbook of an evaluation as the bytes of an XLSX file.

    robustness: how far each place is earned, None where that is not tested.  version: of the software.  name: under which the scenario was saved. A hidden sheet holds the problem and the scenario, so that the
    workbook opens them again, and what stood in each cell (`criteria.files.record`).

    For the methods in RECALCULATED everything from points to ranks is formulas; for others the scores are values, and a note
    says so. Stored values are the engine's, so that readers which do not recalculate show the same.
    """
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        told = {"title": face.title, "subject": face.said, "comments": face.foot}
        book.set_properties({name: cut(text, PROPERTY_LIMIT) for name, text in told.items()})
        formats = {name: book.add_format(dict(style)) for name, style in STYLES.items()}
        kept = Kept()
        result = add_sheet(book, formats, _("Result"), kept)
        weights = add_sheet(book, formats, _("Weights"), kept)
        cells = write_weights(weights, evaluation)
        inputs = add_sheet(book, formats, _("Performances"), kept)
        write_inputs(inputs, evaluation)
        references: tuple[Sequence[str], Sequence[str]] | None = None
        if _recalculates(evaluation):
            values = normalized_values(evaluation)
            normalized = add_sheet(book, formats, _("Normalized"), kept)
            write_normalized(normalized, inputs, evaluation, values)
            scores = add_sheet(book, formats, _("Scores"), kept)
            write_scores(scores, normalized, cells, evaluation, values)
            references = score_cells(scores, evaluation)
        _write_result(book, result, evaluation, face, robustness, references)
        _write_record(book, evaluation, face, kept, version, name)
        for sheet in book.worksheets():
            sheet.set_footer("&L" + face.foot.replace("&", "&&") + "&R&P / &N")
    return buffer.getvalue()


def _write_record(
    book: xlsxwriter.Workbook, evaluation: Evaluation, face: Face, kept: Kept, version: str, name: str
) -> None:
    """Write the hidden sheet that opens the scenario again."""
    document = json.dumps(
        document_of(evaluation, face, Decision(), version=version, name=name), ensure_ascii=False
    )
    sheet = book.add_worksheet(RECORD_SHEET)
    sheet.hide()
    for column, lines in enumerate(record_columns(document, kept.cells)):
        for row, line in enumerate(lines):
            sheet.write_string(row, column, line)


def _recalculates(evaluation: Evaluation) -> bool:
    return evaluation.normalization in SCALED.get(evaluation.scenario.method, {})


def _write_result(
    book: xlsxwriter.Workbook,
    sheet: Sheet,
    evaluation: Evaluation,
    face: Face,
    robustness: Robustness | None,
    references: tuple[Sequence[str], Sequence[str]] | None,
) -> None:
    earned = [] if robustness is None else [*map(_, first_heads(robustness)), _("Ranks in 90% of draws")]
    places = () if robustness is None else places_of(robustness)
    last_column = 4 + len(earned)
    sheet.page.set_column(0, 0, 40)
    sheet.page.set_column(1, 2, 12)
    sheet.page.set_column(3, last_column - 1, 16)
    sheet.page.set_column(last_column, last_column, 70)
    sheet.text(0, 0, face.title, "title")
    sheet.page.merge_range(1, 0, 1, last_column, "", sheet.formats["lead"])
    sheet.text(1, 0, face.said, "lead")
    sheet.page.merge_range(2, 0, 2, last_column, "", sheet.formats["text"])
    sheet.text(2, 0, " ".join(face.sentences))
    sheet.page.set_row(2, 15 * (1 + len(" ".join(face.sentences)) // 120))
    start = 4
    heads = (_("Candidate"), _("Score"), _("Rank"), *earned, _("Must-haves"), _("Reason"))
    for column, head in enumerate(heads):
        sheet.text(start, column, head, "head")
    for k, position in enumerate(evaluation.order, start=1):
        alternative = evaluation.alternatives[position]
        standing, reason = gate_standing(evaluation.results_of(alternative.id))
        sheet.text(start + k, 0, alternative.name)
        score, rank = float(evaluation.scores[position]), float(evaluation.ranks[position])
        if references is None:
            sheet.number(start + k, 1, score)
            sheet.number(start + k, 2, rank, "whole")
        else:
            sheet.formula(start + k, 1, references[0][position], score)
            sheet.formula(start + k, 2, references[1][position], rank, "whole")
        found = (
            () if robustness is None else (*first_texts(robustness, position), ranks_text(places[position]))
        )
        words = (*found, _(STANDING_WORDS[standing]), reason)
        for column, word in enumerate(words, start=3):
            sheet.text(start + k, column, word)
    last = start + len(evaluation.order)
    row = _write_set_aside(sheet, evaluation, last + 1, last_column)
    sheet.text(row, 0, _how(evaluation, references is not None), "note")
    if robustness is not None:
        row += 1
        sheet.text(row, 0, _drawn(evaluation, robustness), "note")
    for k, (name, value) in enumerate(face.settings, start=2):
        sheet.text(row + k, 0, name, "row")
        sheet.text(row + k, 1, value, "value")
    _add_chart(book, sheet, evaluation, start + 1, last, row + 3 + len(face.settings))


def _drawn(evaluation: Evaluation, robustness: Robustness) -> str:
    return _(
        "Shares of first place and ranks in 90% of the draws are words, as printed everywhere; they do not follow what is changed here. {drawn}",
        drawn=drawn(evaluation, robustness),
    )


def _write_set_aside(sheet: Sheet, evaluation: Evaluation, row: int, reason: int) -> int:
    for apart in evaluation.set_apart:
        name = evaluation.problem.alternatives[evaluation.problem.row(apart.alternative)].name
        sheet.text(row, 0, name)
        sheet.text(row, 2, _("set aside"))
        sheet.text(row, reason, apart.reason)
        row += 1
    return row + 1


def _how(evaluation: Evaluation, recalculated: bool) -> str:
    if recalculated:
        return _(
            "Scores and ranks are formulas: they follow the sheets of weights and performances. The order of rows is that of today."
        )
    return _(
        "Scores by {method} are values computed by the software; changing weights or performances here does not change them.",
        method=evaluation.method_name,
    )


def _add_chart(
    book: xlsxwriter.Workbook, sheet: Sheet, evaluation: Evaluation, first: int, last: int, row: int
) -> None:
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": _(evaluation.score_name),
            "categories": [sheet.name, first, 0, last, 0],
            "values": [sheet.name, first, 1, last, 1],
            "fill": {"color": _BAR},
            "gap": 40,
        }
    )
    chart.set_title({"name": _("Scores by {method}", method=evaluation.method_name), "overlay": False})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True})
    chart.set_size({"width": 900, "height": 80 + 24 * (last - first + 1)})
    sheet.page.insert_chart(row, 0, chart)
