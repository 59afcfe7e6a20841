"""One table understood: its candidates, criteria, weights and scales, with everything noted and asked on the way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from criteria.files.table.layout.shape import table_of
from criteria.files.table.question import USED
from criteria.files.table.roles.cells import ask_about_cells, ask_order
from criteria.files.table.roles.columns import Column, criteria_columns
from criteria.files.table.roles.directions import ask_directions, say_directions
from criteria.files.table.roles.headings import Heading, heading_of
from criteria.files.table.roles.joined import with_ranges
from criteria.files.table.roles.names import check_names
from criteria.files.table.roles.people import with_people
from criteria.files.table.roles.products import without_products
from criteria.files.table.roles.rows import classify_rows, said_rows, scale_ends
from criteria.files.table.roles.scales import scale_of_column, thresholds_of
from criteria.files.table.roles.unit_questions import units_beside
from criteria.files.table.roles.weights import points_of, weight_of, with_weight_list
from criteria.files.table.roles.words_only import without_words
from criteria.files.table.source.sheet import Sheet
from criteria.files.table.table import Table
from criteria.files.table.values.cells import CellReader, text_of
from criteria.files.table.values.column import likely_values, mark_told, read_column, told_by
from criteria.files.table.values.lexicon import folded
from criteria.files.table.values.words import scale_of, stated_order
from criteria.files.table.work import Work
from criteria.model.arrays import FloatArray
from criteria.translation import translate as _


@dataclass
class Numbers:
    """What the numbers of a table are.  rows: which rows may hold some.  marks: the decimal mark of each column.  told: the marks that the
    whole table tells, and told_by_columns what each column does, with an example that leaves it open.  values: (rows, columns), nan
    where no number stands.
    """

    rows: list[int]
    marks: list[str]
    told: frozenset[str]
    told_by_columns: list[tuple[frozenset[str], str]]
    values: FloatArray


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


def understood(sheet: Sheet, read: CellReader, work: Work) -> Understood | None:
    """Return what a sheet's table says, None where there is no table; questions and findings are in `work`."""
    work.notes += sheet.notes
    table = table_of(sheet, read, work)
    if table is None:
        return None
    if not table.names:
        work.findings.append(
            _(
                "{file}: there are no criteria; give one column for each after the candidates' names.",
                file=work.file,
            )
        )
        return None
    work.reached(0.3)
    table, said, numbers = _settled(table, read, work)
    work.reached(0.5)
    marks, file_marks, values = numbers.marks, numbers.told, numbers.values
    candidates = classify_rows(table, said, values, work)
    scale_ends(table, said, candidates, values, work)
    columns = _columns(table, candidates, numbers, work)
    work.reached(0.7)
    say_directions(table, columns, said.get("direction"), work)
    weight_row = said.get("weight")
    weights = _weights(table, weight_row, marks)
    criteria = criteria_columns(table, columns, candidates, weights, work)
    criteria = _visible(table, criteria, work)
    work.reached(0.8)
    units = [_unit(table, column, said.get("unit")) for column in criteria]
    scales = [scale_of_column(table, column, said, marks, work) for column in criteria]
    one_scale = bool(criteria) and None not in scales and len(set(scales)) == 1
    points = points_of(table, criteria, weight_row, file_marks, work)
    beside = units_beside(table, columns, candidates)
    for column in criteria:
        if column.reading.kind == "text":
            ask_order(table, column, candidates, work)
        else:
            ask_about_cells(table, column, candidates, beside.get(column.position, ()), work)
    ask_directions(table, criteria, one_scale, work)
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


def _settled(table: Table, read: CellReader, work: Work) -> tuple[Table, dict[str, int], Numbers]:
    """Return the table with one row a candidate and one column a criterion, its rows about the criteria, and its numbers.

    Products are left out, ends of ranges and several people's ratings put together; what a table says is looked up anew only where it changed.
    """
    said = said_rows(table, work)
    found = _numbers(table, said, work)

    def renewed(now: Table) -> None:
        nonlocal table, said, found
        if now is not table:
            table, said = now, said_rows(now, work)
            found = _numbers(now, said, work)

    weights = _weights(table, said.get("weight"), found.marks)
    renewed(without_products(table, said, found.values, weights, work))
    renewed(without_words(table, said, work))
    renewed(with_weight_list(table, said, read, work))
    renewed(with_ranges(table, said, found.marks, work))
    renewed(with_people(table, said, found.marks, work))
    return table, said, found


def _numbers(table: Table, said: dict[str, int], work: Work) -> Numbers:
    rows = [i for i in range(len(table.labels)) if i not in (said.get("direction"), said.get("unit"))]
    columns = [table.column(j, rows) for j in range(len(table.names))]
    told_by_columns = [told_by(column) for column in columns]
    told = frozenset(mark for marks, _example in told_by_columns for mark in marks)
    found = [
        mark_told(column, told_here, told, work.answer("numbers", heading_of(name).name))
        for name, column, told_here in zip(table.names, columns, told_by_columns, strict=True)
    ]
    marks = [mark for mark, *_rest in found]
    values = np.full((len(table.labels), len(table.names)), np.nan)
    for j, (column, mark) in enumerate(zip(columns, marks, strict=True)):
        values[rows, j] = likely_values(column, mark)
    return Numbers(rows, marks, told, told_by_columns, values)


def _weights(table: Table, row: int | None, marks: list[str]) -> FloatArray:
    return np.array(
        [
            np.nan if row is None else _number(weight_of(table.cells[row][j], marks[j]))
            for j in range(len(table.names))
        ]
    )


def _columns(table: Table, candidates: list[int], numbers: Numbers, work: Work) -> list[Column]:
    headings = _headings(table)
    columns = []
    for j, heading in enumerate(headings):
        answer = work.answer("numbers", heading.name)
        mark, resolved, example, mixed = mark_told(
            table.column(j, numbers.rows), numbers.told_by_columns[j], numbers.told, answer
        )
        order = stated_order(work.answer("order", heading.name))
        reading = read_column(
            table.column(j, candidates),
            mark,
            order=order,
            bounds_as_values=work.answer("bounds", heading.name) == "bound",
        )
        reading.resolved, reading.open_mark, reading.mixed_marks = resolved, example, mixed
        columns.append(Column(j, heading, reading))
    _on_one_scale(table, columns, candidates, work)
    return columns


def _on_one_scale(table: Table, columns: list[Column], candidates: list[int], work: Work) -> None:
    """Read the columns of words anew on the scale that has the words of all of them, so that one word is one number in each."""
    worded = [c for c in columns if c.reading.scale is not None and not work.answer("order", c.name)]
    words = frozenset(word for column in worded for word in column.reading.levels)
    joint = scale_of(words)
    for column in worded:
        if joint is not None and column.reading.scale is not joint[0]:
            column.reading = read_column(
                table.column(column.position, candidates), column.reading.mark, beside=words
            )


def _headings(table: Table) -> list[Heading]:
    """Return the headings taken apart; where two would have one name, the whole text or the group tells them apart."""
    headings = [heading_of(name) for name in table.names]
    count: dict[str, int] = {}
    for heading in headings:
        count[folded(heading.name)] = count.get(folded(heading.name), 0) + 1
    found = []
    for j, heading in enumerate(headings):
        name = heading.name
        if count[folded(name)] > 1:
            name = table.names[j]
            if sum(folded(other) == folded(name) for other in table.names) > 1 and table.groups[j]:
                name = f"{table.groups[j]} / {name}"
        found.append(replace(heading, name=name))
    return found


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


def _number(value: float | None) -> float:
    return float("nan") if value is None else value


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
