"""How firm the first place is, in a real browser: the robustness page, and the change that the headline names."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import expect

import criteria
from criteria.explain.share_answers import shares_answer
from criteria.model.problem import Problem
from criteria.robustness.evaluated import figures

from .conftest import settled
from .shortlist_page import Visit, headline, press, scenario_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_robustness_speaks_of_the_same_scenario_and_gives_its_data(
    visit: Visit, case: Problem, tmp_path: Path
) -> None:
    page = visit()
    press(page, "Commercial & viability", "ArrowRight", 2)
    expect(page).to_have_url(re.compile(r"commercial(:|%3A)22"))
    settled(page)
    said = page.locator(".c-verdict h1").inner_text()
    page.get_by_role("link", name="Robustness", exact=True).click()
    expect(page.get_by_text("What happens as one weight goes")).to_be_visible()
    expect(page).to_have_url(re.compile(r"robustness\?.*commercial(:|%3A)22"))
    expect(page.locator(".c-verdict h1")).to_have_text(said)

    page.get_by_role("radio", name="First place").or_(
        page.get_by_role("button", name="First place")
    ).first.click()
    expect(page.get_by_text("In what share of draws")).to_be_visible()
    slider = page.get_by_role("slider", name="Each weight varies by")
    slider.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"sure=spread(:|%3A)0\.3"))
    expect(page.locator(".c-verdict > p")).to_contain_text("within ±30%")

    scenario = scenario_of(page, case)
    evaluation = criteria.evaluate(case, scenario, methods=())
    found = figures.acceptability_of(evaluation, "both")
    expect(page.get_by_text(shares_answer(evaluation, found, "both"))).to_be_visible()
    with page.expect_download(timeout=60_000) as started:
        page.get_by_role("button", name="Data (CSV)").first.click()
    file = tmp_path / "ranks.csv"
    started.value.save_as(file)
    read = pd.read_csv(io.StringIO(file.read_text(encoding="utf-8-sig")))
    assert list(read["rank_1"]) == pytest.approx(found.first.tolist(), abs=1e-12)

    page.get_by_role("link", name="Shortlist", exact=True).click()
    expect(page.get_by_role("slider", name="Commercial & viability", exact=True)).to_have_value("22")
    assert scenario_of(page, case) == scenario


@pytest.mark.parametrize("by", ["pointer", "keyboard"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_change_in_the_headline_is_one_press_away_and_one_press_back(
    visit: Visit, case: Problem, by: str, width: int
) -> None:
    page = visit(width=width, height=844)

    def press_button(name: str) -> None:
        button = page.locator(".c-offer").get_by_role("button", name=name)
        if by == "pointer":
            button.click()
        elif button.evaluate("node => node !== document.activeElement"):
            button.focus()
            page.keyboard.press("Enter")
        else:  # the keyboard stayed where it was
            page.keyboard.press("Space")

    first = headline(page)
    said = page.locator(".c-offer button").get_attribute("aria-label") or ""
    challenger = page.locator(".c-verdict > p").inner_text().split("puts ")[1].split(" first")[0]
    points = said.rpartition(" ")[2]
    press_button("Try it")
    expect(page.locator(".c-verdict h1")).to_have_text(re.compile(f"^{re.escape(challenger)} "))
    back = page.locator(".c-offer").get_by_role("button", name="Take it back")
    expect(back).to_be_visible()
    expect(page).to_have_url(re.compile(rf"ip-renault(:|%3A){points}(&|$|%2C|,)"))
    scenario = scenario_of(page, case)
    assert scenario == case.base_scenario().with_importance("ip-renault", float(points))
    slider = page.get_by_role("slider", name="Entanglement with Renault", exact=True, include_hidden=True)
    expect(slider).to_have_value(points)
    if by == "keyboard":
        expect(back).to_be_focused()
    if width > 1000:
        expect(slider).to_be_visible()
    press_button("Take it back")
    expect(page.locator(".c-verdict h1")).to_have_text(first)
    expect(back).to_have_count(0)
    expect(page).not_to_have_url(re.compile("ip-renault"))
    assert scenario_of(page, case) == case.base_scenario()
    if by == "pointer":
        page.go_back()
        expect(page.locator(".c-verdict h1")).to_have_text(re.compile(f"^{re.escape(challenger)} "))
        expect(slider).to_have_value(points)


def test_a_tile_opens_its_view_which_stays_over_a_reload_and_back_returns(
    visit: Visit, case: Problem
) -> None:
    page = visit()
    press(page, "Commercial & viability", "ArrowRight", 2)
    expect(page).to_have_url(re.compile(r"commercial(:|%3A)22"))
    settled(page)
    tile = page.get_by_role("link", name=re.compile(r"^Evidence: [\d.]+% ±[\d.]+ of the evidence"))
    tile.hover()
    assert re.search(r"robustness\?.*commercial:22.*&view=evidence$", tile.get_attribute("href") or "")
    tile.click()
    expect(page.get_by_text("Which rating should be checked next?")).to_be_visible(timeout=60_000)
    expect(page).to_have_url(re.compile(r"robustness\?.*commercial(:|%3A)22.*view=evidence"))
    assert scenario_of(page, case) == case.base_scenario().with_importance("commercial", 22)

    threat = page.locator(".c-tiles.threats").get_by_role("link", name=re.compile("^Method: "))
    threat.press("Enter")
    expect(page.get_by_text("Who is where under which method?")).to_be_visible(timeout=60_000)
    expect(page).to_have_url(re.compile("view=methods"))
    settled(page)
    page.reload()
    expect(page.get_by_text("Who is where under which method?")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("radio", name="Methods", exact=True)).to_be_checked()


def test_a_long_computation_says_how_far_it_is_and_stops_at_a_press(visit: Visit, app: str) -> None:
    page = visit("?method=electre_iii", base=f"{app}robustness")
    page.get_by_text("Compute with ELECTRE III").click()
    heading = page.get_by_role("heading", name="What happens as one weight goes from 0 to 100%?")
    expect(heading).to_be_visible(timeout=60_000)
    expect(page.get_by_text(re.compile(r"^\d+% done, under way for"))).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Stop", exact=True).last.click()
    expect(page.get_by_text("Stopped before it was computed.")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("button", name="Compute it after all")).to_be_visible()
    # The figures after it are computed.
    expect(page.get_by_role("heading", name="How far can each weight move?")).to_be_visible(timeout=60_000)
    page.get_by_text("Compute with ELECTRE III").click()
    settled(page)
