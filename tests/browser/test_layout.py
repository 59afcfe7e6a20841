"""Every page at every width: bars that can be read, nothing cut, nothing to scroll sideways; and nothing jumps while a weight moves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import settled

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]
WIDTHS = (320, 390, 640, 768, 960, 1024, 1280, 1440, 1920, 2560)
PHONE = 400  # pixels up to which a bar takes the whole width
PAGES = ("", "weights", "robustness")

# What does not fit: the page sideways, or the words of a button in its box.
MISFITS = """() => {
  const main = document.querySelector('[data-testid="stMain"]')
  const shown = (element) => element.checkVisibility() && element.getBoundingClientRect().left >= 0
  const cut = [...main.querySelectorAll('button')].filter(shown).filter((button) =>
    [button, ...button.querySelectorAll('*')].some((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0 &&
      getComputedStyle(part).overflowX !== 'visible'))
  return {
    page: Math.max(document.documentElement.scrollWidth - innerWidth, 0),
    main: main.scrollWidth - main.clientWidth,
    cut: cut.map((button) => button.innerText),
  }
}"""


def at_width(page: Page, width: int) -> None:
    """Give the window this width, and wait until what was drawn for the last one is drawn anew."""
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_timeout(500)
    settled(page)


@pytest.fixture
def opened(visit: Visit, app: str) -> Callable[[str], Page]:
    """Return a function that opens a page of the app."""

    def go(name: str) -> Page:
        page = visit()
        if name:
            page.goto(app + name)
            expect(page.locator(".c-brand")).to_be_visible(timeout=60_000)
            settled(page)
        return page

    return go


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_or_needs_sideways_scrolling_at_any_width(
    opened: Callable[[str], Page], name: str
) -> None:
    page = opened(name)
    for width in WIDTHS:
        at_width(page, width)
        assert page.evaluate(MISFITS) == {"page": 0, "main": 0, "cut": []}, width


def test_a_bar_has_200_pixels_at_every_width_and_the_whole_page_on_a_phone(
    opened: Callable[[str], Page],
) -> None:
    page = opened("")
    for width in WIDTHS:
        at_width(page, width)
        axes = page.locator(".c-ranked .axis").evaluate_all(
            "axes => axes.map(axis => axis.getBoundingClientRect().width)"
        )
        assert len(axes) > 10
        whole = page.locator(".c-ranked").evaluate("chart => chart.getBoundingClientRect().width")
        assert min(axes) == whole if width <= PHONE else min(axes) >= 200, width
