"""The sheet as it was found: each row and column with its role, in words and in colour."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from criteria.files.table.chosen import WHOLE
from criteria.files.table.grid import letters
from criteria.files.table.question import ABOUT, KEPT, LEFT_OUT, USED, Role
from criteria.files.table.reading import Reading
from criteria.files.table.values.cells import text_of
from criteria.translation import later, translate_count
from criteria.translation import translate as _
from criteria.ui import widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.own_table.draft import Draft, answered
from criteria.ui.components.own_table.handed_over import change
from criteria.ui.labels import option
from criteria.ui.markup import NOTHING, Markup, cell, joined, markup, row

ROWS, COLUMNS = 60, 24  # beyond these a page shows how many more there are
_CLASSES = {USED: "used", ABOUT: "about", LEFT_OUT: "left", KEPT: "kept"}
# What the reader calls a role, and what people read.
_ROLES = {
    "candidate": later("candidate"),
    "criterion": later("criterion"),
    "title": later("title"),
    "header": later("names of the columns"),
    "direction": later("directions"),
    "weight": later("weights"),
    "unit": later("units"),
    "scale": later("scale"),
    "scale_low": later("scale, lower end"),
    "scale_high": later("scale, upper end"),
    "indifference": later("indifference"),
    "preference": later("preference"),
    "veto": later("veto"),
    "range": later("end of a range"),
    "rating": later("rating of a person"),
    "result": later("result"),
    "heading": later("heading"),
    "text": later("text"),
    "words": later("text"),
    "date": later("date"),
    "fact": later("fact"),
    "identifier": later("identifier"),
    "remark": later("remark"),
    "blank": later("blank"),
    "left out": later("left out"),
}


def sheet(draft: Draft) -> None:
    """Draw the choice of the sheet where there are several, the grid, and why each row and column is what it is."""
    reading = draft.reading
    if reading is None:
        return
    if len(reading.sheets) > 1:
        _choose_sheet(draft, reading)
    _choose_cells(draft)
    if not reading.grid.rows:
        return
    st.html(grid_markup(reading))
    if reading.roles:
        with widgets.fold(_("What each row and column is, and why")):
            st.html(roles_markup(reading.roles))


def role_name(role: str) -> str:
    """Return what people read for a role."""
    return _(_ROLES.get(role, role))


def grid_markup(reading: Reading) -> Markup:
    """Return the grid as a table with its column letters, row numbers and roles."""
    grid = reading.grid
    of = {role.place: role for role in reading.roles}
    columns = range(min(grid.width, COLUMNS))
    lines = []
    for i in range(min(len(grid.rows), ROWS)):
        role = of.get(grid.row_place(i))
        cells = (
            cell(option(text_of(grid.rows[i][j]), 40), _kind(role, of.get(grid.column_place(j))))
            for j in columns
        )
        # The role stands where a narrow screen shows it: before the cells.
        lines.append(row([cell(grid.row_numbers[i], head="row"), cell(_said(role), "role"), *cells]))
    heads = [cell(letters(grid.column_numbers[j]), head="col") for j in columns]
    roles = [cell(_said(of.get(grid.column_place(j))), "role", head="col") for j in columns]
    blank = cell("", head="col")
    shown = markup(
        '<div class="c-scroll c-sheet" tabindex="0"><table><thead>{letters}{roles}</thead><tbody>{lines}</tbody></table></div>',
        letters=row([blank, blank, *heads]),
        roles=row([blank, blank, *roles]),
        lines=joined(lines),
    )
    return shown + blocks.caption(_more(len(grid.rows) - ROWS, grid.width - COLUMNS))


def roles_markup(roles: tuple[Role, ...]) -> Markup:
    """Return every role with its reason, as a list."""
    return blocks.listed(
        [
            markup("{role} <b>{place}</b> {reason}", role=_said(role), place=_place(role), reason=role.reason)
            for role in roles[: 4 * ROWS]
        ]
    )


def _place(role: Role) -> str:
    return (
        _("{place} '{name}':", place=role.place, name=role.name)
        if role.name
        else _("{place}:", place=role.place)
    )


def _kind(row: Role | None, column: Role | None) -> str:
    """Return the class of a cell: what is left out weighs most, then what is said about criteria."""
    uses = {role.use for role in (row, column) if role is not None}
    return next((_CLASSES[use] for use in (LEFT_OUT, KEPT, ABOUT, USED) if use in uses), "")


def _said(role: Role | None) -> Markup:
    if role is None:
        return NOTHING
    return markup(
        '<span class="c-role {kind}" title="{reason}">{name}</span>',
        kind=_CLASSES.get(role.use, ""),
        reason=role.reason,
        name=role_name(role.role),
    )


def _more(rows: int, columns: int) -> str:
    """Return how many rows and columns are not shown, the empty text where all are."""
    below = translate_count("{count} more row", "{count} more rows", rows)
    beside = translate_count("{count} more column", "{count} more columns", columns)
    if rows > 0 and columns > 0:
        return _("… and {rows} and {columns}.", rows=below, columns=beside)
    return _("… and {left_out}.", left_out=below if rows > 0 else beside) if rows > 0 or columns > 0 else ""


def _choose_sheet(draft: Draft, reading: Reading) -> None:
    names: Mapping[str, str] = {name: name for name in reading.sheets}
    key = widgets.key("own-sheet")
    widgets.menu(
        _("Sheet"),
        names,
        present=reading.sheet or None,
        placeholder=_("Choose a sheet"),
        key=key,
        then=(_take_sheet, (draft, key)),
    )


def _choose_cells(draft: Draft) -> None:
    """Draw the field for the range that is the table, folded away while nothing asks for it."""
    with widgets.fold(_("Only some cells of it")):
        key = widgets.key("own-cells")
        widgets.field(
            _("Cells that hold the table"),
            key=key,
            then=(_take_cells, (draft, key)),
            placeholder="B3:F9",
            help=_(
                "The table alone, with the names of its columns in the first row. Blank: the whole sheet."
            ),
        )


def _take_cells(draft: Draft, key: str) -> None:
    text = str(widgets.widget_now(key) or "").strip()
    change(draft, lambda now, progress: answered(now, "range:", text or WHOLE, progress))


def _take_sheet(draft: Draft, key: str) -> None:
    chosen = widgets.widget_now(key)
    if chosen:
        change(draft, lambda now, progress: answered(now, "sheet:", str(chosen), progress))
