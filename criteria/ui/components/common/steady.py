"""Keeps page and server of one mind over a lost connection, a restart, a deploy and a reload.

The browser may come back to a session that knows nothing of what the page shows: Streamlit drops the moves of a fragment that a new
session has not drawn. The page notices, and asks for a whole run with the move that was not answered; see `steady.js`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import looks, session, widgets
from criteria.ui.components.common.blocks import notes
from criteria.ui.components.common.browser_part import browser_part
from criteria.ui.components.common.panel_points import points_of
from criteria.ui.markup import NOTHING, Markup, markup

KEY = "steady"
_IN_ADDRESS = ("shortlist", "robustness")  # pages that hold nothing that the address has not
_listener = browser_part(
    "steady",
    markup("<span></span>\n"),
    *(
        Path(__file__).with_name(f"{name}.js")
        for name in ("paper", "announcer", "view_links", "table_sort", "steady_clicks", "steady")
    ),
)


@dataclass(frozen=True, slots=True)
class Resumed:
    """What a page said that comes back: whether this session drew it, whether the address was changed meanwhile, the unanswered move."""

    same_session: bool
    travelled: bool
    kept: Mapping[str, object] | None


def resumed() -> Resumed | None:
    """Draw the listener; return what a page that comes back said, None in any other run."""
    result = _listener(
        key=KEY,
        data={"token": session.session().token},
        on_resume_change=_nothing,
        on_view_change=_seen,
        height=1,
    )
    if result.view and session.session().page != "robustness":
        widgets.go("robustness")
    return read(result.resume, session.session().token)


def _seen() -> None:
    """Note the view that a link opens; the run that follows goes there."""
    with session.unbroken() as held:
        session.act()
        sent = held.get(KEY)
        view = sent.get("view") if sent else None
        if view in looks.VIEWS:
            looks.note("view", view, looks.VIEWS[0])
            widgets.note_widget_value(looks.VIEW, view)


def _nothing() -> None:
    """Coming back is no act: it does not keep an address from being adopted."""


def read(said: object, token: str) -> Resumed | None:
    """Return what the listener's words mean; None where it said nothing that can be used."""
    if not isinstance(said, Mapping):
        return None
    kept = said.get("kept")
    return Resumed(
        said.get("token") == token,
        said.get("moved") is not False,
        kept if isinstance(kept, Mapping) else None,
    )


def note_return(back: Resumed | None, page: str) -> None:
    """Note that a page came back which another session had drawn, where it may have held what the address has not."""
    if back is not None and not back.same_session and page not in _IN_ADDRESS:
        session.session().anew = page


def begun_anew() -> Markup:
    """Return what to say on a page that came back to a session that did not know it, until it is left; nothing on any other."""
    mine = session.session()
    if not mine.anew or mine.anew != mine.page:
        return NOTHING
    said = _(
        "What is saved or in the address is here again. What was typed or handed over and not saved yet has to be given once more."
    )
    return notes([said], _("The connection was away for so long that this page began anew:"))


def with_kept(problem: Problem, scenario: Scenario, back: Resumed | None) -> Scenario:
    """Return the scenario with the points of the unanswered move, where it was made for this problem and profile."""
    if back is None or back.kept is None:
        return scenario
    if (back.kept.get("problem"), back.kept.get("profile")) != (problem.id, scenario.profile):
        return scenario
    session.importances_replaced()
    return scenario.with_importances(points_of(problem, back.kept.get("points")))
