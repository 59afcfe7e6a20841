"""The app behind a path prefix, and in a frame of another site that the administrator named."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import running_app, settled
from tests.browser.shortlist_page import shared

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def intranet() -> Iterator[ThreadingHTTPServer]:
    """Serve pages that each show the address in their query in a frame."""

    class Framing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            source = self.path.partition("?")[2]
            self.wfile.write(
                f'<title>Intranet</title><iframe src="{source}" width=1400 height=900></iframe>'.encode()
            )

        def log_message(self, *_words: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Framing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def app(intranet: ThreadingHTTPServer) -> Iterator[str]:
    with running_app(
        STREAMLIT_SERVER_BASE_URL_PATH="tools/criteria",
        CRITERIA_FRAME_ANCESTORS=f"'self' http://localhost:{intranet.server_port}",
    ) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, accept_downloads=True)
    yield context.new_page()
    context.close()


def test_pages_links_and_downloads_work_below_a_path(page: Page, app: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{app}shortlist?method=wsm")
    expect(page.get_by_text("Weighted sum instead of TOPSIS").first).to_be_visible(timeout=60_000)
    assert page.url == f"{app}?method=wsm"
    settled(page)
    page.get_by_role("slider").first.press("ArrowRight")
    page.wait_for_url(f"{app}?**w=**")
    with page.expect_download() as download:
        shared(page).get_by_role("button", name="Download shortlist").click()
    assert download.value.url.startswith(f"{app}media/")
    assert "Amazon Web Services" in download.value.path().read_text(encoding="utf-8-sig")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Weights").first.click()
    page.wait_for_url(f"{app}weights?**")
    outside = [url for url in asked if not url.startswith((app, "blob:", "data:"))]
    assert outside == []
    for answer, status in (("healthz", 200), ("readyz", 200), ("nothing", 404), ("../healthz", 404)):
        assert page.request.get(app + answer).status == status


def test_the_app_works_in_the_frame_of_a_named_site_and_of_no_other(
    page: Page, app: str, intranet: ThreadingHTTPServer
) -> None:
    page.goto(f"http://localhost:{intranet.server_port}/?{app}?method=wsm")
    framed = page.frame_locator("iframe")
    expect(framed.get_by_text("Weighted sum instead of TOPSIS").first).to_be_visible(timeout=60_000)
    slider = framed.get_by_role("slider").first
    before = float(slider.input_value())
    slider.press("ArrowRight")
    expect(slider).not_to_have_value(f"{before:g}")
    expect(
        framed.get_by_text("Differs from the base case: Weighted sum instead of TOPSIS;").first
    ).to_be_visible()
    framed.get_by_role("button", name="Share").click()
    framed.get_by_role("button", name="Copy link").click()  # the frame refuses the clipboard
    link = framed.get_by_role("textbox", name="Copy this link:")
    expect(link).to_have_value(re.compile(re.escape(app.rstrip("/")) + r"/?\?.*method=wsm"))
    assert link.evaluate("field => field.selectionEnd - field.selectionStart === field.value.length")
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        page.goto(f"http://127.0.0.1:{intranet.server_port}/?{app}")  # another name is another site
    assert not any(frame.url.startswith(app) for frame in page.frames)
