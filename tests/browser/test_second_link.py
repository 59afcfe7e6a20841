"""A second person's link opened in the same browser: that person is added, and nobody is dropped."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.problem import Problem

from .conftest import settled
from .shortlist_page import scenario_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]


def test_opening_a_second_persons_link_offers_to_add_that_person(
    browser: Browser, app: str, case: Problem
) -> None:
    def link(who: str, ratio: int) -> str:
        import criteria

        said = Answers("", "ahp", (Judgement("ratio", "ip", "region", float(ratio)),))
        panel = Panel((Member(who, answers=(said,)).with_way("", "ahp"),), open=who)
        judged = criteria.scenario_to_query(case, case.base_scenario().with_panel(panel))["judged"]
        return f"{app}weights?judged={judged}"

    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(link("ip-legal", 3))
    expect(page.get_by_text("Whose judgements?")).to_be_visible()
    settled(page)
    page.wait_for_timeout(500)
    page.goto(link("cto-connected", 5))
    expect(page.get_by_text("This browser had answers of IP & legal open before")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Add them to those in this link").click()
    expect(page.get_by_text("IP & legal: 1 pair, new")).to_be_visible()
    settled(page)
    told = {m.id: m.answers[0].judgements[0].value for m in scenario_of(page, case).panel.members}
    assert told == {"cto-connected": 5, "ip-legal": 3}
    page.reload()  # what was added is what this browser has: nothing is offered again
    expect(page.get_by_text("Whose judgements?")).to_be_visible()
    settled(page)
    expect(page.get_by_text("This browser had answers")).to_have_count(0)
    context.close()
