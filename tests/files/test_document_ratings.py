"""The ratings of a document: by name, by rows, or both, each once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from by_hand import PROBLEM
from hypothesis import given

from criteria.errors import FileError
from criteria.files import document
from criteria.files.document import (
    ProblemDocument,
    kept_document,
    problem_from_document,
    short_problem_document,
)
from criteria.model.problem import Problem
from tests.model.any_problem import problems


@pytest.fixture(autouse=True)
def any_number_is_many() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "_MANY", 0)
        yield


@pytest.mark.slow
@given(problems())
def test_every_problem_comes_back_from_its_rows(problem: Problem) -> None:
    text = kept_document(problem)
    assert problem_from_document(text) == problem
    assert problem_from_document(text).fingerprint == problem.fingerprint
    ProblemDocument.model_validate_json(text)  # as the published schema has it


def test_a_small_table_is_written_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "_MANY", 10**9)
    assert kept_document(PROBLEM) == short_problem_document(PROBLEM)


def _by_rows(**changes: Any) -> str:
    values = json.loads(short_problem_document(PROBLEM))
    width = len(PROBLEM.leaves)
    rows = [[] for _alternative in PROBLEM.alternatives]
    return json.dumps(values | {"numbers": [[1.0] * width, *rows[1:]], "performances": []} | changes)


def test_rows_are_in_the_order_of_candidates_and_criteria() -> None:
    found = problem_from_document(
        _by_rows(
            numbers=[
                [(k + 4 * i) / 10 for k in range(len(PROBLEM.leaves))]
                for i in range(len(PROBLEM.alternatives))
            ]
        )
    )
    for i, alternative in enumerate(found.alternatives):
        for k, leaf in enumerate(found.leaves):
            assert found.performance(alternative.id, leaf.id).likely == (k + 4 * i) / 10


def test_a_rating_by_name_and_in_a_row_stands_twice() -> None:
    cell = {
        "alternative": PROBLEM.alternatives[0].id,
        "criterion": PROBLEM.leaves[0].id,
        "performance": {"likely": 3.0},
    }
    with pytest.raises(FileError, match="two ratings"):
        problem_from_document(_by_rows(performances=[cell]))
    other = cell | {"alternative": PROBLEM.alternatives[1].id}
    assert (
        problem_from_document(_by_rows(performances=[other]))
        .performance(other["alternative"], other["criterion"])
        .likely
        == 3
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"numbers": [[1.0]]}, "as many as its candidates"),
        (
            {"performances": [{"alternative": "nobody", "criterion": "x", "performance": {"likely": 1.0}}]},
            "nobody",
        ),
        ({"performances": [{"alternative": "nobody", "performance": {"likely": 1.0}}]}, "Field required"),
    ],
)
def test_what_is_wrong_beside_rows_is_told(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(FileError, match=said):
        problem_from_document(_by_rows(**changes))


def test_a_range_out_of_order_and_infinity_are_refused() -> None:
    width, count = len(PROBLEM.leaves), len(PROBLEM.alternatives)
    for row in ([[3.0, 2.0, 1.0]] * width, "inf"):
        text = _by_rows(numbers=[row, *[[]] * (count - 1)]).replace(
            '"inf"', f"[{','.join(['1e999'] * width)}]"
        )
        with pytest.raises(FileError):
            problem_from_document(text)
