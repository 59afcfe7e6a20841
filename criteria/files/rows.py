"""What each row of a problem's files must hold, checked by pydantic, complained about in plain words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from criteria.files.csv_rows import Table, number_or_unknown
from criteria.model.text import clean_text
from criteria.translation import translate as _


def _number(value: object) -> float | None:
    return number_or_unknown(value) if isinstance(value, str) else value  # type: ignore[return-value]


def _lower(value: object) -> object:
    return value.strip().casefold() if isinstance(value, str) else value


Number = Annotated[float | None, BeforeValidator(_number)]
Word = Annotated[str, Field(min_length=1)]


class FileRow(BaseModel):
    """A row of a file; other columns are not read, and `unread_columns` names them."""

    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)


class CandidateRow(FileRow):
    """A row of candidates.csv; other columns are told as attributes."""

    candidate_id: Word
    name: Word


class CriterionRow(FileRow):
    """A row of criteria.csv: a group or a leaf of the tree."""

    id: Word
    name: Word
    parent: str = ""
    direction: Annotated[Literal["max", "min", ""], BeforeValidator(_lower)] = ""
    unit: str = ""
    why: str = Field("", alias="why_nissan")
    scale_min: Number = None
    scale_max: Number = None
    how_measured: str = ""
    indifference_q: Number = None
    preference_p: Number = None
    veto_v: Number = None


class ScoreRow(FileRow):
    """A row of scores.csv: one cell of the decision matrix."""

    candidate: Word
    criterion: Word
    low: Number = None
    likely: Annotated[float | None, BeforeValidator(_number)]
    high: Number = None
    confidence: str = ""
    rationale: str = ""
    source_key: str = ""


class GateRow(FileRow):
    """A row of gates.csv."""

    gate_id: Word
    criterion: Word
    type: Annotated[Literal["hard", "soft"], BeforeValidator(_lower)]
    operator: Literal[">=", "<=", "=="]
    threshold: Word
    rationale: str = ""
    source_key: str = ""


class ProfileRow(FileRow):
    """A row of profiles.csv: the importance of one criterion for one profile."""

    profile_id: Word
    profile_name: Word
    kind: str = "profile"
    criterion: Word
    local_weight: Annotated[Annotated[float, Field(ge=0)] | None, BeforeValidator(_number)] = None
    decision_rule: str = ""
    note: str = ""


class SourceRow(FileRow):
    """A row of sources.csv."""

    source_key: Word
    title: Word
    publisher: str = ""
    date: str = ""
    url: str = ""
    tier: str = ""
    asof: str = ""


class FactRow(FileRow):
    """A row of facts.csv."""

    subject: Word
    category: str = ""
    fact: Word
    source_key: str = ""


class TermRow(FileRow):
    """A row of glossary.csv."""

    term: Word
    definition: Word


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
