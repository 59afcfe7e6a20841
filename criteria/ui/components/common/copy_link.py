"""Copy link: puts the address of the present scenario on the clipboard."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import own, session
from criteria.ui.components.common.browser_part import browser_part
from criteria.ui.markup import markup

_HERE = Path(__file__).parent

_button = browser_part(
    "copy_link",
    markup('<button type="button" class="copy"></button>\n'),
    _HERE / "copy_link.css",
    _HERE / "copy_link.js",
)


def copy_link(problem: Problem, scenario: Scenario) -> None:
    """Draw the button."""
    words = {"copy": _("Copy link"), "copied": _("Link copied"), "by_hand": _("Copy this link:")}
    data = {"query": link_query(problem, scenario), "place": session.session().base, "words": words}
    _button(key="copy-link", data=data, height="content")


def link_query(problem: Problem, scenario: Scenario) -> str:
    """Return the scenario as the part of an address after the question mark."""
    return urlencode(own.query(problem, scenario), safe=",:")
