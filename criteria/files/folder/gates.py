"""gates.csv: the must-haves, on a criterion or on an attribute of the candidates."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator

from criteria.errors import ProblemError
from criteria.files.csv_rows import Table, number_or_unknown
from criteria.files.csv_text import csv_of_rows
from criteria.files.findings import in_row, unknown_name
from criteria.files.folder.candidates import attribute_columns
from criteria.files.folder.settings import ProblemSettings
from criteria.files.rows import FileRow, Word, checked_rows, lower
from criteria.model.criterion import Criterion
from criteria.model.gates import Gate
from criteria.model.problem import Problem
from criteria.model.text import clean_text
from criteria.translation import translate as _

_ATTRIBUTE = "(candidate attribute "


class GateRow(FileRow):
    """A row of gates.csv."""

    gate_id: Word
    criterion: Word
    type: Annotated[Literal["hard", "soft"], BeforeValidator(lower)]
    operator: Literal[">=", "<=", "=="]
    threshold: Word
    rationale: str = ""
    source_key: str = ""


def read_gates(
    table: Table | None, criteria: tuple[Criterion, ...], settings: ProblemSettings, findings: list[str]
) -> tuple[Gate, ...]:
    """Return the gates of a table; none where there is no table."""
    gates: list[Gate] = []
    if table is None:
        return ()
    known = {c.id for c in criteria}
    for number, row in checked_rows(table, GateRow, findings):
        of_attribute = row.criterion.startswith(_ATTRIBUTE)
        if not of_attribute and row.criterion not in known:
            findings.append(unknown_name(table, number, "criterion", row.criterion))
            continue
        try:
            threshold = 0.0 if of_attribute else number_or_unknown(row.threshold)
        except ValueError:
            threshold = None
        if threshold is None:
            findings.append(
                _(
                    "{file}, row {row}, column '{column}': '{text}' is not a number; write digits with a point for decimals, or leave it blank.",
                    file=table.name,
                    row=number,
                    column="threshold",
                    text=clean_text(row.threshold, 60),
                )
            )
            continue
        try:
            gates.append(
                Gate(
                    id=row.gate_id,
                    hard=row.type == "hard",
                    operator=row.operator,
                    criterion="" if of_attribute else row.criterion,
                    threshold=threshold,
                    attribute=settings.attribute_name(row.criterion.removeprefix(_ATTRIBUTE).rstrip(") "))
                    if of_attribute
                    else "",
                    asked=row.threshold if of_attribute else "",
                    rationale=row.rationale,
                    source=row.source_key,
                )
            )
        except ProblemError as error:
            findings.append(in_row(table, number, error))
    return tuple(gates)


def gates_text(problem: Problem) -> str:
    """Return the gates as CSV text; an attribute is named by its column in candidates.csv."""
    columns = attribute_columns(problem)
    rows = (
        [
            gate.id,
            gate.criterion or f"{_ATTRIBUTE}{columns[gate.attribute]})",
            "hard" if gate.hard else "soft",
            gate.operator,
            gate.threshold if gate.criterion else gate.asked,
            gate.rationale,
            gate.source,
        ]
        for gate in problem.gates
    )
    return csv_of_rows(list(GateRow.model_fields), rows)
