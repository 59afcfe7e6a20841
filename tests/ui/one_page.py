"""One page as tests drive it: opened by an address, read by what it sends, its buttons pressed by their titles."""

from __future__ import annotations

import importlib
import json

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Node

from criteria.ui import session as tab


def opened(module: str, **query: str) -> AppTest:
    """Return the page of this module as a link opens it."""
    importlib.import_module(f"criteria.ui.pages.{module}")
    page = AppTest.from_string(
        f"from criteria.ui.pages import {module}\n{module}.page()", default_timeout=120
    )
    for name, value in query.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return page


def shown(page: AppTest) -> str:
    """Return all HTML that the page drew or filled into its places."""
    drawn = (element.proto.body for element in page.get("html"))
    return "\n".join([*drawn, *filled(page).values()])


def filled(page: AppTest) -> dict[str, str]:
    """Return what letters filled into each place of the page, the last that each was told."""
    told = [json.loads(element.proto.json) for element in page.get("bidi_component") if _is_letter(element)]
    found: dict[str, str] = {}
    for letter in sorted(told, key=lambda letter: letter["number"]):
        found |= letter["filled"]
    return found


def _is_letter(element: Node) -> bool:
    return element.proto.component_name == "criteria_letter"


def session(page: AppTest) -> tab.Session:
    return page.session_state["criteria-session"]


def press(page: AppTest, title: str) -> AppTest:
    """Return the page after a press of the button whose title is this, or begins with it where it ends in an ellipsis."""
    page = next(b for b in page.button if _is(b.label.replace("\u2060", ""), title)).click().run()
    assert not page.exception
    return page


def _is(label: str, title: str) -> bool:
    return label.startswith(title[:-1]) if title.endswith("…") else label == title
