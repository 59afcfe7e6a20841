"""The code and the style of the importance panel, sent once for a page: the panel's own message is sent anew with every move."""

from __future__ import annotations

from pathlib import Path

from criteria.ui.components.common.browser_part import browser_part
from criteria.ui.markup import markup

KEY = "panel-code"
_HERE = Path(__file__).parent
_code = browser_part(
    "panel_code",
    markup("<span></span>\n"),
    _HERE / "importance_panel.css",
    *(_HERE.parent / "common" / name for name in ("percent.js", "rewrite.js", "live.js", "history_steps.js")),
    *(
        _HERE / name
        for name in (
            "offered_change.js",
            "travel_player.js",
            "headline_ahead.js",
            "importance_panel.js",
            "panel_code.js",
        )
    ),
    style="STYLE",
)


def bring_panel_code() -> None:
    """Send it, or what stands for it where the browser has it."""
    _code(key=KEY, height=0)
