"""Which sheet of a file is read, and which part of it is the table: as answered, or the only one there is; otherwise it is asked."""

from __future__ import annotations

from criteria.files.table.grid import grid_of
from criteria.files.table.layout.blocks import (
    blocks_of,
    extent_named,
    legend_beside,
    list_beside,
    part_of,
    remarks_below,
    tables_on,
    weight_list,
    without_extent,
)
from criteria.files.table.layout.shape import holds_table
from criteria.files.table.question import Choice
from criteria.files.table.source.sheet import Sheet, Source
from criteria.files.table.values.cells import CellReader
from criteria.files.table.work import Work, listed, shown
from criteria.model.text import clean_text
from criteria.translation import translate as _
from criteria.translation import translate_count

WHOLE = "all"


def chosen_sheet(source: Source, read: CellReader, work: Work) -> Sheet | None:
    """Return the sheet to read: the one answered, the only one, or the only one that holds a table; otherwise it is asked."""
    answer = work.answer("sheet")
    if answer:
        return next((sheet for sheet in source.sheets if sheet.name == answer), None)
    if not source.sheets:
        work.findings.append(_("{file} has no sheet with cells in it.", file=work.file))
        return None
    if len(source.sheets) == 1:
        return source.sheets[0]
    holding = [sheet for sheet in source.sheets if holds_table(sheet, read)]
    lists = [sheet for sheet in holding if weight_list(grid_of(sheet), read)]
    if len(lists) < len(holding):
        holding = [sheet for sheet in holding if sheet not in lists]
    seen = [sheet for sheet in holding if sheet.visible] or holding
    if len(seen) == 1:
        rest = [sheet.name for sheet in source.sheets if sheet is not seen[0]]
        work.notes.append(
            translate_count(
                "The sheet '{sheet}' is read; {others} holds no table of scores or is hidden.",
                "The sheet '{sheet}' is read; {others} hold no table of scores or are hidden.",
                len(rest),
                sheet=shown(seen[0].name),
                others=listed(rest, 6),
            )
        )
        return seen[0]
    if not seen:
        return max(source.sheets, key=lambda sheet: sheet.filled)
    work.ask(
        "sheet",
        "",
        _("Which sheet holds the table: {sheets}?", sheets=listed((sheet.name for sheet in seen), 8)),
        tuple(Choice(sheet.name, clean_text(sheet.name, 60)) for sheet in seen),
        suggestion=seen[0].name,
        why=_("it comes first"),
    )
    return None


def table_part(sheet: Sheet, read: CellReader, work: Work) -> Sheet | None:
    """Return the part of a sheet that is the table: the range answered, the only table, or None where several are there."""
    if answer := work.answer("range"):
        return sheet if answer == WHOLE else part_of(sheet, extent_named(answer))
    for extent, said in (
        (legend_beside(sheet), _("it is a legend")),
        (list_beside(sheet, read), _("it is a list of weights")),
        (remarks_below(sheet, read), _("it holds words and no numbers")),
    ):
        if extent is not None:
            sheet = without_extent(sheet, extent)
            work.notes.append(
                _("{cells} beside or below the table is left out: {reason}.", cells=extent.name, reason=said)
            )
    tables = tables_on(sheet, read)
    if len(tables) == 1 and len(blocks_of(sheet)) > 1:
        lists = [b for b in blocks_of(sheet) if weight_list(grid_of(part_of(sheet, b)), read)]
        for extent in lists:
            sheet = without_extent(sheet, extent)
    if len(tables) < 2:
        return sheet
    names = [extent.name for extent in tables]
    work.ask(
        "range",
        "",
        _("The sheet holds several tables: which one is read ({ranges})?", ranges=", ".join(names)),
        (*(Choice(name, name) for name in names), Choice(WHOLE, _("all of it as one table"))),
        suggestion=max(tables, key=lambda e: (e.right - e.left + 1) * (e.bottom - e.top + 1)).name,
        why=_("it is the largest"),
    )
    return None
