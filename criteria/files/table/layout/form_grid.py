"""Answers of a form whose columns join candidate and criterion, such as 'Price [Alpha]': turned into one row for each candidate and person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from criteria.files.table.grid import Grid
from criteria.files.table.layout.weight_rows import mostly
from criteria.files.table.question import Choice
from criteria.files.table.values.cells import CellReader, Value, text_of
from criteria.files.table.values.lexicon import CRITERION_STEMS, PEOPLE_WORDS, folded, has_stem
from criteria.files.table.work import Work, listed, shown
from criteria.model.frozen import frozen_inside
from criteria.translation import translate as _

FIRST, SECOND = "first", "second"
# How forms join the name of a question with that of its row.
_JOINED = (
    re.compile(r"(.+?)\s*\[\s*([^\[\]]+?)\s*\]\s*"),
    re.compile(r"(.+?)\s+[-–—|>→]+\s+(.+?)\s*"),
    re.compile(r"(.+?)\s*[:：]\s*(.+?)\s*"),
    re.compile(r"([^.]+?)\.([^.]+?)"),
)
_TIMES = frozenset(
    ("timestamp", "start time", "completion time", "submitted at", "submission time", "date submitted", "zeitstempel", "startzeit", "fertigstellungszeit", "horodateur", "marca temporal", "タイムスタンプ", "回答日時")
)  # fmt: skip


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class FormGrid:
    """Columns by the two names that their headings join, each name once for each of the other kind; in the order of the sheet.

    twice: headings that several columns have.
    """

    columns: Mapping[tuple[str, str], int]
    first: tuple[str, ...]
    second: tuple[str, ...]
    twice: tuple[str, ...] = ()

    @property
    def candidates(self) -> tuple[str, bool]:
        """Which of the two names the candidates, empty where nothing tells, and whether that is sure: the others are mostly criteria by name."""
        named = [
            sum(has_stem(name, CRITERION_STEMS) for name in names) for names in (self.first, self.second)
        ]
        if (named[0] > 0) == (named[1] > 0):
            return "", False
        return (
            (SECOND, mostly(named[0], len(self.first)))
            if named[0]
            else (FIRST, mostly(named[1], len(self.second)))
        )


def form_grid(grid: Grid, top: int, read: CellReader) -> FormGrid | None:
    """Return the columns of a form that join two names, None where the rows are no people's answers or the columns do not join names."""
    heads = [text_of(value) for value in grid.rows[top]]
    dated = all(read(row[0]).kind == "date" for row in grid.rows[top + 1 : top + 50])
    if not dated and not PEOPLE_WORDS.intersection(map(folded, heads)):
        return None
    for joined in _JOINED:
        columns: dict[tuple[str, str], int] = {}
        twice: list[str] = []
        for j, head in enumerate(heads):
            match = joined.fullmatch(head)
            if match and columns.setdefault((match[1], match[2]), j) != j:
                twice.append(head)
        first = tuple(dict.fromkeys(a for a, _b in columns))
        second = tuple(dict.fromkeys(b for _a, b in columns))
        if len(first) > 1 and len(second) > 1 and len(columns) == len(first) * len(second):
            return FormGrid(columns, first, second, tuple(dict.fromkeys(twice)))
    return None


def with_candidates(grid: Grid, top: int, read: CellReader, work: Work) -> Grid | None:
    """Return the grid itself where it is no form, one row for each candidate and person where it is, None where it is asked what the candidates are."""
    form = form_grid(grid, top, read)
    if form is None:
        return grid
    if form.twice:
        work.findings.append(
            _(
                "{file}: several columns are called {names}: give each a name of its own, or keep one.",
                file=work.file,
                names=listed(form.twice, 6),
            )
        )
        return None
    likely, sure = form.candidates
    way = work.answer("grid") or (likely if sure else "")
    example = shown(text_of(grid.rows[top][next(iter(form.columns.values()))]))
    if way not in (FIRST, SECOND):
        work.ask(
            "grid",
            "",
            _("The columns join two names, such as '{example}': which are the candidates?", example=example),
            (
                Choice(FIRST, listed(form.first, 4)),
                Choice(SECOND, listed(form.second, 4)),
            ),
            suggestion=likely,
            why=_("the others have names of criteria") if likely else "",
        )
        return None
    candidates = form.first if way == FIRST else form.second
    work.notes.append(
        _(
            "The columns join two names, such as '{example}': the table was turned, the candidates are {names}.",
            example=example,
            names=listed(candidates, 6),
        )
    )
    for j in range(grid.width):
        if j not in form.columns.values() and folded(text_of(grid.rows[top][j])) not in PEOPLE_WORDS:
            work.leave_out(
                grid.column_place(j),
                text_of(grid.rows[top][j]),
                "column",
                _("it says nothing of one candidate"),
            )
    return _turned(grid, top, form, way)


def _turned(grid: Grid, top: int, form: FormGrid, way: str) -> Grid:
    """Return the ratings with the candidate in the first column and whose they are in the second."""
    candidates, criteria = (form.first, form.second) if way == FIRST else (form.second, form.first)
    columns = {(a, c): form.columns[(a, c) if way == FIRST else (c, a)] for a in candidates for c in criteria}
    people = range(top + 1, len(grid.rows))
    names = _people(grid, top, people)
    rows: list[tuple[Value, ...]] = [(_("Candidate"), "Respondent", *criteria)]
    numbers = [grid.row_numbers[top]]
    for candidate in candidates:
        for i, name in zip(people, names, strict=True):
            ratings = [grid.rows[i][columns[candidate, criterion]] for criterion in criteria]
            if any(value != "" for value in ratings):
                rows.append((candidate, name, *ratings))
                numbers.append(grid.row_numbers[i])
    places = [grid.column_numbers[columns[candidates[0], criterion]] for criterion in criteria]
    turned = Grid(tuple(rows), tuple(numbers), (grid.column_numbers[0], grid.column_numbers[0], *places))
    return turned if len(people) > 1 else turned.part(list(range(len(rows))), [0, *range(2, turned.width)])


def _people(grid: Grid, top: int, people: range) -> list[str]:
    """Return what the people are called: by the column that tells them apart, times last; otherwise by their rows."""
    heads = [folded(text_of(value)) for value in grid.rows[top]]
    for j in sorted(
        (j for j, head in enumerate(heads) if head in PEOPLE_WORDS), key=lambda j: heads[j] in _TIMES
    ):
        names = [text_of(grid.rows[i][j]) for i in people]
        if "" not in names and len({folded(name) for name in names}) == len(names):
            return names
    return [grid.row_place(i) for i in people]
