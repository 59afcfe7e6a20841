"""Which column holds the names of the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from criteria.files.table.grid import Grid
from criteria.files.table.values.about import about_label
from criteria.files.table.values.cells import CellReader, Value, text_of
from criteria.files.table.values.lexicon import (
    ALTERNATIVE_WORDS,
    CRITERION_WORDS,
    ID_WORDS,
    NAME_WORDS,
    PEOPLE_WORDS,
    REMARK_WORDS,
    direction_word,
    folded,
)
from criteria.files.table.values.words import rates_by_several_scales, scale_of

_SAMPLE = 300
_NAME = 60  # characters of a name at most, where a remark may stand as well
_OWN_NAMES = frozenset(("name", "names", "nom", "nombre", "名前", "名称"))  # of a survey: of who answers
_CODE = re.compile(r"(?=.*\d)[\w.#/-]{1,12}")


@dataclass(frozen=True, slots=True)
class NameColumn:
    """The column with the names, and the identifiers beside it (-1: none). missing: nothing names the rows.

    people: the rows are people who answered, and no column says of which candidate.
    """

    names: int
    identifiers: int = -1
    missing: bool = False
    people: bool = False


def name_column(grid: Grid, header: int, read: CellReader) -> NameColumn:
    """Return which column names the rows below the header: of a survey, the one that says of whom each answer is."""
    found = _names_of(grid, header, read)
    heads = [folded(text_of(value)) for value in grid.rows[header]]
    rows = grid.rows[header + 1 : header + 1 + _SAMPLE]
    dated = all(read(row[found.names]).kind in ("date", "blank") for row in rows)
    if not dated and not PEOPLE_WORDS.intersection(heads):
        return found
    answered = [
        j
        for j, head in enumerate(heads)
        if head not in PEOPLE_WORDS | REMARK_WORDS and _of_whom(head) and _is_text(rows, j, read)
    ]
    if answered:
        return NameColumn(answered[0])
    if heads[found.names] in PEOPLE_WORDS:
        return replace(found, people=True)
    return found


def _of_whom(head: str) -> bool:
    """Whether a heading of a survey asks for a candidate: Vendor, Which vendor do you rate?"""
    words = re.split(r"[^\w-]+", head)
    return bool(ALTERNATIVE_WORDS.difference(_OWN_NAMES).intersection((head, *words)))


def _is_text(rows: Sequence[tuple[Value, ...]], j: int, read: CellReader) -> bool:
    """Whether a column holds words that are no whole sentences, such as names."""
    given = [row[j] for row in rows if row[j] != ""]
    return bool(given) and all(read(v).kind == "text" and len(text_of(v)) <= _NAME for v in given)


def _names_of(grid: Grid, header: int, read: CellReader) -> NameColumn:
    rows = list(grid.rows[header + 1 : header + 1 + _SAMPLE])
    heads = [folded(text_of(value)) for value in grid.rows[header]]
    textual, unique = [], []
    own = [row for row in rows if not about_label(text_of(row[0]))]
    given = sum(any(value != "" for value in row[1:]) for row in rows)
    for j in range(grid.width):
        cells = [
            row[j]
            for row in own
            if row[j] != "" and (read(row[j]).kind == "number" or not about_label(text_of(row[j])))
        ]
        kinds = [read(value).kind for value in cells]
        words = [folded(text_of(value)) for value in cells]
        textual.append(bool(kinds) and kinds.count("text") > 0.5 * len(kinds))
        unique.append(len(set(words)) == len(words) and len(words) > 0 and len(words) >= 0.6 * given)
    directions = [
        all(direction_word(text_of(row[j])) is not None for row in rows if row[j] != "")
        for j in range(grid.width)
    ]
    fitting = [
        j for j in range(grid.width)
        if textual[j] and unique[j] and not about_label(heads[j]) and not directions[j] and heads[j] not in REMARK_WORDS
        and (j == 0 or _names(heads[j]) or not _rates(rows, j))
    ]  # fmt: skip
    named = [j for j in fitting if _names(heads[j])]
    identified = [
        j for j in range(min(2, grid.width)) if _identifies(heads[j]) and (unique[j] or not textual[j])
    ]
    if 0 in identified and (others := [j for j in (named or fitting) if j > 0 and j <= 3]):
        return NameColumn(others[0], 0)
    if fitting and fitting[0] > 0 and _counts(grid, header, read) and fitting[0] <= 2:
        return NameColumn(fitting[0], 0)
    if (
        0 in fitting
        and len(fitting) > 1
        and fitting[1] == 1
        and _codes(rows, 0)
        and not _codes(rows, 1)
        and not _names(heads[0])
    ):
        return NameColumn(1, 0)
    if (
        named
        and 0 not in named
        and not (0 in fitting and not textual[0])
        and named[0] <= 3
        and not (0 in fitting and heads[0] in ("",))
    ):
        return NameColumn(named[0])
    if 0 in fitting or textual[0] or not fitting:
        numeric = (
            not textual[0]
            and not fitting
            and heads[0] not in ALTERNATIVE_WORDS | CRITERION_WORDS | ID_WORDS | {""}
        )
        return NameColumn(0, missing=numeric and not (unique[0] and _whole(rows)))
    return NameColumn(fitting[0]) if fitting[0] <= 3 else NameColumn(0)


def _rates(rows: Sequence[tuple[Value, ...]], j: int) -> bool:
    """Whether a column holds words of a scale: green, amber and red are no names, A, B and C may be."""
    words = {text_of(row[j]) for row in rows if row[j] != ""}
    return max(map(len, words), default=0) > 1 and (
        scale_of(words) is not None or rates_by_several_scales(words)
    )


def _names(head: str) -> bool:
    part = re.split(r"\s*[/\\|]\s*", head)[0]
    return part in ALTERNATIVE_WORDS | CRITERION_WORDS | NAME_WORDS or any(
        part.endswith(f" {word}") for word in NAME_WORDS
    )


def _identifies(head: str) -> bool:
    return head in ID_WORDS or any(head.endswith((f" {word}", f"-{word}")) for word in ID_WORDS)


def _counts(grid: Grid, header: int, read: CellReader) -> bool:
    """Whether the first column counts the rows: 1, 2, 3 or 0, 1, 2."""
    values = [read(row[0]).value for row in grid.rows[header + 1 :] if row[0] != ""]
    return len(values) > 0 and (
        values == [float(k) for k in range(len(values))]
        or values == [float(k + 1) for k in range(len(values))]
    )


def _codes(rows: Sequence[tuple[Value, ...]], j: int) -> bool:
    cells = [str(row[j]) for row in rows if row[j] != "" and not about_label(str(row[j]))]
    return bool(cells) and sum(bool(_CODE.fullmatch(cell)) for cell in cells) > 0.7 * len(cells)


def _whole(rows: Sequence[tuple[Value, ...]]) -> bool:
    """Whether the first column holds whole numbers that only count: names, not quantities."""
    try:
        values = [float(str(row[0])) for row in rows if row[0] != ""]
    except ValueError:
        return True
    return all(value.is_integer() for value in values) and max(values, default=0) - min(
        values, default=0
    ) <= 3 * len(values)
