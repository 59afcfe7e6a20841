"""Undo and redo as buttons: they go Back and Forward, which is what undo and redo are; see `steady.js`."""

from __future__ import annotations

from pathlib import Path

from criteria.translation import translate as _
from criteria.ui.components.common.browser_part import browser_part
from criteria.ui.markup import markup

_HERE = Path(__file__).parent
_buttons = browser_part(
    "undo_redo",
    markup('<div class="steps"></div>\n'),
    _HERE / "undo_redo.css",
    _HERE / "history_steps.js",
    _HERE / "undo_redo.js",
)


def undo_redo() -> None:
    """Draw the two buttons; one is faint where there is nothing to undo or to do again."""
    _buttons(key="undo-redo", data={"undo": _("Undo"), "redo": _("Redo")}, height="content")
