"""Every mark of every figure, in both themes: its ground or its edge stands out from what it is drawn on at 3 : 1 (WCAG 2.2, 1.4.11)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page

from .test_accessibility import contrast, page, views

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
