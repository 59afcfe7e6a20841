"""What a sheet lacks to be a table: said where nothing can be done, asked where columns can be counted instead of named."""

from __future__ import annotations

from collections.abc import Sequence

from criteria.files.table.grid import Grid, letters
from criteria.files.table.layout.header import Header
from criteria.files.table.question import Choice
from criteria.files.table.values.cells import text_of
from criteria.files.table.values.lexicon import folded
from criteria.files.table.values.marks import readings
from criteria.files.table.work import Work, listed, shown
from criteria.translation import translate as _
from criteria.translation import translate_count

NUMBERED = "numbered"


def say_no_table(grid: Grid, header: Header | None, work: Work) -> None:
    """Add the finding that says why a sheet holds no table."""
    if not grid.rows:
        said = _("{file} is empty: give a header row and at least one candidate.", file=work.file)
    elif grid.width < 2:
        said = _(
            "{file}: there are no criteria; give one column for each after the candidates' names.",
            file=work.file,
        )
    elif header is None:
        said = _(
            "{file}: no row names the columns; give a header row with the names of the criteria above the candidates.",
            file=work.file,
        )
    else:
        said = _("{file}: there are no candidates; give one row for each below the header.", file=work.file)
    work.findings.append(said)


def is_pairwise(grid: Grid, top: int, names: int) -> bool:
    """Whether a table compares its own rows in pairs: the rows are called as the columns, in one order, and each is 1 beside itself."""
    heads = [folded(text_of(value)) for j, value in enumerate(grid.rows[top]) if j != names]
    rows = grid.rows[top + 1 :]
    labels = [folded(text_of(row[names])) for row in rows]
    size = len(heads)
    if size < 3 or labels[:size] != heads or len(labels) > size + 2:
        return False
    own = [
        [text_of(value) for j, value in enumerate(row) if j != names][i] for i, row in enumerate(rows[:size])
    ]
    return all(value in ("1", "1.0", "1,0", "1.00", "1,00") for value in own)


def say_pairwise(names: list[str], work: Work) -> None:
    """Add the finding that a table holds comparisons in pairs and no ratings of candidates."""
    work.findings.append(
        _(
            "{file} compares {names} with each other in pairs, as AHP does: this gives weights and ranks nothing. Give a table of candidates first, and the comparisons on the page Weights.",
            file=work.file,
            names=listed(names, 6),
        )
    )


def ask_header(grid: Grid, header: Header, work: Work) -> None:
    """Ask whether the columns are to be counted where their names are missing."""
    work.ask(
        "header",
        "",
        _(
            "The header is missing: {place} holds numbers where the names of the criteria should stand. Insert a row with the names of the columns above it.",
            place=grid.row_place(header.row),
        ),
        (Choice(NUMBERED, _("name the criteria by their columns")),),
    )


def ask_names(grid: Grid, top: int, work: Work) -> None:
    """Ask whether the first column names the candidates where none holds names."""
    work.ask(
        "names",
        "",
        _(
            "No column names the candidates: put their names into the first column, or say that '{name}' names them.",
            name=shown(text_of(grid.rows[top][0])),
        ),
        (Choice(NUMBERED, _("the first column names the candidates")),),
    )


def ask_people(grid: Grid, top: int, names: int, work: Work) -> None:
    """Ask whether people are what is ranked, where the rows are theirs."""
    work.ask(
        "names",
        "",
        _(
            "The rows are answers of people ('{name}'), and no column says of which candidate each is: add a column headed Candidate, or give one row for each candidate.",
            name=shown(text_of(grid.rows[top][names])),
        ),
        (Choice(NUMBERED, _("the people are what is ranked")),),
    )


def ask_marks_once(names: Sequence[str], example: str, work: Work, *, why: str = "") -> None:
    """Ask once what the marks mean in the numbers of several columns. why: the reason to suggest thousands, if there is one."""
    ways = sorted(readings(example), key=lambda way: -abs(way[1]))
    work.ask(
        "numbers",
        "",
        translate_count(
            "Numbers in {count} column ({names}): does {example} mean {first:.12g} (thousands) or {second:.12g}? Nothing in the file decides.",
            "Numbers in {count} columns ({names}): does {example} mean {first:.12g} (thousands) or {second:.12g}? Nothing in the file decides; one answer counts for all of them.",
            len(names),
            names=listed(names, 6),
            example=example,
            first=ways[0][1],
            second=ways[-1][1],
        ),
        tuple(Choice(mark, f"{value:.12g}") for mark, value in ways),
        suggestion=ways[0][0] if why else "",
        why=why,
    )


def with_counted_header(grid: Grid, header: Header) -> Grid:
    """Return the grid with a header that names the columns by their letters."""
    names = [
        "",
        *(_("Column {letters}", letters=letters(grid.column_numbers[j])) for j in range(1, grid.width)),
    ]
    rows = (*grid.rows[: header.row], tuple(names), *grid.rows[header.row :])
    numbers = (*grid.row_numbers[: header.row], grid.row_numbers[header.row], *grid.row_numbers[header.row :])
    return Grid(rows, numbers, grid.column_numbers)
