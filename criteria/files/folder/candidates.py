"""candidates.csv: who is compared, and what else is told of each in columns of its own."""

from __future__ import annotations

from criteria.errors import ProblemError
from criteria.files.csv_rows import Table
from criteria.files.csv_text import csv_of_rows, unguarded
from criteria.files.findings import in_row, is_repeated
from criteria.files.folder.settings import ProblemSettings
from criteria.files.rows import FileRow, Word, checked_rows, unread_columns
from criteria.model.alternative import Alternative
from criteria.model.problem import Problem
from criteria.model.text import id_from_name
from criteria.translation import translate as _

_NO_ATTRIBUTES = ("candidate_id", "name", "source_keys", "unsourced_marker_note")


class CandidateRow(FileRow):
    """A row of candidates.csv; other columns are told as attributes."""

    candidate_id: Word
    name: Word


def read_candidates(table: Table, settings: ProblemSettings, findings: list[str]) -> tuple[Alternative, ...]:
    """Return the candidates of a table; what is wrong is added to the findings."""
    alternatives: list[Alternative] = []
    cells = {row.number: row.cells for row in table.rows}
    identifiers: set[str] = set()
    names: set[str] = set()
    for number, row in checked_rows(table, CandidateRow, findings):
        if is_repeated(table, number, row.candidate_id, identifiers, findings):
            continue
        if is_repeated(table, number, row.name, names, findings):
            continue
        told = tuple(
            (settings.attribute_name(column), str(unguarded(text)))
            for column, text in cells[number].items()
            if text and column not in _NO_ATTRIBUTES
        )
        try:
            alternatives.append(
                Alternative(row.candidate_id, row.name, settings.short_names.get(row.candidate_id, ""), told)
            )
        except ProblemError as error:
            findings.append(in_row(table, number, error))
    if not alternatives and not findings:
        findings.append(
            _("{file}: there are no candidates; give one row for each below the header.", file=table.name)
        )
    return tuple(alternatives)


def unread_in_candidates(table: Table) -> str:
    """Return the columns of which nothing is kept, after the file's name; the empty text where there are none."""
    return unread_columns(table, CandidateRow, read=set(table.columns) - set(_NO_ATTRIBUTES))


def candidates_text(problem: Problem) -> str:
    """Return the candidates as CSV text, an attribute in each further column."""
    columns = attribute_columns(problem)
    rows = ([one.id, one.name, *(one.attribute(name) for name in columns)] for one in problem.alternatives)
    return csv_of_rows(["candidate_id", "name", *columns.values()], rows)


def attribute_columns(problem: Problem) -> dict[str, str]:
    """Return the column of each attribute that a candidate has or a gate asks about, by the attribute's name."""
    columns: dict[str, str] = {}
    taken = set(_NO_ATTRIBUTES)
    for name in (
        *(name for one in problem.alternatives for name, _told in one.attributes),
        *(gate.attribute for gate in problem.gates if gate.attribute),
    ):
        if name not in columns:
            columns[name] = id_from_name(name, {column.replace("_", "-") for column in taken}).replace(
                "-", "_"
            )
            taken.add(columns[name])
    return columns
