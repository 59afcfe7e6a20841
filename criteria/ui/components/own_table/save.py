"""The open problem as a file: whole as JSON, or as one plain table with what that cannot carry."""

from __future__ import annotations

import streamlit as st

from criteria.files.document import saved_document
from criteria.files.folder.packed import problem_zip
from criteria.files.plain_table import not_carried, table_csv
from criteria.model.problem import Problem
from criteria.reports.table_workbook import table_workbook
from criteria.reports.whole_workbook import whole_workbook
from criteria.translation import translate as _
from criteria.ui import compute, widgets
from criteria.ui.components.common import blocks
from criteria.ui.markup import Markup

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def save(problem: Problem) -> None:
    """Draw the downloads of the problem that is open, folded away."""
    folded = widgets.fold(_("Save the open problem as a file"), key="own-save")
    with folded:
        st.html(
            blocks.heading(
                problem.title,
                _(
                    "Each file of the whole problem holds all of it, and opens here again. A plain table is for spreadsheets."
                ),
            )
        )
        columns = st.columns(5)
        files = (
            (
                _("Whole problem (JSON)"),
                lambda: saved_document(problem).encode(),
                "json",
                "application/json",
            ),
            (_("Whole problem (zip of CSV)"), lambda: problem_zip(problem), "zip", "application/zip"),
            (_("Whole problem (XLSX)"), lambda: whole_workbook(problem), "whole.xlsx", _XLSX),
            (_("Plain table (CSV)"), lambda: table_csv(problem).encode(), "csv", "text/csv"),
            (_("Plain table (XLSX)"), lambda: table_workbook(problem), "xlsx", _XLSX),
        )
        for column, (title, content, ending, kind) in zip(columns, files, strict=True):
            with column:
                st.download_button(
                    title, content, f"{problem.id}.{ending}", kind, key=f"own-save-{ending}", on_click="ignore",
                    width="stretch",
                )  # fmt: skip
        if folded.open:
            st.html(loss_markup(problem))


def loss_markup(problem: Problem) -> Markup:
    """Return what a plain table of this problem loses."""
    lost = compute.kept_for(problem, not_carried, lambda: tuple(not_carried(problem)))
    if not lost:
        return blocks.caption(
            _("The plain table of this problem reads back to the same numbers and weights.")
        )
    return blocks.notes(lost, _("A plain table of this problem:"))
