"""Problems of one's own that are kept in the store, found again by the browser that kept them: open one, or delete it with undo."""

from __future__ import annotations

import streamlit as st

from criteria.model.problem import Problem
from criteria.translation import translate as _
from criteria.ui import own, presses, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.owner import owner
from criteria.ui.components.common.slot import told
from criteria.ui.markup import NOTHING

_SAID, _NOTES, _REMOVED = "kept-said", "kept-notes", "kept-removed"


def begin(chosen: Problem) -> None:
    """Begin with a problem: make it that of the session, and leave word that its ranking is to be shown."""
    session.keep(chosen, chosen.base_scenario())
    presses.go_next("shortlist")


def kept_list() -> None:
    """Draw what this browser keeps, if anything."""
    owner()
    said = session.heard(_SAID)
    told(blocks.refused(_("This was not done"), [str(said)]) if said else NOTHING)
    notes = session.heard(_NOTES)
    if isinstance(notes, tuple):
        st.html(blocks.notes(notes, _("This problem cannot be opened:")))
    removed = session.heard(_REMOVED)
    if removed is not None:
        widgets.button(
            _("Undo deleting"), key=widgets.key("kept-undo"), then=(_remove, (str(removed), False))
        )
    listed = own.kept_before()
    if not listed:
        return
    with widgets.fold(_("Problems that you keep on this server")):
        st.html(
            blocks.caption(
                _(
                    "Problems too large for a link are kept here. Only this browser lists them; a link to one opens it anywhere."
                )
            )
        )
        names = {one.token: one.name for one in listed}
        hints = {one.token: f"{one.latest.made:%Y-%m-%d %H:%M}" for one in listed}
        name = widgets.key("kept-chosen")
        widgets.menu(_("Kept problem"), names, hints=hints, key=name)
        left, right = st.columns(2)
        with left:
            widgets.button(_("Open"), key=widgets.key("kept-open"), width="stretch", then=(_open, (name,)))
        with right:
            widgets.button(
                _("Delete"), key=widgets.key("kept-delete"), width="stretch", then=(_remove_chosen, (name,))
            )


def _open(name: str) -> None:
    token = str(widgets.widget_now(name))

    def work(bundled: dict[str, Problem]) -> None:
        brought = own.open_kept(token, bundled)
        if brought.problem is not None:
            begin(brought.problem)
        else:
            session.say(_NOTES, brought.notes)

    presses.do_next(work)


def _remove_chosen(name: str) -> None:
    token = widgets.widget_now(name)
    if isinstance(token, str):
        _remove(token, True)


def _remove(token: str, removed: bool) -> None:
    said = own.forget_kept(token, removed=removed)
    if said:
        session.say(_SAID, said)
    elif removed:
        session.say(_REMOVED, token)
