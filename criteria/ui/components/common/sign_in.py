"""The page for who is not signed in, and the line that says who is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from criteria.store.rights import EDITOR
from criteria.translation import translate as _
from criteria.ui import address, session, widgets, workspace
from criteria.ui.components.common import blocks
from criteria.ui.components.common.browser_part import browser_part
from criteria.ui.markup import markup

_component = browser_part("kept_link", markup("<span></span>\n"), Path(__file__).with_name("kept_link.js"))


def page() -> None:
    """Draw why nothing is shown, and the button that leads on."""
    space, who = workspace.workspace(), workspace.actor()
    assert space is not None
    assert who is not None
    blocks.brand(space.name, _("Sign in"))
    _component(key="link-kept", data={"keep": True}, height=0)
    if who.name and not who.role:
        said = _(
            "You are signed in as {name}, who has no place in this workspace: ask its administrator for one.",
            name=who.name,
        )
        st.html(blocks.refused(_("Nothing is shown"), [said]))
        _sign_out()
        return
    reason = (
        _("Your sign-in has ended. Sign in again to go on where you were.")
        if who.ended
        else _("Sign in to open this workspace.")
    )
    st.html(blocks.heading(_("Sign in"), reason))
    for provider in space.providers:
        title = _("Sign in with {provider}", provider=provider) if len(space.providers) > 1 else _("Sign in")
        widgets.button(title, key=f"sign-in-{provider}", then=(st.login, (provider or None,)), type="primary")


def instead() -> Callable[[], None] | None:
    """Return what is drawn in place of every page: the sign-in, or nothing while the browser looks for the link that led to it."""
    mine = session.session()
    if not workspace.admitted():
        return page
    if workspace.actor() is None or mine.looked or mine.scenario is not None or not address.is_bare():
        return None
    return _look


def _look() -> None:
    session.session().looked = True  # once: a browser that does not answer has its page at the next act
    _component(key="link-followed", data={"keep": False}, on_looked_change=session.act, height=0)


def account() -> None:
    """Draw who is signed in, with what right, and the way out."""
    who = workspace.actor()
    if who is None:
        return
    right = _("may edit") if who.role == EDITOR else _("may look")
    with st.sidebar:
        st.html(blocks.caption(_("Signed in: {name} ({right}).", name=who.name, right=right)))
        _sign_out()


def _sign_out() -> None:
    widgets.button(_("Sign out"), key="sign-out", then=(st.logout, ()))
