"""Rows and columns that hold low, likely and high of one thing, put together into one range a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from criteria.files.table.question import USED, Choice
from criteria.files.table.table import Table
from criteria.files.table.values.cells import BLANK, Cell, text_of
from criteria.files.table.values.column import likely
from criteria.files.table.values.lexicon import END_WORDS, HIGH_WORDS, LIKELY_WORDS, LOW_WORDS, folded
from criteria.files.table.work import Work, listed, shown
from criteria.model.text import capitalized
from criteria.translation import translate as _

_PARTS = (("low", LOW_WORDS), ("likely", LIKELY_WORDS), ("high", HIGH_WORDS), ("end", END_WORDS))
_PART_OF = {word: part for part, words in reversed(_PARTS) for word in words}
_TAIL = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_EDGES = " \t_-–—:/,|.([{)]}"

RANGE, APART = "range", "apart"


def with_ranges(
    table: Table, said: dict[str, int], marks: Sequence[str], doubts: Sequence[str], work: Work
) -> Table:
    """Return the table with columns such as 'Price low', 'Price likely', 'Price high' as one; rows likewise, once that is answered.

    said: rows about the criteria, which keep what they say.  marks: the decimal mark of each column.  doubts: an example of a number that can
    be read two ways, empty where none can; such a column is put together once it is answered what its marks mean.
    """
    gone_columns = _join_columns(table, said, marks, doubts, work)
    gone_rows = set() if any(doubts) else _join_rows(table, said, marks, work)
    return table.without(gone_rows, gone_columns)


def _join_columns(
    table: Table, said: dict[str, int], marks: Sequence[str], doubts: Sequence[str], work: Work
) -> set[int]:
    """Put columns together; return the positions that are used up."""
    gone: set[int] = set()
    ranked = [i for i in range(len(table.labels)) if i not in said.values()]
    for name, ends in _together(table.names, table.groups):
        if (
            any(doubts[j] for j in ends)
            or _contradicts(table, said, ends)
            or not _numeric(table, ranked, ends)
        ):
            continue
        kept = _kept(ends)
        for i in ranked:
            cells = [table.cells[i][j] for j in ends]
            cell = _range(cells, [marks[j] for j in ends])
            if cell is None:
                work.findings.append(_disorder(work, table.row_place(i), name))
            table.cells[i][kept] = cell or BLANK
        for i in said.values():
            _fill(table, i, kept, ends)
        gone |= set(ends) - {kept}
        for j in set(ends) - {kept}:
            work.role(table.column_place(j), table.names[j], "range", _reason(name), USED)
        work.notes.append(_said(table.column_place(kept), name, len(ends)))
        table.names[kept] = name
        if folded(table.groups[kept]) == folded(name):
            table.groups[kept] = ""
    return gone


def _join_rows(table: Table, said: dict[str, int], marks: Sequence[str], work: Work) -> set[int]:
    """Put rows together once it is answered that they are ranges; return the positions that are used up."""
    labels = ["" if i in said.values() else label for i, label in enumerate(table.labels)]
    every = range(len(table.names))
    found = [
        (name, ends)
        for name, ends in _together(labels, table.over)
        if all(_range([table.cells[i][j] for i in ends], [marks[j]] * 3) for j in every)
    ]
    answer = work.answer("ranges")
    if not found or answer == APART:
        return set()
    if answer != RANGE:
        _ask(table, found, work)
        return set()
    gone: set[int] = set()
    for name, ends in found:
        kept = _kept(ends)
        for j in every:
            table.cells[kept][j] = _range([table.cells[i][j] for i in ends], [marks[j]] * 3) or BLANK
        gone |= set(ends) - {kept}
        for i in set(ends) - {kept}:
            work.role(table.row_place(i), table.labels[i], "range", _reason(name), USED)
        work.notes.append(_said(table.row_place(kept), name, len(ends)))
        table.labels[kept] = name
    return gone


def _ask(table: Table, found: list[tuple[str, list[int]]], work: Work) -> None:
    labels = listed((table.labels[i] for i in found[0][1]), 3)
    work.ask(
        "ranges",
        "",
        _(
            "Are {labels} candidates of their own, or the range of '{name}'?",
            labels=labels,
            name=shown(found[0][0]),
        ),
        (
            Choice(RANGE, _("low, likely and high of one candidate")),
            Choice(APART, _("candidates of their own")),
        ),
        suggestion=RANGE,
        why=_("their numbers are in that order under every criterion"),
    )


def _reason(name: str) -> str:
    return _("it holds one end of the range of '{name}'", name=shown(name))


def _said(place: str, name: str, count: int) -> str:
    place = capitalized(place)
    if count > 2:
        return _(
            "{place} '{name}': low, likely and high are given separately and are read as one range.",
            place=place,
            name=shown(name),
        )
    return _(
        "{place} '{name}': low and high are given separately and are read as one range, with the middle as the likely value.",
        place=place,
        name=shown(name),
    )


def _disorder(work: Work, place: str, name: str) -> str:
    return _(
        "{file}, {place}: low, likely and high of '{name}' are not in this order; correct them.",
        file=work.file,
        place=place,
        name=shown(name),
    )


def _kept(ends: list[int]) -> int:
    return ends[1] if len(ends) == 3 else ends[0]


def _together(names: Sequence[str], groups: Sequence[str]) -> list[tuple[str, list[int]]]:
    """Return the positions of low, (likely,) high by the name they share; one with the bare name is the likely one."""
    found: dict[str, dict[str, list[int]]] = {}
    written: dict[str, str] = {}
    for at, name in enumerate(names):
        stem, part = _apart(name, groups[at])
        if stem:
            found.setdefault(folded(stem), {}).setdefault(part, []).append(at)
            if part or folded(stem) not in written:
                written[folded(stem)] = stem
    triples = []
    for key, parts in found.items():
        ends = parts.get("end") or [*parts.get("low", []), *parts.get("high", [])]
        middle = parts.get("likely") or parts.get("", [])
        if len(ends) == 2 and len(middle) <= 1 and ("end" in parts or len(parts.get("low", [])) == 1):
            triples.append((written[key], [ends[0], *middle, ends[1]]))
    return triples


def _numeric(table: Table, rows: Sequence[int], ends: Sequence[int]) -> bool:
    return all(table.cells[i][j].kind in ("number", "blank", "unknown") for i in rows for j in ends)


def _apart(name: str, group: str) -> tuple[str, str]:
    """Return the name without 'low', 'likely' or 'high' at its end, and which of them it was; the empty text where it was none."""
    tail = _TAIL.search(name)
    for text, unit in ((name, ""), *([(_TAIL.sub("", name), tail[0])] if tail else [])):
        words = re.split(r"[\s_\-–—:/|(\[]+", text.strip(_EDGES))
        for count in (2, 1):
            part = folded(" ".join(words[-count:]).strip(_EDGES))
            kind = _PART_OF.get(part, "")
            if kind and len(words) >= count:
                stem = text.strip(_EDGES)
                for word in reversed(words[-count:]):
                    stem = stem[: stem.rfind(word)].strip(_EDGES) if word in stem else stem
                return (f"{_closed(stem)}{unit}" if stem else group, kind)
    return name, ""


def _closed(stem: str) -> str:
    """Return a name with the bracket at its end that was taken for an edge: 'Cost (kEUR' is 'Cost (kEUR)'."""
    missing = next((pair for pair in ("()", "[]") if stem.count(pair[0]) > stem.count(pair[1])), "")
    return stem + missing[1:]


def _range(cells: list[Cell], marks: list[str]) -> Cell | None:
    """Return one cell for low, (likely,) high; None where they are no numbers or likely lies outside.

    Where only some are known, what is known bounds the rest; the best case of a cost is its low end, so ends are put in order.
    """
    if any(cell.kind not in ("number", "blank", "unknown") for cell in cells):
        return None
    numbers = [likely(cell, mark) for cell, mark in zip(cells, marks, strict=False)]
    given = [(cell, number) for cell, number in zip(cells, numbers, strict=True) if number == number]
    if not given:
        return cells[-1]
    middle = numbers[1] if len(cells) == 3 and numbers[1] == numbers[1] else None
    ends = [number for number in (numbers[0], numbers[-1]) if number == number]
    if middle is not None and len(ends) == 2 and not min(ends) <= middle <= max(ends):
        return None
    unit = next((cell for cell, _number in given if cell.unit or cell.currency), given[0][0])
    parts: tuple[float, ...]
    if middle is None:
        parts, form = (min(ends), max(ends)), "joined"
    else:
        parts, form = (
            (min(*ends, middle), middle, max(*ends, middle)) if ends else (middle, middle, middle),
            "likely",
        )
    texts = tuple(written(number, marks[0]) for number in parts)
    return Cell("range", texts, None, unit.unit, unit.currency, " – ".join(texts), form)


def written(number: float, mark: str) -> str:
    """Return a number so that no other reading is possible: with four decimals where it has any."""
    text, sign, exponent = f"{number:.15g}".partition("e")
    whole, point, rest = text.partition(".")
    return f"{whole}{mark}{rest.ljust(4, '0')}{sign}{exponent}" if point else f"{text}{sign}{exponent}"


def _contradicts(table: Table, said: dict[str, int], ends: Sequence[int]) -> bool:
    """Whether rows about the criteria say different things of the columns: then they are criteria of their own."""
    return any(
        len({text_of(table.raw(i, j)) for j in ends if table.cells[i][j].kind != "blank"}) > 1
        for i in said.values()
    )


def _fill(table: Table, i: int, kept: int, others: list[int]) -> None:
    """Let a row about the criteria say of the column kept what it says of one beside it, as merged cells do."""
    source = next((j for j in others if table.cells[i][j].kind != "blank"), kept)
    if table.cells[i][kept].kind == "blank" and source != kept:
        table.cells[i][kept] = table.cells[i][source]
        row = list(table.grid.rows[i])
        row[kept] = row[source]
        table.grid = replace(table.grid, rows=(*table.grid.rows[:i], tuple(row), *table.grid.rows[i + 1 :]))
