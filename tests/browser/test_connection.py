"""A lost connection, a restart and a reload: what was shown is kept, and what is shown is what is computed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from criteria.model.problem import Problem
from tests.browser.broken_line import (
    BASE,
    Line,
    Server,
    address_says,
    connection,
    lose,
    points,
    served,
    shown_is_computed,
    slider,
)
from tests.browser.conftest import pick, settled
from tests.browser.shortlist_page import shared

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(scope="module")
def place() -> Iterator[tuple[Server, Line]]:
    with served() as both:
        yield both


@pytest.fixture
def page(browser: Browser, place: tuple[Server, Line]) -> Iterator[Page]:
    place[1].mend()
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    shown = context.new_page()
    shown.goto(f"http://127.0.0.1:{place[1].port}/")
    expect(shown.locator(".c-verdict h1")).to_be_visible(timeout=90_000)
    expect(slider(shown)).to_be_visible()
    settled(shown)
    yield shown
    context.close()


def after_a_slider(page: Page) -> dict[str, float]:
    slider(page).press("ArrowRight")
    address_says(page, "ip:24")
    return {"ip": 24.0}


def after_a_menu(page: Page) -> dict[str, float]:
    # The menu draws only the options that are in sight.
    pick(
        page.get_by_role("combobox", name="Method", exact=True), "Weighted sum · value", typed="Weighted sum"
    )
    address_says(page, "wsm")
    return {"ip": BASE}


def after_typed_points(page: Page) -> dict[str, float]:
    field = page.get_by_label("Points for IP protection")
    field.fill("33")
    field.press("Enter")
    address_says(page, "ip:33")
    return {"ip": 33.0}


def after_a_gate(page: Page) -> dict[str, float]:
    page.get_by_text("Must-haves and candidates set aside").click()
    settled(page)
    pick(page.get_by_role("combobox", name="Must-haves waived"), "Hosting in Japan: at least 4")
    address_says(page, "waive=")
    page.keyboard.press("Escape")
    return {"ip": BASE}


ACTS = [after_a_slider, after_a_menu, after_typed_points, after_a_gate]


@pytest.mark.parametrize("act", ACTS, ids=[act.__name__ for act in ACTS])
def test_sliders_work_after_the_session_was_forgotten(
    page: Page, place: tuple[Server, Line], case: Problem, act: Callable[[Page], dict[str, float]]
) -> None:
    before = act(page)
    settled(page)
    lose(page, place[1])
    assert points(page) == f"{before['ip']:g}"
    expect(page.get_by_role("dialog")).to_have_count(0)  # what Streamlit says of the break goes with it
    slider(page).press("ArrowRight")
    shown_is_computed(page, case, ip=int(before["ip"]) + 1)


def test_the_shortlist_can_be_downloaded_after_the_session_was_forgotten(
    page: Page, place: tuple[Server, Line]
) -> None:
    after_a_menu(page)
    settled(page)
    lose(page, place[1])
    with page.expect_download() as waiting:
        shared(page).get_by_role("button", name="Download shortlist (CSV)").click()
    assert "Amazon Web Services" in waiting.value.path().read_text(encoding="utf-8-sig")


def test_words_that_were_typed_and_not_saved_are_said_to_be_gone_with_the_session(
    page: Page, place: tuple[Server, Line]
) -> None:
    page.get_by_role("link", name="Scenarios", exact=True).click()
    name, said = page.get_by_label("Name of the scenario"), page.get_by_text("this page began anew")
    expect(name).to_be_visible(timeout=60_000)
    settled(page)
    name.fill("For the board")
    name.press("Tab")
    settled(page)
    expect(said).to_have_count(0)
    lose(page, place[1])
    expect(said).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="Weights", exact=True).click()
    expect(page.get_by_text("Whose judgements?")).to_be_visible(timeout=60_000)
    expect(said).to_have_count(0)


@pytest.mark.parametrize("pause", [0.0, 0.05, 0.1], ids=["at once", "50 ms later", "100 ms later"])
def test_a_move_in_the_instant_of_the_cut_is_not_lost(
    page: Page, place: tuple[Server, Line], case: Problem, pause: float
) -> None:
    """50 to 100 ms after the key the panel has its answer, and the address has not: it comes at the end of the run."""
    slider(page).press("ArrowRight")
    time.sleep(pause)
    lose(page, place[1], meanwhile=lambda: time.sleep(2))
    shown_is_computed(page, case, ip=24)
    slider(page).press("ArrowRight")
    shown_is_computed(page, case, ip=25)


@pytest.mark.parametrize("held", [True, False], ids=["held", "let go"])
def test_a_server_killed_in_the_middle_of_a_drag_comes_back_with_what_was_dragged(
    page: Page, place: tuple[Server, Line], case: Problem, held: bool
) -> None:
    box = slider(page).bounding_box()
    assert box is not None
    share = float(slider(page).input_value()) / float(slider(page).get_attribute("max") or 100)
    x, y = box["x"] + 8 + (box["width"] - 16) * share, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(8):
        page.mouse.move(x + 2 * step, y)
        page.wait_for_timeout(30)
    # A dragged slider is drawn once a frame, and a busy machine may not have had one yet.
    expect(page.get_by_label("Points for IP protection")).not_to_have_value(f"{BASE:g}")
    place[0].kill()
    page.mouse.move(x + 16, y)
    shown = float(points(page))
    assert shown > BASE
    if not held:
        page.mouse.up()
    place[0].start()
    connection(page, "CONNECTED")
    page.wait_for_timeout(1000)
    settled(page)
    assert float(points(page)) == shown
    if held:
        page.mouse.up()
    shown_is_computed(page, case, ip=shown)
