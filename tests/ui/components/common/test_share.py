"""The one place from which a scenario leaves the page."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def page() -> None:
    from by_hand import BASE, PROBLEM

    from criteria.ui import session
    from criteria.ui.components.common.share import share

    session.keep(PROBLEM, BASE)
    share(PROBLEM, BASE)


def test_shortlist_inputs_and_print_stand_together() -> None:
    drawn = AppTest.from_function(page, default_timeout=30).run()
    assert not drawn.exception
    labels = [button.proto.label for button in drawn.get("download_button")]
    assert labels == ["Download shortlist (CSV)", "Inputs (CSV)"]
    assert any("data-print" in element.proto.body for element in drawn.get("html"))
