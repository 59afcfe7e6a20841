"""What nearly everybody does first, in a real browser: move a weight, go back, read percentages, take the shortlist and the address along."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd
import pytest
from playwright.sync_api import Page, WebSocket, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

import criteria
from criteria.model.importance import node_weights
from criteria.model.problem import Problem

from .conftest import settled
from .shortlist_page import Visit, headline, press, ranked_names, ranking, scenario_of, shared

pytestmark = pytest.mark.browser


def test_move_a_weight_download_the_shortlist_and_pass_the_address_on(
    visit: Visit, case: Problem, tmp_path: Path
) -> None:
    page = visit()
    before = ranking(page)
    press(page, "Commercial & viability", "PageUp", 4)
    expect(page.locator(".c-verdict h1")).to_contain_text("Microsoft Azure leads")
    moved = page.get_by_role("slider", name="Commercial & viability", exact=True).input_value()
    expect(page).to_have_url(re.compile(rf"commercial(:|%3A){moved}"))
    expect(ranked_names(page)).not_to_have_text(before)

    scenario = scenario_of(page, case)
    assert scenario.importance("commercial") > case.base_scenario().importance("commercial")
    evaluation = criteria.evaluate(case, scenario)
    expect(ranked_names(page)).to_have_text([evaluation.alternatives[i].label for i in evaluation.order])

    with page.expect_download(timeout=60_000) as started:
        shared(page).get_by_role("button", name="Download shortlist (CSV)").click()
    assert re.fullmatch(r"automotive-cloud_topsis_\d{4}-\d\d-\d\d\.csv", started.value.suggested_filename)
    file = tmp_path / "shortlist.csv"
    started.value.save_as(file)
    read = pd.read_csv(io.StringIO(file.read_text(encoding="utf-8-sig")))
    expected = evaluation.shortlist()
    assert list(read["candidate"]) == list(expected["candidate"])
    assert list(read["score"]) == pytest.approx(list(expected["score"]), abs=0)
    assert [column for column in read.columns if column in expected.columns] == list(expected.columns)

    other = visit(f"?{urlsplit(page.url).query}")
    expect(other.locator(".c-verdict h1")).to_have_text(headline(page))
    expect(ranked_names(other)).to_have_text(ranking(page))
    assert other.get_by_role("slider", name="Commercial & viability", exact=True).input_value() == str(
        int(scenario.importance("commercial"))
    )


@pytest.mark.slow
def test_back_and_forward_are_undo_and_redo(visit: Visit) -> None:
    page = visit()
    slider = page.get_by_role("slider", name="Regional fit", exact=True)
    for value in (21, 22, 23):
        press(page, "Regional fit", "ArrowRight", 1)
        expect(page).to_have_url(re.compile(rf"region(:|%3A){value}"))
    page.go_back()
    expect(slider).to_have_value("22")
    page.go_back()
    expect(slider).to_have_value("21")
    page.go_forward()
    expect(slider).to_have_value("22")
    page.reload()
    expect(slider).to_have_value("22")


@pytest.mark.slow
def test_back_over_pages_of_the_menu_never_shows_another_scenario(visit: Visit) -> None:
    page = visit("?problem=telematics-suppliers&w=uptime-last-year:100")
    with page.expect_websocket() as opened:
        page.reload()
    said = headline(page)
    for name in ("Robustness", "Scenarios"):
        with a_run(page, opened.value):
            page.get_by_test_id("stTopNav").get_by_role("link", name=name).click()
        expect(page).to_have_url(re.compile(rf"{name.lower()}\?.*w="))
    for _step in range(8):  # the browser may leave out what no person has touched
        before = page.url
        with a_run(page, opened.value):
            page.go_back()
            expect(page).not_to_have_url(before)
        expect(page.locator(".c-verdict h1")).to_have_text(said)
        if not re.search("scenarios|robustness", page.url):
            break
    assert not re.search("scenarios|robustness", page.url)


@contextmanager
def a_run(page: Page, connection: WebSocket) -> Iterator[None]:
    """Wait until what is done here has led to a run, and the run is over: Back pressed before would meet it."""
    with connection.expect_event("framereceived", ends_a_run, timeout=60_000):
        yield
    settled(page)


def ends_a_run(frame: str | bytes) -> bool:
    message = ForwardMsg()
    message.ParseFromString(frame if isinstance(frame, bytes) else frame.encode())
    return message.WhichOneof("type") == "script_finished"


def test_every_percentage_shown_is_the_weight_used(visit: Visit, case: Problem) -> None:
    page = visit("?w=ip:37,region:0,cap-ota:91.5,sec-geo:0,sec-compliance:0,ip-terms:0.125")
    for toggle in page.get_by_role("button", name=re.compile("^Criteria of")).all():
        toggle.click()
    weights = node_weights(case, scenario_of(page, case))
    for criterion in case.criteria:
        field = page.get_by_role("spinbutton", name=f"Points for {criterion.label}", exact=True)
        shown = field.locator("xpath=preceding-sibling::span[@class='percent']").inner_text()
        share = 100 * weights[criterion.id]
        assert shown == (f"{share:.0f}%" if share == 0 or share >= 9.95 else f"{share:.1f}%"), criterion.id
