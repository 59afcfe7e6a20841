"""Copy link: puts the address of the present scenario on the clipboard."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import own, session
from criteria.ui.markup import markup

_HERE = Path(__file__).parent

_button = st.components.v2.component(
    "criteria_copy_link",
    html=markup('<button type="button" class="copy"></button>\n'),
    css=(_HERE / "copy_link.css").read_text(encoding="utf-8"),
    js=(_HERE / "copy_link.js").read_text(encoding="utf-8"),
)


def copy_link(problem: Problem, scenario: Scenario) -> None:
    """Draw the button."""
    words = {"copy": _("Copy link"), "copied": _("Link copied"), "by_hand": _("Copy this link:")}
    data = {"query": link_query(problem, scenario), "place": session.session().base, "words": words}
    _button(key="copy-link", data=data, height="content")


def link_query(problem: Problem, scenario: Scenario) -> str:
    """Return the scenario as the part of an address after the question mark."""
    return urlencode(own.query(problem, scenario), safe=",:")
