"""A seal that is handed over is checked against the present scenario; what is none is said to be none."""

from __future__ import annotations

from datetime import UTC, datetime

from by_hand import BASE, PROBLEM
from streamlit.testing.v1 import AppTest

from criteria.files.seal import seal
from criteria.ui.session import Session


def drawn() -> None:
    from criteria.ui import session
    from criteria.ui.components.scenarios.seals import seals

    seals(*session.present())


def test_the_check_is_that_of_the_present_scenario() -> None:
    made = seal(PROBLEM, BASE, time=datetime(2026, 11, 27, tzinfo=UTC))
    page = AppTest.from_function(drawn, default_timeout=60)
    page.session_state["criteria-session"] = Session(PROBLEM, BASE.with_importance("price", 90), seal=made)
    page.run()
    assert not page.exception
    shown = "\n".join(element.proto.body for element in page.get("html"))
    assert made.code in shown
    assert "Importance of Price: sealed 20 (20%), now 90 (53%)." in shown
