"""Where something is wrong in a document: candidate and criterion by name, whatever else the document holds."""

from __future__ import annotations

import json

import pytest
from by_hand import PROBLEM

from criteria.errors import FileError
from criteria.files.document import problem_document, problem_from_document
from criteria.files.document_place import place_in


def changed(**numbers: object) -> str:
    """Return the document with numbers of Birch's speed overwritten."""
    document = json.loads(problem_document(PROBLEM))
    cell = next(
        c for c in document["performances"] if (c["alternative"], c["criterion"]) == ("birch", "speed")
    )
    cell["performance"] |= numbers
    return json.dumps(document)


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ({"likely": "eight"}, "likely of Birch under Speed"),
        ({"high": 7}, "Birch under Speed: likely 8 is above high 7"),
        ({"low": 11}, "Birch under Speed: low 11 is above likely 8"),
        ({"surprise": 1}, "Birch under Speed"),
    ],
)
def test_a_rating_that_cannot_be_used_is_named_by_candidate_and_criterion(
    numbers: dict[str, object], said: str
) -> None:
    with pytest.raises(FileError, match=said):
        problem_from_document(changed(**numbers))


@pytest.mark.parametrize(
    "problem", [None, 7, [], {}, {"performances": 3}, {"performances": [1]}, {"performances": []}]
)
def test_any_other_values_give_the_path(problem: object) -> None:
    assert place_in(problem, ("performances", 0, "likely")) == "performances.0.likely"


def test_a_place_outside_of_the_ratings_is_its_path() -> None:
    assert place_in({}, ("criteria", 0, "name")) == "criteria.0.name"


@pytest.mark.parametrize("likely", ["\x00", "=1+1", [], {}, 10**400], ids=str)
def test_a_rating_that_is_no_number_does_not_hide_what_else_is_wrong(likely: object) -> None:
    document = json.loads(changed(likely=likely))
    document["criteria"][0]["id"] = ""
    with pytest.raises(FileError):
        problem_from_document(json.dumps(document))
