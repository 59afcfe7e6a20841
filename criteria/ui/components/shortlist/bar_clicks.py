"""Hears which candidate was clicked, in the bars or in the table, and opens it in the drawer."""

from __future__ import annotations

from pathlib import Path

from criteria.ui import session
from criteria.ui.components.common.browser_part import browser_part
from criteria.ui.components.shortlist import drawer
from criteria.ui.markup import markup

KEY = "bar-clicks"
_HERE = Path(__file__).parent
_listener = browser_part(
    "bar_clicks", markup("<span></span>\n"), _HERE / "drawer.js", _HERE / "bar_clicks.js"
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
