"""Journeys on the Weights page in a real browser: comparing in pairs, and deciding as a group."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from math import prod
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from criteria.files.judgements import judgements_csv
from criteria.model.importance import leaf_weights
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.weighting.panel import group_of, items_of, member_weights, panel_members

from .conftest import settled
from .shortlist_page import scenario_of

Visit = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def opened(visit: Visit, query: str = "", **size: int) -> Page:
    """Open the shortlist and go to the Weights page from its menu, or open the page at once where there is a query."""
    page = visit(**size)
    if query:
        page.goto(page.url.split("?")[0].rstrip("/").removesuffix("/shortlist") + "/weights" + query)
    else:
        page.get_by_role("link", name="Weights", exact=True).click()
    expect(page.get_by_text("Whose judgements?")).to_be_visible()
    settled(page)
    return page


def choose(page: Page, name: str) -> None:
    """Choose from a row of buttons; the ways of asking are folded away below the question."""
    button = page.get_by_role("radio", name=name, exact=True)
    fold = page.get_by_text("Answer this part in another way")
    expect(button.or_(fold).first).to_be_visible()
    if not button.is_visible():
        fold.click()
    button.click()
    settled(page)


def answer(page: Page, sentence: str) -> None:
    """Answer the question that is asked."""
    page.get_by_role("radio", name=sentence, exact=True).click()
    settled(page)


def test_pairs_are_answered_in_words_taken_back_kept_and_used(visit: Visit, case: Problem) -> None:
    page = opened(visit)
    choose(page, "Pairs (AHP)")
    expect(page.get_by_text("Question 1 of 10 · 0 answered")).to_be_visible()
    answer(page, "IP protection is slightly more important than Regional fit")
    expect(page.get_by_text("Question 2 of 10 · 1 answered")).to_be_visible()
    answer(page, "Connected-car capability is slightly more important than Regional fit")
    answer(page, "Connected-car capability and Commercial & viability are equally important")
    expect(page.get_by_text("pairs that connect all criteria")).to_be_visible()
    answer(page, "Security & geopolitics is equally to slightly more important than Commercial & viability")
    expect(page.get_by_text("nothing to contradict yet")).to_be_visible()
    page.get_by_role("button", name="IP protection over Connected-car capability: ·").click()
    settled(page)
    # IP protection 3 x Regional fit, Connected-car capability 3 x Regional fit: the two should be equal.
    answer(page, "IP protection is very much more important than Connected-car capability")
    expect(page.locator(".c-culprit")).to_contain_text("You said")
    expect(page).to_have_url(re.compile("judged="))

    # Back takes the answer back, Forward brings it again; so does loading the page anew.
    page.go_back()
    expect(page.get_by_text("· 4 answered")).to_be_visible()
    page.go_forward()
    expect(page.get_by_text("· 5 answered")).to_be_visible()
    settled(page)

    # The buttons and the keys do the same.
    undo = page.get_by_role("button", name="Undo", exact=True)
    redo = page.get_by_role("button", name="Redo", exact=True)
    expect(redo).to_have_attribute("aria-disabled", "true")
    for back, forward in (
        (undo.click, redo.click),
        (lambda: page.keyboard.press("Control+z"), lambda: page.keyboard.press("Control+Shift+z")),
    ):
        back()
        expect(page.get_by_text("· 4 answered")).to_be_visible()
        settled(page)
        forward()
        expect(page.get_by_text("· 5 answered")).to_be_visible()
        settled(page)
    page.reload()
    expect(page.get_by_text("· 5 answered")).to_be_visible()
    settled(page)

    # The judgement that fits worst is one click away, and so is any other in the matrix; the keyboard mends it.
    page.get_by_role("button", name="Look at this judgement again").click()
    expect(page.locator(".side.first")).to_contain_text("IP protection")
    expect(page.locator(".side.second")).to_contain_text("Connected-car capability")
    page.get_by_role("button", name="IP protection over Regional fit: 3").click()
    expect(page.locator(".side.second")).to_contain_text("Regional fit")
    page.get_by_role("button", name="IP protection over Connected-car capability: 7").click()
    chosen = page.get_by_role(
        "radio", name="IP protection is very much more important than Connected-car capability", exact=True
    )
    expect(chosen).to_be_checked()
    settled(page)
    chosen.focus()
    for _step in range(6):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    settled(page)
    expect(page.get_by_role("button", name="IP protection over Connected-car capability: 1.")).to_be_visible()
    expect(page.get_by_text("consistent enough")).to_be_visible()

    # What is used is what was shown.
    settled(page)
    page.get_by_role("button", name="Use these weights").click()
    expect(page.get_by_role("button", name="These weights are in use")).to_be_visible()
    settled(page)
    scenario = scenario_of(page, case)
    (member,) = [m for m in panel_members(case, scenario.panel) if m.id == "cto-connected"]
    own = member_weights(case, member)
    assert leaf_weights(case, scenario) == pytest.approx(own.leaf_weights, abs=1e-6)
    share = f"{100 * own.global_weights['ip']:.0f}%"
    page.get_by_role("link", name="Shortlist", exact=True).click()
    expect(page.get_by_role("slider", name="IP protection", exact=True)).to_have_attribute(
        "aria-valuetext", re.compile(re.escape(share))
    )
    expect(page.get_by_text("judgements given by CTO / connected services").first).to_be_visible()
    page.get_by_role("link", name="Weights", exact=True).click()
    expect(page.get_by_text("· 5 answered")).to_be_visible()


def test_a_group_decides_from_a_new_member_to_the_disagreement_that_matters(
    visit: Visit, tmp_path: Path
) -> None:
    page = opened(visit)
    page.get_by_role("button", name="New stakeholder").click()
    page.get_by_label("Name", exact=True).fill("Quality ![x](http://192.0.2.1/x.png)")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page).to_have_url(re.compile("Quality"))
    settled(page)
    choose(page, "Facilitate")
    page.get_by_text("Hide all weights until everybody has answered").click()
    settled(page)
    expect(page.get_by_text(re.compile("Still to answer: CTO"))).to_be_visible()  # nobody has answered yet
    expect(page.locator(".c-card")).to_have_count(0)
    page.get_by_text("Hide all weights until everybody has answered").click()
    settled(page)

    choose(page, "Answer")
    choose(page, "Rank order")
    expect(page.get_by_text("1 for the most important")).to_be_visible()
    for name, rank in zip(
        (
            "IP protection",
            "Regional fit",
            "Connected-car capability",
            "Security & geopolitics",
            "Commercial & viability",
        ),
        "12345",
        strict=True,
    ):
        field = page.get_by_role("spinbutton", name=re.compile(re.escape(name).replace("&", "&.?")))
        field.fill(rank)
        field.press("Enter")
        settled(page)
    expect(page.locator(".c-weights")).to_contain_text("46%")  # rank order centroid of five: 0.4567

    choose(page, "Facilitate")
    expect(page.locator(".c-card")).to_have_count(8)  # the group, six stakeholders, the new one
    expect(page.get_by_text("Which disagreement matters most?")).to_be_visible()
    expect(page.locator(".c-numbered").first).to_contain_text("stays first from")
    with page.expect_download() as started:
        page.get_by_role("button", name="Data (CSV)").first.click()
    file = tmp_path / "disagreement.csv"
    started.value.save_as(file)
    table = pd.read_csv(io.StringIO(file.read_text(encoding="utf-8-sig")))
    assert set(table["matters"]) == {True, False}
    assert len(table) == 22
    settled(page)
    page.get_by_role("button", name="Use these weights").click()
    expect(page.get_by_role("button", name="These weights are in use")).to_be_visible()


def typed(page: Page, name: str, value: str) -> None:
    """Type a number over what a field holds, and leave the pointer there: no Enter, no Tab."""
    page.get_by_role("spinbutton", name=name).click()
    page.keyboard.press("Control+A")
    page.keyboard.type(value)


def test_a_number_typed_is_kept_whatever_is_clicked_next(visit: Visit, case: Problem) -> None:
    page = opened(visit)
    expect(page.get_by_role("spinbutton", name="IP protection")).to_have_value("18")
    typed(page, "IP protection", "80")
    choose(page, "Pairs (AHP)")
    expect(page.get_by_text("Question 1 of 10")).to_be_visible()
    choose(page, "Points")
    expect(page.get_by_role("spinbutton", name="IP protection")).to_have_value("80")
    typed(page, "Regional fit", "33")
    choose(page, "Facilitate")
    choose(page, "Answer")
    expect(page.get_by_role("spinbutton", name="Regional fit")).to_have_value("33")
    settled(page)
    typed(page, "Regional fit", "66")
    page.get_by_role("button", name="Use these weights").click()
    expect(page.get_by_role("button", name="These weights are in use")).to_be_visible()
    expect(page).to_have_url(re.compile("w="))
    settled(page)
    scenario = scenario_of(page, case)
    assert scenario.importance("region") == pytest.approx(100 * 66 / (80 + 66 + 37 + 15 + 15), abs=1e-4)


def test_a_file_with_an_unknown_name_changes_nothing(visit: Visit, tmp_path: Path) -> None:
    page = opened(visit)
    choose(page, "Pairs (AHP)")
    answer(page, "IP protection is slightly more important than Regional fit")
    file = tmp_path / "judgements.csv"
    file.write_text(
        "member,node,way,question,first,second,value\ncto-connected,,ahp,ratio,ip,nobody,3\n",
        encoding="utf-8",
    )
    page.get_by_role("button", name="Export, import").click()
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("there is no criterion 'nobody' here")).to_be_visible()
    expect(page.get_by_text("Nothing was imported")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("Question 2 of 10 · 1 answered")).to_be_visible()


def test_the_first_move_from_the_base_case_ends_without_an_error(visit: Visit) -> None:
    page = visit()
    page.get_by_role("slider", name="IP protection", exact=True).press("ArrowRight")
    expect(
        page.get_by_text("Differs from the base case: importance of IP protection 23").first
    ).to_be_visible()
    settled(page)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_test_id("stAlert")).to_have_count(0)


def test_six_people_come_together_by_six_files_at_once(visit: Visit, case: Problem, tmp_path: Path) -> None:
    names = [member.id for member in panel_members(case, Panel())]
    files = []
    for k, who in enumerate(names):
        points = Answers("", "direct", tuple(Judgement("points", i, "", 5.0 + k) for i in items_of(case, "")))
        pairs = Answers(
            "", "ahp", tuple(Judgement("ratio", "ip", i, 2.0 + k) for i in items_of(case, "")[1:])
        )
        member = Member(who, answers=(points, pairs)).with_way("", "ahp")
        files.append(tmp_path / f"{who}.csv")
        files[-1].write_text(judgements_csv(case, [member]), encoding="utf-8")
    page = opened(visit)
    page.get_by_role("button", name="Export, import").click()
    page.locator("input[type=file]").set_input_files(files)
    expect(
        page.get_by_text("CTO / connected services: 4 pairs, new, 5 numbers of points, new")
    ).to_be_visible()
    settled(page)
    panel = scenario_of(page, case).panel
    assert [member.id for member in panel.members] == sorted(names)
    group = group_of(case, panel, [member_weights(case, one) for one in panel_members(case, panel)])
    own = [
        1 / (1 + 4 / (2.0 + k)) for k in range(len(names))
    ]  # by pairs, each other criterion 1/r of this one
    other = [(1 - share) / 4 for share in own]
    means = [prod(shares) ** (1 / 6) for shares in (own, other)]
    assert group.local[""][0] == pytest.approx(means[0] / (means[0] + 4 * means[1]), abs=1e-6)


def test_the_next_question_is_not_answered_yet(visit: Visit) -> None:
    page = opened(visit)
    choose(page, "Pairs (AHP)")
    answer(page, "IP protection is slightly more important than Regional fit")
    expect(page.get_by_text("Question 2 of 10 · 1 answered")).to_be_visible()
    expect(page.locator(".said")).to_have_text("Not answered yet: choose on either side, or skip.")
