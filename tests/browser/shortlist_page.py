"""How the journeys read and move the shortlist in a browser."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page

import criteria
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ui.looks import NAMES

Visit = Callable[..., Page]


def headline(page: Page) -> str:
    return page.locator(".c-verdict h1").inner_text()


def ranked_names(page: Page) -> Locator:
    """Return the candidates of the table, in order."""
    return page.locator(".c-table").first.locator("tbody tr:not(.apart) td.name")


def ranking(page: Page) -> list[str]:
    return ranked_names(page).all_text_contents()


def scenario_of(page: Page, problem: Problem) -> Scenario:
    query = parse_qs(urlsplit(page.url).query)
    scenario, notes = criteria.scenario_from_query(
        problem, {name: told for name, told in query.items() if name not in NAMES}
    )
    assert notes == []
    return scenario


def press(page: Page, name: str, key: str, times: int) -> None:
    slider = page.get_by_role("slider", name=name, exact=True)
    slider.focus()
    for _time in range(times):
        slider.press(key)


def shared(page: Page) -> Locator:
    """Open the ways out of the page, if they are not open; return what holds them."""
    body = page.get_by_test_id("stPopoverBody")
    if not body.count():
        page.get_by_role("button", name="Share").click()
    return body
