"""What a page shows of a scenario is in the address of that page alone, and no part of the scenario."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from criteria.ui import looks, session
from criteria.ui.components.robustness.views import VIEWS

PAGE = str(Path(__file__).with_name("robustness_alone.py"))


@pytest.fixture
def mine(monkeypatch: pytest.MonkeyPatch) -> session.Session:
    made = session.Session()
    monkeypatch.setattr(session, "session", lambda: made)
    return made


def opened(**query: str) -> AppTest:
    page = AppTest.from_file(PAGE, default_timeout=120)
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


def row(page: AppTest) -> object:
    return next(group for group in page.get("button_group") if "Decision map" in group.options)


def test_the_views_are_those_of_the_page() -> None:
    assert tuple(VIEWS) == looks.VIEWS


def test_the_first_look_goes_without_saying(mine: session.Session) -> None:
    mine.page = "robustness"
    looks.note("view", "methods", "weights")
    assert looks.written(mine) == {"view": "methods"}
    assert looks.look("view", looks.VIEWS, "weights") == "methods"
    looks.note("view", "weights", "weights")
    assert looks.written(mine) == {}


def test_a_page_has_its_own_looks_in_its_address_and_no_other(mine: session.Session) -> None:
    mine.page = "shortlist"
    looks.adopt(mine, {"look": ["aws"], "view": ["methods"], "first": ["\x00 "], "second": ["b" * 200]})
    assert mine.looks["look"] == "aws"
    assert "view" not in mine.looks
    assert "first" not in mine.looks
    assert len(mine.looks["second"]) <= 80
    mine.page = "robustness"
    assert looks.written(mine) == {}
    mine.page = "shortlist"
    looks.adopt(mine, {})
    assert looks.written(mine) == {}


def test_a_view_is_opened_by_a_link_and_written_when_it_is_chosen() -> None:
    page = opened(view="methods")
    assert not page.exception
    assert row(page).value == "methods"
    assert "c-note" not in "".join(element.proto.body for element in page.get("html"))
    row(page).set_value("map").run()
    assert page.query_params["view"] in ("map", ["map"])
    assert row(page).value == "map"
    row(page).set_value("weights").run()
    assert "view" not in page.query_params


@pytest.mark.parametrize("view", ["nowhere", "<b>", "weights,map"])
def test_a_view_that_is_not_there_is_the_first_one(view: str) -> None:
    page = opened(view=view)
    assert not page.exception
    assert row(page).value == "weights"
