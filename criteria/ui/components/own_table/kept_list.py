"""Problems of one's own that are kept in the store, found again by the browser that kept them: open one, or delete it with undo."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from criteria.model.problem import Problem
from criteria.translation import translate as _
from criteria.ui import own, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.owner import owner
from criteria.ui.components.common.slot import told
from criteria.ui.markup import NOTHING

_OPEN, _SAID, _REMOVED = "kept-open", "kept-said", "kept-removed"


def kept_list(bundled: Mapping[str, Problem]) -> Problem | None:
    """Draw what this browser keeps, if anything; return the problem that was opened just now, None before that."""
    owner()
    said = session.heard(_SAID)
    told(blocks.refused(_("This was not done"), [str(said)]) if said else NOTHING)
    token = session.heard(_OPEN)
    if token is not None:
        brought = own.open_kept(str(token), bundled)
        if brought.problem is not None:
            return brought.problem
        st.html(blocks.notes(brought.notes, _("This problem cannot be opened:")))
    removed = session.heard(_REMOVED)
    if removed is not None:
        widgets.button(
            _("Undo deleting"), key=widgets.key("kept-undo"), then=(_remove, (str(removed), False))
        )
    listed = own.kept_before()
    if not listed:
        return None
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
    return None


def _open(name: str) -> None:
    session.say(_OPEN, widgets.widget_now(name))


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
