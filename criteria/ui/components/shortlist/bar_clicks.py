"""Tells which candidate's bar was clicked in the ranking chart."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from criteria.ui import session
from criteria.ui.markup import markup

_listener = st.components.v2.component(
    "criteria_bar_clicks",
    html=markup("<span></span>\n"),
    js=(Path(__file__).parent / "bar_clicks.js").read_text(encoding="utf-8"),
)


def clicked_bar() -> str:
    """Listen to the chart; return the identifier of the candidate whose bar was just clicked, else the empty text."""
    result = _listener(key="bar-clicks", on_candidate_change=session.act, height=0)
    return str(result.candidate or "")
