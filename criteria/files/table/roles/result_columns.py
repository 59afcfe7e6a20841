"""Which columns follow from the others: totals, averages, scores, ranks; told by name and arithmetic, or asked."""

from __future__ import annotations

import numpy as np

from criteria.files.table.question import Choice
from criteria.files.table.roles.arithmetic import (
    WIDEST_SLACK,
    follows,
    is_product,
    is_ranking,
    is_weighted_sum,
    slack_of,
    sum_of_those_before,
)
from criteria.files.table.roles.column import Column
from criteria.files.table.roles.result_words import kind_by_heading, named_method, result_name, result_reason
from criteria.files.table.roles.subtotals import subtotals
from criteria.files.table.table import Table
from criteria.files.table.values.lexicon import (
    COUNT_LABELS,
    MEAN_WORDS,
    RANK_WORDS,
    SCORE_WORDS,
    SUM_WORDS,
    cost_name,
    folded,
    has_stem,
)
from criteria.files.table.work import Work, shown
from criteria.model.arrays import FloatArray
from criteria.model.text import capitalized
from criteria.translation import translate as _

CRITERION, LEFT = "criterion", "left out"
_FIRST_LOOK = 32  # numbers that show of most columns that they follow from nothing
_RATING = 10.0  # the highest of most ratings
# A column called so may be what came out, or one rating among others.
_OPEN_SCORES = frozenset(("score", "scores", "result", "results", "punktzahl", "ergebnis", "résultat", "puntuación", "resultado", "得点", "スコア", "点数"))  # fmt: skip
# What names of totals begin or end with, besides the words that are nothing else: TCO, Gesamtkosten, three-year total.
_TOTALS = ("total", "tco", "sum", "gesamt", "overall", "summe", "somme", "suma", "合計", "総", "計")


def mark_results(
    table: Table,
    columns: list[Column],
    left: dict[int, tuple[str, str]],
    candidates: list[int],
    weights: FloatArray,
    work: Work,
) -> None:
    """Put into `left` the columns that follow from the others: totals, averages, scores, ranks; what may be one is asked."""
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
    words = [c for c in columns if c.reading.kind == "words" and c.position not in left]
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
        exact = result_name(column.name) in SUM_WORDS | MEAN_WORDS | SCORE_WORDS | RANK_WORDS
        if work.answer("role", column.name) == CRITERION:
            continue
        if column.maximize is not None:
            if exact and how and len(line) > 2:
                _ask_result(table, column, how, work)
        elif kind in ("sum", "score") and how:
            left[column.position] = ("result", result_reason(how))
            if how == "weighted" or _rated(others, shares):
                work.added_up = _(
                    "'{name}' adds it up as a rating, of which more is better", name=shown(column.name)
                )
        elif sections.get(column.position):
            left[column.position] = ("result", _("it is the sum of its section"))
            _say_parts(column, numeric[: row[column.position]], sections, work)
        elif column.position in sections:
            _ask_result(table, column, "section", work)
        elif folded(column.name) in COUNT_LABELS and words:
            left[column.position] = ("result", _("it counts the marks of the other columns"))
        elif kind == "rank" and is_ranking(line):
            left[column.position] = ("result", _("it is the ranking, which is worked out here"))
        elif kind == "score" and is_product(line, every[rows]):
            _ask_result(table, column, "product", work, suggestion="")
        elif kind == "score" and result_name(column.name) in _OPEN_SCORES and others and not ranks:
            _ask_result(table, column, "", work, suggestion="")
        elif kind == "score" and (exact or named_method(column.name)) and (others or words):
            left[column.position] = ("result", _("it is a score, which is worked out here"))
        elif exact and kind == "sum" and (others or words):
            every_share = np.append(shares, weights[[c.position for c in words]])
            whole = float(weights[column.position]) == float(np.round(every_share.sum(), 9)) != 0
            _ask_result(table, column, "", work, suggestion=LEFT if whole else None)
        elif how and len(line) > 2 and len(others) > 1:
            _ask_result(table, column, how, work)
        elif has_stem(column.name, _TOTALS) and (
            count := sum_of_those_before(line, every[: row[column.position]])
        ):
            _ask_result(table, column, "before", work, suggestion="")
            _say_parts(column, numeric[row[column.position] - count : row[column.position]], {}, work)


def _say_parts(total: Column, before: list[Column], sections: dict[int, bool], work: Work) -> None:
    """Note the parts of a cost, of which less is better as of their sum: the columns before it up to the last section."""
    if not cost_name(total.name):
        return
    for column in reversed(before):
        if column.position in sections:
            return
        work.costs[folded(column.name)] = _("'{name}' adds it up as a cost", name=shown(total.name))


def _rated(columns: list[Column], weights: FloatArray) -> bool:
    """Whether columns that are added up look like ratings: no money among them, and small numbers, or none above its weight."""
    return not any(c.heading.unit or c.reading.unit for c in columns) and _small(columns, weights)


def _small(columns: list[Column], weights: FloatArray) -> bool:
    highest = np.array([max((value[1] for value in c.reading.values if value), default=0.0) for c in columns])
    return bool((highest <= _RATING).all() or (highest <= weights).all())


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
