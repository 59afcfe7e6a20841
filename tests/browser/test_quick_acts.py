"""Acts that follow each other faster than the page is drawn: nothing that was typed or chosen is lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import pick, settled
from .test_weights_journeys import choose, opened

Visit = Callable[..., Page]

pytestmark = pytest.mark.browser


def test_what_is_typed_while_the_answer_before_is_drawn_stays(visit: Visit) -> None:
    page = opened(visit)
    choose(page, "Rank order")
    expect(page.get_by_text("1 for the most important")).to_be_visible()
    fields = page.get_by_role("spinbutton", name=re.compile("IP protection|Regional fit"))
    fields.nth(1).evaluate("field => { field.drawnBefore = true }")
    fields.nth(0).fill("1")
    fields.nth(0).press("Enter")
    expect(page).to_have_url(re.compile("judged"))
    settled(page)
    # The very same field: had it been drawn anew, what somebody was typing into it would be gone.
    assert fields.nth(1).evaluate("field => field.drawnBefore === true")


@pytest.mark.slow
def test_a_choice_counts_when_the_page_is_left_in_the_same_instant(visit: Visit) -> None:
    page = opened(visit)
    choose(page, "Facilitate")
    expect(page.locator(".c-card")).to_have_count(7)  # the view is drawn: the group and six stakeholders
    expect(page.get_by_test_id("stCheckbox")).to_be_visible()
    settled(page)
    # A run of a few hundredths of a second may end before the page has said that it began: the link is pressed while it goes on.
    page.evaluate(
        """() => new Promise((done) => {
            setTimeout(() => { document.querySelector('a[href$="robustness"]').click(); done() }, 30)
            document.querySelector('[data-testid="stCheckbox"] input').click()
        })"""
    )
    expect(page).to_have_url(re.compile("/robustness.*hidden"))


def test_a_button_that_moves_while_it_is_pressed_is_pressed_all_the_same(visit: Visit) -> None:
    page = visit()
    page.get_by_role("link", name="Scenarios").click()
    option = page.get_by_role("radio", name="All stakeholders")
    expect(option).to_be_visible()
    settled(page)
    option.scroll_into_view_if_needed()
    for moved, chosen in ((60, True), (0, False)):
        box = option.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        if moved:  # as when something is drawn above it meanwhile
            option.evaluate("option => { option.closest('[role=radiogroup]').style.marginTop = '60px' }")
        else:  # whoever lets go elsewhere takes the press back
            page.mouse.move(box["x"] + 300, box["y"] + 90)
        page.mouse.up()
        expect(option).to_have_attribute("aria-checked", str(chosen).lower())
        settled(page)
        page.get_by_role("radio", name="Base case and now").click()
        settled(page)


@pytest.mark.slow
def test_a_profile_over_changed_weights_is_taken_back_by_the_key_for_undo(visit: Visit) -> None:
    page = visit()
    slider = page.get_by_role("slider").first
    begun = slider.input_value()
    slider.press("ArrowRight")
    page.wait_for_url("**w=**")
    changed, address = slider.input_value(), page.url
    assert changed != begun
    pick(page.get_by_test_id("stSidebar").get_by_role("combobox", name="Profile"), "CTO")
    page.wait_for_url("**profile=cto-connected**")
    expect(page.get_by_role("alertdialog").filter(has_text="replaced the weights")).to_be_visible()
    expect(slider).not_to_have_value(changed)
    page.keyboard.press("Control+z")  # the menu still has the focus
    expect(page).to_have_url(address)
    expect(slider).to_have_value(changed, timeout=60_000)


@pytest.mark.slow
def test_a_key_in_the_instant_of_a_reload_counts_and_the_bare_address_opens_the_base_case(
    visit: Visit, app: str
) -> None:
    page = visit()
    slider = page.get_by_role("slider").first
    begun = slider.input_value()
    slider.press("ArrowRight")
    moved = slider.input_value()
    page.reload()  # before the server has answered
    page.wait_for_url("**w=**")
    expect(slider).to_have_value(moved, timeout=60_000)
    settled(page)
    page.goto(app)
    expect(slider).to_have_value(begun, timeout=60_000)
    settled(page)
    expect(slider).to_have_value(begun)
    assert "w=" not in page.url


def test_a_move_whose_answer_comes_while_the_page_is_loaded_again_counts(visit: Visit) -> None:
    page = visit()
    slider = page.get_by_role("slider").first
    settled(page)
    begun = slider.input_value()
    # The answer writes the address after the browser has begun to load the former one.
    page.evaluate(
        """() => window.addEventListener("beforeunload", () => history.pushState(history.state, "", "?v=1&problem=automotive-cloud&late=1"))"""
    )
    slider.evaluate(
        """slider => {
            slider.value = Number(slider.value) + 3
            slider.dispatchEvent(new Event("input", { bubbles: true }))
            slider.dispatchEvent(new Event("change", { bubbles: true }))
            location.reload()
        }"""
    )
    page.wait_for_url("**w=**")
    expect(slider).to_have_value(str(int(begun) + 3), timeout=60_000)


@pytest.mark.slow
def test_the_panel_has_its_look_on_every_visit_and_a_move_brings_no_code_of_it(visit: Visit) -> None:
    page = visit()
    with page.expect_websocket() as opened_anew:
        page.reload()
    slider = page.get_by_role("slider", name="IP protection", exact=True)
    for _again in range(2):
        expect(slider).to_be_visible()
        expect(slider).to_have_css("position", "absolute")
        settled(page)
        page.get_by_role("link", name="Robustness", exact=True).click()
        expect(page.get_by_text("What threatens first place")).to_be_visible()
        settled(page)
        page.get_by_role("link", name="Shortlist", exact=True).click()
    expect(slider).to_be_visible()
    settled(page)
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("w=ip"))
    settled(page)
    of_panel = opened_anew.value.expect_event(
        "framereceived", lambda frame: b"criteria_importance_panel" in bytes(frame)
    )
    with of_panel as brought:
        page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("w=ip%3A25|w=ip:25"))
    settled(page)
    assert len(brought.value) < 12_000  # its code has 31,000
