"""criteria.csv: the criteria and their groups, with directions, scales and thresholds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from criteria.errors import ProblemError
from criteria.files.csv_rows import Table
from criteria.files.csv_text import csv_of_rows, unguarded
from criteria.files.findings import in_row, is_repeated
from criteria.files.folder.settings import ProblemSettings
from criteria.files.rows import FileRow, Number, Word, checked_rows, lower, unread_columns
from criteria.model.criterion import Criterion, Scale, Thresholds
from criteria.model.problem import Problem
from criteria.model.text import clean_text
from criteria.translation import translate as _


class CriterionRow(FileRow):
    """A row of criteria.csv: a group or a leaf of the tree; columns `anchor_5` say what a value of the scale means."""

    id: Word
    name: Word
    parent: str = ""
    direction: Annotated[Literal["max", "min", ""], BeforeValidator(lower)] = ""
    unit: str = ""
    why: str = Field("", alias="why_nissan")
    scale_min: Number = None
    scale_max: Number = None
    how_measured: str = ""
    indifference_q: Number = None
    preference_p: Number = None
    veto_v: Number = None


def read_criteria(table: Table, settings: ProblemSettings, findings: list[str]) -> tuple[Criterion, ...]:
    """Return the criteria of a table in its order; what is wrong is added to the findings."""
    criteria: list[Criterion] = []
    cells = {row.number: row.cells for row in table.rows}
    rows = list(checked_rows(table, CriterionRow, findings))
    parents = {row.parent for _number, row in rows}
    identifiers: set[str] = set()
    for number, row in rows:
        if is_repeated(table, number, row.id, identifiers, findings):
            continue
        if (row.scale_min is None) != (row.scale_max is None):
            findings.append(
                _(
                    "{file}, row {row}: '{name}' has half a scale; give scale_min and scale_max, or neither.",
                    file=table.name,
                    row=number,
                    name=clean_text(row.name, 60),
                )
            )
        if row.direction == "" and row.id not in parents:
            findings.append(
                _(
                    "{file}, row {row}, column 'direction': say max or min for '{name}'.",
                    file=table.name,
                    row=number,
                    name=row.name,
                )
            )
        try:
            criteria.append(
                Criterion(
                    id=row.id,
                    name=row.name,
                    parent=row.parent,
                    maximize=row.direction != "min",
                    unit=row.unit,
                    scale=_scale(row, cells[number]),
                    thresholds=Thresholds(row.indifference_q, row.preference_p, row.veto_v),
                    why=row.why,
                    measured=row.how_measured,
                    short_name=settings.short_names.get(row.id, ""),
                )
            )
        except ProblemError as error:
            findings.append(in_row(table, number, error))
    if not criteria and not findings:
        findings.append(
            _("{file}: there are no criteria; give one row for each below the header.", file=table.name)
        )
    return tuple(criteria)


def unread_in_criteria(table: Table) -> str:
    """Return the columns of which nothing is kept, after the file's name; the empty text where there are none."""
    return unread_columns(table, CriterionRow, read=[name for name in table.columns if _is_anchor(name)])


def criteria_text(problem: Problem) -> str:
    """Return the criteria as CSV text.

    A column holds the anchors of one value of a rating from 0 to 10; on other scales the text itself names the value, so that any
    column will do.
    """
    anchors = [_anchor_columns(criterion.scale) for criterion in problem.criteria]
    columns = sorted({column for told in anchors for column in told}, key=lambda name: int(name[7:]))
    heads = [
        "id", "name", "parent", "direction", "unit", "why", "scale_min", "scale_max", *columns, "how_measured",
        "indifference_q", "preference_p", "veto_v",
    ]  # fmt: skip
    return csv_of_rows(
        heads,
        (
            _row(c, [told.get(name, "") for name in columns])
            for c, told in zip(problem.criteria, anchors, strict=True)
        ),
    )


def _row(criterion: Criterion, anchors: list[str]) -> list[object]:
    scale, thresholds = criterion.scale, criterion.thresholds
    ends = [scale.low, scale.high] if scale else [None, None]
    return [
        criterion.id, criterion.name, criterion.parent, "max" if criterion.maximize else "min", criterion.unit,
        criterion.why, *ends, *anchors, criterion.measured, thresholds.indifference, thresholds.preference, thresholds.veto,
    ]  # fmt: skip


def _anchor_columns(scale: Scale | None) -> dict[str, str]:
    if scale is None:
        return {}
    on_rating = (scale.low, scale.high) == (0.0, 10.0)
    return {
        f"anchor_{at:.0f}" if on_rating else f"anchor_{k}": text for k, (at, text) in enumerate(scale.anchors)
    }


def _is_anchor(column: str) -> bool:
    return column.startswith("anchor_") and column[7:].isdecimal()


def _scale(row: CriterionRow, cells: Mapping[str, str]) -> Scale | None:
    if row.scale_min is None or row.scale_max is None:
        return None
    # Anchors are given at tenths of a 0-10 rating; on a scale in real units the text itself names the value.
    anchors = []
    for name, cell in cells.items():
        text = str(unguarded(cell))
        if _is_anchor(name) and text:
            at = float(name[7:])
            leading = text.split()[0]
            on_rating = (row.scale_min, row.scale_max) == (0.0, 10.0)
            if not on_rating and not leading.replace(".", "", 1).isdecimal():
                continue
            anchors.append((at if on_rating else float(leading), text))
    return Scale(row.scale_min, row.scale_max, tuple(sorted(anchors)))
