"""What comes out of the printer: the answer and what it rests on, whole rows, no side bar and no buttons, and where it is from."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from criteria.files.bundled import data_folder
from criteria.files.load import load_problem

from .conftest import settled

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]
SHEETS = [("A4", False), ("A4", True), ("A3", False), ("A3", True)]
CASE = load_problem(data_folder() / "automotive-cloud")


def printed(page: Page, sheet: str, *, landscape: bool) -> tuple[list[str], str]:
    """Return the text of each page line by line as it stands on the paper, and all words without the space between them."""
    pages = PdfReader(io.BytesIO(page.pdf(format=sheet, landscape=landscape, print_background=True))).pages
    lines = [one.extract_text(extraction_mode="layout", layout_mode_space_vertically=False) for one in pages]
    return lines, in_one_piece("".join(one.extract_text() for one in pages))


def line_with(pages: list[str], *words: str) -> bool:
    """Whether some line of some page holds all these words."""
    return any(all(word in line for word in words) for text in pages for line in text.splitlines())


def in_one_piece(words: str) -> str:
    return re.sub(r"\s+", "", words)


@pytest.mark.parametrize(("sheet", "landscape"), SHEETS)
def test_the_shortlist_on_paper_says_who_leads_why_and_where_it_is_from(
    visit: Visit, sheet: str, landscape: bool
) -> None:
    page = visit("?v=1&problem=automotive-cloud&method=topsis&w=ip:40")
    headline = page.locator(".c-verdict h1").inner_text().split(" leads ")[0]
    scores = page.locator(".c-ranked .row:not(.apart)").evaluate_all(
        "rows => rows.map(row => [row.querySelector('.name').innerText, row.querySelector('strong').innerText])"
    )
    assert len(scores) == 15
    pages, whole = printed(page, sheet, landscape=landscape)
    assert headline in pages[0]
    # Bars and table: name and figure stand on one line, so no row is split over two pages.
    for name, score in scores:
        assert line_with(pages, name.split(" /")[0].split(" Web")[0], score), name
    assert whole.count(in_one_piece("Cybersecurity evidence: at least 5")) == 1
    for told in ("TOPSIS, normalization: vector", CASE.fingerprint, "importance of IP protection", "w=ip:40"):
        assert in_one_piece(told) in whole, told
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
        assert CASE.title in text.strip().splitlines()[-1]
    for pressed in (
        "Share",
        "Copy link",
        "Download",
        "Try it",
        "Inputs (CSV)",
        "New or open",
        "Reset",
        "Criterion by criterion",
    ):
        assert in_one_piece(pressed) not in whole, pressed
    assert page.locator(".c-ranked").is_visible()  # the screen is as it was


def test_paper_of_an_unfinished_page_says_that_something_is_missing(visit: Visit) -> None:
    page = visit()
    settled(page)
    assert "stillcomputing" not in printed(page, "A4", landscape=False)[1]
    page.locator(".c-foot").evaluate("foot => foot.closest('[data-stale]').dataset.stale = 'true'")
    _lines, whole = printed(page, "A4", landscape=False)
    assert "stillcomputing" in whole


@pytest.mark.parametrize(("sheet", "landscape"), SHEETS)
def test_the_robustness_page_on_paper_has_its_figures_whole(
    visit: Visit, app: str, sheet: str, landscape: bool
) -> None:
    page = visit()
    page.goto(app + "robustness")
    figures = page.locator(".js-plotly-plot .main-svg")
    expect(figures.nth(6)).to_be_attached(timeout=60_000)
    settled(page)
    cost = page.locator(".js-plotly-plot text").filter(has_text=CASE.criterion("com-cost").label)
    expect(cost.first).to_be_attached(timeout=60_000)  # the figure that is drawn last
    expect(page.locator('[data-stale="true"]')).to_have_count(
        0, timeout=60_000
    )  # what is being drawn anew is left out
    _lines, whole = printed(page, sheet, landscape=landscape)
    for criterion in CASE.leaves:  # all rows of the intervals
        assert in_one_piece(criterion.label) in whole, criterion.label
    assert "Leadoverthenext" in whole
    assert "Data(CSV)" not in whole
    assert CASE.fingerprint in whole
    assert figures.first.get_attribute("viewBox") is None  # figures are as wide as the screen again


def test_a_figure_is_as_wide_on_paper_as_the_paper_has_room(visit: Visit, app: str) -> None:
    page = visit(width=2200)
    page.goto(app + "robustness")
    expect(page.locator(".js-plotly-plot .main-svg").nth(6)).to_be_attached(timeout=60_000)
    settled(page)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})
    widths = page.locator(".js-plotly-plot .main-svg").evaluate_all(
        "drawings => drawings.map(drawing => drawing.getBoundingClientRect().right)"
    )
    assert max(widths) <= 720


def test_the_dark_theme_prints_black_on_white(visit: Visit) -> None:
    page = visit()
    page.emulate_media(media="print", color_scheme="dark")
    assert page.get_by_test_id("stApp").evaluate("app => getComputedStyle(app).color") == "rgb(27, 36, 48)"
    assert (
        page.get_by_test_id("stApp").evaluate("app => getComputedStyle(app).backgroundColor")
        == "rgb(255, 255, 255)"
    )
    grounds = page.locator(".c-tile").evaluate_all(
        "tiles => tiles.map(tile => getComputedStyle(tile).backgroundColor)"
    )
    assert len(grounds) == 4
    assert set(grounds) == {"rgb(255, 255, 255)"}


@pytest.mark.parametrize("landscape", [False, True])
def test_all_ratings_stand_on_the_paper(visit: Visit, app: str, landscape: bool) -> None:
    page = visit()
    page.goto(app + "evidence")
    expect(page.locator("td.heat").first).to_be_visible(timeout=60_000)
    settled(page)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1046 if landscape else 710, "height": 1000})  # of A4 between its margins
    ends = (
        page.locator(".c-table")
        .first.locator("tr > :last-child")
        .evaluate_all("cells => cells.map(cell => cell.getBoundingClientRect().right)")
    )
    assert len(ends) == 1 + len(CASE.alternatives)
    assert max(ends) <= (1046 if landscape else 710)
    _lines, whole = printed(page, "A4", landscape=landscape)
    for criterion in CASE.leaves:
        assert in_one_piece(criterion.label) in whole, criterion.label
