"""What comes in by a link is text from strangers: it never raises, never applies by halves, and says what was left out."""

from __future__ import annotations

import unicodedata
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import criteria
from criteria.links.scenario import NOTE_LIMIT, PARAMETERS
from criteria.model.problem import Problem
from criteria.model.scenario_checks import check_scenario

LAW = settings(max_examples=200, deadline=None, derandomize=True, database=None)
NOTE_LENGTH = 400

BAD = {
    "unknown parameter": {"foo": "1"},
    "nameless parameter": {"": "1"},
    "old version": {"v": "0"},
    "version in words": {"v": "😀"},
    "unknown profile": {"profile": "nobody"},
    "unknown method": {"method": "magic"},
    "method of null bytes": {"method": "\x00" * 50},
    "unknown normalization": {"norm": "magic"},
    "normalization of another method": {"norm": "average"},
    "importance that is nan": {"w": "ip:nan"},
    "importance that is endless": {"w": "ip:inf"},
    "importance that overflows": {"w": "ip:1e999"},
    "negative importance": {"w": "ip:-1"},
    "importance of a stranger": {"w": "nobody:1"},
    "importance of a very long stranger": {"w": "x" * 7_000 + ":1"},
    "importance of null bytes": {"w": "a\x00\x1b[31m:1"},
    "importance in words": {"w": "ip:much"},
    "importance without points": {"w": "ip"},
    "importance in hexadecimal": {"w": "ip:0x10"},
    "unknown rule": {"blanks": "zero"},
    "unknown gate": {"waive": "g-none"},
    "unknown candidate": {"out": "😀"},
    "cell of a stranger": {"set": "nobody.ip-terms:5"},
    "cell of a group": {"set": "aws.ip:5"},
    "cell beyond the scale": {"set": "aws.ip-terms:99"},
    "cell out of order": {"set": "aws.ip-terms:5-4-6"},
    "cell of two numbers": {"set": "aws.ip-terms:5-6"},
    "cell that overflows": {"set": "aws.ip-terms:1e999"},
    "cell in words": {"set": "aws.ip-terms:good"},
    "too long": {"w": "ip:1," * 100_000},
    "given twice": {"w": ["ip:1", "ip:2"]},
    "another problem": {"problem": "fighter-aircraft"},
    "other data": {"data": "00000000"},
}


@pytest.mark.parametrize("query", BAD.values(), ids=BAD)
def test_what_cannot_be_used_is_told_in_a_sentence(case: Problem, query: dict[str, str | list[str]]) -> None:
    scenario, notes = criteria.scenario_from_query(case, query)
    check_scenario(case, scenario)
    assert len(notes) == 1
    assert notes[0][0].isupper() or not notes[0][0].isalpha()
    assert notes[0].endswith(".")
    assert len(notes[0]) <= NOTE_LENGTH
    assert all(unicodedata.category(c) not in ("Cc", "Cs", "Cf") for c in notes[0])


@pytest.mark.parametrize("name", [name for name in BAD if name != "given twice"])
def test_nothing_of_a_wrong_part_is_applied_while_the_rest_is(case: Problem, name: str) -> None:
    good = {
        "waive": "g-lawful-na",
        "out": "aws",
        "w": "region:7",
        "set": "fujitsu.ip-terms:1-2-3",
        "blanks": "worst",
    }
    expected, none = criteria.scenario_from_query(case, {k: v for k, v in good.items() if k not in BAD[name]})
    assert none == []
    scenario, notes = criteria.scenario_from_query(case, good | BAD[name])
    assert notes
    assert scenario == expected


def test_good_items_beside_bad_ones_are_applied(case: Problem) -> None:
    scenario, notes = criteria.scenario_from_query(
        case,
        {
            "w": "ip:7,nobody:1,region:-1,capability:9",
            "out": "aws,nobody",
            "set": "aws.ip-terms:99,aws.ip-isolation:4",
        },
    )
    assert len(notes) == 4
    assert (scenario.importance("ip"), scenario.importance("capability")) == (7, 9)
    assert scenario.importance("region") == case.base_scenario().importance("region")
    assert scenario.set_aside == ("aws",)
    assert [(c.alternative, c.criterion, c.likely) for c in scenario.changed] == [("aws", "ip-isolation", 4)]


def test_other_data_are_told_and_the_scenario_applies(case: Problem) -> None:
    scenario, notes = criteria.scenario_from_query(case, {"w": "ip:7", "data": "00000000"})
    assert scenario.importance("ip") == 7
    assert "data have changed" in notes[0]


def test_the_last_of_several_values_counts(case: Problem) -> None:
    scenario, _notes = criteria.scenario_from_query(case, parse_qs("w=ip:1&w=ip:2"))
    assert scenario.importance("ip") == 2


def test_the_own_parameters_of_streamlit_are_no_news(case: Problem) -> None:
    assert criteria.scenario_from_query(case, {"embed": "true", "embed_options": "dark_theme"}) == (
        case.base_scenario(),
        [],
    )


@pytest.mark.parametrize("query", [{}, {"w": ""}, {"w": []}, {"out": ",,,"}, {"set": ","}])
def test_a_link_that_says_nothing_is_the_base_scenario(case: Problem, query: dict[str, str]) -> None:
    assert criteria.scenario_from_query(case, query) == (case.base_scenario(), [])


@pytest.mark.parametrize(
    "query",
    [
        {f"x{i}": "1" for i in range(1_000)},
        {"w": ",".join(f"n{i}:1" for i in range(900))},
        {"set": ",".join(f"a{i}.b:1" for i in range(900))},
        dict.fromkeys(PARAMETERS, "\x00,😀:1," * 100),
    ],
    ids=["parameters", "importances", "cells", "everything"],
)
def test_the_notes_are_few_and_short_however_much_is_wrong(case: Problem, query: dict[str, str]) -> None:
    scenario, notes = criteria.scenario_from_query(case, query)
    assert scenario == case.base_scenario()
    assert 0 < len(notes) <= NOTE_LIMIT
    assert sum(map(len, notes)) <= NOTE_LIMIT * NOTE_LENGTH


fragments = st.sampled_from(["ip", "aws", ":", ",", ".", "-", "?", "1", "-1", "1e999", "nan", "inf", "aws.ip-terms:", "5-4-3", "topsis", "g-lawful-na", "\x00", "😀", "=", "&", "%00"])  # fmt: skip
texts = st.one_of(st.lists(fragments, max_size=6).map("".join), st.text(max_size=20))
names = st.one_of(st.sampled_from(PARAMETERS), st.text(max_size=5))


@LAW
@given(st.dictionaries(names, st.one_of(texts, st.lists(texts, max_size=3)), max_size=6))
def test_no_query_raises_and_every_result_can_be_shared_again(
    case: Problem, query: dict[str, str | list[str]]
) -> None:
    scenario, notes = criteria.scenario_from_query(case, query)
    check_scenario(case, scenario)
    assert len(notes) <= NOTE_LIMIT
    assert all(note.strip() for note in notes)
    again = criteria.scenario_to_query(case, scenario)
    assert criteria.scenario_from_query(case, parse_qs(urlencode(again), keep_blank_values=True)) == (
        scenario,
        [],
    )


@LAW
@given(st.text(max_size=60))
def test_no_address_raises(case: Problem, text: str) -> None:
    criteria.scenario_from_query(case, parse_qs(text, keep_blank_values=True))
