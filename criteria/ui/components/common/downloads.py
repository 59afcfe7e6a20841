"""The downloads: made when asked for, from the scenario as it stands then."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from criteria.errors import CriteriaError
from criteria.files.csv_text import csv_text
from criteria.files.shortlist import csv_of_sentence, inputs_csv, shortlist_csv
from criteria.reports.leaving import today
from criteria.translation import translate as _
from criteria.ui.leaving import leaving_now
from criteria.ui.session import Session, session


def shortlist_button(mine: Session) -> None:
    """Draw the button for the shortlist with the ranks under every method."""
    _button(_("Download shortlist (CSV)"), "shortlist", mine)


def inputs_button(mine: Session) -> None:
    """Draw the button for the inputs and settings behind the shortlist."""
    _button(_("Inputs (CSV)"), "inputs", mine)


def _button(label: str, what: str, mine: Session) -> None:
    st.download_button(
        label,
        # Called when the button is pressed, outside any run: the session knows the scenario of that moment.
        data=lambda: file_content(mine, what),
        file_name=file_name(mine, "" if what == "shortlist" else what),
        mime="text/csv",
        on_click="ignore",
        width="stretch",
    )


def file_name(mine: Session, what: str = "") -> str:
    """Return what a CSV file is called: problem, method and date, as in `automotive-cloud_topsis_2026-11-23.csv`.  what: it holds beside the shortlist."""
    known = [mine.problem.id if mine.problem else "", mine.scenario.method if mine.scenario else ""]
    return "_".join(filter(None, [*known, today(), what])) + ".csv"


def file_content(mine: Session, what: str) -> bytes:
    """Return the file as UTF-8; where there is no ranking, a file with the sentence that says why."""
    try:
        found = leaving_now(mine)
        text = (
            shortlist_csv(found.evaluation, found.robustness, found.face)
            if what == "shortlist"
            else inputs_csv(found.evaluation, version=found.version, link=found.face.link, face=found.face)
        )
    except CriteriaError as error:
        text = csv_of_sentence(str(error))
    return text.encode("utf-8")


def data_button(name: str, table: Callable[[], pd.DataFrame]) -> None:
    """Draw the button for the data behind a figure; the table is made when it is pressed."""
    st.download_button(
        _("Data (CSV)"),
        data=lambda: csv_text(table()).encode("utf-8"),
        file_name=file_name(session(), name),
        mime="text/csv",
        key=f"csv-{name}",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )
