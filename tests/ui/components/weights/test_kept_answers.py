"""Answers that a browser had open before are offered beside those of the opened link; whoever is there already stays as in the link."""

from __future__ import annotations

from criteria.links.judgements import panel_text
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.ui.components.weights.kept_answers import people_not_here
from tests.ui.weights_page import opened, scenario, session, shown


def panel(case: Problem, **who: float) -> Panel:
    def said(value: float) -> Answers:
        return Answers("", "ahp", (Judgement("ratio", "ip", "region", value),))

    return Panel(
        tuple(
            Member(name.replace("_", "-"), answers=(said(value),)).with_way("", "ahp")
            for name, value in who.items()
        )
    )


def text(case: Problem, **who: float) -> str:
    return panel_text(case, panel(case, **who), room=8000)


def test_only_people_without_answers_here_are_missing(case: Problem) -> None:
    before = text(case, ip_legal=3, cto_connected=5)
    assert [m.id for m in people_not_here(case, panel(case, ip_legal=7), before)] == ["cto-connected"]
    assert people_not_here(case, panel(case, ip_legal=7, cto_connected=2), before) == ()
    assert people_not_here(case, Panel(), before) == ()  # a link without answers took nobody's place
    assert people_not_here(case, panel(case, ip_legal=7), "no ~ panel, at : all") == ()


def test_the_people_open_before_are_offered_and_added_and_back_takes_it_back(case: Problem) -> None:
    page = opened(judged=text(case, ip_legal=3))
    session(page).kept_answers = text(case, cto_connected=5, ip_legal=9)
    page.run()
    assert "This browser had answers of" in shown(page)
    next(b for b in page.button if b.label == "Add them to those in this link").click().run()
    assert not page.exception
    told = {m.id: m.answers[0].judgements[0].value for m in scenario(page).panel.members if m.answers}
    assert told == {"ip-legal": 3, "cto-connected": 5}
    assert "1 pair, new" in shown(page)
    assert "This browser had answers of" not in shown(page)


def test_the_offer_can_be_declined(case: Problem) -> None:
    page = opened(judged=text(case, ip_legal=3))
    session(page).kept_answers = text(case, cto_connected=5)
    page.run()
    before = scenario(page).panel
    next(b for b in page.button if b.label == "Show only this link's answers").click().run()
    assert scenario(page).panel == before
    assert "This browser had answers of" not in shown(page)
