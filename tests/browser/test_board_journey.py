"""From sealed weights to the board: seal, save, compare, ask two people, take the pack away, open it in another installation."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from criteria.files.record import Decision
from criteria.model.problem import Problem
from criteria.reports.leaving import leaving, today
from criteria.reports.pack import FILES

from .conftest import pick, running_app, settled
from .shortlist_page import headline
from .test_answers_by_link import answer_all, links
from .test_weights_journeys import choose

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def installations(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Serve the app twice, each with a store of its own."""
    stores = [f"sqlite:///{(tmp_path_factory.mktemp(n) / 'criteria.db').as_posix()}" for n in ("one", "two")]
    with running_app(DATABASE_URL=stores[0]) as one, running_app(DATABASE_URL=stores[1]) as two:
        yield one, two


def save(page: Page, name: str) -> None:
    page.get_by_role("textbox", name="Name of the scenario").fill(name)
    page.get_by_role("textbox", name="Name of the scenario").press("Enter")
    settled(page)
    page.get_by_role("button", name="Save as new").click()
    expect(page.get_by_text(f"Open: {name}, version 1.")).to_be_visible()


def test_from_a_seal_to_the_record_in_another_installation(
    browser: Browser,
    visit: Callable[..., Page],
    installations: tuple[str, str],
    case: Problem,
    tmp_path: Path,
) -> None:
    here, there = installations
    page = visit(base=here)
    page.get_by_role("link", name="Scenarios").click()
    # Sealed before names and scores are seen.
    page.get_by_role("button", name="Hide names and scores, and seal").click()
    expect(page.get_by_role("button", name="Seal now")).to_be_visible()
    for candidate in case.alternatives:
        expect(page.get_by_text(candidate.label)).to_have_count(0)
    assert "seal=1" in page.url
    page.get_by_role("spinbutton", name=re.compile("^Commercial")).fill("30")
    page.get_by_role("spinbutton", name=re.compile("^Commercial")).press("Enter")
    settled(page)
    page.get_by_role("button", name="Seal now").click()
    expect(page.get_by_text(re.compile(r"[A-Z0-9]{4}(-[A-Z0-9]{4}){5}")).first).to_be_visible()
    # Three scenarios, saved and compared.
    save(page, "Sealed")
    pick(page.get_by_role("combobox", name="Method").first, "VIKOR")
    save(page, "By VIKOR")
    pick(page.get_by_role("combobox", name="Profile").first, "CTO")
    save(page, "By the CTO")
    page.get_by_role("radio", name="Saved scenarios").click()
    settled(page)
    page.get_by_text("Ranks as a table").click()
    heads = page.get_by_role("table").filter(has_text="By VIKOR").first
    for name in ("Sealed", "By VIKOR", "By the CTO", "Now"):
        expect(heads.get_by_role("columnheader", name=name)).to_be_visible()
    # Two people answer on their own devices; their weights are used.
    page.get_by_role("link", name="Weights").click()
    expect(page.locator(".c-brand")).to_be_visible()
    choose(page, "Facilitate")
    page.get_by_text("Ask everybody on their own device").click()
    expect(page.get_by_role("combobox", name="Ask first by")).to_be_visible()
    pick(page.get_by_role("combobox", name="Ask first by").first, "Rank order")
    page.get_by_role("button", name="Make a link for each person").click()
    expect(page.get_by_text("0 of 6 have answered everything")).to_be_visible()
    for k, link in enumerate(links(page)[:2]):
        context = browser.new_context(viewport={"width": 390, "height": 844})
        phone = context.new_page()
        phone.goto(link)
        expect(phone.get_by_role("spinbutton").first).to_be_visible()
        answer_all(phone, case, k)
        expect(phone.get_by_text(re.compile("All 6 parts are answered"))).to_be_visible()
        context.close()
    page.get_by_role("button", name="See who has answered").click()
    expect(page.get_by_text("2 of 6 have answered everything")).to_be_visible()
    page.get_by_role("button", name="Bring in what is there now").click()
    expect(page).to_have_url(re.compile("judged"))
    settled(page)
    page.get_by_role("button", name="Use these weights").click()
    expect(page).to_have_url(re.compile("w="))
    # The pack, opened in the other installation.
    page.get_by_role("link", name="Scenarios").click()
    expect(page.locator(".c-verdict h1")).to_be_visible()
    settled(page)
    said = headline(page)
    with page.expect_download(timeout=60_000) as started:
        page.get_by_role("button", name="Board pack (ZIP)").click()
    pack = tmp_path / started.value.suggested_filename
    started.value.save_as(pack)
    with zipfile.ZipFile(pack) as files:
        files.extractall(tmp_path)
        record, book = (next(n for n in files.namelist() if n.endswith(e)) for e in ("record.zip", ".xlsx"))
    for file in (pack, tmp_path / record, tmp_path / book):
        other = visit(base=there)
        other.get_by_role("link", name="Scenarios").click()
        other.get_by_label("Open a decision record").locator("input").set_input_files(file)
        expect(other.get_by_text(re.compile("Record of 20"))).to_be_visible()
        expect(other.locator(".c-verdict h1")).to_have_text(said)
        if file.suffix == ".zip":
            expect(other.get_by_text(re.compile(r"[A-Z0-9]{4}(-[A-Z0-9]{4}){5}")).first).to_be_visible()


def test_a_record_of_a_problem_that_is_not_here_opens_with_it(
    visit: Callable[..., Page], suppliers: Problem, tmp_path: Path
) -> None:
    problem = replace(suppliers, id="mine", title="My own suppliers")
    found = leaving(problem, problem.base_scenario().with_method("wsm"), day=today(), link="", version="0")
    page = visit()
    for key in ("record", "workbook"):
        file = tmp_path / FILES[key].name
        file.write_bytes(FILES[key].make(found, Decision()))
        page.get_by_role("link", name="Scenarios").click()
        page.get_by_label("Open a decision record").locator("input").set_input_files(file)
        expect(page.get_by_text(re.compile("Record of 20"))).to_be_visible()
        expect(page.locator(".c-brand")).to_contain_text("My own suppliers")
        expect(page.locator(".c-verdict h1")).to_contain_text(found.face.headline)
        page.get_by_role("link", name="Shortlist").click()
        expect(page.locator(".c-verdict h1")).to_contain_text(found.face.headline)
        pick(page.get_by_role("combobox", name="Problem").first, "Automotive-cloud partner")


def test_the_short_link_of_a_scenario_that_is_being_sealed_shows_no_name_to_a_colleague(
    browser: Browser, visit: Callable[..., Page], installations: tuple[str, str], suppliers: Problem
) -> None:
    here, _there = installations
    page = visit(f"?problem={suppliers.id}", base=here)
    page.get_by_role("link", name="Scenarios").click()
    save(page, "Before the offers")
    link = page.locator("code", has_text="?s=").inner_text()
    page.get_by_role("button", name="Hide names and scores, and seal").click()
    expect(page.get_by_role("button", name="Seal now")).to_be_visible()
    context = browser.new_context()
    colleague = context.new_page()
    for path in ("", "weights", "evidence", "robustness", "scenarios"):
        colleague.goto(f"{here}{path}?{link.partition('?')[2]}")
        expect(colleague.get_by_role("button", name="Seal now")).to_be_visible()
        for candidate in suppliers.alternatives:
            expect(colleague.get_by_text(candidate.label)).to_have_count(0)
    colleague.reload()
    colleague.get_by_role("textbox", name="Your name").fill("Ann")
    colleague.get_by_role("textbox", name="Your name").press("Enter")
    settled(colleague)
    colleague.get_by_role("button", name="Seal now").click()
    expect(colleague.locator(".c-verdict h1")).to_be_visible()
    # Whoever saved it finds it sealed, by whom and with which code.
    page.get_by_role("button", name="Leave without sealing").click()
    page.get_by_text("History of Before the offers").click()
    row = page.get_by_role("row").filter(has_text="Ann")
    expect(row).to_contain_text(re.compile(r"Sealed: [A-Z0-9]{4}(-[A-Z0-9]{4}){5}"))
    context.close()
