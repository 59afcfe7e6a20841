"""The downloads: made when asked for, from the scenario as it stands then."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from criteria.errors import CriteriaError
from criteria.files.csv_text import csv_text
from criteria.files.shortlist import csv_of_sentence, inputs_csv, shortlist_csv
from criteria.translation import translate as _
from criteria.ui.leaving import leaving_now
from criteria.ui.session import Session


def shortlist_button(session: Session) -> None:
    """Draw the button for the shortlist with the ranks under every method."""
    _button(_("Download shortlist (CSV)"), "shortlist", session, primary=True)


def inputs_button(session: Session) -> None:
    """Draw the button for the inputs and settings behind the shortlist."""
    _button(_("Inputs (CSV)"), "inputs", session, primary=False)


def _button(label: str, what: str, session: Session, *, primary: bool) -> None:
    identifier = session.problem.id if session.problem else what
    st.download_button(
        label,
        # Called when the button is pressed, outside any run: the session knows the scenario of that moment.
        data=lambda: file_content(session, what),
        file_name=f"{identifier}-{what}.csv",
        mime="text/csv",
        type="primary" if primary else "secondary",
        on_click="ignore",
        width="stretch",
    )


def file_content(session: Session, what: str) -> bytes:
    """Return the file as UTF-8; where there is no ranking, a file with the sentence that says why."""
    try:
        found = leaving_now(session)
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
        file_name=f"{name}.csv",
        mime="text/csv",
        key=f"csv-{name}",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )
