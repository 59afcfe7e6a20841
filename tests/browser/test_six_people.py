"""Six people answer in pairs on phones at the same time; their files, and their links, make one facilitator's group that of the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import criteria
from criteria.model.importance import leaf_weights
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.weighting.panel import group_of, importances_from, items_of, member_weights, panel_members

from .conftest import pick, settled
from .shortlist_page import ranking, scenario_of
from .test_weights_journeys import choose, opened

pytestmark = [pytest.mark.browser, pytest.mark.slow]
QUESTIONS = 5  # of ten: the first four connect all five groups of criteria
WORDS = ((3.0, "slightly"), (5.0, "clearly"), (7.0, "very much"), (9.0, "extremely"))


@pytest.fixture
def phones(browser: Browser, app: str, case: Problem) -> Iterator[dict[str, Page]]:
    """Return a phone for each stakeholder, by identifier: contexts of their own, each on its owner's first question."""
    found = {}
    for member in panel_members(case, Panel()):
        context = browser.new_context(viewport={"width": 390, "height": 844}, accept_downloads=True)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        phone = found[member.id] = context.new_page()
        phone.set_default_timeout(60_000)
        phone.goto(app + "weights?v=1")
        expect(phone.get_by_text("Whose judgements?")).to_be_visible(timeout=60_000)
        settled(phone)
        menu = phone.get_by_role("combobox", name="Whose judgements?")
        name = next(profile.name for profile in case.profiles if profile.id == member.id)
        if name not in str(menu.input_value()):
            pick(menu, name)
        choose(phone, "Pairs (AHP)")
    yield found
    for phone in found.values():
        phone.context.close()


def answered(phone: Page, case: Problem, person: int, number: int) -> Judgement:
    """Answer the question that is asked as this person sees it: who is further on in an order of their own matters more."""
    items = items_of(case, "")
    called = {case.criterion(item).label: item for item in items}
    expect(phone.get_by_text(f"Question {number} of 10 · {number - 1} answered")).to_be_visible()
    names = [phone.locator(f".side.{side} b").inner_text() for side in ("first", "second")]
    places = [(items.index(called[name]) + person) % len(items) for name in names]
    winner = int(places[1] > places[0])
    ratio, word = WORDS[abs(places[1] - places[0]) - 1]
    better, worse = names[winner], names[1 - winner]
    phone.get_by_role("radio", name=f"{better} is {word} more important than {worse}", exact=True).click()
    expect(phone.get_by_text(f"Question {number + 1} of 10 · {number} answered")).to_be_visible()
    return Judgement("ratio", called[better], called[worse], ratio)


def engine_group(case: Problem, told: dict[str, list[Judgement]]) -> Scenario:
    """Return the scenario with the group's weights that the engine gives for these answers."""
    panel = Panel()
    for who, judgements in told.items():
        said = Answers("", "ahp").with_judgements(judgements)
        panel = panel.with_member(Member(who, answers=(said,)).with_way("", "ahp"))
    everybody = [member_weights(case, member) for member in panel_members(case, panel)]
    group = group_of(case, panel, everybody)
    return case.base_scenario().with_importances(importances_from(case, group.local))


def group_in_use(page: Page, case: Problem, called: Sequence[str]) -> tuple[Scenario, list[str]]:
    """Use the group's weights where everybody is together; return the scenario, and the order of the shortlist."""
    choose(page, "Facilitate")
    for name in called:
        expect(page.locator(".c-card").filter(has_text=name).first).to_be_visible()
    page.get_by_role("button", name="Use these weights").click()
    expect(page.get_by_role("button", name="These weights are in use")).to_be_visible()
    settled(page)
    scenario = scenario_of(page, case)
    page.get_by_role("link", name="Shortlist", exact=True).click()
    expect(page.get_by_text("Who is ahead, and what carries them?")).to_be_visible()
    settled(page)
    page.get_by_text("The ranking as a table").click()
    settled(page)
    return scenario, ranking(page)


def test_six_people_on_phones_come_together_by_files_and_by_links_as_the_engine_has_them(
    phones: dict[str, Page], visit: Callable[..., Page], case: Problem, tmp_path: Path
) -> None:
    assert len(phones) == 6
    told: dict[str, list[Judgement]] = {who: [] for who in phones}
    for number in range(1, QUESTIONS + 1):  # everybody at the same time
        for person, (who, phone) in enumerate(phones.items()):
            told[who].append(answered(phone, case, person, number))
    files, links = [], []
    for who, phone in phones.items():
        with phone.expect_download() as started:  # at once: the answer given last is in it
            phone.get_by_role("button", name="Download these answers (CSV)").click()
        files.append(tmp_path / f"{who}.csv")
        started.value.save_as(files[-1])
        settled(phone)
        links.append(phone.url)
    expected = engine_group(case, told)
    evaluation = criteria.evaluate(case, expected, methods=())
    order = [evaluation.alternatives[i].label for i in evaluation.order]
    names = [profile.name for profile in case.profiles if profile.id in phones]

    by_files = opened(visit)
    by_files.get_by_role("button", name="Export, import").click()
    by_files.locator("input[type=file]").set_input_files(files)
    for name in names:
        expect(by_files.get_by_text(f"{name}: {QUESTIONS} pairs, new")).to_be_visible()
    settled(by_files)

    by_links = opened(visit)
    choose(by_links, "Facilitate")
    for name, link in zip(names, links, strict=True):
        field = by_links.get_by_role("textbox", name="Add a person by the link they sent back")
        field.fill(link)
        field.press("Enter")
        expect(by_links.get_by_text(f"{name}: {QUESTIONS} pairs, new")).to_be_visible()
        settled(by_links)

    for page in (by_files, by_links):
        scenario, shown = group_in_use(page, case, names)
        assert leaf_weights(case, scenario) == pytest.approx(leaf_weights(case, expected), abs=1e-6)
        assert shown == order
