"""A download that is pressed while its page is drawn anew comes all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import settled
from .shortlist_page import Visit

pytestmark = [pytest.mark.slow, pytest.mark.browser]
NAME = "Whole problem (JSON)"
# The page is asked for anew, and the button pressed while the server draws it.
PRESS = """([name, wait]) => {
  const named = (kind, text) => [...document.querySelectorAll(kind)].find(e => e.innerText.includes(text));
  const button = named('button', name);
  named('a', 'New or open').click();
  setTimeout(() => button.click(), wait);
}"""


def test_a_download_that_is_pressed_while_its_page_is_drawn_anew_comes(visit: Visit) -> None:
    page: Page = visit()
    page.get_by_role("link", name="New or open", exact=True).first.click()
    page.get_by_text("Save the open problem as a file").click()
    for wait in range(0, 100, 10):  # milliseconds
        expect(page.get_by_role("button", name=NAME)).to_be_visible(timeout=60_000)
        settled(page)
        with page.expect_download(timeout=60_000) as started:
            page.evaluate(PRESS, [NAME, wait])
        assert '"automotive-cloud"' in Path(started.value.path()).read_text(encoding="utf-8")
