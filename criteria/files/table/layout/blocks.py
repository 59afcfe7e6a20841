"""Several things on one sheet: a range that somebody chose, tables apart from each other, lists of weights, legends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from criteria.errors import CriteriaError
from criteria.files.table.grid import Grid, grid_of, letters
from criteria.files.table.layout.header import find_header
from criteria.files.table.source.package import place
from criteria.files.table.source.sheet import Sheet
from criteria.files.table.values.about import about_label
from criteria.files.table.values.cells import CellReader, Value, text_of
from criteria.files.table.values.lexicon import (
    CRITERION_WORDS,
    ID_WORDS,
    LEGEND_WORDS,
    NAME_WORDS,
    REMARK_WORDS,
    direction_word,
    folded,
)
from criteria.files.table.values.weight_words import points_of_words
from criteria.files.table.values.words import scale_of, scale_of_most
from criteria.files.table.work import WeightList
from criteria.translation import translate as _

_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})\s*[:-]\s*\$?([A-Z]{1,3})\$?(\d{1,7})", re.I)
_LIST = 3  # columns of a list of weights: number, criterion, weight
_WIDEST = (
    12  # the same, where the columns beside hold words, units, ends of scales or numbers that count the rows
)
_NUMBERS = ("number", "range", "outof", "stars", "bound")


@dataclass(frozen=True, slots=True)
class Extent:
    """A rectangle of a sheet: first and last row and column, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def name(self) -> str:
        """How a spreadsheet writes it: B3:F9."""
        return f"{letters(self.left)}{self.top + 1}:{letters(self.right)}{self.bottom + 1}"


def extent_named(text: str) -> Extent:
    """Return the rectangle written as B3:F9; raise CriteriaError where it is none."""
    match = _RANGE.fullmatch(text.strip())
    ends = match and (place(match[1].upper() + match[2]), place(match[3].upper() + match[4]))
    if not ends or ends[0] is None or ends[1] is None or min(ends[0][0], ends[1][0]) < 0:
        raise CriteriaError(_("'{text}' is no range of cells: write it as B3:F9.", text=text[:40]))
    (a, b), (c, d) = ends[0], ends[1]
    return Extent(min(a, c), min(b, d), max(a, c), max(b, d))


def part_of(sheet: Sheet, extent: Extent) -> Sheet:
    """Return the sheet with nothing outside a rectangle; rows and columns keep their places."""
    rows = tuple(
        tuple(v if extent.left <= j <= extent.right else "" for j, v in enumerate(row))
        if extent.top <= i <= extent.bottom
        else ()
        for i, row in enumerate(sheet.rows)
    )
    unfilled = frozenset(
        (i, j)
        for i, j in sheet.unfilled
        if extent.top <= i <= extent.bottom and extent.left <= j <= extent.right
    )
    return replace(sheet, rows=rows, unfilled=unfilled)


def blocks_of(sheet: Sheet) -> tuple[Extent, ...]:
    """Return the parts of a sheet that whole blank rows separate, from the top."""
    found: list[Extent] = []
    start = -1
    for i, row in enumerate((*sheet.rows, ())):
        filled = any(value != "" for value in row)
        if filled and start < 0:
            start = i
        elif not filled and start >= 0:
            found.append(Extent(start, *_ends(sheet.rows[start:i], i - 1)))
            start = -1
    return tuple(found)


def _ends(rows: Sequence[tuple[Value, ...]], bottom: int) -> tuple[int, int, int]:
    """Return the first column that has something in one of the rows, the last row's number, and the last column."""
    left, right = max(map(len, rows)), -1
    for row in rows:
        left = next((j for j in range(min(left, len(row))) if row[j] != ""), left)
        right = next((j for j in range(len(row) - 1, right, -1) if row[j] != ""), right)
    return left, bottom, right


def tables_on(sheet: Sheet, read: CellReader) -> tuple[Extent, ...]:
    """Return the parts of a sheet that are tables by themselves, each with a header of its own; lists of weights are none."""
    heads: list[tuple[str, ...]] = []
    found = []
    blocks = blocks_of(sheet)
    if len(blocks) < 2:
        return blocks
    for extent in blocks:
        grid = grid_of(part_of(sheet, extent))
        head = _head(grid, read)
        if head and head not in heads and not weight_list(grid, read):
            heads.append(head)
            found.append(extent)
    return tuple(found)


def _head(grid: Grid, read: CellReader) -> tuple[str, ...]:
    """Return the names of the columns of a part that is a table by itself, the empty tuple where it is none."""
    header = find_header(grid, read)
    if header is None or header.missing or grid.width < 2 or len(grid.rows) < header.row + 2:
        return ()
    head = tuple(folded(text_of(value)) for value in grid.rows[header.row])
    words = [text_of(value) for value in grid.rows[header.row] if value != ""]
    if about_label(words[0]) or all(direction_word(word) is not None for word in words):
        return ()
    numbers = sum(
        read(value).kind in _NUMBERS for row in grid.rows[header.row + 1 :][:50] for value in row[1:]
    )
    return head if numbers > 1 else ()


def remarks_below(sheet: Sheet, read: CellReader) -> Extent | None:
    """Return the part below the first table that holds words in its columns but no numbers: a legend, signatures, notes."""
    blocks = blocks_of(sheet)
    if len(blocks) < 2:
        return None
    table = next((k for k, extent in enumerate(blocks) if _head(grid_of(part_of(sheet, extent)), read)), -1)
    if table < 0:
        return None
    below = [
        extent for extent in blocks[table + 1 :] if extent.right > extent.left or extent.top < extent.bottom
    ]
    cut: list[Extent] = []
    for extent in reversed(below):
        grid = grid_of(part_of(sheet, extent))
        first = [text_of(row[0]) for row in grid.rows]
        if (
            grid.width < 2
            or any(about_label(text) for text in first)
            or any(
                read(value).kind in _NUMBERS or direction_word(text_of(value)) is not None
                for row in grid.rows
                for value in row[1:]
                if value != ""
            )
        ):
            break
        cut.append(extent)
    return Extent(cut[-1].top, 0, cut[0].bottom, max(extent.right for extent in cut)) if cut else None


def legend_beside(sheet: Sheet) -> Extent | None:
    """Return a legend right of the table, behind a blank column: its heads say scale, meaning and the like."""
    width = max((len(row) for row in sheet.rows), default=0)
    for j in _behind_blanks(sheet, width):
        top = next((row[j:] for row in sheet.rows if any(value != "" for value in row[j:])), ())
        heads = [folded(text_of(value)) for value in top if value != ""]
        if heads and all(head in LEGEND_WORDS for head in heads) and width - j <= 3:
            return Extent(0, j, len(sheet.rows) - 1, width - 1)
    return None


def list_beside(sheet: Sheet, read: CellReader) -> Extent | None:
    """Return a list of weights right of the table, behind a blank column."""
    width = max((len(row) for row in sheet.rows), default=0)
    for j in _behind_blanks(sheet, width):
        rows = [i for i, row in enumerate(sheet.rows) if any(value != "" for value in row[j:])]
        extent = Extent(rows[0], j, rows[-1], width - 1)
        if width - j <= _WIDEST and len(weight_list(grid_of(part_of(sheet, extent)), read)) > 1:
            return extent
    return None


def _behind_blanks(sheet: Sheet, width: int) -> list[int]:
    """Return the columns that follow a blank one, with something left of it."""
    filled = [any(j < len(row) and row[j] != "" for row in sheet.rows) for j in range(width)]
    return [j for j in range(1, width) if filled[j] and not filled[j - 1] and any(filled[: j - 1])]


def weight_list(grid: Grid, read: CellReader) -> dict[str, Value]:
    """Return the weights of a list of criteria and weights, numbers or words of importance, by folded name; empty where it is none."""
    told = _told_by(grid, read, "weight")
    if told and points_of_words(text_of(value) for value in told.values()):
        return told
    return {name: value for name, value in told.items() if read(value).kind == "number"}


def _told_by(grid: Grid, read: CellReader, kind: str) -> dict[str, Value]:
    """Return what a list of criteria and weights says of each criterion in its column of a kind, by folded name."""
    header = find_header(grid, read)
    if header is None or header.missing or grid.width > _WIDEST:
        return {}
    heads = [about_label(text_of(value)) for value in grid.rows[header.row]]
    rows = grid.rows[header.row + 1 :]
    names = [j for j in range(grid.width) if heads[j] not in ("weight", "direction") and all(read(row[j]).kind in ("text", "blank") for row in rows)]  # fmt: skip
    if heads.count("weight") != 1 or heads.count(kind) != 1 or not names:
        return {}
    if grid.width > _LIST:
        titles = [folded(text_of(value)) for value in grid.rows[header.row]]
        named = [j for j in names if titles[j] in CRITERION_WORDS | NAME_WORDS]
        names = named or [j for j in names if not heads[j]]
        if not names or any(
            not heads[j] and titles[j] not in ID_WORDS | REMARK_WORDS and not _worded(rows, j, read)
            for j in range(grid.width)
        ):
            return {}
    at = heads.index(kind)
    return {folded(text_of(row[names[0]])): row[at] for row in rows if row[names[0]] != ""}


def _worded(rows: Sequence[tuple[Value, ...]], j: int, read: CellReader) -> bool:
    """Whether a column holds words, dates or nothing: an owner, a source, a date of review, but no ratings, in words neither."""
    words = [text_of(row[j]) for row in rows if row[j] != ""]
    return (
        all(read(row[j]).kind in ("text", "date", "blank") for row in rows)
        and scale_of_most(words, words) is None
        and scale_of(words) is None
    )


def weight_lists(sheets: tuple[Sheet, ...], chosen: Sheet, read: CellReader) -> Iterator[WeightList]:
    """Yield the lists of weights on the chosen sheet, then those on the others."""
    for sheet in (chosen, *(other for other in sheets if other.name != chosen.name and other.visible)):
        beside = list_beside(sheet, read)
        for extent in (*([beside] if beside else []), *blocks_of(sheet)):
            if extent.right - extent.left >= _WIDEST:
                continue
            grid = grid_of(part_of(sheet, extent))
            found = weight_list(grid, read)
            if len(found) > 1:
                yield WeightList(
                    _("sheet '{sheet}', {cells}", sheet=sheet.name, cells=extent.name)
                    if sheet.name
                    else extent.name,
                    found,
                    _told_by(grid, read, "direction"),
                )


def without_extent(sheet: Sheet, extent: Extent) -> Sheet:
    """Return the sheet with a rectangle blanked."""
    rows = tuple(
        tuple("" if extent.left <= j <= extent.right else v for j, v in enumerate(row))
        if extent.top <= i <= extent.bottom
        else row
        for i, row in enumerate(sheet.rows)
    )
    return replace(sheet, rows=rows)
