"""A group that answers on phones: a link for each person, answers that come together in the store, the group as the engine has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.weighting.panel import group_of, items_of, member_weights, nodes_of, panel_members

from .conftest import pick, running_app, settled
from .test_journeys import scenario_of
from .test_weights_journeys import choose, opened

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def app_with_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    where: Path = tmp_path_factory.mktemp("store") / "criteria.db"
    with running_app(DATABASE_URL=f"sqlite:///{where.as_posix()}") as address:
        yield address


def links(page: Page) -> list[str]:
    return page.locator("code").all_inner_texts()


def spinbutton(phone: Page, label: str) -> Locator:
    return phone.get_by_role("spinbutton", name=re.compile(re.escape(label).replace("&", "&.?")))


def rank(position: int, count: int, person: int) -> int:
    """Return the rank that a person gives to the criterion at a position: each begins further down, every second one turned round."""
    moved = (position + person) % count + 1
    return count + 1 - moved if person % 2 else moved


def answer_all(phone: Page, case: Problem, person: int) -> None:
    """Rank every part of the tree on a phone."""
    for node in nodes_of(case):
        items = items_of(case, node)
        if node:
            phone.get_by_role(
                "radio", name=re.compile("^" + re.escape(case.criterion(node).label).replace("&", "&.?"))
            ).click()
        fields = [spinbutton(phone, case.criterion(item).label) for item in items]
        expect(phone.get_by_role("spinbutton")).to_have_count(len(items))
        for k, field in enumerate(fields):
            expect(field).to_be_visible()
            field.fill(str(rank(k, len(items), person)))
            field.press("Enter")
        settled(phone)


def test_six_people_answer_by_link_on_phones_and_the_group_is_that_of_the_engine(
    browser: Browser, visit: Callable[..., Page], app_with_store: str, case: Problem
) -> None:
    page = opened(lambda **size: visit(base=app_with_store, **size))
    choose(page, "Facilitate")
    page.get_by_text("Ask everybody on their own device").click()
    settled(page)
    pick(page.get_by_role("combobox", name="Ask first by"), "Rank order")
    page.get_by_role("button", name="Make a link for each person").click()
    expect(page.get_by_text("0 of 6 have answered everything")).to_be_visible()
    asked = [profile.id for profile in case.profiles if profile.kind == "profile"]
    assert len(links(page)) == len(asked) == 6
    for person, link in enumerate(links(page)):
        context = browser.new_context(viewport={"width": 390, "height": 844})
        phone = context.new_page()
        phone.goto(link)
        expect(phone.get_by_role("spinbutton").first).to_be_in_viewport()
        for gone in ("navigation", "slider"):
            expect(phone.get_by_role(gone)).to_have_count(0)
        expect(phone.get_by_text("Microsoft Azure")).to_have_count(0)
        answer_all(phone, case, person)
        expect(phone.get_by_text(re.compile("All 6 parts are answered.*Saved at"))).to_be_visible()
        if person == 0:
            phone.reload()
            expect(phone.get_by_text("All 6 parts are answered")).to_be_visible()
        context.close()
        if person == 1:  # the facilitator's page follows by itself: who has answered, never what
            expect(page.get_by_text("2 of 6 have answered everything")).to_be_visible(timeout=60_000)
            expect(page.get_by_role("button", name="Bring in what is there now")).to_be_visible()
            expect(page).not_to_have_url(re.compile("judged"))
    expect(page).to_have_url(
        re.compile("judged"), timeout=60_000
    )  # as many as are needed: the results appear by themselves
    settled(page)
    panel = scenario_of(page, case).panel
    expected = Panel()
    for person, who in enumerate(asked):
        member = Member(who)
        for node in nodes_of(case):
            items = items_of(case, node)
            ranks = [float(rank(k, len(items), person)) for k in range(len(items))]
            said = tuple(Judgement("rank", item, "", given) for item, given in zip(items, ranks, strict=True))
            member = member.with_answers(Answers(node, "rank_order", said)).with_way(node, "rank_order")
        expected = expected.with_member(member)
    group = [
        group_of(
            case, one, [member_weights(case, member) for member in panel_members(case, one)]
        ).leaf_weights
        for one in (panel, expected)
    ]
    assert group[0] == pytest.approx(group[1], abs=1e-12)
    # Somebody who comes back the next day has them at once, with the links folded away.
    later = page.context.new_page()
    later.goto(app_with_store.rstrip("/") + "/weights")
    expect(later.get_by_text("Whose judgements?")).to_be_visible(timeout=60_000)
    settled(later)
    choose(later, "Facilitate")
    expect(later).to_have_url(re.compile("judged"), timeout=60_000)
    expect(later.get_by_text("6 of 6 people have answered every part.")).to_be_visible()
    assert scenario_of(later, case).panel.members == panel.members
