"""The questionnaire workbook: what is asked and how to answer, the pairs, the calculation, and a hidden sheet for the reader.

Numbers are typed above the diagonal. What stands below it, the weights, and how consistent the answers are, are formulas.
`criteria.files.questionnaire` reads it back.
"""

from __future__ import annotations

import io

import xlsxwriter

from criteria.charts.palette import SHEET_COLOURS
from criteria.files.questionnaire import KEY_SHEET, Key, blocks_of, key_rows
from criteria.model.judgements import Member
from criteria.model.problem import Problem
from criteria.reports.questionnaire.pairs import Pairs, write_pairs
from criteria.reports.questionnaire.steps import write_steps
from criteria.reports.workbook.sheet import STYLES, Sheet, add_sheet
from criteria.translation import translate as _
from criteria.weighting.scales import LEVELS, WORDS

_FIRST_BLOCK = 14  # row of the first part of the tree, counted from 0
_FRACTION = "# ?/?"  # a spreadsheet takes 1/3 typed into such a cell for a number, not for a day


def questionnaire(problem: Problem, member: Member) -> bytes:
    """Return a person's questionnaire as XLSX, with the pairs that this person has answered so far."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        formats = {name: book.add_format(dict(style)) for name, style in STYLES.items()}
        typed = {**STYLES["input"], "num_format": _FRACTION, "locked": False, "border": 1, "align": "center"}
        formats["answer"] = book.add_format(typed)
        formats["mirror"] = book.add_format(
            {"num_format": _FRACTION, "align": "center", "font_color": SHEET_COLOURS["note"]}
        )
        formats["part"] = book.add_format({"bold": True, "font_size": 12})
        formats["plain"] = book.add_format({"align": "left"})
        sheet = add_sheet(book, formats, _("Pairs"))
        steps = add_sheet(book, formats, _("Calculation"))
        blocks = blocks_of(problem, _FIRST_BLOCK)
        _write_head(sheet, problem, member)
        steps.text(0, 0, _("Calculation"), "title")
        steps.page.write_string(1, 0, _("The power method, step by step. Nothing is entered on this sheet."))
        row = 3
        for block in blocks:
            part = Pairs.of(sheet, problem, member, block)
            vector, row = write_steps(steps, part, row)
            write_pairs(part, vector)
        width = max((len(block.items) for block in blocks), default=2)
        for page in (sheet.page, steps.page):
            page.set_column(0, 0, 52)
            page.set_column(1, width + 1, 13)
            page.protect("", {"format_columns": True, "format_rows": True})
        hidden = book.add_worksheet(KEY_SHEET)
        hidden.hide()
        key = Key(version=1, member=member.id, name=member.name, sheet=sheet.name)
        for k, line in enumerate(key_rows(key, blocks)):
            hidden.write_string(k, 0, line)
    return out.getvalue()


def _write_head(sheet: Sheet, problem: Problem, member: Member) -> None:
    """Write whose questionnaire it is, what to do, and what the numbers mean."""
    sheet.page.write_string(0, 0, problem.title, sheet.formats["title"])
    told = (
        _("Questions for {name}", name=member.name or member.id),
        _("How many times as important is the criterion of a row as the criterion of a column?"),
        _(
            "Type into the yellow cells only: 3 where the criterion of the row is slightly more important, 1/3 where that of the column is."
        ),
        _("Leave a cell blank where you have no opinion. Save the file and send it back as it is."),
    )
    for k, words in enumerate(told, start=1):
        sheet.page.write_string(k, 0, words)
    sheet.text(6, 0, _("Number"), "head")
    sheet.text(6, 1, _("Meaning"), "head")
    for k, level in enumerate(range(1, LEVELS + 1, 2), start=7):
        sheet.page.write_number(k, 0, level, sheet.formats["plain"])
        sheet.page.write_string(k, 1, _(WORDS[level]))
    sheet.page.write_string(12, 0, _("Even numbers lie between two of these."))
