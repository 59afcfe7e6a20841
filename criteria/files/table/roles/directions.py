"""Which way is better under each criterion: what the table says, or the question."""

from __future__ import annotations

import re

from criteria.files.table.question import Choice
from criteria.files.table.roles.column import Column
from criteria.files.table.table import Table
from criteria.files.table.values.cells import text_of
from criteria.files.table.values.legend import Legend
from criteria.files.table.values.lexicon import (
    COST_STEMS,
    GOOD_STEMS,
    cost_name,
    direction_word,
    folded,
    has_stem,
    turned,
)
from criteria.files.table.values.units import ratio
from criteria.files.table.values.words import OrderedWords
from criteria.files.table.work import Work, shown
from criteria.translation import translate as _

_RANK = re.compile(
    r"\b(?:rank(?:s|ings?)?|rang(?:folge)?|platz(?:ierung)?|classement|puesto)\b|順位", re.I
)  # a range is none
# Rated from low to high as what they are: Risk (1-5) has the highest risk at 5.
_RATED = frozenset(
    ("score", "scores", "rating", "points", "punkte", "bewertung", "note", "puntuación", "評価", "点数")
)  # Price score: 5 may be the cheapest
_BURDENS = (
    "risk",
    "complexity",
    "effort",
    "noise",
    "risiko",
    "komplexität",
    "aufwand",
    "risque",
    "riesgo",
    "リスク",
)
# In hours or days they are waited for: Support response (h).
_WAITED_FOR = ("response", "reaction", "resolution", "reply", "turnaround", "repair", "processing", "onboarding", "implementation", "setup", "antwort", "reaktion", "bearbeitung", "behebung", "réponse", "réaction", "respuesta", "resolución", "応答", "対応", "処理")  # fmt: skip
_MARKS = frozenset(map(float, range(11)))
MAXIMIZE, MINIMIZE, LEFT = "maximize", "minimize", "left out"


def say_directions(table: Table, columns: list[Column], row: int | None, work: Work) -> None:
    """Put into each column which way is better, where the table or an answer says so; contradictions are asked."""
    _brief(columns)
    for column in columns:
        by_row = None
        text = text_of(table.raw(row, column.position)) if row is not None else ""
        if text:
            by_row = direction_word(text)
            if by_row is None and column.reading.kind == "numbers":
                work.findings.append(
                    _(
                        "{file}, {row}, {column} '{name}': '{text}' is no direction; write max or min.",
                        file=work.file, row=table.row_place(row or 0), column=table.column_place(column.position), name=shown(column.name), text=shown(text),
                    )
                )  # fmt: skip
        answer = work.answer("direction", column.name)
        if answer in (MAXIMIZE, MINIMIZE):
            column.maximize, column.said_by = answer == MAXIMIZE, "answer"
            if by_row is not None and by_row != column.maximize:
                work.notes.append(
                    _("'{name}': the answer goes against the table's own direction.", name=shown(column.name))
                )
        elif (
            by_row is not None and column.heading.maximize not in (None, by_row) and not column.heading.brief
        ):
            work.ask(
                "direction",
                column.name,
                _(
                    "The heading of {column} '{name}' and {row} say the contrary of each other: which way is better?",
                    column=table.column_place(column.position),
                    name=shown(column.name),
                    row=table.row_place(row or 0),
                ),
                _choices(),
            )
            column.maximize, column.said_by = by_row, "row"
        elif by_row is not None:
            column.maximize, column.said_by = by_row, "row"
        elif column.heading.maximize is not None:
            column.maximize, column.said_by = column.heading.maximize, "heading"


def _brief(columns: list[Column]) -> None:
    """Forget (min) and (max) in headings unless all headings have a direction: (min) alone may be minutes."""
    brief = [column for column in columns if column.heading.brief]
    if brief and not all(
        column.heading.maximize is not None for column in columns if column.reading.kind == "numbers"
    ):
        for column in brief:
            heading = column.heading
            column.heading = type(heading)(
                heading.name,
                None,
                heading.unit or ("min" if heading.maximize is False else ""),
                heading.scale,
                heading.weight,
                legend=heading.legend,
            )


def ask_directions(
    table: Table, criteria: list[Column], one_scale: bool, work: Work, *, weighted: bool = False
) -> None:
    """Ask which way is better where nothing says so; ratings on one declared scale go without, unless one sounds like a cost.

    weighted: the table has weights or its criteria in rows, as scorecards do, so that small whole numbers under all criteria are ratings, and 5 for the cost may be the cheapest.

    `--all-maximize` is the answer "maximize" to the question named "direction:".
    """
    rest = [column for column in criteria if column.maximize is None]
    if rest and work.answer("direction", "") == MAXIMIZE:
        for column in rest:
            column.maximize, column.said_by = True, "answer"
        return
    explained = [_legend(column, work.legend) for column in rest]
    if (
        rest
        and one_scale
        and len(rest) == len(criteria)
        and not any(cost_name(c.name) for c in criteria)
        and not any(found is not None and found.low_is_best for found in explained)
    ):
        for column in rest:
            column.maximize, column.said_by = True, "scale"
        work.notes.append(
            _("All criteria are ratings on one declared scale: more is taken to be better under each.")
        )
        return
    scored = weighted and _are_ratings(criteria)
    for column, legend in zip(rest, explained, strict=True):
        words = work.word_scales.get(column.name)
        suggestion, why = suggested(column, table.groups[column.position], work.added_up, legend, words)
        if scored and suggestion == MINIMIZE and not has_stem(column.name, _BURDENS):
            suggestion, why = "", ""
        if legend is None and (part := work.costs.get(folded(column.name))):
            suggestion, why = MINIMIZE, part
        work.ask(
            "direction",
            column.name,
            _(
                "Which way is better under '{name}' ({place})?",
                name=shown(column.name),
                place=table.column_place(column.position),
            ),
            _choices(),
            suggestion=suggestion,
            why=why,
        )


def _are_ratings(criteria: list[Column]) -> bool:
    """Whether all criteria hold whole numbers up to 10 without a unit, as scorecards do."""
    return all(
        column.reading.kind == "numbers"
        and not (column.heading.unit or column.reading.unit or _RANK.search(column.name))
        and all(value is None or value[1] in _MARKS for value in column.reading.values)
        for column in criteria
    )


def _legend(column: Column, sheet: Legend | None) -> Legend | None:
    """Return the scale that the heading explains, or else the sheet, if all numbers of the column are on it."""
    if column.heading.legend is not None or sheet is None or column.reading.kind != "numbers":
        return column.heading.legend
    inside = all(value is None or sheet.low <= value[1] <= sheet.high for value in column.reading.values)
    return sheet if inside else None


def suggested(
    column: Column,
    group: str = "",
    added_up: str = "",
    legend: Legend | None = None,
    words: OrderedWords | None = None,
) -> tuple[str, str]:
    """Return which way a criterion probably goes, and why; empty texts where nothing tells.

    group: the heading it stands under.  added_up: why it is a rating, where a total of the table counts it as one.  legend: the scale
    that the heading or the sheet explains for it.  words: the scale that numbers were before.
    """
    if legend is not None:
        return (MINIMIZE if legend.low_is_best else MAXIMIZE), _(
            "the sheet calls {number} the best", number=legend.said
        )
    if _RANK.search(column.name):
        return MINIMIZE, _("the first rank is the best")
    if added_up:
        return MAXIMIZE, added_up
    if column.heading.points:
        return MAXIMIZE, _("its numbers are points")
    if (way := direction_word(group)) is not None:
        return (MAXIMIZE if way else MINIMIZE), _("it stands under '{group}'", group=shown(group))
    scale = column.reading.scale or words
    if scale is not None and ("yes" in scale.levels[-1] or "agree" in scale.levels[-2]):
        # "Price list public" and "Risk of lock-in" have the same sign of a burden, and the answers mean opposite things.
        if cost_name(column.name):
            return "", ""
        if "yes" in scale.levels[-1]:
            return MAXIMIZE, _("Yes is usually better than No")
    if scale is not None and scale.valued:
        return MAXIMIZE, _("the words say themselves what is better")
    rated = column.heading.scale is not None or folded(column.name).split(" ")[-1] in _RATED
    if rated and cost_name(column.name) and not has_stem(column.name, _BURDENS):
        return "", ""  # Price (1-5) may be a rating of the price, of which 5 is the cheapest
    if cost_name(column.name):
        return MINIMIZE, _("its name is that of a cost or burden")
    if has_stem(column.name, _WAITED_FOR) and _is_time(column.heading.unit or column.reading.unit):
        return MINIMIZE, _("its unit is a time to wait")
    if column.heading.out_of:
        return MAXIMIZE, _("so many points are to be won")
    if has_stem(column.name, GOOD_STEMS) or (has_stem(column.name, COST_STEMS) and turned(column.name)):
        return MAXIMIZE, _("its name is that of a benefit")
    if column.heading.unit and any(
        sign in column.heading.unit.casefold() for sign in ("€", "$", "eur", "usd", "yen", "円")
    ):
        return MINIMIZE, _("its unit is money")
    return "", ""


def _is_time(unit: str) -> bool:
    return bool(unit) and any(ratio(unit, other) is not None for other in ("hour", "month"))


def _choices() -> tuple[Choice, ...]:
    return (
        Choice(MAXIMIZE, _("more is better")),
        Choice(MINIMIZE, _("less is better")),
        Choice(LEFT, _("leave it out")),
    )
