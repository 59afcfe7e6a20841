"""Rows of files checked by pydantic: what a cell may hold, and complaints in plain words with file, row and column."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator

from criteria.files.csv_rows import Table, number_or_unknown
from criteria.files.csv_text import unguarded
from criteria.model.text import clean_text
from criteria.translation import translate as _


def number(value: object) -> float | None:
    """Return the number that a cell holds, None for a blank or a word for unknown; raise ValueError for anything else."""
    return number_or_unknown(value) if isinstance(value, str) else value  # type: ignore[return-value]


def lower(value: object) -> object:
    """Return a text without the spaces around it and without capitals, anything else as it is."""
    return value.strip().casefold() if isinstance(value, str) else value


Number = Annotated[float | None, BeforeValidator(number)]
Word = Annotated[str, Field(min_length=1)]


class FileRow(BaseModel):
    """A row of a file; other columns are not read, and `unread_columns` names them."""

    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)

    _without_guard = field_validator("*", mode="before")(unguarded)


AnyRow = TypeVar("AnyRow", bound=FileRow)


def checked_rows(table: Table, kind: type[AnyRow], findings: list[str]) -> Iterator[tuple[int, AnyRow]]:
    """Yield each row's number and checked content; what is wrong is added to the findings and the row left out."""
    needed = [f.alias or name for name, f in kind.model_fields.items() if f.is_required()]
    missing = [name for name in needed if name not in table.columns]
    if missing:
        findings.append(
            _(
                "{file}, row 1: the column {missing} is missing.",
                file=table.name,
                missing=", ".join(f"'{name}'" for name in missing),
            )
        )
        return
    for row in table.rows:
        try:
            yield row.number, kind.model_validate(dict(row.cells))
        except ValidationError as error:
            for problem in error.errors():
                column = str(problem["loc"][0])
                findings.append(
                    _complaint(table.name, row.number, column, row.cells.get(column, ""), problem["type"])
                )


def unread_columns(table: Table | None, kind: type[FileRow], *, read: Collection[str] = ()) -> str:
    """Return the columns of a table of which nothing is kept, after its name; the empty text where there are none.

    read: columns that the reader of this table uses beside those of its rows.
    """
    if table is None:
        return ""
    known = {*read, *kind.model_fields, *(f.alias for f in kind.model_fields.values())}
    left = [name for name in table.columns if name not in known]
    return f"{table.name} ({', '.join(left)})" if left else ""


def _complaint(file: str, row: int, column: str, text: str, kind: str) -> str:
    place = {"file": file, "row": row, "column": column, "text": clean_text(text, 60)}
    if kind in ("value_error", "float_parsing"):
        return _(
            "{file}, row {row}, column '{column}': '{text}' is not a number; write digits with a point for decimals, or leave it blank.",
            **place,
        )
    if kind in ("string_too_short", "missing"):
        return _("{file}, row {row}, column '{column}': this cell must not be blank.", **place)
    if kind == "greater_than_equal":
        return _(
            "{file}, row {row}, column '{column}': {text} is negative; give a number of at least 0.", **place
        )
    if kind == "literal_error":
        return _(
            "{file}, row {row}, column '{column}': '{text}' is not one of the words allowed here.", **place
        )
    return _("{file}, row {row}, column '{column}': '{text}' cannot be used.", **place)
