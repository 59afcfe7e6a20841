"""Undo and redo stand on the page of weights; that they work is seen in a browser, in `tests/browser/test_weights_journeys.py`."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest


def page() -> None:
    from criteria.ui.components.common.undo_redo import undo_redo

    undo_redo()


def test_both_buttons_are_drawn_with_their_words() -> None:
    drawn = AppTest.from_function(page, default_timeout=60).run()
    assert not drawn.exception
    sent = [element.proto for element in drawn.main if "undo_redo" in str(element.proto)]
    assert len(sent) == 1
    assert json.loads(sent[0].json) == {"undo": "Undo", "redo": "Redo"}
