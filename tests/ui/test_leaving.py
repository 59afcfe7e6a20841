"""What leaves from a page is the scenario of the moment, with the page's own figures and an address that opens it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from by_hand import BASE, PROBLEM

from criteria.explain.verdict import verdict
from criteria.files.record import Decision, reopened
from criteria.files.seal import seal
from criteria.files.shortlist import inputs_csv
from criteria.ranking.second_opinion import second_opinion
from criteria.reports.pack import FILES
from criteria.robustness.evaluated.summary import Robustness
from criteria.ui import compute
from criteria.ui.leaving import leaving_now
from criteria.ui.session import Session


def test_the_figures_are_the_pages_and_the_link_is_whole() -> None:
    scenario = BASE.with_importance("price", 90)
    found = leaving_now(Session(PROBLEM, scenario, base="https://example.org/"), name="Board")
    assert found.evaluation is compute.evaluated_by_all(PROBLEM, scenario)
    assert found.robustness is compute.robust(PROBLEM, scenario)
    assert found.face.link.startswith("https://example.org/?v=1&problem=trees&")
    assert found.face.scenario == "Board"


def test_the_record_of_a_page_holds_the_seal_and_what_became_of_it() -> None:
    made = seal(PROBLEM, BASE, time=datetime(2026, 11, 27, 9, tzinfo=UTC))
    moved = Session(PROBLEM, BASE.with_importance("price", 90), base="https://example.org/", seal=made)
    content = FILES["record"].make(leaving_now(moved), Decision())
    found = reopened("r.zip", content)
    assert (found.sealed, found.scenario, found.notes) == (made, moved.scenario, ())
    with ZipFile(BytesIO(content)) as package:
        told = package.read("decision.md").decode()
    assert made.code in told
    assert "Price" in told.split(made.code)[1]
    elsewhere = Session(
        PROBLEM, BASE, base="", seal=replace(made, choices=made.choices.model_copy(update={"problem": "b"}))
    )
    assert reopened("r.zip", FILES["record"].make(leaving_now(elsewhere), Decision())).sealed is None


@pytest.mark.slow
@pytest.mark.parametrize("method", ["electre_ii", "electre_iii"])
def test_what_was_tested_on_request_leaves_as_the_page_says_it(method: str) -> None:
    scenario = BASE.with_method(method).with_importance("price", 61)
    mine = Session(PROBLEM, scenario, base="https://example.org/")
    before = leaving_now(mine)
    assert "has not been tested" in " ".join(before.face.sentences)
    compute.tested(compute.evaluated(PROBLEM, scenario))
    after = leaving_now(mine)
    known = compute.known_firmness(PROBLEM, scenario)
    assert known is not None
    assert after.face.sentences == verdict(after.evaluation, known).sentences
    assert "has not been tested" not in " ".join(after.face.sentences)
    assert after.robustness is (known if isinstance(known, Robustness) else None)
    assert reopened("r.zip", FILES["record"].make(after, Decision())).notes == ()


def test_a_second_opinion_leaves_where_somebody_asked_for_it() -> None:
    scenario = BASE.with_method("topsis").with_importance("price", 62)
    mine = Session(PROBLEM, scenario, base="https://example.org/")
    assert leaving_now(mine).face.opinion == ""
    compute.figure(second_opinion, compute.evaluated(PROBLEM, scenario))
    asked = leaving_now(mine)
    assert asked.face.opinion.startswith("Computed independently by scikit-criteria")
    told = inputs_csv(asked.evaluation, version="1", link=asked.face.link, face=asked.face)
    assert f'setting,second-opinion,Second opinion,"{asked.face.opinion}"' in told
    moved = Session(PROBLEM, scenario.with_importance("price", 63), base="https://example.org/")
    assert leaving_now(moved).face.opinion == ""
