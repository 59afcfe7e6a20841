"""Everybody on the page of weights: who wins by whose weights, what stays hidden, and judgements from a file."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

import criteria
from criteria.files.judgements import judgements_csv
from criteria.model.importance import leaf_weights
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ui.components.weights import answer_files as component
from criteria.weighting.panel import (
    group_of,
    items_of,
    member_weights,
    nodes_of,
    panel_members,
    points_of_profile,
)

PAGE = str(Path(__file__).parents[2] / "weights_alone.py")
HEAD = "member,name,weight,node,way,counts,question,first,second,value\n"


def opened(
    case: Problem, panel: Panel | None = None, view: str = "stakeholders", profile: str | None = None
) -> AppTest:
    page = AppTest.from_file(PAGE, default_timeout=120)
    scenario = case.base_scenario(profile).with_panel(panel or Panel())
    for name, value in criteria.scenario_to_query(case, scenario).items():
        page.query_params[name] = value
    page.run()
    return next(g for g in page.get("button_group") if g.key == "weights-view").set_value(view).run()


def shown(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html")).replace("&#39;", "'")


def scenario(page: AppTest) -> Scenario:
    return page.session_state["criteria-session"].scenario


def like(case: Problem, profile: str, identifier: str, name: str, *, part: bool = False) -> Member:
    """Return somebody new with the points of a stakeholder, for all or only the first part of the tree."""
    nodes = nodes_of(case)[:1] if part else nodes_of(case)
    answers = tuple(points_of_profile(case, profile, node) for node in nodes)
    return Member(identifier, name, answers=answers)


def test_the_group_of_the_data_is_shown_and_used_exactly(case: Problem) -> None:
    page = opened(case, profile="ip-legal")
    assert not page.exception
    assert "of 6 members alone" in shown(page)
    assert "has the lowest regret" in shown(page)
    assert "How far does the group agree?" in shown(page)
    next(button for button in page.button if button.label == "Use these weights").click().run()
    found = group_of(case, Panel(), [member_weights(case, member) for member in panel_members(case, Panel())])
    assert leaf_weights(case, scenario(page)) == pytest.approx(found.leaf_weights, abs=1e-6)


def test_the_case_opens_with_the_weights_of_the_group_to_a_tenth_of_a_point(case: Problem) -> None:
    near = "The weights in use are the same to a tenth of a percentage point."
    page = opened(case)
    assert near in shown(page)
    next(button for button in page.button if button.label == "Use these weights").click().run()
    assert "These weights are in use" in [button.label for button in page.button]
    assert near not in shown(page)
    assert near not in shown(opened(case, profile="ip-legal"))


def test_everybody_has_a_card_with_the_winner_by_their_weights(case: Problem) -> None:
    html = shown(opened(case))
    for member in panel_members(case, Panel()):
        base = case.base_scenario(member.id)
        alone = criteria.evaluate(case, base, methods=())
        card = html.split(f"<h3>{escape(member.name)}</h3>")[1].split("</div>")[0]
        assert f"<b>{escape(alone.alternatives[alone.order[0]].label)}</b>" in card


@pytest.mark.slow
def test_weights_stay_hidden_until_all_have_really_answered(case: Problem) -> None:
    people = [member.id for member in panel_members(case, Panel())]
    answered = tuple(like(case, who, who, "") for who in people)
    late = Panel((*answered, like(case, "ip-legal", "late", "Late", part=True)), hidden=True)
    page = opened(case, late)
    assert not page.exception
    assert "Still to answer: Late." in shown(page)
    assert "Who ranks first under each stakeholder's weights?" not in shown(page)
    assert "c-cards" not in shown(page)
    assert "1 / 6" in shown(page)
    whole = opened(case, Panel((*answered, like(case, "ip-legal", "late", "Late")), hidden=True))
    assert "Still to answer" not in shown(whole)
    assert "Who ranks first under each stakeholder's weights?" in shown(whole)
    # The points of a profile are no answers.
    profile = opened(case, Panel((*answered[1:],), hidden=True))
    assert "Still to answer: CTO / connected services." in shown(profile)
    assert "c-cards" not in shown(profile)


def test_cards_tell_answers_from_points_of_the_profile(case: Problem) -> None:
    html = shown(opened(case, Panel((like(case, "ip-legal", "cto-connected", ""),))))
    cards = {card.split("</h3>")[0]: card for card in html.split("<h3>")[1:]}
    assert "<small>Answered</small>" in cards["CTO / connected services"]
    assert "<small>From the profile, not answered</small>" in cards["IP &amp; legal"]


def test_hiding_is_a_choice_that_goes_into_the_address(case: Problem) -> None:
    page = opened(case, Panel((Member("late", "Late"),)))
    assert "c-cards" in shown(page)
    assert "Not yet: " in shown(page)
    page.toggle[0].set_value(True).run()
    assert "c-cards" not in shown(page)
    assert "hidden:yes" in "".join(page.query_params["judged"])
    page.toggle[0].set_value(False).run()
    assert "c-cards" in shown(page)


def test_the_way_of_joining_is_kept_and_used(case: Problem) -> None:
    page = opened(case)
    next(box for box in page.selectbox if box.label == "The group's weights").select("judgements").run()
    assert not page.exception
    assert scenario(page).panel.join == "judgements"


def test_a_name_from_a_link_is_shown_letter_by_letter(case: Problem) -> None:
    page = opened(case, Panel((Member("x", "<script>alert(1)</script>", "<b>"),)))
    assert not page.exception
    assert "<script>" not in shown(page)
    assert "&lt;script&gt;" in shown(page)


def test_two_members_of_one_name_are_two(case: Problem) -> None:
    twins = Panel(tuple(like(case, "ip-legal", name, "Finance") for name in ("f1", "f2")))
    assert "of 8 members alone" in shown(opened(case, twins))


def test_a_tree_that_only_all_together_weighed_ends_in_sentences(case: Problem) -> None:
    nodes = nodes_of(case)
    mute = tuple(Member(profile.id, weight=0) for profile in case.profiles)
    halves = tuple(
        Member(name, name.title(), answers=tuple(points_of_profile(case, "ip-legal", node) for node in part))
        for name, part in (("one", nodes[:3]), ("two", nodes[3:]))
    )
    assert not opened(case, Panel((*mute, *halves))).exception


def test_nobody_who_counts_ends_in_a_sentence(case: Problem) -> None:
    page = opened(case, Panel(tuple(Member(profile.id, weight=0) for profile in case.profiles)))
    assert not page.exception
    assert "No stakeholder has given weights yet" in shown(page)


class Upload(io.BytesIO):
    """What the browser hands over."""

    name = "mine.csv"


def with_file(case: Problem, monkeypatch: pytest.MonkeyPatch, content: bytes, panel: Panel) -> AppTest:
    monkeypatch.setattr(component.st, "file_uploader", lambda *_given, **_more: [Upload(content)])
    return opened(case, panel, "ask")


BEFORE = Panel((Member("new", "New", answers=(Answers("", "direct", (Judgement("points", "ip", "", 5),)),)),))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (HEAD + "new,New,,ip,ahp,yes,ratio,ip-terms,nobody,3\n", "mine.csv, row 2: there is no criterion 'nobody'"),
        (HEAD + "new,New,,ip,ahp,yes,ratio,ip-terms,ip-rivals,-3\n", "give a number above 0"),
        (HEAD + "other,,,ip,ahp,yes,ratio,ip-terms,ip-rivals,3\n", "'other' is no stakeholder here"),
        ("what,is,this\n1,2,3\n", "the column 'member', 'way', 'question' is missing"),
        ("", "mine.csv is empty"),
        (HEAD + "".join(f"m{k},<b>,,ip,ahp,,ratio,x,y,1\n" for k in range(50)), "and 42 more"),
        (HEAD + "".join(f"m{k},M,,ip,direct,,points,ip-terms,,1\n" for k in range(50)), "at most 40 members"),
    ],
    ids=["unknown", "negative", "stranger", "columns", "empty", "many", "crowd"],
)  # fmt: skip
def test_a_file_that_is_wrong_is_told_and_changes_nothing(
    case: Problem, monkeypatch: pytest.MonkeyPatch, content: str, words: str
) -> None:
    page = with_file(case, monkeypatch, content.encode(), BEFORE)
    assert not page.exception
    assert words in shown(page)
    assert "Nothing was imported" in shown(page)
    assert scenario(page).panel == BEFORE


def test_a_file_that_is_right_is_taken_over(case: Problem, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = Answers("ip", "swing", tuple(Judgement("points", i, "", 9) for i in items_of(case, "ip")))
    member = Member("new", "New", answers=(answers,), ways=(("ip", "swing"),))
    content = judgements_csv(case, [member]).encode()
    page = with_file(case, monkeypatch, content, BEFORE)
    assert not page.exception
    (after,) = scenario(page).panel.members
    assert after.answers == (*BEFORE.members[0].answers, answers)
    assert "judged" in page.query_params


def test_what_the_page_exports_can_be_imported_again(case: Problem, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = Panel((like(case, "ip-legal", "new", "=New"),))
    content = judgements_csv(case, panel_members(case, panel)).encode()
    page = with_file(case, monkeypatch, content, panel)
    assert not page.exception
    back = scenario(page).panel.member("new")
    assert back is not None
    assert (back.name, back.answers) == ("=New", panel.members[0].answers)
