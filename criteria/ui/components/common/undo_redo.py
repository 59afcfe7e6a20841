"""Undo and redo as buttons: they go Back and Forward, which is what undo and redo are; see `steady.js`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from criteria.translation import translate as _
from criteria.ui.markup import markup

_HERE = Path(__file__).parent
_buttons = st.components.v2.component(
    "criteria_undo_redo",
    html=markup('<div class="steps"></div>\n'),
    css=(_HERE / "undo_redo.css").read_text(encoding="utf-8"),
    js=(_HERE / "undo_redo.js").read_text(encoding="utf-8"),
)


def undo_redo() -> None:
    """Draw the two buttons; one is faint where there is nothing to undo or to do again."""
    _buttons(key="undo-redo", data={"undo": _("Undo"), "redo": _("Redo")}, height="content")
