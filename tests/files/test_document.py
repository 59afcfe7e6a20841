"""The JSON document: what is written reads back equal in every field, and what cannot be used ends in a sentence."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.errors import CriteriaError, FileError, ScenarioError
from criteria.files.document import (
    ProblemDocument,
    document_schema,
    problem_document,
    problem_from_document,
    saved_document,
    scenario_document,
    scenario_from_document,
    short_problem_document,
)
from criteria.model.problem import Problem
from tests.model.any_problem import parts, problems, scenarios


@given(problems())
@settings(max_examples=60, deadline=None)
def test_every_field_of_any_problem_reads_back_equal(problem: Problem) -> None:
    read = problem_from_document(problem_document(problem))
    assert parts(read) == parts(problem)
    assert read.fingerprint == problem.fingerprint
    assert problem_document(read) == problem_document(problem)
    short = short_problem_document(problem)
    assert len(short) <= len(problem_document(problem, indent=None))
    assert parts(problem_from_document(short)) == parts(problem)


@pytest.mark.slow
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_every_part_of_any_scenario_reads_back_equal(data: st.DataObject) -> None:
    problem = data.draw(problems())
    scenario = data.draw(scenarios(problem))
    read, notes = scenario_from_document(problem, scenario_document(problem, scenario))
    assert parts(read) == parts(scenario)
    assert notes == []


def test_bundled_problems_read_back_equal(case: Problem, suppliers: Problem, aircraft: Problem) -> None:
    for problem in (case, suppliers, aircraft):
        read = problem_from_document(problem_document(problem, indent=None))
        assert parts(read) == parts(problem)


def test_a_scenario_for_other_data_is_read_with_a_note(suppliers: Problem) -> None:
    text = scenario_document(suppliers, suppliers.base_scenario()).replace(suppliers.fingerprint, "00000000")
    _scenario, notes = scenario_from_document(suppliers, text)
    assert len(notes) == 1
    assert "00000000" in notes[0]
    assert suppliers.fingerprint in notes[0]


def test_a_scenario_that_names_a_strange_candidate_is_refused(suppliers: Problem) -> None:
    document = json.loads(scenario_document(suppliers, suppliers.base_scenario()))
    document["set_aside"] = ["somebody"]
    with pytest.raises(ScenarioError, match="somebody"):
        scenario_from_document(suppliers, json.dumps(document))


def changed(problem: Problem, **fields: object) -> str:
    return json.dumps(json.loads(problem_document(problem)) | fields)


def test_what_cannot_be_used_is_named_with_its_place(suppliers: Problem) -> None:
    document = json.loads(problem_document(suppliers))
    document["criteria"][1]["colour"] = "red"
    with pytest.raises(FileError, match=r"criteria\.1\.colour"):
        problem_from_document(json.dumps(document))
    document = json.loads(problem_document(suppliers))
    document["performances"][0]["performance"]["likely"] = "much"
    with pytest.raises(FileError, match="likely of Supplier A under Uptime last year"):
        problem_from_document(json.dumps(document))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not a JSON document"),
        ("[" * 100_000, "not a JSON document"),
        ('{"format": "criteria-problem", "version": NaN}', "NaN is no number"),
        ("{}", "not a document of the kind 'criteria-problem'"),
        (b"\xff\xfe\x00", "not a JSON document"),
        ('{"format": "criteria-problem", "version": 9}', "has version 9"),
    ],
)
def test_a_foreign_text_ends_in_a_sentence(text: str | bytes, said: str) -> None:
    with pytest.raises(FileError, match=said):
        problem_from_document(text)


def test_a_rating_of_nobody_and_a_rating_given_twice_are_refused(suppliers: Problem) -> None:
    cells = json.loads(problem_document(suppliers))["performances"]
    with pytest.raises(FileError, match="two ratings"):
        problem_from_document(changed(suppliers, performances=[*cells, cells[0]]))
    with pytest.raises(FileError, match="nobody"):
        problem_from_document(changed(suppliers, performances=[{**cells[0], "alternative": "nobody"}]))


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_document_is_read_or_refused_in_a_sentence(suppliers: Problem, data: st.DataObject) -> None:
    text = problem_document(suppliers)
    at = data.draw(st.integers(0, len(text) - 1))
    put = data.draw(st.sampled_from(["", "1e999", "null", "{", "}", '"', "-", "[]", "\\ud800", "9" * 400]))
    damaged = text[:at] + put + text[at + data.draw(st.integers(0, 12)) :]
    with suppress(CriteriaError):  # anything else fails the test
        problem_from_document(damaged)


def test_the_published_schema_names_every_field_of_a_problem() -> None:
    schema = document_schema()["$defs"]
    assert isinstance(schema, dict)
    assert set(schema["ProblemDocument"]["properties"]) == set(ProblemDocument.model_fields)
    assert {"low", "likely", "high", "confidence", "rationale", "source"} <= set(
        schema["Performance"]["properties"]
    )


def test_a_problem_to_keep_as_a_file_is_indented_while_people_can_read_it_and_short_beyond(
    suppliers: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert saved_document(suppliers) == problem_document(suppliers)
    monkeypatch.setattr("criteria.files.document.INDENTED", 1)
    assert "\n" not in saved_document(suppliers)
    assert problem_from_document(saved_document(suppliers)) == suppliers
