"""Ratings that are numbers and nothing else, read at once: the same problem, and the same sentences where something is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from by_hand import PROBLEM
from hypothesis import given

from criteria.errors import FileError
from criteria.files import document
from criteria.files.document import problem_document, problem_from_document, short_problem_document
from criteria.files.plain_cells import plain_cells
from criteria.model.problem import Problem
from tests.model.any_problem import problems


@pytest.fixture(autouse=True)
def any_number_is_many() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "_MANY", 0)
        yield


@pytest.mark.slow
@given(problems())
def test_every_problem_comes_back_whichever_way_its_ratings_are_read(problem: Problem) -> None:
    for text in (problem_document(problem), short_problem_document(problem)):
        assert problem_from_document(text) == problem


def test_a_range_a_point_and_an_unknown_rating_are_told_apart() -> None:
    cells = [
        {"alternative": "a", "criterion": "x", "performance": {"likely": 2.0}},
        {"alternative": "b", "criterion": "x", "performance": {"likely": 2.0, "high": 3.0}},
        {"alternative": "b", "criterion": "y", "performance": {"likely": 1.0, "source": "offer"}},
    ]
    found = plain_cells(cells, ["a", "b"], ["x", "y"])
    assert found is not None
    nan = np.nan
    wanted = [[[2, 2, 2], [nan] * 3], [[2, 2, 3], [nan] * 3]]
    np.testing.assert_array_equal(found.numbers, wanted)
    assert json.loads(found.rest) == [cells[2]]


def _with(**changes: Any) -> str:
    """Return the document with something else in its first rating."""
    values = json.loads(short_problem_document(PROBLEM))
    values["performances"][0] |= changes
    return json.dumps(values)


@pytest.mark.parametrize(
    "changes",
    [
        {"alternative": "nobody"},
        {"alternative": []},
        {"criterion": None},
        {"performance": 7},
        {"performance": {"likely": True}},
        {"performance": {"likely": 10**400}},
        {"performance": {"likely": "many"}},
        {"performance": {"low": 3.0}},
        {"performance": {"likely": 3.0, "low": 4.0}},
        {"performance": {"likely": 3.0, "surprise": 4.0}},
        {"surprise": 1},
    ],
    ids=str,
)
def test_what_is_wrong_is_told_as_where_ratings_are_read_one_by_one(
    changes: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def outcome() -> object:
        try:
            return problem_from_document(_with(**changes))
        except FileError as error:
            return error.findings

    at_once = outcome()
    monkeypatch.setattr(document, "_MANY", 10**9)
    assert at_once == outcome()


def test_a_rating_that_stands_twice_is_refused() -> None:
    values = json.loads(short_problem_document(PROBLEM))
    values["performances"].append(values["performances"][0])
    with pytest.raises(FileError, match="two ratings"):
        problem_from_document(json.dumps(values))
