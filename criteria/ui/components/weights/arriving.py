"""Answers that arrive before the page is opened or while it is: they come in once enough people have answered, and the table is drawn anew.

The page asks the store every few seconds whether anything was saved, by one short question; only then does it read what.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import streamlit as st

from criteria.errors import CriteriaError
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import rounds, session
from criteria.ui.components.common import blocks
from criteria.ui.components.common.owner import owner
from criteria.ui.components.weights.answer_files import report
from criteria.ui.rounds import Returned, Round

EVERY = 10.0  # seconds between two questions to the store


def follow_folded() -> None:
    """Bring answers in where nothing of the round is drawn; for the inside of a fold that is closed."""
    problem, _scenario = session.present()
    with suppress(CriteriaError):  # said where the round is drawn
        begun = rounds.all_open(owner(), problem.id)
        if begun:
            follow(begun[0], rounds.returned(problem, begun[0]))


def follow(one: Round, found: Sequence[Returned]) -> None:
    """Bring answers in that were complete before the page was opened, then those that arrive while it is."""
    with session.unbroken():
        came = arrived(one, found)
        if came:
            session.act()
    if came:
        st.rerun()
    _keep_following(one, found)


@st.fragment(run_every=EVERY)
def _keep_following(one: Round, found: Sequence[Returned]) -> None:
    """Draw the page anew once something was saved under the links; where enough people have answered now, with their answers in."""
    st.html(
        blocks.caption(
            _(
                "This table is kept up to date by itself while it is open, and the answers come in once enough people have answered everything."
            )
        )
    )
    try:
        new = rounds.versions(one) != tuple(row.version for row in found)
    except CriteriaError:
        return  # the store is away for now: it is asked again, and a press on a button says so
    if new:
        with session.unbroken(), suppress(CriteriaError):  # said where the page is drawn anew
            session.act()
            arrived(one, rounds.returned(session.present()[0], one))
        st.rerun()


def arrived(one: Round, found: Sequence[Returned]) -> bool:
    """Bring the answers in if enough people have answered everything, and somebody besides those brought in before; return whether that changed anything."""
    _problem, scenario = session.present()
    if not is_ready(one, found) or _complete(found) <= session.session().brought.get(one.token, frozenset()):
        return False
    if rounds.brought_in(scenario.panel, one, found)[0] == scenario.panel:
        _note(one, found)
        return False
    _take(one, found)
    return True


def _note(one: Round, found: Sequence[Returned]) -> None:
    session.session().brought[one.token] = _complete(found)


def _complete(found: Sequence[Returned]) -> frozenset[str]:
    return frozenset(row.invitation.token for row in found if row.complete)


def is_ready(one: Round, found: Sequence[Returned]) -> bool:
    """Whether as many people have answered everything as are needed."""
    return sum(row.complete for row in found) >= one.quorum


def look(one: Round) -> None:
    """Bring the answers in once enough people have answered; before that, only the table of who has answered is drawn anew."""
    problem, scenario = session.present()
    found = rounds.returned(problem, one)
    if is_ready(one, found) and rounds.brought_in(scenario.panel, one, found)[0] != scenario.panel:
        _take(one, found)


def bring(one: Round) -> None:
    """Bring in what the store has at the press of the button, with a line for each person."""
    problem, _scenario = session.present()
    _take(one, rounds.returned(problem, one))


def _take(one: Round, found: Sequence[Returned]) -> None:
    problem, scenario = session.present()
    panel, brought = rounds.brought_in(scenario.panel, one, found)
    after: Scenario = scenario.with_panel(panel)
    session.set_report(report(problem, scenario.panel, panel, brought))
    session.keep(problem, after)
    session.widgets_replaced()
    _note(one, found)
