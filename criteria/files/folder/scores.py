"""scores.csv: what is known of each candidate under each criterion, one cell of the decision matrix a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator

from criteria.errors import ProblemError
from criteria.files.csv_rows import Table
from criteria.files.csv_text import csv_of_rows
from criteria.files.findings import unknown_name
from criteria.files.rows import FileRow, Number, Word, checked_rows, number
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion
from criteria.model.evidence import Performance
from criteria.model.problem import Problem, check_on_scale
from criteria.translation import translate as _


class ScoreRow(FileRow):
    """A row of scores.csv."""

    candidate: Word
    criterion: Word
    low: Number = None
    likely: Annotated[float | None, BeforeValidator(number)]
    high: Number = None
    confidence: str = ""
    rationale: str = ""
    source_key: str = ""
    confidence_note: str = ""
    basis: str = ""


def read_performances(
    table: Table,
    alternatives: tuple[Alternative, ...],
    criteria: tuple[Criterion, ...],
    named: set[str],
    findings: list[str],
) -> tuple[tuple[Performance, ...], ...]:
    """Return one row of cells for each candidate, in the order of the tree's leaves; what has no row is unknown.

    named: the identifiers of all rows of criteria.csv, also of those that cannot be used.
    """
    candidates = {a.id: a for a in alternatives}
    parents = {c.parent for c in criteria}
    by_id = {c.id: c for c in criteria if c.id not in parents}
    cells: dict[tuple[str, str], Performance] = {}
    for line, row in checked_rows(table, ScoreRow, findings):
        place = (row.candidate, row.criterion)
        if row.candidate not in candidates:
            findings.append(unknown_name(table, line, "candidate", row.candidate))
        elif row.criterion in named - set(by_id) and row.criterion not in parents:
            continue  # its own row was found wanting, and said so
        elif row.criterion not in by_id:
            findings.append(unknown_name(table, line, "criterion", row.criterion))
        elif place in cells:
            findings.append(
                _(
                    "{file}, row {row}: {candidate} has a row for {criterion} already; keep one of them.",
                    file=table.name,
                    row=line,
                    candidate=row.candidate,
                    criterion=row.criterion,
                )
            )
        else:
            try:
                cell = Performance(
                    row.low,
                    row.likely,
                    row.high,
                    row.confidence.strip().upper(),
                    row.rationale,
                    row.source_key,
                    row.basis,
                    row.confidence_note,
                )
                check_on_scale(candidates[row.candidate], by_id[row.criterion], cell)
                cells[place] = cell
            except ProblemError as error:
                findings.append(
                    _(
                        "{file}, row {row} ({candidate}, {criterion}): {reason}",
                        file=table.name,
                        row=line,
                        candidate=row.candidate,
                        criterion=row.criterion,
                        reason=error,
                    )
                )
    blank = Performance()
    order = _leaves_in_order(criteria)
    return tuple(tuple(cells.get((a.id, leaf), blank) for leaf in order) for a in alternatives)


def _leaves_in_order(criteria: tuple[Criterion, ...]) -> list[str]:
    """Return the identifiers of the leaves as the tree has them; what does not lead to the top is left to the problem."""
    children: dict[str, list[str]] = {}
    for criterion in criteria:
        children.setdefault(criterion.parent, []).append(criterion.id)
    found, waiting = [], list(reversed(children.get("", [])))
    while waiting:
        node = waiting.pop()
        if node in children:
            waiting += reversed(children[node])
        else:
            found.append(node)
    return found


def scores_text(problem: Problem) -> str:
    """Return the cells of which anything is known or said as CSV text."""
    return csv_of_rows(list(ScoreRow.model_fields), _rows(problem))


def _rows(problem: Problem) -> Iterator[list[object]]:
    blank = Performance()
    for alternative, cells in zip(problem.alternatives, problem.performances, strict=True):
        for leaf, cell in zip(problem.leaves, cells, strict=True):
            if cell != blank:
                yield [
                    alternative.id, leaf.id, cell.low, cell.likely, cell.high, cell.confidence, cell.rationale, cell.source,
                    cell.confidence_note, cell.basis,
                ]  # fmt: skip
