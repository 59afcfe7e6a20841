"""Judgements in an address: every panel comes back equal, nonsense is named and left out, and the address stays short."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import criteria
from criteria.links.judgements import is_partial, panel_from, panel_text
from criteria.links.scenario import ADDRESS_LIMIT, address
from criteria.model.judgements import JOINS, SETTINGS, WAYS, WHOLE, Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.model.scenario_checks import check_scenario
from criteria.model.text import clean_text
from criteria.weighting.elicited import pairs_of
from criteria.weighting.panel import items_of, nodes_of

LAW = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
SETTING_VALUES = ("root", "geometric_mean", "saaty2008", "nonlinear", "exponent", "1.5")
words = st.one_of(
    st.sampled_from(
        ["", "~", "a~b", ",", "A, B", ":x:", "50%", "%2C", "日産 ~ 中国", "المالية", "+ & = #", "*"]
    ),
    st.text(max_size=30),
).filter(lambda word: not word or clean_text(word))
ratios = st.one_of(
    st.sampled_from([1.0, 2.0, 9.0, 0.5, 1 / 9, 1 / 3, 2.5, 1e-6, 1e6, 0.1 + 0.2]), st.floats(1e-6, 1e6)
)
levels = st.one_of(st.integers(1, 9).map(float), st.floats(1, 1e6))
scores = st.one_of(st.integers(0, 100).map(float), st.floats(0, 1e6), st.sampled_from([5e-324, 1e-7, 1e6]))


@st.composite
def answered(draw: st.DrawFn, problem: Problem) -> Answers:
    node, way = draw(st.sampled_from(nodes_of(problem))), draw(st.sampled_from(list(WAYS)))
    items = items_of(problem, node)
    if way in WHOLE:
        node, items = "", tuple(alternative.id for alternative in problem.alternatives)
    item = st.sampled_from(items)
    single = {
        "direct": [("points", scores)],
        "swing": [("points", scores)],
        "rank_order": [("rank", levels)],
        "ordered_candidates": [("place", levels)],
        "best_worst": [("best", st.just(1.0)), ("worst", st.just(1.0)), ("best-to", levels), ("to-worst", levels)],
    }  # fmt: skip
    if way == "ahp":
        pair = st.sampled_from(pairs_of(items))
        given = draw(st.dictionaries(pair, ratios, max_size=15))
        said = [Judgement("ratio", one, other, value) for (one, other), value in given.items()]
    else:
        said = [
            Judgement(question, name, "", value)
            for question, values in single[way]
            for name, value in draw(st.dictionaries(item, values, max_size=len(items))).items()
        ]
    names = sorted(SETTINGS[way])
    chosen = draw(st.dictionaries(st.sampled_from(names), st.sampled_from(SETTING_VALUES))) if names else {}
    return Answers(node, way, tuple(said), tuple(chosen.items()))


@st.composite
def panels(draw: st.DrawFn, problem: Problem) -> Panel:
    known = [p.id for p in problem.profiles]
    members = []
    for identifier in draw(st.lists(st.sampled_from([*known, "neu-1", "日産", "m_2"]), max_size=4)):
        name = draw(words)
        ways = draw(
            st.dictionaries(st.sampled_from(nodes_of(problem)), st.sampled_from(list(WAYS)), max_size=3)
        )
        members.append(
            Member(
                identifier,
                name if name or identifier in known else "Neu",
                draw(words),
                draw(st.sampled_from(["", "ff8800"])),
                draw(st.one_of(st.none(), st.just(1.0), st.floats(0, 1e6))),
                tuple(draw(st.lists(answered(problem), max_size=3))),
                tuple(ways.items()),
            )
        )
    opened = draw(st.sampled_from(["", *(m.id for m in members)]))
    return Panel(tuple(members), draw(st.sampled_from(JOINS)), draw(st.booleans()), opened)


def returned(problem: Problem, panel: Panel) -> tuple[Panel, list[str]]:
    query = criteria.scenario_to_query(problem, problem.base_scenario().with_panel(panel))
    scenario, notes = criteria.scenario_from_query(
        problem, parse_qs(urlencode(query), keep_blank_values=True)
    )
    return scenario.panel, notes


def in_pairs(problem: Problem, identifier: str, name: str = "") -> Member:
    answers = tuple(
        Answers(node, "ahp", tuple(Judgement("ratio", *pair, 2 + k % 8) for k, pair in enumerate(pairs_of(items_of(problem, node)))))
        for node in nodes_of(problem)
    )  # fmt: skip
    return Member(identifier, name, answers=answers, ways=tuple((node, "ahp") for node in nodes_of(problem)))


@pytest.mark.slow
@LAW
@given(st.data())
@pytest.mark.parametrize("name", ["case", "suppliers", "aircraft"])
def test_every_panel_comes_back_equal(name: str, request: pytest.FixtureRequest, data: st.DataObject) -> None:
    problem = request.getfixturevalue(name)
    panel = data.draw(panels(problem))
    assert returned(problem, panel) == (panel, [])


@LAW
@given(name=words)
@example(name="~,:%2C+ &=#")
@example(name="Línea\nzwei")
def test_a_name_in_any_script_and_with_any_sign_comes_back(case: Problem, name: str) -> None:
    panel = Panel((Member("m", name or "M", role=name),))
    assert returned(case, panel) == (panel, [])


@pytest.mark.parametrize("value", ["1,5", "a~b", "a:b"])
def test_a_setting_from_a_file_comes_back_whatever_signs_it_has(case: Problem, value: str) -> None:
    answers = Answers("ip", "rank_order", settings=(("exponent", value), ("formula", "exponent")))
    panel = Panel((Member("ip-legal", answers=(answers,)),))
    assert returned(case, panel) == (panel, [])


def test_an_address_without_judgements_has_no_part_for_them(case: Problem) -> None:
    assert "judged" not in criteria.scenario_to_query(case, case.base_scenario())
    assert address(case, case.base_scenario()) == f"?v=1&problem={case.id}&data={case.fingerprint}"


def test_everybody_fully_judged_in_pairs_fits_into_the_address(case: Problem) -> None:
    panel = Panel(tuple(in_pairs(case, p.id) for p in case.profiles if p.kind == "profile"), open="ip-legal")
    text = address(case, case.base_scenario().with_panel(panel))
    assert len(panel.members) == 6
    assert len(text) < ADDRESS_LIMIT
    assert not is_partial(criteria.scenario_to_query(case, case.base_scenario().with_panel(panel))["judged"])
    assert returned(case, panel) == (panel, [])


def test_who_does_not_fit_is_left_out_with_a_note_and_the_open_member_stays(case: Problem) -> None:
    members = tuple(in_pairs(case, f"m{k}", f"Abteilung für Änderungen {k}") for k in range(30))
    panel = Panel(members, open="m29")
    back, notes = returned(case, panel)
    assert back.open == "m29"
    assert back.member("m29") == panel.member("m29")
    assert 0 < len(back.members) < len(members)
    assert set(back.members) < set(members)
    assert len(notes) == 1
    assert "too short for everybody's judgements" in notes[0]
    assert len(address(case, case.base_scenario().with_panel(panel))) < ADDRESS_LIMIT + 30


def test_without_room_nobody_is_written_and_that_is_said(case: Problem) -> None:
    text = panel_text(case, Panel((in_pairs(case, "ip-legal"),)), room=10)
    assert text == "more"
    assert is_partial(text)
    assert not is_partial(panel_text(case, Panel((Member("more-or-less", "M"),)), room=500))


def test_judgements_of_other_criteria_are_left_out_with_a_note_and_the_rest_stays(case: Problem) -> None:
    panel = Panel((in_pairs(case, "ip-legal"),))
    text = panel_text(case, panel, room=2000)
    first, second = case.children("ip")[:2]  # both rated from 0 to 10
    swapped = {first.id: second, second.id: first}
    changed = replace(case, criteria=tuple(swapped.get(c.id, c) for c in case.criteria))
    notes: list[str] = []
    back = panel_from(changed, text, notes)
    member = back.member("ip-legal")
    assert member is not None
    assert member.answers_to("ip", "ahp").empty
    assert member.answers_to("security", "ahp") == panel.members[0].answers_to("security", "ahp")
    assert any("under 'ip' do not fit the criteria as they are now" in note for note in notes)


HOSTILE = {
    "nonsense": "nonsense",
    "stranger without a name": "stranger~weight:2",
    "no identifier": "~name:X",
    "identifier with signs": "a b~name:X",
    "unknown field": "ip-legal~x:y",
    "unknown setting of the panel": "*~magic:yes",
    "unknown join": "*~join:vote",
    "weight in words": "ip-legal~weight:much",
    "weight without end": "ip-legal~weight:1e999",
    "negative weight": "ip-legal~weight:-1",
    "nan": "ip-legal~weight:nan",
    "name of nothing": "ip-legal~name:%E2%80%8B",
    "answers without fields": "ip-legal~A",
    "unknown node": "ip-legal~A:nowhere:ahp:00:1",
    "leaf as node": "ip-legal~A:ip-terms:ahp:e3:",
    "unknown way": "ip-legal~A:ip:guess:1f5d:222222",
    "other criteria": "ip-legal~A:ip:ahp:00:222222",
    "too few pairs": "ip-legal~A:ip:ahp:1f5d:22",
    "signs nobody writes": "ip-legal~A:ip:ahp:1f5d:22x222",
    "ratio of nothing": "ip-legal~A:ip:ahp:1f5d:(0)22222",
    "ratio in words": "ip-legal~A:ip:ahp:1f5d:(two)22222",
    "ratio without end": "ip-legal~A:ip:ahp:1f5d:(1e9)22222",
    "bracket left open": "ip-legal~A:ip:ahp:1f5d:(222222",
    "points that are nan": "ip-legal~A:ip:direct:1f5d:nan-1-1-1",
    "negative points": "ip-legal~A:ip:direct:1f5d:-1-1-1-1",
    "rank of nothing": "ip-legal~A:ip:rank_order:1f5d:0-1-2-3",
    "best beyond the end": "ip-legal~A:ip:best_worst:1f5d:9.0.____.____",
    "best of many digits": "ip-legal~A:ip:best_worst:1f5d:" + "9" * 6000 + ".0.____.____",
    "best of one field": "ip-legal~A:ip:best_worst:1f5d:0",
    "brackets without end": "ip-legal~A:ip:best_worst:1f5d:" + "(" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_used_is_named_in_a_note_and_the_others_stay(case: Problem, text: str) -> None:
    good = panel_text(case, Panel((in_pairs(case, "cto-connected"),)), room=2000)
    scenario, notes = criteria.scenario_from_query(case, {"judged": f"{text},{good}"})
    check_scenario(case, scenario)
    assert len(notes) == 1
    assert notes[0].endswith(".")
    assert len(notes[0]) < 400
    assert scenario.panel.member("cto-connected") == in_pairs(case, "cto-connected")


def test_the_short_form_is_read_as_it_is_meant(case: Problem) -> None:
    scenario, notes = criteria.scenario_from_query(case, {"judged": "ip-legal~A:ip:ahp:1f5d:3b_(2.5)(/4.5)1"})
    (member,) = scenario.panel.members
    assert notes == []
    assert member.ways == (("ip", "ahp"),)
    assert set(member.answers[0].judgements) == {
        Judgement("ratio", "ip-terms", "ip-isolation", 3),
        Judgement("ratio", "ip-renault", "ip-terms", 2),
        Judgement("ratio", "ip-isolation", "ip-renault", 2.5),
        Judgement("ratio", "ip-rivals", "ip-isolation", 4.5),
        Judgement("ratio", "ip-renault", "ip-rivals", 1),
    }


fragments = st.sampled_from(["ip-legal", "*", "~", ",", ":", "A:", "a:ip:ahp:1f5d:", "u:ip:ahp", "222222", "(", ")", ".", "-", "/", "_", "open:", "name:", "%", "more", "weight:", "1e999", "best_worst", ":scale=root", "\x00", "日"])  # fmt: skip


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.one_of(st.lists(fragments, max_size=12).map("".join), st.text(max_size=40)))
def test_no_text_raises_and_what_was_understood_can_be_shared_again(case: Problem, text: str) -> None:
    scenario, notes = criteria.scenario_from_query(case, {"judged": text})
    check_scenario(case, scenario)
    assert all(note.strip() for note in notes)
    assert returned(case, scenario.panel) == (scenario.panel, [])


def test_more_members_than_a_panel_can_have_are_named_and_left_out(case: Problem) -> None:
    text = ",".join(f"m{k}~name:M" for k in range(45))
    scenario, notes = criteria.scenario_from_query(case, {"judged": text})
    assert len(scenario.panel.members) == 40
    assert len(notes) == 5


def test_a_member_of_the_data_needs_no_name_in_the_link(case: Problem) -> None:
    panel = Panel((Member("ip-legal", weight=2.5),), hidden=True, join="judgements")
    assert panel_text(case, panel, room=500) == "*~join:judgements~hidden:yes,ip-legal~weight:2.5"
    assert returned(case, panel) == (panel, [])
