"""Where the header stands: below title lines, perhaps with a line of groups above it, or nowhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from criteria.files.table.grid import Grid
from criteria.files.table.values.about import about_label, unit_cells
from criteria.files.table.values.cells import CellReader, Value, text_of
from criteria.files.table.values.lexicon import ALTERNATIVE_WORDS, CRITERION_WORDS, direction_word, folded

_SEARCHED = 40  # rows from the top
_NEXT = 6  # rows in which the header follows what stands above it
_NUMBERS = ("number", "range", "bound", "outof", "stars")


@dataclass(frozen=True, slots=True)
class Header:
    """The row with the names of the columns, the row of groups above it (-1: none), title rows, and whether it is missing.

    about: rows above the header that say something about the criteria, such as weights.
    """

    row: int
    groups: int
    titles: tuple[int, ...]
    missing: bool = False
    about: tuple[int, ...] = ()


def find_header(grid: Grid, read: CellReader) -> Header | None:
    """Return where the header stands, None where no row could be one."""
    width = grid.width
    above: list[int] = []
    for i, row in enumerate(grid.rows[:_SEARCHED]):
        if _says_about(grid, i, read):
            above.append(i)
            continue
        filled = sum(value != "" for value in row)
        wide_enough = filled > 0.5 * width or (filled >= width - 1 and filled >= 1)
        if not wide_enough or (filled < 2 and not (width == 2 and row[1] != "")):
            continue
        if _is_numeric(row, read):
            return Header(i, -1, tuple(range(i)), missing=True)
        if _is_groups(grid, i, read):
            return _header(i + 1, i, above)
        groups = i - 1 if i and i - 1 not in above and _sparse_groups(grid.rows[i - 1], row, read) else -1
        return _header(i, groups, above)
    return None


def _header(row: int, groups: int, about: list[int]) -> Header:
    top = row if groups < 0 else groups
    return Header(row, groups, tuple(i for i in range(top) if i not in about), about=tuple(about))


def _says_about(grid: Grid, i: int, read: CellReader) -> bool:
    """Whether a row above the names of the columns holds weights, directions, a scale: its label says so, and its cells agree."""
    texts = [text_of(value) for value in grid.rows[i] if value != ""]
    kind = about_label(texts[0]) if len(texts) > 1 else ""
    if not kind or kind == "unit":
        return False
    if kind == "direction":
        agreed = all(direction_word(text) is not None for text in texts[1:])
    else:
        agreed = all(
            read(value).kind in _NUMBERS
            for value in grid.rows[i]
            if value != "" and text_of(value) != texts[0]
        )
    return agreed and any(_names_columns(row, len(texts), read) for row in grid.rows[i + 1 : i + 1 + _NEXT])


def _names_columns(row: tuple[Value, ...], least: int, read: CellReader) -> bool:
    """Whether a row consists of words that are no directions: names of columns."""
    words = [value for value in row if value != ""]
    return (
        len(words) >= least
        and all(read(value).kind in ("text", "unknown") for value in words)
        and not about_label(text_of(words[0]))
        and not all(direction_word(text_of(value)) is not None for value in words[1:])
    )


def _is_numeric(row: tuple[Value, ...], read: CellReader) -> bool:
    """Whether a row that should be a header holds numbers: then there is none."""
    corner = folded(text_of(row[0])).split(" / ")[0]
    if corner in ALTERNATIVE_WORDS | CRITERION_WORDS:
        return False
    cells = [read(value) for value in row[1:] if value != ""]
    numbers = [cell for cell in cells if cell.kind in _NUMBERS]
    if len(numbers) * 2 < len(cells) or not cells:
        return False
    values = [cell.value for cell in numbers]
    counting = values in ([float(k) for k in range(len(values))], [float(k + 1) for k in range(len(values))])
    years = all(v is not None and v.is_integer() and 1900 <= v <= 2100 for v in values) and len(
        set(values)
    ) == len(values)
    return not (row[0] == "" and counting and len(numbers) == len(cells)) and not (years and len(values) > 1)


def _is_groups(grid: Grid, i: int, read: CellReader) -> bool:
    """Whether row i holds groups and row i + 1 the names: both in words, the first with repeats or gaps."""
    if i + 2 >= len(grid.rows):
        return False
    above, below = grid.rows[i], grid.rows[i + 1]
    if about_label(text_of(below[0])) or any(read(value).kind in _NUMBERS for value in below[1:]):
        return False
    words = [text_of(value) for value in below[1:] if value != ""]
    if not words or all(direction_word(word) is not None for word in words) or unit_cells(words):
        return False
    fills = below[0] == "" and all(b != "" for a, b in zip(above, below, strict=True) if a == "")
    if sum(value != "" for value in below) < sum(value != "" for value in above) and not fills:
        return False
    names = [folded(word) for word in words]
    if len(set(names)) < len(names) and len(set(names)) == 1:
        return False
    heads = [folded(text_of(value)) for value in above[1:]]
    gaps = any(not head for head in heads)
    repeats = any(a == b and a for a, b in pairwise(heads))
    numeric_below = any(read(value).kind in _NUMBERS for row in grid.rows[i + 2 :] for value in row[1:])
    cornered = above[0] == "" and folded(text_of(below[0])) in ALTERNATIVE_WORDS | CRITERION_WORDS
    return (gaps or repeats or cornered) and numeric_below


def _sparse_groups(above: tuple[Value, ...], header: tuple[Value, ...], read: CellReader) -> bool:
    """Whether the row above the header names groups of columns: words, not in the first cell alone, fewer than the names."""
    words = [value for value in above[1:] if value != ""]
    return (
        bool(words)
        and len(words) < sum(value != "" for value in header[1:])
        and all(read(value).kind == "text" for value in words)
        and (above[0] == "" or len(words) > 1)
    )


def filled_groups(row: tuple[Value, ...], names: tuple[Value, ...] = ()) -> list[str]:
    """Return the group of each column: a name counts until the next one; above a column without a name it is that column's own."""
    groups, current = [], ""
    for j, value in enumerate(row):
        current = text_of(value) or current
        if names and value != "" and names[j] == "":
            current = ""
        groups.append(current)
    return groups


def whole_names(grid: Grid, header: Header) -> Grid:
    """Return the grid with a name for each column whose head stands one row higher, as two merged cells leave it."""
    if header.groups < 0:
        return grid
    row = tuple(
        name if name != "" else above
        for name, above in zip(grid.rows[header.row], grid.rows[header.groups], strict=True)
    )
    return replace(grid, rows=(*grid.rows[: header.row], row, *grid.rows[header.row + 1 :]))
