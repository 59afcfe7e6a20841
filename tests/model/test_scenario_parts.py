"""Every part of a scenario is in the link, in the sentence of differences and among the inputs; none is forgotten."""

from __future__ import annotations

import dataclasses
import io

import pandas as pd
import pytest

import criteria
from criteria.explain.differences import CLAUSES, differences
from criteria.files.document import ScenarioDocument
from criteria.files.inputs import INPUTS
from criteria.files.shortlist import inputs_csv
from criteria.links.parts import CODECS
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell, Scenario
from criteria.model.scenario_parts import PARTS, base_case, parts_that_differ
from criteria.model.uncertainty import Uncertainty
from criteria.robustness.evaluated.moves import PIECES

ANSWERS = Answers("ip", "direct", (Judgement("points", "ip-terms", "", 30.0),))


def changed(problem: Problem, key: str) -> Scenario:
    """Return the base scenario changed in one part only."""
    base = problem.base_scenario()
    return {
        "profile": problem.base_scenario("ip-legal"),
        "method": base.with_method("vikor"),
        "norm": base.with_method(base.method, "minmax"),
        "w": base.with_importance("cap-ota", 61.5),
        "blanks": base.with_blanks("worst"),
        "waive": base.with_waived("g-lawful-na"),
        "out": base.with_set_aside("aws"),
        "set": base.with_cell(ChangedCell("fujitsu", "ip-terms", 1, 2, 3)),
        "sure": base.with_uncertainty(Uncertainty(spread=0.0)),
        "within": base.with_ranges([("ip", 0.18, 0.25), ("cap-ota", 0.0725, 0.1)]),
        "judged": base.with_panel(Panel((Member("ip-legal", answers=(ANSWERS,)),))),
    }[key]


def test_every_choice_of_a_scenario_is_a_part() -> None:
    fields = {field.name for field in dataclasses.fields(Scenario)}
    assert {part.field for part in PARTS.values()} == fields - {"problem"}


@pytest.mark.parametrize("attached", [CODECS, CLAUSES, INPUTS], ids=["link", "sentence", "inputs"])
def test_no_room_forgets_a_part(attached: dict[str, object]) -> None:
    assert set(attached) == set(PARTS)


def test_the_document_holds_every_part() -> None:
    """Records, saved scenarios and their history are written as this document: what it forgets is gone."""
    fields = {field.name for field in dataclasses.fields(Scenario)}
    assert fields == set(ScenarioDocument.model_fields) - {"format", "version", "data"}


def test_what_moves_candidates_between_scenarios_is_every_part_that_can() -> None:
    moving = {field for _name, fields in PIECES.values() for field in fields}
    # The settings of the figures, ranges of weights and the judgements behind weights change no rank by themselves.
    assert {part.field for part in PARTS.values()} - moving == {"uncertainty", "panel", "ranges"}


def test_the_link_reads_parts_in_the_order_of_the_rows() -> None:
    assert list(CODECS) == list(PARTS)


@pytest.mark.parametrize("key", PARTS)
def test_a_change_of_one_part_is_compared_linked_said_and_listed(case: Problem, key: str) -> None:
    scenario = changed(case, key)
    assert [part.key for part in parts_that_differ(case, scenario)] == [key]
    assert PARTS[key].differs(case, scenario)
    query = criteria.scenario_to_query(case, scenario)
    assert set(query) == {"v", "problem", "data", key}
    assert criteria.scenario_from_query(case, query) == (scenario, [])
    assert differences(case, scenario).startswith("Differs from the base case: ")
    before, after = (
        pd.read_csv(
            io.StringIO(
                inputs_csv(criteria.evaluate(case, chosen, methods=()), version="1", link="").lstrip("\ufeff")
            )
        )
        for chosen in (case.base_scenario(), scenario)
    )
    assert not before.drop(columns="effective_weight").equals(after.drop(columns="effective_weight"))


def test_the_base_case_differs_in_nothing_and_is_a_short_link(case: Problem) -> None:
    base = case.base_scenario()
    assert base_case(case, base) == base
    assert parts_that_differ(case, base) == ()
    assert set(criteria.scenario_to_query(case, base)) == {"v", "problem", "data"}


def test_importances_of_another_profile_are_told_by_its_name_alone(case: Problem) -> None:
    said = differences(case, case.base_scenario("ip-legal"))
    assert said == f"Differs from the base case: the importances of {case.profile('ip-legal').name}."
    assert differences(case, case.base_scenario("")) == "Differs from the base case: all importances alike."


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (Uncertainty(spread=0.0), "weights within ±0% instead of ±25%"),
        (Uncertainty(draws=500), "500 draws instead of 10\u202f000"),
        (Uncertainty(seed=7), "seed 7 instead of 1"),
        (Uncertainty(distribution="pert"), "the pert distribution for ratings"),
        (Uncertainty(shared=True), "all ratings of a candidate moving together"),
        (Uncertainty(by_source=True), "ratings of one source moving together"),
        (
            Uncertainty(seed=7, shared=True),
            "seed 7 instead of 1 and all ratings of a candidate moving together",
        ),
    ],
)
def test_settings_of_the_robustness_figures_are_differences(
    case: Problem, settings: Uncertainty, said: str
) -> None:
    scenario = case.base_scenario().with_uncertainty(settings)
    assert differences(case, scenario) == f"Differs from the base case: robustness with {said}."
