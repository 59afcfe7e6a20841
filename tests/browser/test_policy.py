"""The policy that the server sends, held by a real browser: everything works, nothing is refused, nobody else is asked."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from criteria.ui.navigation import PAGES, PageRow
from tests.browser.conftest import settled
from tests.browser.shortlist_page import shared

pytestmark = [pytest.mark.browser, pytest.mark.slow]
_LISTEN = """
window.refused = [];
addEventListener("securitypolicyviolation", e => window.refused.push(e.violatedDirective + " " + e.blockedURI));
"""


class Watched:
    """A page with what it asked for, and what was refused to it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.answered: list[str] = []
        self.failed: list[str] = []
        self.said: list[str] = []
        page.add_init_script(_LISTEN)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("response", lambda response: self.answered.append(response.url.removeprefix("blob:")))
        page.on("requestfailed", lambda request: self.failed.append(f"{request.url} {request.failure}"))
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        page.on("console", lambda message: self.said.append(message.text))

    def refused(self) -> list[str]:
        """Return what the browser refused because of the policy."""
        told = [text for text in self.said if "Content Security Policy" in text or "Content-Security" in text]
        return [*self.page.evaluate("window.refused"), *told]

    def hosts(self) -> set[str | None]:
        """Return the hosts that were asked for anything."""
        return {urlsplit(url).hostname for url in self.asked if not url.startswith(("blob:", "data:"))}


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, accept_downloads=True)
    yield Watched(context.new_page())
    context.close()


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row.address)
def test_no_page_asks_for_what_the_policy_refuses_or_for_another_host(
    watched: Watched, app: str, row: PageRow
) -> None:
    page = watched.page
    page.goto(f"{app}{row.address}")
    expect(page.locator("h1, h2").first).to_be_visible(timeout=60_000)
    settled(page)
    main = page.get_by_test_id("stMain")
    for name in main.get_by_role("radio").all_inner_texts():
        choice = main.get_by_role("radio", name=name, exact=True)
        if choice.count():
            choice.first.click()
            settled(page)
    expect(page.get_by_text("Page not found")).to_have_count(0)
    assert watched.refused() == []
    assert watched.hosts() == {"127.0.0.1"}


def test_sliders_charts_and_downloads_work_under_the_policy(watched: Watched, app: str) -> None:
    page = watched.page
    page.goto(app)
    expect(page.locator(".c-verdict h1")).to_be_visible(timeout=60_000)
    settled(page)
    slider = page.get_by_role("slider").first
    slider.focus()
    for _step in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_url("**w=**")
    with page.expect_download() as download:
        shared(page).get_by_role("button", name="Download shortlist").click()
    assert download.value.path().read_bytes().startswith(b"\xef\xbb\xbf")
    page.goto(f"{app}robustness")
    expect(page.locator(".js-plotly-plot svg").first).to_be_attached(timeout=90_000)
    assert watched.refused() == []
    assert watched.hosts() == {"127.0.0.1"}


def test_a_download_is_not_there_for_another_browser(watched: Watched, browser: Browser, app: str) -> None:
    page = watched.page
    page.goto(app)
    expect(page.locator(".c-verdict h1")).to_be_visible(timeout=60_000)
    settled(page)
    with page.expect_download() as download:
        shared(page).get_by_role("button", name="Download shortlist").click()
    address = download.value.url
    assert "/media/" in address
    assert page.request.get(address).status == 200
    other = browser.new_context()
    try:
        other.new_page().goto(app)
        assert other.request.get(address).status == 404
    finally:
        other.close()


def test_a_foreign_picture_and_a_foreign_script_are_refused(watched: Watched, app: str) -> None:
    page = watched.page
    page.goto(app)
    expect(page.locator(".c-verdict h1")).to_be_visible(timeout=60_000)
    page.evaluate(
        """for (const [kind, source] of [["img", "http://127.0.0.2:9/x.png"], ["script", "http://127.0.0.2:9/x.js"]]) {
            const element = document.createElement(kind); element.src = source; document.body.append(element);
        }
        const inline = document.createElement("script"); inline.textContent = "window.ran = true";
        document.body.append(inline); 0"""
    )
    page.wait_for_function("window.refused.length >= 3")
    assert page.evaluate("window.ran") is None
    assert {urlsplit(url).hostname for url in watched.answered} == {"127.0.0.1"}
    assert {failure for failure in watched.failed if "127.0.0.2" in failure} == {
        "http://127.0.0.2:9/x.png csp",
        "http://127.0.0.2:9/x.js csp",
    }


def test_another_site_cannot_show_the_app_in_a_frame(watched: Watched, app: str) -> None:
    page = watched.page
    other = app.replace("127.0.0.1", "localhost")  # the same server under another name is another site
    page.goto(f"{other}healthz")
    page.set_content(f'<iframe src="{app}" width="600" height="400"></iframe>')
    page.wait_for_timeout(2_000)
    assert not any(frame.url.startswith(app) for frame in page.frames)
