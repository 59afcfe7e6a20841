"""The page of weights on a phone: it fits, the question is on the first screen, and a tap says what it means."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from .conftest import settled
from .test_weights_journeys import Visit, choose, opened

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("view", ["Answer", "Facilitate", "From the data"])
def test_the_page_fits_a_phone(visit: Visit, view: str) -> None:
    page = opened(visit, "?v=1", width=390, height=844)
    if view == "Answer":  # the first question stands on the first screen
        expect(page.get_by_role("spinbutton", name="IP protection")).to_be_in_viewport()
    choose(page, view)
    if view == "Answer":
        choose(page, "Pairs (AHP)")
        expect(page.get_by_text("Question 1 of 10")).to_be_visible()
    main = page.get_by_test_id("stMain")
    assert main.evaluate("node => node.scrollWidth <= node.clientWidth")


def test_a_tap_on_a_phone_shows_its_words_before_the_next_question(browser: Browser, app: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(app + "weights?v=1")
    expect(page.get_by_text("Whose judgements?")).to_be_visible(timeout=60_000)
    settled(page)
    choose(page, "Pairs (AHP)")
    # The way was chosen below the question, which is brought back onto the screen.
    first = page.get_by_text("Question 1 of 10 · 0 answered · 10 left")
    expect(first).to_be_in_viewport()
    box, head = first.bounding_box(), page.get_by_test_id("stHeader").bounding_box()
    assert box is not None
    assert head is not None
    assert box["y"] >= head["y"] + head["height"]
    expect(page.locator(".end")).to_have_text(["IP protection matters more", "Regional fit matters more"])
    expect(page.locator(".level.first small:visible")).to_have_text(
        ["extremely", "very much", "clearly", "slightly"]
    )
    page.get_by_role(
        "radio", name="IP protection is clearly more important than Regional fit", exact=True
    ).tap()
    said = "Your answer: IP protection is clearly more important than Regional fit."
    assert page.locator(".said").inner_text() == said  # at once, before the server has answered
    page.get_by_role(
        "radio", name="IP protection is slightly more important than Regional fit", exact=True
    ).tap()
    expect(page.get_by_text("Question 2 of 10 · 1 answered · 9 left")).to_be_visible()
    expect(
        page.get_by_role("button", name="IP protection over Regional fit: 3")
    ).to_be_visible()  # corrected in time
    context.close()
