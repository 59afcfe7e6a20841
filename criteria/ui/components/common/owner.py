"""Whose saved scenarios these are: a key that the browser keeps, so that they are found again tomorrow without a sign-in."""

from __future__ import annotations

import re
from pathlib import Path

from criteria.ui import session, workspace
from criteria.ui.components.common.browser_part import browser_part
from criteria.ui.markup import markup

_KEY = re.compile(r"[0-9a-f]{48}")
_component = browser_part("owner", markup("<span></span>\n"), Path(__file__).with_name("owner.js"))


def owner() -> str:
    """Ask the browser for its key; return it, or the tab's own before it has answered or where it keeps nothing."""
    mine = session.session()
    result = _component(
        key="scenarios-owner", data={"known": mine.owner}, on_owner_change=session.act, height=0
    )
    told = str(getattr(result, "owner", None) or "")
    if _KEY.fullmatch(told):
        mine.owner = told
    return owner_now()


def owner_now() -> str:
    """Return whose saved scenarios these are by now; for callbacks, which come after what was drawn."""
    return workspace.owner()
