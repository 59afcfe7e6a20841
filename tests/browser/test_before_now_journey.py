"""A saved scenario beside the present one on the shortlist."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from criteria.model.problem import Problem

from .conftest import running_app, settled

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]


def test_what_was_saved_is_found_in_the_menu_after_a_reload_and_compared_with_while_weights_move(
    visit: Visit, case: Problem, tmp_path: Path
) -> None:
    with running_app(DATABASE_URL=f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}") as address:
        page = visit("?w=region:80", base=address)
        before = page.locator(".c-ranked [data-candidate]").first.get_attribute("data-candidate")
        page.get_by_role("link", name="Scenarios").click()
        field = page.get_by_label("Name of the scenario")
        field.fill("Board in May")
        field.press("Tab")
        settled(page)
        page.get_by_role("button", name="Save as new").click()
        expect(page.get_by_text("Open: Board in May, version 1.")).to_be_visible()
        settled(page)
        # Another visit in the same browser, from the base case: the session knows nothing of the one before.
        page.goto(address)
        expect(page.locator(".c-verdict h1")).to_be_visible(timeout=60_000)
        settled(page)
        page.get_by_text(re.compile("^Before and now")).click()
        fold = page.get_by_test_id("stExpander").filter(has=page.get_by_text(re.compile("^Before and now")))
        settled(page)
        menu, option = (
            fold.get_by_role("combobox"),
            page.get_by_role("option", name=re.compile("Board in May")),
        )
        for _attempt in range(10):  # until the browser has told whose scenarios these are
            menu.click()
            page.wait_for_timeout(1500)
            if option.count():
                break
            page.keyboard.press("Escape")
            settled(page)
        option.click()
        settled(page)
        expect(fold.locator(".left li").first).to_be_visible()
        expect(fold.get_by_text(re.compile("Board in May")).first).to_be_visible()
        first = fold.locator(".left li").first.inner_text()
        assert before is not None
        assert case.alternatives[case.row(before)].name in first
        slider = page.get_by_role("slider", name="Regional fit", exact=True)
        slider.press("ArrowRight")
        expect(page).to_have_url(re.compile("region"))
        settled(page)
        assert fold.locator(".left li").first.inner_text() == first
        expect(menu).to_have_value(re.compile("Board in May"))
