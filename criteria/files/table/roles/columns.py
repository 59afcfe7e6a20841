"""What each column beside the names is: a criterion, or a fact, a remark, a result, an identifier that is not ranked."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.files.table.question import KEPT, Choice
from criteria.files.table.roles.arithmetic import (
    WIDEST_SLACK,
    follows,
    is_product,
    is_ranking,
    is_weighted_sum,
    slack_of,
)
from criteria.files.table.roles.headings import Heading
from criteria.files.table.roles.result_words import kind_by_heading, named_method, result_reason
from criteria.files.table.roles.subtotals import subtotals
from criteria.files.table.table import Table
from criteria.files.table.values.about import bare
from criteria.files.table.values.column import ColumnReading
from criteria.files.table.values.lexicon import (
    COST_STEMS,
    COUNT_LABELS,
    DATE_WORDS,
    ID_WORDS,
    MEAN_WORDS,
    RANK_WORDS,
    SCORE_WORDS,
    SUM_WORDS,
    YEAR_WORDS,
    folded,
    has_stem,
)
from criteria.files.table.values.words import rates_by_several_scales
from criteria.files.table.work import Work, shown
from criteria.model.arrays import FloatArray
from criteria.model.text import capitalized
from criteria.translation import translate as _

_FIRST_LOOK = 32  # numbers that show of most columns that they follow from nothing
CRITERION, LEFT = "criterion", "left out"
# A column called so may be what came out, or one rating among others.
_OPEN_SCORES = frozenset(("score", "scores", "result", "results", "punktzahl", "ergebnis", "résultat", "puntuación", "resultado", "得点", "スコア", "点数"))  # fmt: skip


@dataclass
class Column:
    """A column under way: its heading, its reading, which way is better if that is said, and by what."""

    position: int
    heading: Heading
    reading: ColumnReading
    maximize: bool | None = None
    said_by: str = ""

    @property
    def name(self) -> str:
        """What the heading calls it."""
        return self.heading.name


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
    _results(table, columns, left, candidates, weights, work)
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


def _results(
    table: Table,
    columns: list[Column],
    left: dict[int, tuple[str, str]],
    candidates: list[int],
    weights: FloatArray,
    work: Work,
) -> None:
    """Mark the columns that follow from the others: totals, averages, scores, ranks."""
    numeric = [c for c in columns if c.reading.kind == "numbers" and c.position not in left]
    lines = {
        c.position: np.array([value[1] if value else np.nan for value in c.reading.values]) for c in numeric
    }
    telling = {c.position: kind_by_heading(c.name) for c in numeric}
    # Several columns of ranks are what is compared; one is what came out.
    ranked = [c for c in numeric if telling[c.position] == "rank" and folded(c.name) not in RANK_WORDS]
    if len(ranked) > 1:
        telling |= dict.fromkeys([c.position for c in ranked], "")
    sections = _sections(table, numeric, lines, candidates, weights)
    base = [c for c in numeric if not telling[c.position] and c.position not in sections]
    words = any(c.reading.kind == "words" and c.position not in left for c in columns)
    ranks = any(telling[c.position] == "rank" for c in numeric)
    every = np.array([lines[c.position] for c in numeric]).reshape(len(numeric), len(candidates))
    row = {c.position: k for k, c in enumerate(numeric)}
    for column in numeric:
        kind = telling[column.position]
        others = [c for c in (base or numeric) if c is not column]
        line, shares = lines[column.position], weights[[c.position for c in others]]
        rows = [row[c.position] for c in others]
        how = ""
        # Most columns follow from nothing, however much was rounded: a few of their numbers show it, and their digits need no look.
        first = np.flatnonzero(np.isfinite(line))[:_FIRST_LOOK]
        if len(first) < _FIRST_LOOK or _follows(line[first], every[rows][:, first], shares, WIDEST_SLACK):
            matrix = every[rows]
            how = _follows(line, matrix, shares, WIDEST_SLACK) and _follows(
                line, matrix, shares, slack_of(table.column(column.position, candidates))
            )
        exact = folded(bare(column.name)) in SUM_WORDS | MEAN_WORDS | SCORE_WORDS | RANK_WORDS
        if work.answer("role", column.name) == CRITERION:
            continue
        if column.maximize is not None:
            if exact and how and len(line) > 2:
                _ask_result(table, column, how, work)
        elif kind in ("sum", "score") and how:
            left[column.position] = ("result", result_reason(how))
            if how == "weighted" or not all(has_stem(c.name, COST_STEMS) for c in others):
                work.added_up = _(
                    "'{name}' adds it up as a rating, of which more is better", name=shown(column.name)
                )
        elif sections.get(column.position):
            left[column.position] = ("result", _("it is the sum of its section"))
        elif column.position in sections:
            _ask_result(table, column, "section", work)
        elif folded(column.name) in COUNT_LABELS and words:
            left[column.position] = ("result", _("it counts the marks of the other columns"))
        elif kind == "rank" and is_ranking(line):
            left[column.position] = ("result", _("it is the ranking, which is worked out here"))
        elif kind == "score" and is_product(line, every[rows]):
            _ask_result(table, column, "product", work, suggestion="")
        elif kind == "score" and folded(bare(column.name)) in _OPEN_SCORES and others and not ranks:
            _ask_result(table, column, "", work, suggestion="")
        elif kind == "score" and (exact or named_method(column.name)) and (others or words):
            left[column.position] = ("result", _("it is a score, which is worked out here"))
        elif exact and kind == "sum" and others:
            whole = float(weights[column.position]) == float(np.round(shares.sum(), 9)) != 0
            _ask_result(table, column, "", work, suggestion=LEFT if whole else None)
        elif how and len(line) > 2 and len(others) > 1:
            _ask_result(table, column, how, work)


def _sections(
    table: Table,
    numeric: list[Column],
    lines: dict[int, FloatArray],
    candidates: list[int],
    weights: FloatArray,
) -> dict[int, bool]:
    """Return the columns that are subtotals, each with whether its name says so; their weights add up as their numbers do."""
    given = [np.append(lines[c.position], weights[c.position]) for c in numeric]
    found = subtotals(
        given, [c.name for c in numeric], lambda k: slack_of(table.column(numeric[k].position, candidates))
    )
    return {numeric[k].position: named for k, named in found.items()}


def _follows(line: FloatArray, others: FloatArray, weights: FloatArray, slack: float) -> str:
    """Return how a column follows from the others (k, n), whose weights are (k,): sum, mean, weighted, or the empty text."""
    how = follows(line, others, slack) if len(line) > 1 else ""
    if not how and len(others) > 1 and is_weighted_sum(line, others, weights, slack):
        return "weighted"
    return how


def _ask_result(table: Table, column: Column, how: str, work: Work, *, suggestion: str | None = None) -> None:
    why = (
        result_reason(how)
        if how
        else _("its name is that of a result, but its numbers do not follow from the other columns")
    )
    work.ask(
        "role",
        column.name,
        _(
            "What is {place} '{name}'? {why}. Say whether it is a criterion or left out.",
            place=table.column_place(column.position),
            name=shown(column.name),
            why=capitalized(why),
        ),
        (Choice(CRITERION, _("a criterion of its own")), Choice(LEFT, _("left out"))),
        suggestion=suggestion if suggestion is not None else LEFT if how else CRITERION,
        why=why,
    )
