"""What people do all day, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

import criteria
from criteria.model.problem import Problem

from .conftest import pick, running_app, settled
from .shortlist_page import Visit, headline, press, ranked_names, ranking, scenario_of, shared

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_copied_link_opens_the_same_scenario(visit: Visit, case: Problem) -> None:
    page = visit()
    press(page, "IP protection", "ArrowRight", 3)
    expect(page).to_have_url(re.compile(r"ip(:|%3A)26"))
    shared(page).get_by_role("button", name="Copy link").click()
    expect(shared(page).get_by_role("button", name="Link copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    scenario, notes = criteria.scenario_from_query(case, parse_qs(urlsplit(copied).query))
    assert notes == []
    assert scenario == case.base_scenario().with_importance("ip", 26)


def test_the_bars_follow_while_a_slider_is_dragged_and_the_address_waits(visit: Visit) -> None:
    page = visit()
    slider = page.get_by_role("slider", name="Commercial & viability", exact=True)
    box = slider.bounding_box()
    assert box is not None
    first = headline(page)
    page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2, steps=5)
    expect(page.locator(".c-verdict h1")).not_to_have_text(first)
    assert "commercial" not in page.url
    page.mouse.up()
    expect(page).to_have_url(re.compile("commercial"))


def test_what_a_move_does_not_change_stays_on_the_page(visit: Visit) -> None:
    page = visit("?problem=fighter-aircraft")
    titles = page.locator(".c-head h2")
    before = titles.all_inner_texts()
    assert "Who is ahead, and what carries them?" in before
    slider = page.get_by_role("slider").first
    slider.press("ArrowRight")
    expect(page).to_have_url(re.compile("w="))
    expect(titles).to_have_text(before)
    expect(page.locator(".c-table").first).to_be_attached()


def test_a_number_can_be_typed_and_reset_brings_the_base_back(visit: Visit, case: Problem) -> None:
    page = visit()
    field = page.get_by_role("spinbutton", name="Points for Regional fit", exact=True)
    field.fill("62.5")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"region(:|%3A)62\.5"))
    assert scenario_of(page, case).importance("region") == 62.5
    expect(page.get_by_text("1 changed")).to_be_visible()
    page.get_by_role("button", name="Reset").click()
    expect(field).to_have_value(re.compile(r"^20\.1"))
    expect(page).not_to_have_url(re.compile("region"))
    assert scenario_of(page, case) == case.base_scenario()


def test_another_profile_moves_the_sliders(visit: Visit) -> None:
    page = visit()
    pick(page.get_by_role("combobox", name="Profile"), "IP & legal")
    expect(page.get_by_role("slider", name="IP protection", exact=True)).to_have_value("45")
    press(page, "IP protection", "ArrowRight", 1)
    expect(page).to_have_url(re.compile(r"ip(:|%3A)46"))
    expect(page).to_have_url(re.compile("profile=ip-legal"))


def test_a_waived_gate_puts_its_candidate_into_the_ranking(visit: Visit) -> None:
    page = visit("?waive=g-lawful-na")
    assert "Huawei Cloud" not in ranking(page)
    page.get_by_text("Must-haves and candidates set aside").click()
    pick(page.get_by_role("combobox", name="Must-haves waived"), "Hosting in Japan: at least 4")
    expect(page).to_have_url(re.compile("waive=g-japan-residency"))
    expect(page.locator(".c-table").first.locator("tbody tr.apart")).to_have_count(0)
    expect(ranked_names(page).get_by_text("Huawei Cloud")).to_be_attached()


@pytest.mark.parametrize("width", [1440, 390])
def test_a_candidate_is_opened_compared_and_closed_and_nothing_is_lost(
    visit: Visit, case: Problem, width: int
) -> None:
    found = criteria.evaluate(case, case.base_scenario().with_importance("ip", 40), methods=())
    third, fifth = (found.alternatives[found.order[k]] for k in (2, 4))
    page = visit("?w=ip:40", width=width)
    page.locator(".c-ranked .row").nth(2).locator(".axis").click()
    title, marked = page.locator(".c-drawer.open h2"), page.locator(".c-ranked .row.looked .name")
    expect(title).to_have_text(third.label)
    expect(page.locator(".c-facts")).to_contain_text(third.attribute("Headquarters"))
    expect(marked).to_contain_text([third.label[:12]])
    drawer = page.locator(".st-key-drawer")
    box = drawer.bounding_box()
    assert box is not None
    assert box["width"] == (390 if width == 390 else pytest.approx(525, abs=40))
    if width > 1000:  # beside the drawer the page is there
        page.locator(".c-ranked .row").nth(4).click(modifiers=["Shift"])
    else:
        pick(page.get_by_role("combobox", name="Compare it with"), fifth.name)
    expect(title).to_have_text(f"{third.label} and {fifth.label}")
    expect(page.locator(".c-pair tbody tr")).to_have_count(len(case.leaves))
    assert page.locator(".c-pair").evaluate("pair => pair.scrollWidth <= pair.clientWidth")
    settled(page)
    page.reload()
    expect(title).to_have_text(f"{third.label} and {fifth.label}")
    expect(marked).to_have_count(2)
    assert scenario_of(page, case).importance("ip") == 40
    settled(page)
    page.get_by_role("button", name="Close").click()
    expect(title).to_have_count(0)
    expect(page).not_to_have_url(re.compile("look="))
    assert scenario_of(page, case).importance("ip") == 40


def test_a_name_in_the_table_opens_the_drawer_and_weights_move_on_beside_it(
    visit: Visit, case: Problem
) -> None:
    page = visit()
    page.get_by_text("The ranking as a table").click()
    settled(page)
    page.locator(".c-table td.name").get_by_role("button", name="Fujitsu").click()
    expect(page.locator(".c-drawer.open h2")).to_have_text("Fujitsu")
    expect(page.locator(".c-table tr.looked")).to_have_count(1)
    settled(page)
    press(page, "IP protection", "ArrowRight", 2)
    expect(page).to_have_url(re.compile(f"w=ip%3A{case.base_scenario().importance('ip') + 2:.0f}&"))
    expect(page.locator(".c-drawer.open h2")).to_have_text("Fujitsu")
    expect(page).to_have_url(re.compile("look=fujitsu"))


@pytest.mark.parametrize(
    "query",
    [
        "?w=ip:nan,ip:-1&method=nobody",
        "?problem=%00%ff&set=" + "x" * 7000,
        "?v=9&out=aws,aws,nobody&w=ip:1&w=ip:2",
    ],
)
def test_a_hostile_address_ends_in_a_note(visit: Visit, query: str) -> None:
    page = visit(query)
    expect(page.get_by_text("About what you opened")).to_be_visible()
    expect(page.get_by_text("Traceback")).to_have_count(0)


def test_the_page_fits_a_phone(visit: Visit) -> None:
    page = visit(width=390, height=844)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("node => node.scrollWidth <= node.clientWidth")
    assert page.locator(".c-verdict").bounding_box()["width"] <= 390


def test_names_are_shown_letter_by_letter_and_fetch_nothing(visit: Visit, tmp_path: Path) -> None:
    evil = [
        "<img src=http://192.0.2.1/x.png onerror=alert(1)>", "![i](http://192.0.2.1/y.png)", "<b>bold</b> **bold** $x^2$",
        "=HYPERLINK(1)", ":material/home: :red[red]", "日本 http://192.0.2.1/z",
    ]  # fmt: skip
    folder = tmp_path / "evil"
    folder.mkdir()
    rows = ["name,<i>first</i> [a](http://192.0.2.1),%{x} second", "direction,max,min"]
    rows += [f'"{name}",{i + 1},{9 - i}' for i, name in enumerate(evil)]
    (folder / "table.csv").write_text("\n".join(rows), encoding="utf-8")
    asked = []
    with running_app(CRITERIA_DATA=str(tmp_path)) as address:
        page = visit(base=address)
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        menu = page.get_by_role("combobox", name="Candidate")
        menu.scroll_into_view_if_needed()  # a page that scrolls closes the menu
        settled(page)
        menu.click()
        expect(page.get_by_role("option")).to_have_count(len(evil) + 1)  # and whoever leads
        options = page.get_by_role("option").all_inner_texts()
        page.keyboard.press("Escape")
        press(page, "<i>first</i> (http://192.0.2.1)", "ArrowRight", 2)  # brackets hold the unit
        expect(page).to_have_url(re.compile("w="))
        settled(page)
        table, chart = (
            page.locator(".c-table").first.text_content() or "",
            page.locator(".c-ranked").inner_text(),
        )
        assert (
            page.locator(
                ".c-table img, .c-table b, [data-testid=stSidebar] img:not([data-testid=stSidebarLogo])"
            ).count()
            == 0
        )
    for name in evil:
        assert name in table
        assert name in options
    assert "<b>bold</b>" in chart
    assert not [url for url in asked if "192.0.2.1" in url]


def test_the_table_is_unfolded_sorted_by_a_head_and_stays_sorted_while_weights_move(visit: Visit) -> None:
    page = visit()
    table = page.locator(".c-table.sortable")
    expect(table).not_to_be_visible()
    page.get_by_text("The ranking as a table").click()
    expect(table).to_be_visible()
    by_rank = ranking(page)
    head = page.get_by_role("columnheader", name="Candidate", exact=True)
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert ranking(page) == sorted(by_rank, key=str.casefold)
    score = page.get_by_role("columnheader", name="Score", exact=True)
    score.get_by_role("button").click()
    expect(score).to_have_attribute("aria-sort", "descending")
    assert ranking(page) == by_rank
    score.get_by_role("button").click()
    assert ranking(page)[0] == by_rank[-1]
    press(page, "IP protection", "ArrowRight", 1)
    expect(page).to_have_url(re.compile(r"ip(:|%3A)24"))
    settled(page)
    scores = table.locator("tbody tr:not(.apart) td:nth-child(3)").all_text_contents()
    assert scores == sorted(scores, key=float)
