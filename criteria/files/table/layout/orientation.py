"""Whether criteria stand in columns or in rows, told by the whole table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import fsum, log10
from statistics import pstdev

from criteria.files.table.grid import Grid
from criteria.files.table.layout.weight_rows import (
    MASS,
    MASS_WORDS,
    OPEN,
    WEIGHTS,
    mostly,
    named_lines,
    shares,
    weight_row,
)
from criteria.files.table.values.about import about_label
from criteria.files.table.values.cells import CellReader, text_of
from criteria.files.table.values.lexicon import (
    ALTERNATIVE_WORDS,
    CRITERION_STEMS,
    CRITERION_WORDS,
    PEOPLE_WORDS,
    direction_word,
    folded,
    has_stem,
)
from criteria.translation import translate as _

_SAMPLE = 200
_LINES = frozenset(
    ("item", "items", "line item", "position", "posten", "poste", "partida")
)  # of a list of offers
_DECADES = 1.0  # how much wider columns must spread than rows before their sizes speak


@dataclass(frozen=True, slots=True)
class Orientation:
    """Whether criteria stand in rows, why, and whether that is only likely, or even (even: nothing speaks for one way)."""

    in_rows: bool
    reason: str
    unsure: bool = False
    even: bool = False


def orientation(grid: Grid, header: int, names: int, read: CellReader) -> Orientation:
    """Return which way round the table stands."""
    rows = grid.rows[header + 1 : header + 1 + _SAMPLE]
    heads = [text_of(value) for value in grid.rows[header]]
    labels = [text_of(row[names]) for row in rows]
    corner = re.split(r"\s*[/\\|↓→]\s*", folded(heads[names]))[0]
    for i, label in enumerate(labels):
        if about_label(label) == "direction" and _directions(
            [text_of(v) for j, v in enumerate(rows[i]) if j != names]
        ):
            return Orientation(False, _("a row says which way is better"))
    columns = [j for j in range(grid.width) if j != names]
    for j in columns:
        if about_label(heads[j]) == "direction" and _directions([text_of(row[j]) for row in rows]):
            return Orientation(True, _("a column says which way is better"))
    about = [
        i
        for i, label in enumerate(labels)
        if about_label(label) in ("weight", "unit", "scale_low", "scale_high")
        and _weighs(rows[i], names, read, about_label(label))
    ]
    # Weight may be the weights, or what each candidate weighs.
    held = {i: weight_row(rows[i], heads, labels, names, corner, read) for i in about if folded(labels[i]) in MASS_WORDS}  # fmt: skip
    if any(held.get(i, WEIGHTS) == WEIGHTS for i in about):
        return Orientation(False, _("a row says something about every column"))
    for i, what in held.items():
        if what == MASS:
            return Orientation(True, _("row '{name}' says what each candidate weighs", name=labels[i]))
        if what == OPEN:
            return Orientation(True, _("row '{name}' may say what each candidate weighs", name=labels[i]), unsure=True, even=True)  # fmt: skip
    weights = [j for j in columns if about_label(heads[j]) == "weight"]
    others = [heads[j] for j in columns if j not in weights and not about_label(heads[j])]
    named = any(has_stem(head, CRITERION_STEMS) for head in others) and not any(
        has_stem(label, CRITERION_STEMS) for label in labels
    )
    if weights and corner not in ALTERNATIVE_WORDS and not (named and corner not in CRITERION_WORDS):
        if (
            corner in CRITERION_WORDS
            or shares([read(row[weights[0]]) for row in rows])
            or any(about_label(heads[j]) in ("unit", "scale_low", "scale_high") for j in columns)
        ):
            return Orientation(True, _("a column holds the weights"))
        return Orientation(True, _("a column is called '{name}'", name=heads[weights[0]]), unsure=True)
    if corner in CRITERION_WORDS:
        return Orientation(True, _("the first column is headed '{name}'", name=heads[names]))
    titles = [heads[j] for j in columns if heads[j]]
    if corner in PEOPLE_WORDS and not named and _all_rated(rows, columns, read):
        return Orientation(True, _("the rows are people who rate what stands in the columns"), unsure=True)
    if corner in _LINES and len(titles) > 1 and all(map(_candidate, titles)):
        return Orientation(True, _("the columns have the names of candidates"))
    if corner in ALTERNATIVE_WORDS:
        rows_named, of, heads_named = named_lines(heads, labels, names)
        # A data sheet may be headed Model, with the models side by side.
        if not heads_named and mostly(rows_named, of):
            return Orientation(True, _("the rows have the names of criteria"), unsure=True)
        return Orientation(False, _("the first column is headed '{name}'", name=heads[names]))
    return _by_names_and_sizes(rows, heads, labels, names, read)


def _by_names_and_sizes(
    rows: tuple[tuple[object, ...], ...], heads: list[str], labels: list[str], names: int, read: CellReader
) -> Orientation:
    titles = [head for j, head in enumerate(heads) if j != names and head]
    filled = [label for label in labels if label]
    in_rows = sum(has_stem(label, CRITERION_STEMS) for label in filled)
    in_columns = sum(has_stem(head, CRITERION_STEMS) for head in titles)
    candidates = sum(_candidate(head) for head in titles)
    if filled and in_columns == 0 and in_rows >= 2 and in_rows >= 0.5 * len(filled):
        few = in_rows <= 0.5 * len(filled)
        return Orientation(True, _("the rows have the names of criteria"), unsure=few)
    if len(titles) > 1 and candidates == len(titles) and in_columns == 0:
        return Orientation(True, _("the columns have the names of candidates"))
    if in_columns == 0 and _kinds_go_by_row(rows, names, read):
        return Orientation(True, _("each row is either words or numbers, the columns are both"), unsure=True)
    if in_columns > in_rows:
        return Orientation(False, _("the columns have the names of criteria"))
    if in_rows == 0 and _spread(rows, names, read, by_row=True) + _DECADES < _spread(
        rows, names, read, by_row=False
    ):
        return Orientation(
            True, _("the numbers within a row are alike in size, those within a column are not"), unsure=True
        )
    return Orientation(False, _("no sign of the contrary"))


def _kinds_go_by_row(rows: tuple[tuple[object, ...], ...], names: int, read: CellReader) -> bool:
    """Whether each row holds words only or numbers only, while every column holds both: then the rows are the criteria."""
    kinds = [
        [read(value).kind == "text" for j, value in enumerate(row) if j != names and value != ""]  # type: ignore[arg-type]
        for row in rows
    ]
    kinds = [line for line in kinds if len(line) > 1]
    pure = all(all(line) or not any(line) for line in kinds)
    both = (
        len(kinds) > 2 and sum(all(line) for line in kinds) > 0 and sum(not any(line) for line in kinds) > 1
    )
    return pure and both


def _all_rated(rows: tuple[tuple[object, ...], ...], columns: list[int], read: CellReader) -> bool:
    """Whether most cells are numbers, as where people rate one candidate in each column."""
    kinds = [read(row[j]).kind for row in rows for j in columns if row[j] != ""]  # type: ignore[arg-type]
    return bool(kinds) and kinds.count("number") > 0.8 * len(kinds)


def _candidate(head: str) -> bool:
    """Whether a heading names a candidate: Vendor A, Option 2, Supplier X."""
    first = folded(head).partition(" ")
    return first[0] in ALTERNATIVE_WORDS and bool(re.fullmatch(r"[a-z]|\d{1,3}|[ivx]{1,4}", first[2]))


def _directions(texts: list[str]) -> bool:
    given = [text for text in texts if text]
    return bool(given) and sum(direction_word(text) is not None for text in given) > 0.5 * len(given)


def _weighs(row: tuple[object, ...], names: int, read: CellReader, kind: str) -> bool:
    cells = [read(value) for j, value in enumerate(row) if j != names]  # type: ignore[arg-type]
    given = [cell for cell in cells if cell.kind not in ("blank", "unknown")]
    return bool(given) and (kind == "unit") == (sum(cell.kind == "text" for cell in given) > 0.5 * len(given))


def _spread(rows: tuple[tuple[object, ...], ...], names: int, read: CellReader, *, by_row: bool) -> float:
    """Return how many decades the numbers within a row, or within a column, spread on average."""
    lines = [[value for j, value in enumerate(row) if j != names] for row in rows]
    if not by_row:
        lines = [list(line) for line in zip(*lines, strict=True)]
    spreads = []
    for line in lines:
        sizes = [log10(abs(cell.value)) for cell in map(read, line) if cell.value]  # type: ignore[arg-type]
        if len(sizes) > 1:
            spreads.append(pstdev(sizes))
    return fsum(spreads) / len(spreads) if spreads else 0.0
