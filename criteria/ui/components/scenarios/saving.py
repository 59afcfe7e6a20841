"""Save the present scenario under a name or as a new version; what is open, and what was just opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from criteria.errors import CriteriaError
from criteria.model.problem import Problem
from criteria.store import StoreError
from criteria.translation import translate as _
from criteria.ui import own, saved, session, widgets, workspace
from criteria.ui.components.common import blocks
from criteria.ui.components.common.owner import owner_now
from criteria.ui.components.common.sealing import start_sealing
from criteria.ui.saved import Saved

REFUSED = "scenarios-refused"
_NAME, _NOTE, AUTHOR = "scenario-name", "scenario-note", "scenario-author"
CHOSEN, NEW_NAME = "scenario-chosen", "scenario-new-name"
COMPARED = "compare-saved"


def attempt(work: Callable[..., None], *given: object) -> None:
    """Do what a button asks for; what cannot be done is said on the page."""
    try:
        work(*given)
    except CriteriaError as error:
        session.say(REFUSED, str(error))


def refused() -> None:
    """Draw why the last act could not be done, if it could not."""
    if said := session.heard(REFUSED):
        st.html(blocks.refused(_("This was not done"), [str(said)]))


def save_form(problem: Problem) -> None:
    """Draw the fields and buttons that save the scenario of the session as it is when a button is pressed."""
    opened = opened_of(problem)
    looks = workspace.only_looks()
    st.html(blocks.heading(_("Save this scenario"), looks or _open_line(opened)))
    left, middle, right = st.columns([2, 3, 2])
    with left:
        widgets.field(_("Name of the scenario"), key=widgets.key(_NAME), max_chars=120)
    with middle:
        widgets.field(_("Note"), key=widgets.key(_NOTE), max_chars=400)
    with right:
        widgets.field(_("Your name"), key=AUTHOR, max_chars=120)
    buttons = st.columns([2, 2, 3])
    with buttons[0]:
        widgets.button(
            _("Save as new"),
            key=widgets.key("scenario-save"),
            then=(attempt, (_save_new,)),
            type="primary",
            disabled=bool(looks),
            width="stretch",
        )
    if opened is not None:
        with buttons[1]:
            widgets.button(
                _("Save a new version of {name}", name=opened[2]),
                key=widgets.key("scenario-again"),
                then=(attempt, (_save_again,)),
                disabled=bool(looks),
                width="stretch",
            )


def opened_of(problem: Problem) -> tuple[str, int, str, str] | None:
    """Return the saved scenario that is open, None where it is of another problem."""
    opened = session.session().saved
    return opened if opened is not None and opened[3] == problem.id else None


def _open_line(opened: tuple[str, int, str, str] | None) -> str:
    if opened is None:
        return _("A saved scenario has a short link, and keeps every version.")
    return _("Open: {name}, version {number}.", name=opened[2], number=opened[1])


def is_own(problem: Problem) -> bool:
    """Whether the problem goes with what is saved of it: it is not one that comes with the app."""
    return problem.id in session.session().own


def now(key: str) -> str:
    """Return what a field or menu holds at the press of the button: what it held when the page was drawn may be older."""
    return str(widgets.widget_now(key) or "")


def saved_as(token: str, *emptied: str) -> None:
    """Choose what was just saved or renamed, and empty these fields; all others keep what is typed in them.

    No widget is renewed by it: Streamlit draws a new button below the old one until the run ends, everything under them moves, and a
    click that is under way goes astray. What is chosen is said anew, for the browser knows it by a name that may have changed.
    """
    widgets.note_widget_value(CHOSEN, token)
    compared = widgets.widget_now(widgets.key(COMPARED))
    if compared is not None:
        widgets.note_widget_value(COMPARED, compared)
    for name in emptied:
        widgets.note_widget_value(name, "")


def _save_new() -> None:
    problem, scenario = session.present()
    name, note, author = now(widgets.key(_NAME)), now(widgets.key(_NOTE)), now(AUTHOR)
    done = saved.save_new(
        problem,
        scenario,
        owner=owner_now(),
        name=name,
        note=note,
        author=author,
        own=is_own(problem),
        sealed=session.session().seal_of(problem.id),
        sealing=session.session().sealing,
    )
    session.session().saved = (
        done.token,
        done.version.number,
        name.strip() or _("Scenario"),
        problem.id,
    )
    saved_as(done.token, _NAME, _NOTE)


def _save_again() -> None:
    problem, scenario = session.present()
    opened = opened_of(problem)
    if opened is None:
        raise StoreError(_("No saved scenario of this problem is open; save it as new."))
    note, author = now(widgets.key(_NOTE)), now(AUTHOR)
    done = saved.save_again(
        opened[0],
        opened[1],
        problem,
        scenario,
        note=note,
        author=author,
        own=is_own(problem),
        sealed=session.session().seal_of(problem.id),
    )
    session.session().saved = (done.token, done.version.number, opened[2], problem.id)
    saved_as(done.token, _NOTE)
    if done.meanwhile:
        who = ", ".join(version.author or _("another person") for version in done.meanwhile)
        session.say(
            REFUSED, _("Saved. Meanwhile {who} saved versions too; all of them are in the history.", who=who)
        )


def take_up(one: Saved, problems: dict[str, Problem]) -> None:
    """Make a saved scenario that of the session; where its choices are being sealed, names and scores are hidden."""
    problem = own.use(one.problem, problems) if one.own else one.problem
    scenario = replace(one.scenario, problem=problem.id)
    session.keep(problem, scenario)
    session.replaced()  # menus that still held the choices of before would put them back
    mine = session.session()
    mine.saved = (one.token, one.version.number, one.name, problem.id)
    mine.notes, mine.settled, mine.seal = list(one.notes), None, one.sealed or mine.seal
    if one.sealing:
        start_sealing(one.token)
