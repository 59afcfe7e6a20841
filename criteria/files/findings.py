"""Findings that several files share: a name given twice, a name nobody has, a row that cannot be used."""

from __future__ import annotations

from criteria.errors import ProblemError
from criteria.files.csv_rows import Table
from criteria.model.text import clean_text
from criteria.translation import translate as _


def is_repeated(table: Table, number: int, name: str, taken: set[str], findings: list[str]) -> bool:
    """Whether a name was taken by an earlier row; if so, that is added to the findings, else the name to those taken."""
    if name.casefold() not in taken:
        taken.add(name.casefold())
        return False
    findings.append(
        _(
            "{file}, row {row}: '{name}' is in an earlier row already; give each a name of its own.",
            file=table.name,
            row=number,
            name=clean_text(name, 60),
        )
    )
    return True


def unknown_name(table: Table, number: int, column: str, name: str) -> str:
    """Return the finding that nothing has this name."""
    return _(
        "{file}, row {row}, column '{column}': there is no {column} '{name}'.",
        file=table.name,
        row=number,
        column=column,
        name=clean_text(name, 60),
    )


def in_row(table: Table, number: int, error: ProblemError) -> str:
    """Return what is wrong with a row, with its place."""
    return _("{file}, row {row}: {reason}", file=table.name, row=number, reason=error)
