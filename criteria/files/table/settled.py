"""What of one table does not hang on later answers: its candidates and its columns as read, kept for the readings that follow."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from criteria.files.table.chosen import chosen_sheet, table_part
from criteria.files.table.grid import Grid, grid_of
from criteria.files.table.layout.blocks import weight_lists
from criteria.files.table.layout.shape import table_of
from criteria.files.table.roles.column import Column
from criteria.files.table.roles.headings import Heading, heading_of
from criteria.files.table.roles.joined import with_ranges
from criteria.files.table.roles.people import with_people
from criteria.files.table.roles.products import without_products
from criteria.files.table.roles.rows import classify_rows, said_rows, scale_ends
from criteria.files.table.roles.weights import weight_of, with_weight_list
from criteria.files.table.roles.words_only import without_words
from criteria.files.table.source.sheet import Sheet, Source
from criteria.files.table.table import Table
from criteria.files.table.values.cells import Cell, CellReader
from criteria.files.table.values.column import likely_values, read_column
from criteria.files.table.values.column_marks import mark_told, told_by
from criteria.files.table.values.legend import legend_on
from criteria.files.table.values.lexicon import folded
from criteria.files.table.values.words import scale_of, stated_order
from criteria.files.table.work import Work
from criteria.model.arrays import FloatArray
from criteria.translation import language
from criteria.translation import translate as _

_SHORT = 60  # rows of another sheet that may explain the scale


@dataclass
class Numbers:
    """What the numbers of a table are.  rows: which rows may hold some.  marks: the decimal mark of each column.  told: the marks that the
    whole table tells, and told_by_columns what each column does, with an example that leaves it open.  values: (rows, columns), nan
    where no number stands.  doubts: by column a number that can be read two ways, empty where none is left open.
    """

    rows: list[int]
    marks: list[str]
    told: frozenset[str]
    told_by_columns: list[tuple[frozenset[str], str]]
    values: FloatArray
    doubts: list[str]


@dataclass
class Settled:
    """A table with its candidates and its columns as read, before directions, results and scales are looked at.

    weights: (columns,), nan where the table gives none.
    """

    table: Table
    said: dict[str, int]
    numbers: Numbers
    candidates: list[int]
    columns: list[Column]
    weights: FloatArray


@dataclass
class FirstPart:
    """The first part of a reading, and what it hung on: later answers often leave all of it as it was.

    Kept as it is once it is made: what goes on from it gets its own lists.
    asked: the answers it looked up, by their key, the empty text where none was given.  spoken: the language of its sentences.
    """

    source: Source
    sheet: str
    grid: Grid
    settled: Settled | None
    work: Work
    asked: Mapping[str, str]
    spoken: gettext.NullTranslations

    def renewed(self, answers: Mapping[str, str], work: Work) -> FirstPart:
        """Return the first part of the reading with these answers: this one, unless they change it. work: as in `first_part`."""
        if self.spoken is language() and all(
            answers.get(key, "") == told for key, told in self.asked.items()
        ):
            return self
        return first_part(self.source, answers, work)

    def begun(self, work: Work) -> Settled | None:
        """Return the table, and put what was noted and asked into `work`; both may go on by themselves."""
        work.roles, work.notes = list(self.work.roles), list(self.work.notes)
        work.questions, work.findings = list(self.work.questions), list(self.work.findings)
        work.sheet, work.lists = self.work.sheet, self.work.lists
        work.added_up, work.legend = self.work.added_up, self.work.legend
        work.word_scales = dict(self.work.word_scales)
        found = self.settled
        return found and replace(found, said=dict(found.said), columns=[replace(c) for c in found.columns])


def first_part(source: Source, answers: Mapping[str, str], work: Work) -> FirstPart:
    """Return sheet, table, candidates and columns of a file. work: where progress is told; nothing else is put into it."""
    own = Work(source.file, answers, reached=work.reached)
    read = CellReader()
    sheet = chosen_sheet(source, read, own)
    found: Settled | None = None
    if sheet is not None:
        own.sheet = sheet.name
        others = (s for s in source.sheets if s is not sheet and s.visible and len(s.rows) < _SHORT)
        own.legend = next((told for s in (sheet, *others) if (told := legend_on(s.rows))), None)
        whole, sheet = sheet, table_part(sheet, read, own)
        own.lists = tuple(weight_lists(source.sheets, whole, read)) if sheet is not None else ()
        found = settled(sheet, read, own) if sheet is not None else None
    return FirstPart(
        source,
        sheet.name if sheet else "",
        grid_of(sheet) if sheet else Grid((), (), ()),
        found,
        own,
        dict(own.asked),
        language(),
    )


def settled(sheet: Sheet, read: CellReader, work: Work) -> Settled | None:
    """Return what a sheet's table holds, None where there is no table; questions and findings are in `work`."""
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
    candidates = classify_rows(table, said, numbers.values, work)
    scale_ends(table, said, candidates, numbers.values, work)
    columns = _columns(table, candidates, numbers, work)
    return Settled(
        table, said, numbers, candidates, columns, _weights(table, said.get("weight"), numbers.marks)
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
    renewed(with_ranges(table, said, found.marks, found.doubts, work))
    if not any(
        question.kind == "ranges" for question in work.questions
    ):  # low, likely and high are no people
        renewed(with_people(table, said, found.marks, work))
    return table, said, found


def _numbers(table: Table, said: dict[str, int], work: Work) -> Numbers:
    rows = [i for i in range(len(table.labels)) if i not in (said.get("direction"), said.get("unit"))]
    columns = [table.column(j, rows) for j in range(len(table.names))]
    told_by_columns = [told_by(column) for column in columns]
    told = frozenset(mark for marks, _example in told_by_columns for mark in marks)
    found = [
        _mark(column, told_here, told, heading_of(name).name, work)
        for name, column, told_here in zip(table.names, columns, told_by_columns, strict=True)
    ]
    marks = [mark for mark, *_rest in found]
    values = np.full((len(table.labels), len(table.names)), np.nan)
    for j, (column, mark) in enumerate(zip(columns, marks, strict=True)):
        values[rows, j] = likely_values(column, mark)
    return Numbers(
        rows, marks, told, told_by_columns, values, [example for _mark, _resolved, example, _mixed in found]
    )


def _mark(
    column: list[Cell], told_here: tuple[frozenset[str], str], told: frozenset[str], name: str, work: Work
) -> tuple[str, str, str, tuple[str, str] | None]:
    """Return what `mark_told` does; an answer for all columns counts where a column leaves its mark open."""
    found = mark_told(column, told_here, told, work.answer("numbers", name))
    joint = work.answer("numbers") if found[2] else ""
    return (joint, found[2], "", None) if joint in (".", ",") else found


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
        mark, resolved, example, mixed = _mark(
            table.column(j, numbers.rows), numbers.told_by_columns[j], numbers.told, heading.name, work
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


def _number(value: float | None) -> float:
    return float("nan") if value is None else value
