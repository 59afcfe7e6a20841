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


def test_another_slider_has_a_travel_of_its_own(visit: Visit) -> None:
    page = visit("")
    reach(page, IP)
    played_and_served(page, IP, 80)
    page.get_by_role("slider", name=REGION, exact=True).focus()
    expect(page.locator(".panel[data-travel='region']")).to_be_attached()
    played, served = played_and_served(page, REGION, 3)
    assert played == served
