"""What follows from a weight goes straight into its places, the headline before everything else; nothing of an earlier weight stays or comes back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.shortlist_page import Visit, headline

IP = "IP protection"
QUERY = "() => document.querySelector('.c-verdict')?.dataset.query"
# From now on nothing that the page says reaches the server over the session's connection, until it is let go.
HELD = """
() => {
  const send = WebSocket.prototype.send
  window.kept = []
  WebSocket.prototype.send = function (what) { window.kept.push([this, what]) }
  window.letGo = () => {
    WebSocket.prototype.send = send
    for (const [line, what] of window.kept) send.call(line, what)
  }
}
"""
LETTER = "(letter) => window.criteriaLive.open(letter)"
FORGET = "(letter) => window.criteriaLive.forget(letter)"


def reach(page: Page, name: str = IP) -> None:
    page.get_by_role("slider", name=name, exact=True).focus()
    expect(page.locator(".panel[data-travel]")).to_be_attached()


def card(page: Page) -> str:
    return page.evaluate("() => document.querySelector('.c-verdict').outerHTML")


@pytest.mark.parametrize("method", ["topsis", "vikor", "wpm"])
def test_the_headline_of_a_move_comes_by_itself_and_is_that_of_the_page(visit: Visit, method: str) -> None:
    page = visit(f"?method={method}")
    reach(page)
    page.evaluate(HELD)
    before = page.evaluate(QUERY)
    page.keyboard.press("End")
    page.wait_for_function(f"before => ({QUERY})() !== before", arg=before)
    ahead = card(page)
    expect(page.locator("html[data-told]")).to_be_attached()  # it is not stepped back, as all else is
    page.wait_for_function("() => window.kept.length > 0")
    page.evaluate("() => window.letGo()")
    expect(page.locator("html[data-ahead]")).to_have_count(0)
    expect(page.locator("html[data-told]")).to_have_count(0)
    assert card(page) == ahead


def test_without_it_the_page_follows_as_a_whole(visit: Visit) -> None:
    page = visit("")
    asked = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=404, body="null")

    page.route("**/headline*", refuse)
    reach(page)
    said = headline(page)
    page.keyboard.press("End")
    expect(page.locator(".c-verdict h1")).not_to_have_text(said)
    expect(page.locator("html[data-ahead]")).to_have_count(0)
    page.keyboard.press("Home")
    expect(page).to_have_url(re.compile("w=ip(:|%3A)0"))
    assert len(asked) == 1  # a server that has none is not asked again at once


def test_a_server_that_does_not_answer_holds_no_move_up(visit: Visit) -> None:
    page = visit("")
    page.route("**/headline*", lambda _route: None)
    reach(page)
    page.keyboard.press("End")
    expect(page).to_have_url(re.compile("w=ip(:|%3A)100"))


def test_a_move_counts_when_the_page_is_left_at_once(visit: Visit) -> None:
    page = visit("")
    page.route("**/headline*", lambda _route: None)  # the move would still wait for it
    reach(page)
    page.keyboard.press("End")
    page.get_by_test_id("stTopNav").get_by_role("link", name="Weights").click()
    expect(page).to_have_url(re.compile("/weights.*w=ip(:|%3A)100"))


def test_a_move_counts_when_the_page_is_left_in_the_same_instant(visit: Visit) -> None:
    page = visit("")
    reach(page)
    page.evaluate(
        """() => {
            const slider = document.activeElement.shadowRoot?.activeElement ?? document.activeElement
            slider.value = "88"
            slider.dispatchEvent(new Event("input", { bubbles: true }))
            slider.dispatchEvent(new Event("change", { bubbles: true }))
            document.querySelector('a[href$="weights"]').click()
        }"""
    )
    # The page is there, and it is of the move.
    expect(page.get_by_test_id("stMain").get_by_role("heading").first).to_be_visible()
    expect(page).to_have_url(re.compile("/weights.*w=ip(:|%3A)88"))


def test_a_headline_that_was_overtaken_is_not_shown(visit: Visit) -> None:
    page = visit("")
    waiting: list[Route] = []
    page.route("**/headline*", lambda route: waiting.append(route))
    reach(page)
    page.keyboard.press("End")
    expect(page).to_have_url(re.compile("w=ip(:|%3A)100"))
    expect(page.locator("html[data-ahead]")).to_have_count(0)
    last = card(page)
    waiting[0].fulfill(json={"html": '<div class="c-verdict" data-query="old"><h1>Old</h1></div>', "of": page.evaluate(
        "() => document.querySelector('[data-place=verdict]').dataset.of"
    )})  # fmt: skip
    page.get_by_role("button", name="Reset", exact=True).focus()
    assert card(page) == last


def test_a_letter_that_was_overtaken_changes_nothing(visit: Visit) -> None:
    page = visit("")
    of = page.evaluate("() => document.querySelector('[data-place=how]').dataset.of")
    place = page.locator("[data-place=how]")

    def tell(number: int, html: str, session: str = "one", about: str = of) -> dict[str, object]:
        letter = {"session": session, "number": number, "of": about, "filled": {"how": html}}
        page.evaluate(LETTER, letter)
        return letter

    tell(5, "<p>five</p>")
    expect(place).to_have_text("five")
    tell(4, "<p>four</p>")
    expect(place).to_have_text("five")
    tell(1, "<p>another session's</p>", session="two")
    expect(place).to_have_text("another session's")
    tell(2, "", session="two")
    expect(place).to_be_empty()
    expect(place).to_be_hidden()
    tell(3, "<p>of another method</p>", session="two", about="another")
    expect(place).to_be_empty()


def test_a_place_that_is_drawn_later_is_filled_and_one_of_a_page_that_was_left_is_not(visit: Visit) -> None:
    page = visit("")
    letter = {"session": "one", "number": 1, "of": "this", "filled": {"later": "<p>here</p>"}}
    draw = """() => {
        const box = document.createElement("section")
        box.innerHTML = '<div data-place="later" data-of="this"></div>'
        document.body.append(box)
    }"""
    page.evaluate(LETTER, letter)
    page.evaluate(draw)
    expect(page.locator("[data-place=later]")).to_have_text("here")
    page.evaluate(FORGET, letter)
    page.evaluate(draw)
    expect(page.locator("[data-place=later]").last).to_be_empty()


def test_another_method_leaves_nothing_of_the_former_standing(visit: Visit) -> None:
    page = visit("")
    of = page.evaluate("() => document.querySelector('[data-place=chart]').dataset.of")
    page.get_by_test_id("stTopNav").get_by_role("link", name="Weights").click()
    expect(page.locator("[data-place]")).to_have_count(0)
    page.get_by_test_id("stTopNav").get_by_role("link", name="Shortlist").click()
    expect(page.locator(f'[data-place=chart][data-of="{of}"] .c-ranked')).to_be_visible()
