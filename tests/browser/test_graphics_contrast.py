"""Every mark of every figure, in both themes: its ground or its edge stands out from what it is drawn on at 3 : 1 (WCAG 2.2, 1.4.11)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import settled
from .test_accessibility import contrast, page, views
from .test_weights_journeys import choose

assert page  # the fixture: a page in each theme
pytestmark = [pytest.mark.browser, pytest.mark.slow]
Colour = tuple[int, int, int]
# Bars, lines, areas, points, and their keys; not grids, and not heat maps, whose figures stand in their cells.
MARKS = """(figure) => {
  const read = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number)
  const found = []
  for (const mark of figure.querySelectorAll(
    ".barlayer path, .scatterlayer path, .shapelayer path, .legendsymbols path"
  )) {
    const box = mark.getBoundingClientRect()
    const filled = mark.closest(".barlayer") ? Math.min(box.width, box.height) : Math.max(box.width, box.height)
    if (filled < 0.5) continue
    let shown = 1
    for (let part = mark; part && part !== figure; part = part.parentElement) shown *= +getComputedStyle(part).opacity
    const style = getComputedStyle(mark), colours = []
    for (const kind of ["fill", "stroke"]) {
      const [r, g, b, alpha = 1] = read(style[kind])
      const opacity = alpha * shown * +style[kind + "Opacity"]
      if (b === undefined || opacity === 0 || (kind === "stroke" && parseFloat(style.strokeWidth) === 0)) continue
      colours.push([r, g, b, opacity])
    }
    const area = mark.classList.contains("js-fill")
    if (colours.length) found.push({ colours, area, onAreas: !area && Boolean(mark.closest(".ternary")), name: mark.parentElement.getAttribute("class") })
  }
  return found
}"""


def on_ground(colour: list[float], ground: Colour) -> Colour:
    """Return the colour that is seen where one lets some of the ground through."""
    *parts, opacity = colour
    red, green, blue = (
        round(opacity * part + (1 - opacity) * under) for part, under in zip(parts, ground, strict=True)
    )
    return red, green, blue


def unseen(figure: Locator, ground: Colour) -> tuple[list[str], int]:
    """Return the marks of a figure that do not stand out, and how many there are.

    What is drawn on the areas of the decision map stands out from each of them: one of its colours does, if not always the same.
    """
    marks = figure.evaluate(MARKS)
    areas = [on_ground(colour, ground) for mark in marks if mark["area"] for colour in mark["colours"]]
    found = []
    for mark in marks:
        for under in areas if mark["onAreas"] and areas else [ground]:
            best = max(contrast(on_ground(colour, under), under) for colour in mark["colours"])
            if best < 3:
                found.append(f"{mark['name']}: {mark['colours']} on {under} has {best:.2f}")
    return found, len(marks)


@pytest.mark.parametrize("name", ["robustness", "weights"])
def test_every_mark_stands_out_from_its_ground(page: Page, app: str, name: str) -> None:
    counted = 0
    for shown in views(page, app, name):
        said = page.locator(".stApp").evaluate("app => getComputedStyle(app).backgroundColor")
        red, green, blue = (int(part) for part in re.findall(r"\d+", said)[:3])
        for figure in page.locator(".js-plotly-plot").all():
            found, marks = unseen(figure, (red, green, blue))
            assert found == [], shown
            counted += marks
    assert counted > 20


# The colour of an edge, of a bar or of the ring around what has the focus, as the page blends it.
COLOURS = r"""(parts, kind) => parts.map((part) => {
  const style = getComputedStyle(part), said = kind === "bar" ? style.backgroundImage.match(/rgb\([^)]*\)/)[0] : style[kind]
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  canvas.fillStyle = said
  canvas.fillRect(0, 0, 1, 1)
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data
  return [red, green, blue, alpha / 255]
})"""


def ground_of(page: Page) -> Colour:
    """Return the colour of the page."""
    said = page.locator(".stApp").evaluate("app => getComputedStyle(app).backgroundColor")
    red, green, blue = (int(part) for part in re.findall(r"\d+", said)[:3])
    return red, green, blue


def weakest(parts: Locator, kind: str, ground: Colour) -> float:
    """Return the least contrast of the edges of some parts of the page."""
    return min(contrast(on_ground(colour, ground), ground) for colour in parts.evaluate_all(COLOURS, kind))


def test_buttons_of_pairs_have_edges_that_are_seen(page: Page, app: str) -> None:
    page.goto(f"{app}weights?v=1")
    choose(page, "Pairs (AHP)")
    expect(page.locator(".level").first).to_be_visible(timeout=60_000)
    assert weakest(page.locator(".level"), "borderTopColor", ground_of(page)) >= 3
    assert weakest(page.locator(".act:not(:disabled)"), "borderTopColor", ground_of(page)) >= 3


def test_the_bar_of_a_candidate_set_aside_is_seen(page: Page, app: str) -> None:
    page.goto(app)
    bars = page.locator(".c-ranked .apart i")
    expect(bars).not_to_have_count(0, timeout=60_000)
    assert weakest(bars, "bar", ground_of(page)) >= 3


def test_links_to_pages_show_where_the_keyboard_is(page: Page, app: str) -> None:
    page.goto(app)
    expect(page.locator(".c-ranked i").first).to_be_visible(timeout=60_000)
    settled(page)
    page.get_by_role("link", name="New or open").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")  # by the keyboard, as the ring asks for
    link = page.locator("a:focus")
    expect(link).to_have_css("outline-style", "solid")
    assert weakest(link, "outlineColor", ground_of(page)) >= 3
