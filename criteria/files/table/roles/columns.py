"""What each column beside the names is: a criterion, or a fact, a remark, a result, an identifier that is not ranked."""

from __future__ import annotations

from criteria.files.table.question import KEPT, Choice
from criteria.files.table.roles.column import Column
from criteria.files.table.roles.result_columns import CRITERION, LEFT, mark_results
from criteria.files.table.table import Table
from criteria.files.table.values.column import ColumnReading
from criteria.files.table.values.lexicon import (
    DATE_WORDS,
    ID_WORDS,
    MEAN_WORDS,
    RANK_WORDS,
    SCORE_WORDS,
    SUM_WORDS,
    YEAR_WORDS,
    folded,
)
from criteria.files.table.values.words import rates_by_several_scales
from criteria.files.table.work import Work, shown
from criteria.model.arrays import FloatArray
from criteria.translation import translate as _


def criteria_columns(
    table: Table, columns: list[Column], candidates: list[int], weights: FloatArray, work: Work
) -> list[Column]:
    """Return the columns that are criteria; what the others are is noted, or asked.

    weights: (columns,), nan where none is given; they tell weighted sums.
    """
    left: dict[int, tuple[str, str]] = {}
    decided = any(column.maximize is not None for column in columns)
    for column in columns:
        answer = work.answer("role", column.name)
        if LEFT in (answer, *(work.answer(kind, column.name) for kind in ("direction", "unit", "order"))):
            left[column.position] = ("left out", _("as answered"))
        elif answer == CRITERION or column.maximize is not None:
            _check_kind(table, column, work)
        elif unfit := _no_quantity(table, column, candidates, decided):
            left[column.position] = unfit
    mark_results(table, columns, left, candidates, weights, work)
    kept = [column for column in columns if column.position not in left]
    if not kept and columns:
        # Nothing else is there to decide by: what looks like a result is the criterion.
        kept = [c for c in columns if left[c.position][0] == "result" and c.reading.kind == "numbers"]
        for column in kept:
            del left[column.position]
    for column in columns:
        if column.position in left:
            role, reason = left[column.position]
            work.leave_out(table.column_place(column.position), column.name, role, reason)
            if role in ("text", "date", "fact", "identifier", "remark", "words"):
                old = work.roles.pop()
                work.role(old.place, old.name, old.role, reason, KEPT)
    return kept


def _check_kind(table: Table, column: Column, work: Work) -> None:
    """Ask about, or find wrong, a column that should be a criterion but holds no numbers and no known words."""
    place, name, kind = table.column_place(column.position), shown(column.name), column.reading.kind
    if kind == "dates":
        work.ask(
            "role",
            column.name,
            _(
                "{place} '{name}' holds dates, which are no quantities: turn them into numbers of days, or leave the column out.",
                place=place,
                name=name,
            ),
            (Choice(LEFT, _("left out")),),
            suggestion=LEFT,
            why=_("a date is no quantity"),
        )


def _no_quantity(
    table: Table, column: Column, candidates: list[int], decided: bool
) -> tuple[str, str] | None:
    """Return role and reason of a column that says no direction and is no quantity, None where it may be a criterion."""
    reading, head = column.reading, folded(column.name)
    if reading.kind == "blank":
        if head in SUM_WORDS | MEAN_WORDS | SCORE_WORDS | RANK_WORDS:
            return "result", _("it is a result, which is worked out here")
        return "blank", _("it has no data")
    if reading.kind == "dates":
        return "date", _("dates and times are no quantities")
    if reading.kind == "text":
        cells = table.column(column.position, candidates)
        if not decided and rates_by_several_scales(cell.text for cell in cells if cell.kind == "text"):
            return None  # their order is asked
        return "text", _("it holds text; it is kept beside the candidates")
    if reading.kind == "words" and decided and not _answers_a_question(reading):
        return "words", _("it holds words, and nothing says which way is better")
    values = [value[1] for value in reading.values if value]
    whole = bool(values) and all(value.is_integer() for value in values)
    if reading.kind == "numbers" and whole:
        if head in YEAR_WORDS | DATE_WORDS and all(1000 <= value <= 2200 for value in values):
            return "fact", _("years are no quantities, and nothing says which way is better")
        if decided and all(1900 <= value <= 2100 for value in values) and len(values) > 1:
            return "fact", _("its numbers look like years, and nothing says which way is better")
        if head and _identifies(head) and len(set(values)) == len(values) > 1:
            return "identifier", _("it identifies the rows")
    return None


def _answers_a_question(reading: ColumnReading) -> bool:
    """Return whether a column holds both of two words such as Yes and No, pass and fail: it says what a candidate has, as a criterion does."""
    return (
        reading.scale is not None
        and len(reading.scale.levels) == 2
        and len(set(reading.levels.values())) == 2
    )


def _identifies(head: str) -> bool:
    return head in ID_WORDS or head.endswith((" id", " code", " no", " nr"))
