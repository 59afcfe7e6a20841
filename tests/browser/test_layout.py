"""Every page at every width: bars that can be read, nothing cut, nothing to scroll sideways; and nothing jumps while a weight moves."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from .conftest import settled

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]
WIDTHS = (320, 390, 640, 768, 960, 1024, 1280, 1440, 1920, 2560)
PHONE = 400  # pixels up to which a bar takes the whole width
PAGES = {  # each with the views that are looked at besides the first
    "": (), "weights": ("Facilitate", "From the data"), "evidence": (), "scenarios": (), "open": (),
    "robustness": ("First place", "Decision map", "Methods", "Evidence"),
}  # fmt: skip

# What does not fit: the page sideways, or words in the box of a button, a switch, a card or a tile.
MISFITS = """() => {
  const main = document.querySelector('[data-testid="stMain"]')
  const shown = (element) => element.checkVisibility() && element.getBoundingClientRect().left >= 0
  const cut = [...main.querySelectorAll('button, .stCheckbox label, .c-card, .c-tile')].filter(shown).filter((button) =>
    [button, ...button.querySelectorAll('*')].some((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 4 &&
      !['visible', 'clip'].includes(getComputedStyle(part).overflowX)))
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
    for view in (None, *PAGES[name]):
        if view:
            at_width(page, 1280)
            page.get_by_role("radio", name=view, exact=True).click()
            settled(page)
        for width in WIDTHS:
            at_width(page, width)
            assert page.evaluate(MISFITS) == {"page": 0, "main": 0, "cut": []}, (view, width)


# Tables that must be scrolled, and menus whose choice is cut off.
CUT = """() => [...document.querySelectorAll('.c-scroll, [role="combobox"]')]
  .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth)
  .map((one) => (one.value ?? one.innerText).slice(0, 60))"""


def test_tables_and_menus_are_whole_on_a_laptop(visit: Visit) -> None:
    page = visit("?w=region:32")  # with places won and lost, the widest table of the ranking
    page.get_by_text("The ranking as a table").click()
    expect(page.get_by_role("button", name="Change", exact=True)).to_be_visible()
    assert page.evaluate(CUT) == []
    start = page.url.split("?")[0].rstrip("/").removesuffix("/shortlist")
    page.goto(f"{start}/robustness?view=methods")
    expect(page.locator(".c-ranks td.own").first).to_be_visible(timeout=60_000)
    assert page.evaluate(CUT) == []
    page.get_by_role("radio", name="Evidence", exact=True).click()
    expect(page.get_by_role("columnheader", name="Worth")).to_be_visible(timeout=60_000)
    settled(page)
    assert page.evaluate(CUT) == []
    page.goto(f"{start}/evidence")
    expect(page.locator(".c-ratings td.heat").first).to_be_visible(timeout=60_000)
    settled(page)
    assert page.evaluate(CUT) == []


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


# The browser tells of a shift while a pointer is down when it is up again.
OBSERVE = """() => {
  window.shifts = []
  window.moved = []
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    window.shifts.push(entry.value)
    window.moved.push(...entry.sources.map((one) => [one.node?.className || one.node?.nodeName, one.previousRect.top, one.currentRect.top, one.currentRect.height].join(' ')))
  })).observe({ type: 'layout-shift' })
}"""


@pytest.mark.parametrize("width", [390, 768, 1024, 1440])
def test_nothing_moves_while_a_weight_is_dragged(visit: Visit, width: int) -> None:
    page = visit(width=width)
    opener = page.get_by_test_id("stExpandSidebarButton")
    if opener.is_visible():
        opener.click()
        page.wait_for_timeout(800)  # the side bar slides in
    settled(page)  # what a page that opens moves is another matter
    headlines = set()
    for name in ("IP protection", "Connected-car capability"):
        slider = page.get_by_role("slider", name=name, exact=True)
        slider.scroll_into_view_if_needed()
        page.evaluate(OBSERVE)
        box = slider.bounding_box()
        assert box is not None
        middle = box["y"] + box["height"] / 2
        page.mouse.move(box["x"] + 0.3 * box["width"], middle)
        page.mouse.down()
        for step in range(11):
            page.mouse.move(box["x"] + (0.01 + 0.098 * step) * box["width"], middle)
            page.wait_for_timeout(250)
            headlines.add(page.locator(".c-verdict h1").text_content())
        page.mouse.up()
        page.wait_for_timeout(1_500)
        settled(page)
        assert sum(page.evaluate("window.shifts")) == 0, (name, page.evaluate("window.moved"))
    assert len(headlines) > 3  # what could have moved something has changed


RANKS = """() => {
  const told = (rows, name, rank) => [...document.querySelectorAll(rows)].map((row) =>
    [row.querySelector(name).textContent.trim(), row.querySelector(rank).textContent.match(/[0-9]+|–/)?.[0]].join(' '))
  return JSON.stringify([
    told('.c-ranked .row.apart', '.name', '.figure'), told('.c-table tbody tr.apart', 'td.name', 'td.n'),
    told('.c-ranked .row:not(.apart)', '.name', '.rank'), told('.c-table tbody tr:not(.apart)', 'td.name', 'td.n'),
  ])
}"""


def test_bars_and_table_tell_the_same_ranks_while_a_weight_is_dragged(visit: Visit) -> None:
    page = visit("?out=aws")
    page.get_by_text("The ranking as a table").click()
    settled(page)
    slider = page.get_by_role("slider", name="IP protection", exact=True)
    box = slider.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 0.3 * box["width"], middle)
    page.mouse.down()
    seen = set()
    for step in range(11):
        page.mouse.move(box["x"] + (0.01 + 0.098 * step) * box["width"], middle)
        # The pointer is still down: what is told in two places comes to agree before it is let go.
        for _try in range(100):
            settled(page)
            bars_apart, table_apart, bars, table = (
                [one.split()[-1] for one in told] for told in json.loads(page.evaluate(RANKS))
            )
            if (bars_apart, bars) == (table_apart, table):
                break
            page.wait_for_timeout(200)
        assert len(bars_apart) > 1
        assert bars_apart == table_apart
        assert bars == table
        seen.add(str(bars_apart))
    page.mouse.up()
    assert len(seen) > 2


@pytest.mark.parametrize("width", [390, 1440])
def test_the_name_of_each_scenario_stands_where_its_ranks_stand(visit: Visit, width: int) -> None:
    page = visit(width=width)
    page.goto(page.url.split("?")[0].rstrip("/").removesuffix("/shortlist") + "/scenarios")
    for name, count in (("Base case and now", 2), ("All stakeholders", 6)):
        page.get_by_role("radio", name=name).click()
        heads = page.locator(".c-slopes .heads span")
        expect(heads).to_have_count(count)
        settled(page)
        places = page.locator(".c-slopes").evaluate(
            """(slopes) => {
                const box = (one) => one.getBoundingClientRect()
                return {
                    heads: [...slopes.querySelectorAll(".heads span")].map((one) => [box(one).left, box(one).right]),
                    lists: [...slopes.querySelectorAll("ol")].map((one) => [box(one).left, box(one).right]),
                    meets: [...slopes.querySelectorAll(".lines")].map((one) => box(one).right).slice(0, -1),
                }
            }"""
        )
        for (head, _head_end), (start, _end) in zip(
            (places["heads"][0], places["heads"][-1]), places["lists"], strict=True
        ):
            assert abs(head - start) < 1
        for (left, right), meets in zip(places["heads"][1:-1], places["meets"], strict=True):
            assert abs((left + right) / 2 - meets) < 1
        assert all(one[1] <= other[0] + 1 for one, other in pairwise(places["heads"]))
