"""The page of scenarios as tests drive it: its fields by their labels, its buttons by their titles."""

from __future__ import annotations

import one_page
from one_page import press, session, shown
from streamlit.testing.v1 import AppTest

__all__ = ["fill", "opened", "press", "saved", "session", "shown"]


def opened(**query: str) -> AppTest:
    return one_page.opened("scenarios", **query)


def fill(page: AppTest, **texts: str) -> AppTest:
    for field in page.text_input:
        if (name := field.label.casefold().replace(" ", "_")) in texts:
            field.set_value(texts[name])
    return page


def saved(page: AppTest, name: str, **more: str) -> AppTest:
    return press(fill(page, name_of_the_scenario=name, **more), "Save as new")
