"""Hears which candidate was clicked, in the bars or in the table, and opens it in the drawer."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from criteria.ui import session
from criteria.ui.components.shortlist import drawer
from criteria.ui.markup import markup

KEY = "bar-clicks"
_listener = st.components.v2.component(
    "criteria_bar_clicks",
    html=markup("<span></span>\n"),
    js="\n".join(
        (Path(__file__).parent / name).read_text(encoding="utf-8") for name in ("drawer.js", "bar_clicks.js")
    ),
)


def hear_clicks() -> None:
    """Listen to bars and table."""
    _listener(key=KEY, on_candidate_change=clicked, on_against_change=clicked, height=0)


def clicked() -> None:
    """Open the candidate that was clicked, or compare the one that is open with it."""
    with session.unbroken() as held:
        session.act()
        problem, _scenario = session.present()
        known = {alternative.id for alternative in problem.alternatives}
        sent = held.get(KEY) or {}
        against = sent.get("against")
        if against in known:
            drawer.put("against", against)
        elif (candidate := sent.get("candidate")) in known:
            drawer.put("look", candidate)
