"""From a sheet to the table the right way round: header, names, groups, orientation, long form."""

from __future__ import annotations

from criteria.files.table.grid import Grid, grid_of
from criteria.files.table.layout.form_grid import with_candidates
from criteria.files.table.layout.header import Header, filled_groups, find_header, whole_names
from criteria.files.table.layout.labels import NameColumn, name_column
from criteria.files.table.layout.long_form import long_form, turned_wide
from criteria.files.table.layout.missing import (
    NUMBERED,
    ask_header,
    ask_names,
    ask_people,
    is_pairwise,
    say_no_table,
    say_pairwise,
    with_counted_header,
)
from criteria.files.table.layout.offers import with_offers
from criteria.files.table.layout.orientation import Orientation, orientation
from criteria.files.table.question import ABOUT, Choice
from criteria.files.table.source.sheet import Sheet
from criteria.files.table.table import Table
from criteria.files.table.values.about import about_label
from criteria.files.table.values.cells import Cell, CellReader, text_of
from criteria.files.table.values.lexicon import CRITERION_WORDS, folded
from criteria.files.table.work import Work, listed, shown
from criteria.model.text import capitalized, clean_text
from criteria.translation import translate as _

ROWS, COLUMNS = "rows", "columns"


def table_of(sheet: Sheet, read: CellReader, work: Work) -> Table | None:
    """Return the sheet's table the right way round, None where there is none or its header is asked for."""
    grid = grid_of(sheet)
    header = find_header(grid, read)
    if header is None or len(grid.rows) - header.row < 2 - header.missing:
        say_no_table(grid, header, work)
        return None
    if header.missing:
        if work.answer("header") != NUMBERED:
            ask_header(grid, header, work)
            return None
        grid = with_counted_header(grid, header)
    for i in header.titles:
        work.role(
            grid.row_place(i),
            " ".join(text_of(v) for v in grid.rows[i] if v != ""),
            "title",
            _("stands above the header"),
            ABOUT,
        )
    work.role(grid.row_place(header.row), "", "header", _("names the columns"), ABOUT)
    groups = (
        filled_groups(grid.rows[header.groups], grid.rows[header.row])
        if header.groups >= 0
        else [""] * grid.width
    )
    grid = whole_names(grid, header)
    top = header.row
    if header.about:
        # What stands above the names of the columns says the same as below them.
        rest = range(top + 1, len(grid.rows))
        grid = grid.part([*range(top + 1), *header.about, *rest], list(range(grid.width)))
    if header.groups < 0 and (form := long_form(grid, top, read)):
        work.notes.append(
            _(
                "The table has one row for each score ({candidate}, {criterion}, {value}); it was turned into one row for each candidate.",
                candidate=shown(text_of(grid.rows[top][form.candidate])),
                criterion=shown(text_of(grid.rows[top][form.criterion])),
                value=shown(text_of(grid.rows[top][form.value])),
            )
        )
        for j in form.left:
            work.leave_out(
                grid.column_place(j),
                text_of(grid.rows[top][j]),
                "column",
                _("it is neither candidate, criterion nor value"),
            )
        grid, top, twice = turned_wide(grid, top, form)
        if twice:
            work.findings.append(
                _(
                    "{file}: more than one value stands for {pairs}; keep one of them.",
                    file=work.file,
                    pairs=listed(twice, 5),
                )
            )
        return _upright(grid, top, 0, [""] * grid.width, read)
    turned = with_candidates(grid, top, read, work)
    if turned is None:
        return None
    if turned is not grid:
        return _upright(turned, 0, 0, [""] * turned.width, read)
    offers = with_offers(grid, top, groups, read, work)
    if offers is None:
        return None
    if offers is not grid:
        return _upright(offers, 0, 0, [""] * offers.width, read)
    named = name_column(grid, top, read)
    if is_pairwise(grid, top, named.names):
        say_pairwise([text_of(v) for j, v in enumerate(grid.rows[top]) if j != named.names], work)
        return None
    if named.missing and work.answer("names") != NUMBERED:
        ask_names(grid, top, work)
    way = _way(grid, header, named, read, work)
    if named.people and not way.in_rows and work.answer("names") != NUMBERED:
        ask_people(grid, top, named.names, work)
    if named.identifiers >= 0:
        work.leave_out(
            grid.column_place(named.identifiers),
            text_of(grid.rows[top][named.identifiers]),
            "identifier",
            _("it identifies the rows; their names are in {place}", place=grid.column_place(named.names)),
        )
    if way.in_rows:
        return _turned(grid, top, named, groups, read, work)
    return _upright(grid, top, named.names, groups, read, without=named.identifiers)


def _way(grid: Grid, header: Header, named: NameColumn, read: CellReader, work: Work) -> Orientation:
    way = orientation(grid, header.row, named.names, read)
    answer = work.answer("orientation")
    if answer:
        way = Orientation(answer == ROWS, _("as answered"))
    if way.unsure:
        work.ask(
            "orientation",
            "",
            _("Do the criteria stand in rows or in columns? {reason}.", reason=capitalized(way.reason))
            if way.even
            else _(
                "Do the criteria stand in rows or in columns? Likely in rows: {reason}.", reason=way.reason
            ),
            (
                Choice(ROWS, _("criteria in rows, candidates in columns")),
                Choice(COLUMNS, _("criteria in columns, candidates in rows")),
            ),
            suggestion="" if way.even else ROWS,
            why="" if way.even else way.reason,
        )
    elif way.in_rows:
        work.notes.append(
            _(
                "The criteria stand in rows ({reason}): the table was turned, the columns are the candidates.",
                reason=way.reason,
            )
        )
    return way


def _upright(
    grid: Grid, top: int, names: int, groups: list[str], read: CellReader, *, without: int = -1
) -> Table:
    columns = [names, *(j for j in range(grid.width) if j not in (names, without))]
    part = grid.part(list(range(top, len(grid.rows))), columns)
    table = _table(part, [groups[j] for j in columns[1:]], read)
    if without >= 0:  # "Total" or "Weight" may stand in the column of identifiers
        for i, label in enumerate(table.labels):
            table.labels[i] = label or clean_text(text_of(grid.rows[top + 1 + i][without]), 120)
    return table


def _turned(grid: Grid, top: int, named: NameColumn, over: list[str], read: CellReader, work: Work) -> Table:
    """Return the table of a sheet with criteria in rows; section rows and a column of groups become groups of criteria."""
    body = range(top + 1, len(grid.rows))
    heads = [text_of(value) for value in grid.rows[top]]
    weight = next((j for j, head in enumerate(heads) if about_label(head) == "weight"), -1)
    group_column = _group_column(grid, top, named, read)
    rows, groups, weights, section, waiting = [], [], {}, "", ""
    current = ""
    unnamed: dict[int, str] = {}
    for i in body:
        row = grid.rows[i]
        label = clean_text(text_of(row[named.names]), 120)
        others = [
            j
            for j in range(grid.width)
            if j not in (named.names, named.identifiers, group_column) and row[j] != ""
        ]
        if group_column >= 0 and row[group_column] != "":
            if label or not others:
                current = clean_text(text_of(row[group_column]), 120)
            else:  # "Total" in the column of groups: the row has no other name
                rows.append(i)
                groups.append("")
                unnamed[i] = clean_text(text_of(row[group_column]), 120)
                continue
        if not label and not others:
            continue
        if (
            label
            and not [j for j in others if j != weight]
            and read(row[weight] if weight >= 0 else "").kind in ("blank", "number")
        ):
            section = label
            waiting = grid.row_place(i)
            if others:
                weights[section] = read(row[weight])
            work.role(waiting, label, "heading", _("groups the criteria below it"), ABOUT)
            continue
        rows.append(i)
        groups.append(current if group_column >= 0 else section)
    unused = [name for name in weights if name not in groups]
    if section and section not in groups:
        work.notes.append(
            _("Row '{name}' has no data (a heading or a remark) and is left out.", name=shown(section))
        )
        for name in unused:
            del weights[name]
    columns = [
        named.names,
        *(j for j in range(grid.width) if j not in (named.names, named.identifiers, group_column)),
    ]
    part = grid.part([top, *rows], columns).turned_over()
    table = _table(part, groups, read)
    table.group_weights = weights
    table.names = [unnamed.get(i, name) for i, name in zip(rows, table.names, strict=True)]
    _name_by_groups(table, [over[j] for j in columns[1:]])
    return table


def _name_by_groups(table: Table, over: list[str]) -> None:
    """Give candidates that stand under one heading each (Vendor A: Score, Weighted) the heading's name in front."""
    table.over = [clean_text(group, 120) for group in over]
    if len({folded(label) for label in table.labels}) == len(table.labels):
        return
    for i, group in enumerate(table.over):
        if group and not about_label(table.labels[i]):
            table.labels[i] = f"{group} {table.labels[i]}"


def _group_column(grid: Grid, top: int, named: NameColumn, read: CellReader) -> int:
    """Return the column left of the names that groups the criteria (with repeats or gaps), -1 where there is none."""
    for j in range(named.names):
        cells = [row[j] for row in grid.rows[top + 1 :]]
        words = [folded(text_of(value)) for value in cells if value != ""]
        if (
            j != named.identifiers
            and words
            and all(read(value).kind == "text" for value in cells if value != "")
            and (len(words) < len(cells) or len(set(words)) < len(words))
            and not about_label(text_of(grid.rows[top][j]))
        ):
            return j
    return -1


def _table(part: Grid, groups: list[str], read: CellReader) -> Table:
    head = part.rows[0]
    body = Grid(
        part.rows[1:],
        part.row_numbers[1:],
        part.column_numbers,
        frozenset(i - 1 for i in part.hidden_rows if i),
        part.hidden_columns,
        part.turned,
    )
    inner = body.part(list(range(len(body.rows))), list(range(1, body.width)))
    cells: list[list[Cell]] = [read.row(row) for row in inner.rows]
    real = [clean_text(group, 120) for group in groups]
    if len({folded(group) for group in real if group}) < 2 and all(real):
        real = [""] * len(real)
    return Table(
        inner,
        clean_text(text_of(head[0]), 120),
        [clean_text(text_of(value), 120) for value in head[1:]],
        [clean_text(text_of(row[0]), 120) for row in body.rows],
        cells,
        real,
    )


def holds_table(sheet: Sheet, read: CellReader) -> bool:
    """Whether a sheet has a header with rows of numbers below it."""
    if sheet.filled < 4:
        return False
    grid = grid_of(sheet)
    header = find_header(grid, read)
    if header is None:
        return False
    body = grid.rows[header.row + 1 :] if not header.missing else grid.rows[header.row :]
    numbers = sum(read(value).kind in ("number", "range", "stars") for row in body[:50] for value in row[1:])
    return (
        len(body) > 0
        and grid.width > 1
        and (numbers > 1 or folded(text_of(grid.rows[header.row][0])) in CRITERION_WORDS)
    )
