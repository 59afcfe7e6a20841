"""A sheet of one's own from the first press to a colleague's screen: read, asked, ranked, corrected, undone, sent, saved, opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from criteria.files.document import problem_from_document

from .conftest import pick, running_app, settled

pytestmark = [pytest.mark.slow, pytest.mark.browser]

# Shift-JIS, semicolons, decimal commas, a totals row, blanks, no directions.
SHEET = "\r\n".join(
    [
        "見積比較;;;",
        "会社;価格;納期;品質",
        "東;1250,5;3;4,5",
        "西;980,0;;3,5",
        "南;1100,0;5;4,0",
        "北;1020,0;4;",
        "合計;4350,5;12;12,0",
        "",
    ]
)
SMALL = "Vendor,Price,Care\ndirection,min,max\nA,3,5\nB,4,9\n"


class Acts:
    """Counts what a person does."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name).first.click()
        self.done()

    def done(self) -> None:
        self.count += 1
        self.page.wait_for_timeout(400)
        settled(self.page)


def fresh(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(60_000)
    return page


def headline(page: Page) -> str:
    expect(page.locator(".c-verdict h1")).to_be_visible(timeout=60_000)
    settled(page)
    return page.locator(".c-verdict h1").first.inner_text()


def correct(page: Page, candidate: str, now: str, likely: str, source: str, reason: str) -> None:
    """Correct the rating of a candidate, which is `now`, under the criterion that is chosen."""
    if page.get_by_role("combobox", name="Candidate").first.input_value() != candidate:
        pick(page.get_by_role("combobox", name="Candidate").first, candidate)
    expect(page.get_by_role("spinbutton", name="Likely")).to_have_value(now, timeout=60_000)
    settled(page)
    page.get_by_role("textbox", name="Source").fill(source)
    page.get_by_role("textbox", name="Reason of the correction").fill(reason)
    page.get_by_role("spinbutton", name="Likely").fill(likely)
    page.get_by_role("spinbutton", name="Likely").press("Tab")
    settled(page)
    page.get_by_role("button", name="Correct the rating").click()
    expect(page.get_by_text(f"Reason: {reason}").first).to_be_visible(timeout=60_000)
    settled(page)


def saved(page: Page, title: str = "Whole problem (JSON)") -> bytes:
    """Return the whole problem as the page saves it."""
    page.get_by_role("link", name="New or open", exact=True).first.click()
    expect(page.get_by_text("Save the open problem as a file")).to_be_visible()
    settled(page)
    if not page.get_by_role("button", name=title).is_visible():  # it stays open once it was opened
        page.get_by_text("Save the open problem as a file").click()
        settled(page)
    expect(page.get_by_role("button", name=title)).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name=title).click()
    return Path(download.value.path()).read_bytes()


def test_a_sheet_is_read_ranked_corrected_and_opened_elsewhere(browser: Browser, tmp_path: Path) -> None:
    elsewhere = tmp_path / "data" / "small"
    elsewhere.mkdir(parents=True)
    (elsewhere / "table.csv").write_text(SMALL, encoding="utf-8")
    nowhere = f"sqlite:///{tmp_path.as_posix()}/missing/criteria.db"
    with (
        running_app(DATABASE_URL=nowhere) as here,
        running_app(DATABASE_URL=nowhere, CRITERIA_DATA=str(elsewhere.parent)) as there,
    ):
        page = fresh(browser)
        acts = Acts(page)
        page.goto(here + "open")
        acts.done()
        page.set_input_files(
            "input[type=file]",
            {"name": "offers.csv", "mimeType": "text/csv", "buffer": SHEET.encode("shift-jis")},
        )
        expect(page.locator(".c-sheet")).to_be_visible(timeout=60_000)
        acts.done()
        expect(page.locator(".c-sheet")).to_contain_text("result")  # the totals row
        expect(page.locator(".c-preview")).to_have_count(0)
        acts.press("Confirm all 3 suggestions")
        expect(page.locator(".c-preview")).to_be_visible(timeout=60_000)
        acts.press("Use")
        expect(page.locator(".c-ranked")).to_be_visible(timeout=60_000)
        assert acts.count <= 8
        first = headline(page)
        expect(page.locator(".c-ranked .row")).to_have_count(4)  # neither title nor total is a candidate

        # Three ratings are corrected, each with its source; the last one is undone.
        page.get_by_role("link", name="Evidence", exact=True).first.click()
        expect(page.get_by_role("spinbutton", name="Likely")).to_be_visible(timeout=60_000)
        correct(page, "東", "1250.5", "700", "offer of May", "new offer")
        assert headline(page) != first
        correct(page, "西", "980", "960", "call of June", "second offer")
        corrected = headline(page)
        correct(page, "南", "1100", "10", "a mail", "a slip")
        assert headline(page) != corrected
        page.get_by_role("button", name="Undo the last correction").click()
        expect(page.locator(".c-verdict h1").first).to_have_text(corrected, timeout=60_000)
        settled(page)
        link = page.url

        # A colleague on another installation, with other problems and nothing stored, sees the same.
        colleague = fresh(browser)
        colleague.goto(there + link.partition(here)[2])
        assert headline(colleague) == corrected
        problem = problem_from_document(saved(colleague))
        sources = [problem.performances.cell(row, 0).source for row in range(3)]
        assert sources == ["offer of May", "call of June", ""]

        # The workbook that was saved opens again, equal.
        book = saved(colleague, "Whole problem (XLSX)")
        again = fresh(browser)
        again.goto(here + "open")
        settled(again)
        again.set_input_files(
            "input[type=file]",
            {"name": "offers.xlsx", "mimeType": "application/octet-stream", "buffer": book},
        )
        again.get_by_role("button", name="Use", exact=True).click()
        expect(again.locator(".c-ranked")).to_be_visible(timeout=60_000)
        assert headline(again) == corrected
        assert problem_from_document(saved(again)) == problem
