"""The page of scenarios as tests drive it: its fields by their labels, its buttons by their titles."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from criteria.ui import session as tab


def drawn() -> None:
    from criteria.ui.pages.scenarios import page

    page()


def opened(**query: str) -> AppTest:
    page = AppTest.from_function(drawn, default_timeout=90)
    for name, value in query.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return page


def shown(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def session(page: AppTest) -> tab.Session:
    return page.session_state["criteria-session"]


def press(page: AppTest, title: str) -> AppTest:
    page = next(b for b in page.button if b.label.replace("\u2060", "") == title).click().run()
    assert not page.exception
    return page


def fill(page: AppTest, **texts: str) -> AppTest:
    for field in page.text_input:
        if (name := field.label.casefold().replace(" ", "_")) in texts:
            field.set_value(texts[name])
    return page


def saved(page: AppTest, name: str, **more: str) -> AppTest:
    return press(fill(page, name_of_the_scenario=name, **more), "Save as new")
