"""A seal has one code for one set of choices at one time, tells when it was changed, and says nothing of candidates or ratings."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from by_hand import BASE, PROBLEM
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from criteria.errors import FileError
from criteria.files.seal import code_of, same_code, seal, seal_document, seal_from_document, unsealed
from criteria.model.scenario import ChangedCell
from tests.model.any_problem import problems, scenarios

TIME = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)


def test_the_code_is_of_the_choices_and_the_time_alone() -> None:
    made = seal(PROBLEM, BASE, time=TIME)
    assert len(made.code) == 29
    others = PROBLEM.alternatives[1:]
    renamed = replace(PROBLEM, alternatives=(replace(PROBLEM.alternatives[0], name="Oak"), *others))
    cell = ChangedCell("ash", "price", 1, 2, 3)
    assert seal(renamed, BASE.with_set_aside("birch").with_cell(cell), time=TIME).code == made.code
    tokyo = TIME.astimezone(timezone(timedelta(hours=9)))
    assert seal(PROBLEM, BASE, time=tokyo) == made
    for other in (
        seal(PROBLEM, BASE.with_importance("price", 20.5), time=TIME),
        seal(PROBLEM, BASE.with_method("topsis"), time=TIME),
        seal(PROBLEM, BASE.with_waived("hosting"), time=TIME),
        seal(replace(PROBLEM, gates=()), BASE, time=TIME),
        seal(PROBLEM, BASE, time=TIME + timedelta(seconds=1)),
    ):
        assert other.code != made.code


def test_no_name_of_a_candidate_is_in_a_seal() -> None:
    text = seal_document(seal(PROBLEM, BASE.with_set_aside("birch"), time=TIME)).casefold()
    assert not any(alternative.name.casefold() in text for alternative in PROBLEM.alternatives)


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_seal_reads_back_equal(data: st.DataObject) -> None:
    problem = data.draw(problems())
    scenario = data.draw(scenarios(problem))
    made = seal(problem, scenario, time=TIME)
    assert seal_from_document(seal_document(made)) == (made, [])
    assert unsealed(made, problem, scenario) == scenario


def test_a_seal_that_was_changed_has_another_code_and_says_so() -> None:
    made = seal(PROBLEM, BASE, time=TIME)
    values = json.loads(seal_document(made))
    values["choices"]["importances"][0][1] = 61.0
    found, notes = seal_from_document(json.dumps(values))
    assert found.code != made.code
    assert "was changed after it was made" in notes[0]
    assert found.code == code_of(found.time, found.choices)


@pytest.mark.parametrize("text", ["{", "[]", '{"format": "criteria-seal"}', '"x"'])
def test_what_is_no_seal_is_a_sentence(text: str) -> None:
    with pytest.raises(FileError, match="This is no seal"):
        seal_from_document(text)


def test_a_code_may_be_typed_in_any_way() -> None:
    made = seal(PROBLEM, BASE, time=TIME)
    assert same_code(made.code, made.code.lower().replace("-", " "))
    assert not same_code(made.code, made.code[:-1])
    assert not same_code("", "")


def test_a_time_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        seal(PROBLEM, BASE, time=datetime(2026, 11, 27))
