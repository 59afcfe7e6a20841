"""The key of a browser: what it tells is taken only where it has the form of a key."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def drawn() -> None:
    from criteria.ui import session
    from criteria.ui.components.common.owner import owner

    session.session().token = "tab"
    session.session().owner = session.session().owner or str(session.heard("told") or "")
    session.say("owner", owner())


@pytest.mark.parametrize("known", ["", "a" * 48])
def test_before_the_browser_has_told_its_key_the_tabs_own_counts(known: str) -> None:
    page = AppTest.from_function(drawn, default_timeout=60).run()
    page.session_state["criteria-session"].heard["told"] = known
    page.run()
    assert not page.exception
    assert page.session_state["criteria-session"].heard["owner"] == (known or "tab")
