"""The ways in: a file, a pasted table, a template, an empty table to fill in."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from criteria.files.csv_text import csv_text
from criteria.translation import translate as _
from criteria.ui import widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.slot import told
from criteria.ui.components.common.steady import begun_anew
from criteria.ui.components.own_table.draft import Draft, draft_of
from criteria.ui.components.own_table.handed_over import hand_over, present, put

KINDS = ("csv", "tsv", "txt", "xlsx", "xlsm", "ods", "json", "zip", "dmsy", "yaml", "yml")
_ROWS, _COLUMNS = 12, 8  # of the empty table


def ways_in() -> None:
    """Draw the ways in, folded away once something was handed over; above them, that it has to be handed over once more."""
    told(begun_anew())
    draft = present()
    title = _("Hand over a table") if draft is None else _("Hand over another table")
    with widgets.fold(title, unfolded=draft is None):
        _ways()


def _ways() -> None:
    dropped, pasted, fresh = st.columns(3, gap="medium")
    with dropped:
        st.html(blocks.heading(_("A file"), _("CSV, TSV, XLSX, ODS or a problem saved as JSON, as it is.")))
        key = widgets.key("own-file")
        widgets.files(
            _("File with your table"), KINDS, key=key, then=(_take_file, (key,)), label_visibility="collapsed"
        )
    with pasted:
        st.html(blocks.heading(_("Paste"), _("Copy the cells in your spreadsheet and paste them here.")))
        key = widgets.key("own-paste")
        then = (_take_text, (key,))
        widgets.area(_("Pasted table"), key=key, then=then, height=116, label_visibility="collapsed")
        widgets.button(_("Read what was pasted"), key=widgets.key("own-read"), then=then)
    with fresh:
        st.html(
            blocks.heading(
                _("Start from a template"), _("A small table to overwrite, here or in your spreadsheet.")
            )
        )
        st.download_button(
            _("Download a template (CSV)"), csv_text(template()), "table.csv", "text/csv", on_click="ignore"
        )
        widgets.switch(_("Fill in an empty table here"), key=widgets.key("own-empty"))
    if widgets.widget_value("own-empty"):
        _empty_table()


def template() -> pd.DataFrame:
    """Return a table that says everything a table can say: directions, weights, units, a range and an unknown cell."""
    return pd.DataFrame(
        {
            _("Candidate"): ["direction", "weight", "unit", _("First"), _("Second"), _("Third")],
            _("Price"): ["min", "40", "kEUR", "120", "95", "110"],
            _("Quality"): ["max", "35", _("points"), "8 (7-9)", "6", ""],
            _("Delivery time"): ["min", "25", _("weeks"), "6", "9", "7-8"],
        }
    )


def empty_table() -> pd.DataFrame:
    """Return the table to fill in: names of criteria in its first row, what is said about them below, then candidates."""
    frame = pd.DataFrame("", index=range(_ROWS), columns=[chr(65 + j) for j in range(_COLUMNS)])
    frame.iloc[:4, 0] = [_("Candidate"), "direction", "weight", "unit"]
    return frame


def filled_in(state: object) -> pd.DataFrame:
    """Return the empty table with what was typed into it.

    state: as the grid reports it: cells by row and column, rows that were added, and rows that were taken out.
    """
    frame = empty_table()
    told = state if isinstance(state, Mapping) else {}
    for row, cells in told.get("edited_rows", {}).items():
        for column, value in cells.items():
            frame.loc[int(row), column] = value
    frame = frame.drop(index=[int(row) for row in told.get("deleted_rows", ())])
    added = pd.DataFrame(list(told.get("added_rows", ())), columns=frame.columns)
    return pd.concat([frame, added], ignore_index=True)


def read_grid(frame: pd.DataFrame) -> Draft:
    """Return the draft of a table that was filled in on the page."""
    filled = frame.fillna("").map(lambda value: str(value).strip())
    kept = filled.loc[:, (filled.iloc[:1] != "").any()]
    used = kept[(kept.iloc[:, 1:] != "").any(axis=1) | (kept.index == 0)]
    return draft_of(_("My table"), used.to_csv(index=False, header=False).encode("utf-8"))


def _empty_table() -> None:
    st.html(
        blocks.caption(
            _(
                "First row: what the columns are called. direction: max or min. weight and unit may stay blank. Then a row for each candidate."
            )
        )
    )
    key = widgets.key("own-grid")
    widgets.grid(empty_table(), key=key, num_rows="dynamic", hide_index=True, width="stretch")
    widgets.button(_("Read this table"), key=widgets.key("own-grid-read"), then=(_take_grid, (key,)))


def _take_file(key: str) -> None:
    given = widgets.widget_now(key)
    if given is not None:
        hand_over(given.name, given.getvalue())  # type: ignore[attr-defined]


def _take_text(key: str) -> None:
    given = str(widgets.widget_now(key) or "")
    if given.strip():
        hand_over(_("Pasted table"), given.encode("utf-8", "replace"))


def _take_grid(key: str) -> None:
    """Read what the grid holds at the press of the button: the cell typed last was not drawn yet."""
    put(read_grid(filled_in(widgets.widget_now(key))))
