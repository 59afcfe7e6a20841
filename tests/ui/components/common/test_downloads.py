"""The files behind the buttons: the scenario of the moment, or the sentence that says why there is none."""

from __future__ import annotations

import csv
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from by_hand import BASE, PROBLEM, evaluated

from criteria.explain.verdict import verdict
from criteria.files.shortlist import shortlist_csv
from criteria.links.scenario import scenario_from_query
from criteria.ui import compute
from criteria.ui.components.common.downloads import file_content, file_name
from criteria.ui.session import Session


def test_the_shortlist_is_that_of_the_session() -> None:
    text = file_content(Session(PROBLEM, BASE.with_importance("price", 90)), "shortlist").decode()
    assert text.startswith("\ufeffrank,")
    assert text.splitlines()[1].split(",")[3] == "Cedar"
    header = shortlist_csv(evaluated()).splitlines()[0].split(",")
    assert set(header) <= set(text.splitlines()[0].split(","))
    assert "rank_topsis" in text.splitlines()[0]


def test_every_row_says_who_leads_how_firmly_and_opens_the_scenario_again() -> None:
    session = Session(PROBLEM, BASE.with_importance("price", 90), base="https://example.org/shortlist")
    rows = list(
        csv.DictReader(file_content(session, "shortlist").decode().removeprefix("\ufeff").splitlines())
    )
    said = verdict(evaluated(session.scenario), compute.robust(PROBLEM, session.scenario))
    assert {row["verdict"] for row in rows} == {f"{said.headline} ({said.caution})"}
    assert {row["data"] for row in rows} == {PROBLEM.fingerprint}
    link = rows[-1]["link"]
    assert link.startswith("https://example.org/shortlist?v=1")
    assert scenario_from_query(PROBLEM, parse_qs(urlsplit(link).query)) == (session.scenario, [])
    inputs = file_content(session, "inputs").decode()
    assert said.headline in inputs
    assert link in inputs


def test_the_inputs_are_those_of_the_session() -> None:
    text = file_content(Session(PROBLEM, BASE.with_blanks("worst")), "inputs").decode()
    assert "the worst value of the scale" in text


@pytest.mark.parametrize("what", ["shortlist", "inputs"])
def test_without_a_ranking_the_file_says_why(what: str) -> None:
    nobody = BASE
    for alternative in PROBLEM.alternatives:
        nobody = nobody.with_set_aside(alternative.id)
    assert "No candidate is left to rank" in file_content(Session(PROBLEM, nobody), what).decode()


def test_a_file_is_named_by_problem_method_and_day() -> None:
    session = Session(PROBLEM, BASE.with_method("vikor"))
    day = date.today().isoformat()
    assert file_name(session) == f"{PROBLEM.id}_vikor_{day}.csv"
    assert file_name(session, "inputs") == f"{PROBLEM.id}_vikor_{day}_inputs.csv"
