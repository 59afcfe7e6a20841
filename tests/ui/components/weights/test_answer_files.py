"""Answers as files on the page: six people by six files at once, a report, and an export that holds the last answer."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from criteria.files.answer_files import members_of_files
from criteria.files.judgements import judgements_csv
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.ui import session as tab
from criteria.ui import widgets
from criteria.ui.components.weights import answer_files as component
from criteria.ui.components.weights.answer_files import (
    answers_file,
    questionnaire_file,
    report,
    with_members,
)
from criteria.ui.session import Session
from criteria.weighting.ahp import ahp
from criteria.weighting.elicited import comparison_matrix
from criteria.weighting.group import combine
from criteria.weighting.panel import group_of, items_of, member_weights, nodes_of, panel_members

PAGE = str(Path(__file__).parents[2] / "weights_alone.py")


class Upload(io.BytesIO):
    """What the browser hands over."""

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__(content)
        self.name = name


def answered(problem: Problem, who: str, ratio: float) -> Member:
    """Return somebody who compared everything in pairs: each criterion `ratio` times as important as the next."""
    member = Member(who)
    for node in nodes_of(problem):
        items = items_of(problem, node)
        pairs = [
            Judgement("ratio", one, items[j], min(ratio ** (j - i), 9.0))
            for i, one in enumerate(items)
            for j in range(i + 1, len(items))
        ]
        member = member.with_answers(Answers(node, "ahp", tuple(pairs))).with_way(node, "ahp")
    return member


@pytest.mark.slow
def test_six_files_at_once_give_the_group_of_the_engine(
    case: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [answered(case, one.id, 1.2 + 0.2 * k) for k, one in enumerate(panel_members(case, Panel()))]
    # Each person's session knows that person alone; every second one answers in the workbook.
    alone = [session_of(case, Panel((one,), open=one.id)) for one in people]
    uploads = [
        Upload(f"{k}.xlsx", questionnaire_file(mine))
        if k % 2
        else Upload(f"{k}.csv", answers_file(mine, everybody=False))
        for k, mine in enumerate(alone)
    ]
    handed = [uploads]  # the widget that is drawn after an import holds no files
    monkeypatch.setattr(
        component.st, "file_uploader", lambda *_given, **_more: handed.pop() if handed else []
    )
    page = AppTest.from_file(PAGE, default_timeout=120)
    page.query_params["problem"] = case.id
    page.run()
    assert not page.exception
    panel = page.session_state["criteria-session"].scenario.panel
    assert len(panel.members) == 6
    told = "\n".join(element.proto.body for element in page.get("html"))
    assert "CTO / connected services: " in told
    assert told.count(" pairs, new") == 6
    group = group_of(case, panel, [member_weights(case, one) for one in panel_members(case, panel)])
    own = [ahp(comparison_matrix(items_of(case, ""), one.answers_to("", "ahp"))).weights for one in people]
    assert group.local[""] == pytest.approx(combine(own, how="priorities").weights, abs=1e-12)
    assert all(one.has_answered for one in group.members)


def session_of(case: Problem, panel: Panel) -> Session:
    return Session(problem=case, scenario=case.base_scenario().with_panel(panel))


def test_files_are_taken_as_soon_as_they_are_there_and_what_cannot_be_read_changes_nothing(
    case: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = session_of(case, Panel((answered(case, "ip-legal", 1.5),), open="ip-legal"))
    files = {
        "good": [Upload("good.csv", answers_file(given, everybody=False))],
        "bad": [Upload("bad.csv", b"nothing")],
        "none": [],
    }
    mine = session_of(case, Panel())
    before = mine.scenario
    monkeypatch.setattr(tab, "session", lambda: mine)
    monkeypatch.setattr(widgets, "widget_now", files.get)
    for name in ("bad", "none"):
        component._take(name)
        assert (mine.scenario, mine.report) == (before, ())
    component._take("good")
    assert mine.scenario is not None
    assert [member.id for member in mine.scenario.panel.members] == ["ip-legal"]
    assert mine.report
    assert mine.revision == 1  # the place where files are handed over is empty again


def test_the_file_holds_what_the_session_holds_when_it_is_asked_for(case: Problem) -> None:
    mine = session_of(case, Panel(open="ip-legal"))
    first = answers_file(mine, everybody=False)
    mine.scenario = case.base_scenario().with_panel(
        Panel((answered(case, "ip-legal", 1.5),), open="ip-legal")
    )
    later = answers_file(mine, everybody=False)
    assert first != later
    assert b"cto-connected" not in later
    assert b"points" not in later
    everybody = answers_file(mine, everybody=True)
    assert all(one.id.encode() in everybody for one in panel_members(case, Panel()))


def test_a_report_says_who_has_new_answers_and_who_is_unchanged(case: Problem) -> None:
    before = Panel()
    content = judgements_csv(case, [*panel_members(case, Panel((answered(case, "cto-connected", 1.5),)))[:2]])
    members, _notes = members_of_files(case, [("all.csv", content.encode())])
    lines = report(case, before, with_members(before, members), members)
    assert lines[0].startswith("CTO / connected services: ")
    assert "pairs, new" in lines[0]
    assert lines[1].endswith(": unchanged")


def test_the_report_stays_until_it_is_closed() -> None:
    page = AppTest.from_file(PAGE, default_timeout=120).run()
    page.session_state["criteria-session"].report = ("CTO: 10 pairs, new",)
    page.run()
    assert "CTO: 10 pairs, new" in "".join(element.proto.body for element in page.get("html"))
    next(button for button in page.button if button.label == "Close").click().run()
    assert "CTO: 10 pairs, new" not in "".join(element.proto.body for element in page.get("html"))
