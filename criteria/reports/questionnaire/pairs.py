"""One part of the tree in the questionnaire: cells to type in, their mirror images, weights and consistency as formulas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from xlsxwriter.utility import xl_rowcol_to_cell

from criteria.files.questionnaire import FIRST_COLUMN, Block
from criteria.model.arrays import FloatArray
from criteria.model.frozen import frozen_inside
from criteria.model.judgements import Answers, Member
from criteria.model.problem import Problem
from criteria.reports.workbook.sheet import Sheet
from criteria.translation import translate as _
from criteria.weighting.ahp import ACCEPTABLE_RATIO, Priorities, ahp
from criteria.weighting.elicited import comparison_matrix
from criteria.weighting.random_index import random_index
from criteria.weighting.scales import LEVELS


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """One part of the tree on its sheet: n items by name, what was answered, (n, n), nan = blank, and what follows once all is."""

    sheet: Sheet
    title: str
    block: Block
    names: tuple[str, ...]
    answers: Answers
    matrix: FloatArray
    found: Priorities | None

    @classmethod
    def of(cls, sheet: Sheet, problem: Problem, member: Member, block: Block) -> Self:
        """Return a part of a problem's tree with what a person answered about it in pairs."""
        answers = member.answers_to(block.node, "ahp")
        matrix = comparison_matrix(block.items, answers)
        settings = {
            "priorities": answers.setting("priorities", "eigenvector"),
            "random_index": answers.setting("index", "saaty1980"),
        }
        return cls(
            sheet,
            _("Criteria within {part}", part=problem.criterion(block.node).name) if block.node else _("Main criteria"),
            block,
            tuple(problem.criterion(item).name for item in block.items),
            answers,
            matrix,
            None if np.isnan(matrix).any() else ahp(matrix, **settings),
        )  # fmt: skip

    @property
    def count(self) -> int:
        """How many items are compared."""
        return len(self.names)

    @property
    def rows(self) -> list[str]:
        """How formulas refer to the cells of each row."""
        top, n = self.block.row, self.count
        return [self.sheet.span(top + i, FIRST_COLUMN, top + i, FIRST_COLUMN + n - 1) for i in range(n)]

    @property
    def columns(self) -> list[str]:
        """How formulas refer to the cells of each column."""
        top, n = self.block.row, self.count
        return [self.sheet.span(top, FIRST_COLUMN + j, top + n - 1, FIRST_COLUMN + j) for j in range(n)]

    @property
    def open_pairs(self) -> str:
        """How formulas refer to the number of pairs without an answer."""
        return self.sheet.at(self.block.row + self.count, FIRST_COLUMN)


def write_pairs(part: Pairs, vector: str) -> None:
    """Write a part of the tree; vector: how formulas refer to the n weights that the power method ends with."""
    sheet, top, n = part.sheet, part.block.row, part.count
    sheet.page.write_string(top - 2, 0, part.title, sheet.formats["part"])
    for j, name in enumerate([*part.names, _("Weight")]):
        sheet.text(top - 1, FIRST_COLUMN + j, name, "head")
    sheet.page.set_row(top - 1, 15 * max(-(-len(name) // 11) for name in part.names))
    for i, name in enumerate(part.names):
        sheet.text(top + i, 0, name, "row")
        for j in range(n):
            _write_cell(part, i, j)
    for i, formula in enumerate(_weights(part, vector)):
        value: float | str = float(part.found.weights[i]) if part.found else ""
        sheet.page.write_formula(
            top + i, FIRST_COLUMN + n, f'=IF({part.open_pairs}>0,"",{formula})', sheet.formats["share"], value
        )
    sheet.text(top + n, 0, _("Pairs still open"), "row")
    whole = sheet.span(top, FIRST_COLUMN, top + n - 1, FIRST_COLUMN + n - 1)
    blank = float(np.isnan(part.matrix).sum() / 2)
    sheet.formula(top + n, FIRST_COLUMN, f"{n * (n - 1) // 2}-(COUNT({whole})-{n})/2", blank, "whole")
    if n > 2:
        _write_consistency(part, vector)


def _write_cell(part: Pairs, i: int, j: int) -> None:
    sheet, page, value = part.sheet, part.sheet.page, float(part.matrix[i, j])
    here = (part.block.row + i, FIRST_COLUMN + j)
    if i == j:
        sheet.number(*here, 1.0, "mirror")
    elif i > j:
        across = xl_rowcol_to_cell(part.block.row + j, FIRST_COLUMN + i)
        shown = "" if np.isnan(value) else value
        page.write_formula(*here, f'=IF(ISNUMBER({across}),1/{across},"")', sheet.formats["mirror"], shown)
    else:
        if np.isnan(value):
            page.write_blank(*here, None, sheet.formats["answer"])
        else:
            sheet.number(*here, value, "answer")
        page.data_validation(*here, *here, _allowed(part.matrix))


def _allowed(matrix: FloatArray) -> dict[str, object]:
    """Return what may be typed into a cell, and the sentence for anything else: 1/9 to 9, or what was answered before."""
    most = max(float(LEVELS), float(np.nanmax(matrix)))
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 1 / most,
        "maximum": most,
        "error_title": _("This is no answer"),
        "error_message": _(
            "Type a number from 1/{most:g} to {most:g}: 3 where the criterion of the row is slightly more important, =1/3 where that of the column is.",
            most=most,
        ),
    }


def _weights(part: Pairs, vector: str) -> list[str]:
    """Return the formula of each item's weight, by the priorities that this person's answers are set to."""
    kind = part.answers.setting("priorities", "eigenvector")
    if kind == "geometric_mean":
        means = ",".join(f"GEOMEAN({row})" for row in part.rows)
        return [f"GEOMEAN({row})/SUM({means})" for row in part.rows]
    if kind == "column_mean":
        sums = [f"SUM({column})" for column in part.columns]
        top, n = part.block.row, part.count
        cells = [[part.sheet.at(top + i, FIRST_COLUMN + j) for j in range(n)] for i in range(n)]
        return [f"({'+'.join(f'{cell}/{s}' for cell, s in zip(row, sums, strict=True))})/{n}" for row in cells]  # fmt: skip
    return [f"INDEX({vector},{i + 1})" for i in range(part.count)]


def _write_consistency(part: Pairs, vector: str) -> None:
    """Write the consistency ratio below the answers, and what it says in words."""
    sheet, n, at = part.sheet, part.count, part.block.row + part.count + 1
    index = random_index(part.answers.setting("index", "saaty1980"), n)
    sheet.text(at, 0, _("Consistency ratio"), "row")
    if index is None:
        sheet.page.write_string(at, FIRST_COLUMN, _("No ratio is published for so many criteria."))
        return
    ratio = part.found.consistency_ratio if part.found else None
    # The entries of the last vector sum to 1: the sum of its image is the eigenvalue.
    eigenvalue = "+".join(f"SUM({column})*INDEX({vector},{j + 1})" for j, column in enumerate(part.columns))
    sheet.page.write_formula(
        at,
        FIRST_COLUMN,
        f'=IF({part.open_pairs}>0,"",MAX(0,({eigenvalue}-{n})/{n - 1}/{index!r}))',
        sheet.formats["value"],
        "" if ratio is None else ratio,
    )
    limit = ACCEPTABLE_RATIO
    pending = _("Known once every pair is answered.")
    good = _("Up to {limit:g}: consistent enough.", limit=limit)
    poor = _("Above {limit:g}: some answers contradict each other; look at them again.", limit=limit)
    quoted = [words.replace('"', '""') for words in (pending, good, poor)]
    here = sheet.at(at, FIRST_COLUMN)
    sheet.page.write_formula(
        at,
        FIRST_COLUMN + 1,
        f'=IF({part.open_pairs}>0,"{quoted[0]}",IF({here}<={limit!r},"{quoted[1]}","{quoted[2]}"))',
        None,
        pending if ratio is None else good if ratio <= limit else poor,
    )
