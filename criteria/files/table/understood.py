"""One table understood: its candidates, criteria, weights and scales, with everything noted and asked on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

from criteria.files.table.question import USED
from criteria.files.table.roles.cells import ask_about_cells, ask_order
from criteria.files.table.roles.column import Column
from criteria.files.table.roles.columns import criteria_columns
from criteria.files.table.roles.directions import ask_directions, say_directions
from criteria.files.table.roles.mark_questions import ask_marks
from criteria.files.table.roles.names import check_names
from criteria.files.table.roles.scales import scale_of_column, thresholds_of
from criteria.files.table.roles.unit_questions import units_beside
from criteria.files.table.roles.weights import points_of
from criteria.files.table.settled import Settled
from criteria.files.table.table import Table
from criteria.files.table.values.cells import text_of
from criteria.files.table.work import Work
from criteria.translation import translate as _


@dataclass
class Understood:
    """Candidates as (position, name), criteria with their readings, points, scales and thresholds by criterion, texts kept beside."""

    table: Table
    candidates: list[int]
    criteria: list[Column]
    points: list[float] | None
    units: list[str]
    scales: list[tuple[float, float] | None]
    thresholds: list[tuple[float | None, float | None, float | None]]
    kept: list[tuple[str, int]] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)


def understood(found: Settled, work: Work) -> Understood:
    """Return what a table says; questions and findings are in `work`."""
    table, said, candidates, columns = found.table, found.said, found.candidates, found.columns
    marks, weight_row = found.numbers.marks, found.said.get("weight")
    work.reached(0.7)
    say_directions(table, columns, said.get("direction"), work)
    criteria = criteria_columns(table, columns, candidates, found.weights, work)
    criteria = _visible(table, criteria, work)
    work.reached(0.8)
    units = [_unit(table, column, said.get("unit")) for column in criteria]
    scales = [scale_of_column(table, column, said, marks, work) for column in criteria]
    one_scale = bool(criteria) and None not in scales and len(set(scales)) == 1
    points = points_of(table, criteria, weight_row, found.numbers.told, work)
    ask_marks(table, criteria, candidates, work)
    beside = units_beside(table, columns, candidates)
    for column in criteria:
        if column.reading.kind == "text":
            ask_order(table, column, candidates, work)
        else:
            ask_about_cells(table, column, candidates, beside.get(column.position, ()), work)
    ask_directions(table, criteria, one_scale, work, weighted=weight_row is not None or table.grid.turned)
    check_names(table, candidates, criteria, work)
    kept = [
        (table.names[c.position] or c.name, c.position)
        for c in columns
        if c.reading.kind in ("text", "words", "dates") and c not in criteria
    ]
    for i in candidates:
        work.role(table.row_place(i), table.labels[i], "candidate", _("has data of its own"), USED)
    for column in criteria:
        work.role(
            table.column_place(column.position), column.name, "criterion", _criterion_reason(column), USED
        )
    thresholds = [thresholds_of(table, column, said, marks) for column in criteria]
    return Understood(
        table, candidates, criteria, points, units, scales, thresholds, kept, [c.name for c in columns]
    )


def _visible(table: Table, criteria: list[Column], work: Work) -> list[Column]:
    """Leave out criteria that are hidden in the sheet, unless all are."""
    hidden = [column for column in criteria if column.position in table.grid.hidden_columns]
    if not hidden or len(hidden) == len(criteria):
        return criteria
    for column in hidden:
        work.leave_out(
            table.column_place(column.position), column.name, "hidden", _("it is hidden in the sheet")
        )
    return [column for column in criteria if column not in hidden]


def _unit(table: Table, column: Column, row: int | None) -> str:
    text = text_of(table.raw(row, column.position)) if row is not None else ""
    return (
        text.strip("()[] ")
        if text.startswith(("(", "["))
        else text or column.heading.unit or column.reading.unit
    )


def _criterion_reason(column: Column) -> str:
    by = {
        "row": _("the table says so"),
        "heading": _("its heading says so"),
        "answer": _("as answered"),
        "scale": _("a rating on a declared scale"),
    }
    way = (
        _("direction open")
        if column.maximize is None
        else _("more is better")
        if column.maximize
        else _("less is better")
    )
    if reason := by.get(column.said_by, ""):
        way = _("{way} ({reason})", way=way, reason=reason)
    if column.reading.mark == "," and column.reading.kind == "numbers":
        return _("{way}; decimals by comma", way=way)
    return way
