"""Tables with one row for each score (candidate, criterion, value), turned into one row for each candidate."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.files.table.grid import Grid
from criteria.files.table.values.about import about_label
from criteria.files.table.values.cells import CellReader, Value, text_of
from criteria.files.table.values.lexicon import (
    ALTERNATIVE_WORDS,
    CRITERION_WORDS,
    PEOPLE_WORDS,
    VALUE_WORDS,
    folded,
)

_ROWS = 4  # at least


@dataclass(frozen=True, slots=True)
class LongForm:
    """The columns of a long table: candidate, criterion, value; what else says something about the criterion, by its kind."""

    candidate: int
    criterion: int
    value: int
    about: tuple[tuple[str, int], ...]
    left: tuple[int, ...]


def long_form(grid: Grid, header: int, read: CellReader) -> LongForm | None:
    """Return the columns of a long table, None where the table is not of this form."""
    heads = [folded(text_of(value)) for value in grid.rows[header]]
    rows = grid.rows[header + 1 :]
    if not 3 <= grid.width <= 12 or len(rows) < _ROWS:
        return None
    criterion = next((j for j, head in enumerate(heads) if head in CRITERION_WORDS), -1)
    candidate = next((j for j, head in enumerate(heads) if head in ALTERNATIVE_WORDS and j != criterion), -1)
    value = next(
        (j for j, head in enumerate(heads) if head in VALUE_WORDS and j not in (criterion, candidate)), -1
    )
    if value < 0:
        numeric = [
            j
            for j in range(grid.width)
            if j not in (criterion, candidate) and _numeric(rows, j, read) and not about_label(heads[j])
        ]
        value = numeric[0] if len(numeric) == 1 else -1
    if criterion < 0 or candidate < 0:
        # Who rates is neither of them, and a column headed Candidate holds no criteria.
        texts = [
            j
            for j in range(min(3, grid.width))
            if j not in (value, criterion, candidate)
            and heads[j] not in PEOPLE_WORDS
            and not _numeric(rows, j, read)
        ]
        if len(texts) < (candidate < 0) + (criterion < 0):
            return None
        candidate = texts.pop(0) if candidate < 0 else candidate
        criterion = texts.pop(0) if criterion < 0 else criterion
    if value < 0 or not _repeats(rows, candidate) or not _repeats(rows, criterion):
        return None
    pairs = [
        (folded(text_of(row[candidate])), folded(text_of(row[criterion]))) for row in rows if row[value] != ""
    ]
    size = len({a for a, _b in pairs}) * len({b for _a, b in pairs})
    if size == 0 or len(pairs) < 0.5 * size:
        return None
    about, left = [], []
    for j in range(grid.width):
        if j not in (candidate, criterion, value):
            kind = about_label(heads[j])
            about += [(kind, j)] if kind else []
            left += [] if kind else [j]
    return LongForm(candidate, criterion, value, tuple(about), tuple(left))


def _numeric(rows: tuple[tuple[Value, ...], ...], j: int, read: CellReader) -> bool:
    kinds = [read(row[j]).kind for row in rows[:200] if row[j] != ""]
    return bool(kinds) and sum(kind in ("number", "range", "outof", "bound") for kind in kinds) > 0.6 * len(
        kinds
    )


def _repeats(rows: tuple[tuple[Value, ...], ...], j: int) -> bool:
    words = [folded(text_of(row[j])) for row in rows if row[j] != ""]
    return len(words) > 1 and len(set(words)) <= len(words) / 1.5 and len(set(words)) > 1


def turned_wide(grid: Grid, header: int, form: LongForm) -> tuple[Grid, int, list[str]]:
    """Return the table with one row a candidate, the header's position, and the pairs that stand there twice."""
    names: dict[str, str] = {}
    criteria: dict[str, str] = {}
    cells: dict[tuple[str, str], Value] = {}
    about: dict[tuple[str, str], Value] = {}
    places: dict[str, int] = {}
    twice = []
    for i in range(header + 1, len(grid.rows)):
        row = grid.rows[i]
        a, c = folded(text_of(row[form.candidate])), folded(text_of(row[form.criterion]))
        if not a or not c:
            continue
        names.setdefault(a, text_of(row[form.candidate]))
        criteria.setdefault(c, text_of(row[form.criterion]))
        places.setdefault(a, grid.row_numbers[i])
        if (a, c) in cells and cells[a, c] != row[form.value]:
            twice.append(f"{names[a]} × {criteria[c]}")
        cells[a, c] = row[form.value]
        for kind, j in form.about:
            if row[j] != "":
                about.setdefault((kind, c), row[j])
    wide: list[tuple[Value, ...]] = [(text_of(grid.rows[header][form.candidate]), *criteria.values())]
    numbers = [grid.row_numbers[header]]
    for kind, j in form.about:
        wide.append((text_of(grid.rows[header][j]), *(about.get((kind, c), "") for c in criteria)))
        numbers.append(grid.row_numbers[header])
    for a, name in names.items():
        wide.append((name, *(cells.get((a, c), "") for c in criteria)))
        numbers.append(places[a])
    columns = tuple([grid.column_numbers[form.candidate]] + [grid.column_numbers[form.value]] * len(criteria))
    return Grid(tuple(wide), tuple(numbers), columns), 0, twice
