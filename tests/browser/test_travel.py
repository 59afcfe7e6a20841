"""The bars follow a slider in the browser alone, and show what the server draws for the step: same text, same places, by every method."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from criteria.ranking.catalogue import METHODS
from criteria.ranking.families.votes import has_vote
from tests.browser.shortlist_page import Visit

IP = "IP protection"
REGION = "Regional fit"
VOTERS = [key for key, row in METHODS.items() if has_vote(row)]
# The slider is put somewhere and the bars are read once they were played; the server hears of it only after that.
PLAYED = """
async (slider, value) => {
  slider.value = String(value)
  slider.dispatchEvent(new Event("input", { bubbles: true }))
  const played = () => document.documentElement.hasAttribute("data-ahead")
  for (let tries = 0; tries < 1000 && !played(); tries += 1) await new Promise(next => setTimeout(next))
  const bars = document.querySelector(".c-ranked").innerHTML
  slider.dispatchEvent(new Event("change", { bubbles: true }))
  return bars
}
"""
# A finished move, with nothing awaited: what is drawn by then is in the next frame.
AT_ONCE = """
(slider, value) => {
  slider.focus()
  slider.value = String(value)
  slider.dispatchEvent(new Event("input", { bubbles: true }))
  slider.dispatchEvent(new Event("change", { bubbles: true }))
  return document.querySelector(".c-ranked").innerHTML
}
"""
# The next wish is answered as the server answers where there is no travel.
REFUSED_ONCE = """
() => document.addEventListener("criteria-travel-wanted", (event) => {
  event.stopImmediatePropagation()
  const { node } = event.detail
  document.dispatchEvent(new CustomEvent("criteria-travel", { detail: { node } }))
  window.refused = true
}, { capture: true, once: true })
"""
SHOWN = "() => document.querySelector('.c-ranked').innerHTML"


def reach(page: Page, name: str) -> None:
    """Put the focus on a slider and wait for its travel."""
    page.get_by_role("slider", name=name, exact=True).focus()
    expect(page.locator(".panel[data-travel]")).to_be_attached()


def played_and_served(page: Page, name: str, points: int) -> tuple[str, str]:
    """Return the bars right after a move, and those that the server drew for it."""
    slider = page.get_by_role("slider", name=name, exact=True)
    played = slider.evaluate(PLAYED, points)
    expect(page.locator("html[data-ahead]")).to_have_count(0)
    return played, page.evaluate(SHOWN)


def test_bars_follow_the_slider_and_the_server_draws_the_same(visit: Visit) -> None:
    page = visit("")
    before = page.evaluate(SHOWN)
    reach(page, IP)
    for points in (100, 0, 37):
        played, served = played_and_served(page, IP, points)
        assert played != before
        assert played == served
        before = served


@pytest.mark.slow
@pytest.mark.parametrize("method", VOTERS)
def test_every_method_plays_back_what_the_server_draws(visit: Visit, method: str) -> None:
    page = visit(f"?method={method}")
    shown = {page.evaluate(SHOWN)}
    reach(page, IP)
    for points in (0, 62, 100):
        played, served = played_and_served(page, IP, points)
        assert played == served
        shown.add(played)
    assert len(shown) == 4


@pytest.mark.slow
def test_another_slider_has_a_travel_of_its_own(visit: Visit) -> None:
    page = visit("")
    reach(page, IP)
    played_and_served(page, IP, 80)
    page.get_by_role("slider", name=REGION, exact=True).focus()
    expect(page.locator(".panel[data-travel='region']")).to_be_attached()
    played, served = played_and_served(page, REGION, 3)
    assert played == served


def test_a_key_press_is_drawn_before_anything_else_happens(visit: Visit) -> None:
    page = visit("")
    before = page.evaluate(SHOWN)
    reach(page, IP)
    drawn = page.get_by_role("slider", name=IP, exact=True).evaluate(AT_ONCE, 61)
    assert drawn != before
    expect(page.locator("html[data-ahead]")).to_have_count(0)
    assert page.evaluate(SHOWN) == drawn


def test_a_slider_that_is_reached_for_and_moved_in_one_go_has_its_travel(visit: Visit) -> None:
    page = visit("")
    page.get_by_role("slider", name=IP, exact=True).evaluate(AT_ONCE, 61)
    expect(page.locator(".panel[data-travel='ip']")).to_be_attached()


@pytest.mark.slow
def test_where_there_is_no_travel_the_browser_asks_once(visit: Visit) -> None:
    page = visit("?method=promethee_i")
    page.evaluate(
        "() => { window.wishes = 0; document.addEventListener('criteria-travel-wanted', () => { window.wishes += 1 }) }"
    )
    slider = page.get_by_role("slider", name=IP, exact=True)
    for points in (70, 40, 10):
        before = page.evaluate(SHOWN)
        slider.evaluate(AT_ONCE, points)
        page.wait_for_function(
            "before => document.querySelector('.c-ranked').innerHTML !== before", arg=before
        )
        expect(page.locator(".panel")).to_have_count(1)
    assert page.evaluate("window.wishes") in (1, 2)  # the first may be lost beside the move


def test_a_slider_that_was_refused_asks_anew_when_it_is_reached_for_again(visit: Visit) -> None:
    page = visit("")
    page.evaluate(REFUSED_ONCE)
    slider = page.get_by_role("slider", name=IP, exact=True)
    slider.focus()
    page.wait_for_function("window.refused")
    slider.blur()
    slider.focus()
    expect(page.locator('.panel[data-travel="ip"]')).to_be_attached()
