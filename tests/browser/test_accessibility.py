"""Keyboard and screen reader: what axe-core finds on every page in both themes, contrast inside figures, and where the focus goes."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from .conftest import settled

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]
VIEWS = {
    "": (),
    "robustness": ("First place", "Decision map", "Methods", "Evidence"),
    "weights": ("From the data", "Facilitate"),
    "evidence": (),
    "open": (),
    "scenarios": ("All stakeholders", "Methods of different families"),
    "?seal=1": (),  # weights before names and scores
    "?look=harman&against=aws": (),  # with the drawer open
    "?w=ip:60,region:5": (),  # with candidates that moved
}
SHARPNESS = (
    3  # pixels of the picture for each one of the page: the strokes of small letters are a whole pixel wide
)


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser, app: str) -> Iterator[Page]:
    """Return a page of the app in each theme."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900},
        color_scheme=request.param,
        device_scale_factor=SHARPNESS,
        reduced_motion="reduce",
    )
    opened = context.new_page()
    opened.set_default_timeout(60_000)
    yield opened
    context.close()


def views(page: Page, app: str, name: str) -> Iterator[str]:
    """Open a page, then each of its views; yield what is shown."""
    page.goto(app + name)
    expect(page.locator(".c-brand")).to_be_visible(timeout=60_000)
    settled(page)
    page.wait_for_timeout(1500)
    yield name or "shortlist"
    for view in VIEWS[name]:
        page.get_by_role("radio", name=view, exact=True).click()
        page.wait_for_timeout(500)
        settled(page)
        page.wait_for_timeout(1500)
        yield f"{name}: {view}"


def serious(page: Page) -> list[tuple[str, str, str]]:
    """Return what axe-core finds on the page and calls serious or critical."""
    return [
        (broken["id"], node["html"][:160], node["failureSummary"][:200])
        for broken in Axe().run(page).response["violations"]
        if broken["impact"] in ("serious", "critical")
        for node in broken["nodes"]
        # Pieces of a bar are cut by clip-path, which axe does not see: it takes the figure beside a bar to stand on it.
        if not (broken["id"] == "color-contrast" and ".figure" in str(node["target"]))
    ]


@pytest.mark.parametrize("name", VIEWS)
def test_axe_finds_nothing_serious(page: Page, app: str, name: str) -> None:
    for shown in views(page, app, name):
        assert serious(page) == [], shown
        assert page.locator("h1:visible").count() == 1, shown
        assert re.fullmatch(r"\w[\w ]* · Criteria", page.title()), page.title()


def luminance(colour: tuple[int, int, int]) -> float:
    parts = [v / 255 / 12.92 if v / 255 <= 0.03928 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_figure_of_an_answered_pair_is_read_on_its_ground(page: Page, app: str) -> None:
    """axe-core judges no text of a single letter."""
    page.goto(app + "weights")
    expect(page.get_by_text("Whose judgements?")).to_be_visible(timeout=60_000)
    settled(page)
    page.get_by_text("Answer this part in another way").click()
    page.get_by_role("radio", name="Pairs (AHP)", exact=True).click()
    settled(page)
    for side in ("first", "second", "equal"):
        page.locator(f".level.{side}").first.click()
        settled(page)
        page.get_by_role("button", name="Back", exact=True).click()
        answer = page.locator(f".level.{side}[aria-checked=true]")
        expect(answer).to_have_count(1)
        settled(page)
        drawn = answer.evaluate("one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]")
        ink, ground = ([int(part) for part in re.findall(r"\d+", colour)[:3]] for colour in drawn)
        assert contrast((ink[0], ink[1], ink[2]), (ground[0], ground[1], ground[2])) >= 4.5, side


def ink_on_ground(picture: Image.Image) -> float:
    """Return the contrast of the letters in a picture with the ground that most of it shows."""
    colours = Counter(picture.get_flattened_data())
    ground = colours.most_common(1)[0][0]
    return max(contrast(ground, colour) for colour, count in colours.items() if count >= 3)


@pytest.mark.parametrize("name", ["robustness", "weights"])
def test_words_in_figures_have_a_contrast_of_4_5(page: Page, app: str, name: str) -> None:
    for shown in views(page, app, name):
        for figure in page.locator(".js-plotly-plot").all():
            figure.scroll_into_view_if_needed()
            box = figure.bounding_box()
            assert box is not None
            picture = Image.open(io.BytesIO(figure.screenshot())).convert("RGB")
            for word in figure.locator("svg:not(:has(.ternary)) text").all():
                at, said = word.bounding_box(), word.text_content() or ""
                if at is None or not said.strip() or at["width"] < 3:
                    continue
                left, top = (at["x"] - box["x"]) * SHARPNESS, (at["y"] - box["y"]) * SHARPNESS
                part = picture.crop(
                    (
                        max(0, int(left)),
                        max(0, int(top)),
                        int(left + at["width"] * SHARPNESS),
                        int(top + at["height"] * SHARPNESS),
                    )
                )
                if part.width and part.height:
                    assert ink_on_ground(part) >= 4.5, (shown, said)


def test_every_figure_says_its_answer(page: Page, app: str) -> None:
    for shown in views(page, app, "robustness"):
        for figure in page.get_by_test_id("stPlotlyChart").all():
            said = figure.evaluate(
                "figure => [figure, ...figure.querySelectorAll('*'), ...(function* up(e) { while (e = e.parentElement) yield e })(figure)]"
                ".map(e => e.getAttribute('aria-label')).find(Boolean) ?? ''"
            )
            assert len(said.split()) > 4, shown


def test_a_move_is_announced_once(visit: Visit) -> None:
    page = visit()
    page.evaluate("""() => {
      window.said = []
      const live = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive], output'
      new MutationObserver((changes) => {
        const regions = new Set(changes.map((change) => (change.target.closest ?? change.target.parentElement.closest).call(
          change.target.closest ? change.target : change.target.parentElement, live)).filter(Boolean))
        for (const region of regions) if (region.textContent.trim()) window.said.push(region.textContent.trim())
      }).observe(document.body, { childList: true, subtree: true, characterData: true })
    }""")
    before = page.locator(".c-verdict h1").inner_text()
    slider = page.get_by_role("slider", name="Regional fit", exact=True)
    for _ in range(20):
        slider.press("ArrowRight")
    expect(page.locator(".c-verdict h1")).not_to_have_text(before)
    page.wait_for_timeout(3500)  # a second announcement would come within this time
    headline = " ".join(page.locator(".c-verdict h1").inner_text().split())
    assert page.evaluate("window.said") == [headline]
    assert page.locator("output").count() == 0


def test_reset_keeps_the_focus(visit: Visit) -> None:
    page = visit("?w=region:60")
    reset = page.get_by_role("button", name="Reset")
    reset.press("Enter")
    expect(page).not_to_have_url(re.compile("region"))
    expect(reset).to_be_focused()


def test_a_bar_pressed_by_keyboard_opens_the_drawer_and_has_the_focus_again_when_it_closes(
    visit: Visit,
) -> None:
    page = visit()
    bar = page.get_by_role("button", name=re.compile("^HARMAN: rank"))
    bar.focus()
    bar.press("Enter")
    title = page.locator(".c-drawer.open h2")
    expect(title).to_have_text("HARMAN")
    expect(title).to_be_focused()
    expect(page.get_by_role("complementary", name="HARMAN")).to_be_visible()
    settled(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(title).to_have_count(0)
    expect(bar).to_be_focused()
    # The bars are drawn anew once more, as a later part of the run does.
    page.evaluate("const bars = document.querySelector('.c-ranked'); bars.outerHTML = bars.outerHTML")
    expect(bar).to_be_focused()
    # On a busy server they can be missing for a moment.
    page.evaluate(
        "const bars = document.querySelector('.c-ranked'), place = bars.parentElement; bars.remove();"
        "setTimeout(() => place.append(bars), 300)"
    )
    expect(bar).to_have_count(0)
    expect(bar).to_be_focused()
    page.keyboard.press("Tab")
    expect(bar).not_to_be_focused()


def test_the_drawer_keeps_the_focus_where_it_covers_the_page(visit: Visit) -> None:
    page = visit("?look=harman", width=390)
    expect(page.get_by_role("dialog", name="HARMAN")).to_be_visible()
    page.get_by_role("button", name="Close").focus()
    held = "document.querySelector('.st-key-drawer').contains(document.activeElement)"
    for key in ("Shift+Tab", "Tab", "Tab", "Tab"):
        page.keyboard.press(key)
        assert page.evaluate(held), key
    for _time in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(held)


def test_a_share_is_read_with_its_name(visit: Visit) -> None:
    page = visit()
    expect(
        page.get_by_role(
            "img", name=re.compile(r"^Microsoft Azure: first by weights in [\d.]+%, by evidence in")
        )
    ).to_be_attached()


def test_what_opens_above_the_page_takes_the_focus_and_gives_it_back(visit: Visit) -> None:
    page = visit()
    opener = page.get_by_role("button", name=re.compile("^About TOPSIS"))
    opener.focus()
    opener.press("Enter")
    body = page.get_by_test_id("stPopoverBody")
    expect(body).to_be_visible()
    page.wait_for_timeout(500)
    assert body.evaluate("body => body.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(body).to_have_count(0)
    expect(opener).to_be_focused()
