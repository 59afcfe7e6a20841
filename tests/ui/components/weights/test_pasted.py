"""A link that was sent back adds its person to those who are here; what is no such link is a sentence and changes nothing."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pytest
from streamlit.testing.v1 import AppTest

import criteria
from criteria.errors import CriteriaError
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.ui.components.weights.pasted import members_of_link
from criteria.weighting.panel import items_of

PAGE = str(Path(__file__).parents[2] / "weights_alone.py")


def link(case: Problem, who: str, value: float) -> str:
    first, second = items_of(case, "")[:2]
    said = Answers("", "ahp", (Judgement("ratio", first, second, value),))
    scenario = case.base_scenario().with_panel(Panel((Member(who).with_answers(said),), open=who))
    return "http://here/weights?" + urlencode(criteria.scenario_to_query(case, scenario))


def opened(address: str = "") -> AppTest:
    page = AppTest.from_file(PAGE, default_timeout=120)
    for part in filter(None, address.partition("?")[2].split("&")):
        name, _sign, value = part.partition("=")
        page.query_params[name] = value.replace("%3A", ":").replace("%7E", "~").replace("%2C", ",")
    page.run()
    door = next(g for g in page.get("button_group") if g.key == "weights-view")
    return door.set_value("stakeholders").run()


def paste(page: AppTest, text: str) -> AppTest:
    return next(f for f in page.text_input if "link they sent back" in f.label).set_value(text).run()


def shown(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html")).replace("&amp;", "&")


def test_a_second_persons_link_is_added_and_drops_nobody(case: Problem) -> None:
    page = paste(opened(link(case, "cto-connected", 3)), link(case, "ip-legal", 5))
    assert not page.exception
    panel = page.session_state["criteria-session"].scenario.panel
    assert {m.id: m.answers[0].judgements[0].value for m in panel.members} == {
        "cto-connected": 3,
        "ip-legal": 5,
    }
    assert "IP & legal: 1 pair, new" in shown(page)
    assert "ip-legal" in str(page.query_params["judged"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("http://here/weights?v=1&problem=another&judged=x", "for another problem, 'another'"),
        ("http://here/weights?v=1", "no answers in this link"),
        ("nonsense", "no answers in this link"),
        ("http://[here/?judged=x", "not a link that can be read"),
        ("http://here/?judged=" + "x" * 20_000, "longer than"),
        ("http://here/?judged=cto-connected~A:nowhere:ahp:3f0c:3", "no answers in this link"),
    ],
)
def test_what_is_no_such_link_is_a_sentence_and_changes_nothing(case: Problem, text: str, said: str) -> None:
    with pytest.raises(CriteriaError, match=said):
        members_of_link(case, text, {case.id})
    page = paste(opened(link(case, "cto-connected", 3)), text)
    assert not page.exception
    assert "No answers were added" in shown(page)
    assert [m.id for m in page.session_state["criteria-session"].scenario.panel.members] == ["cto-connected"]
