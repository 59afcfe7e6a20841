"""A candidate: its name, its label, and what is told of it."""

from __future__ import annotations

import pytest

from criteria.errors import ProblemError
from criteria.model.alternative import Alternative


def test_the_label_is_the_short_name_where_there_is_one() -> None:
    assert Alternative("a", "Ash & Sons").label == "Ash & Sons"
    assert Alternative("a", "Ash & Sons", "Ash").label == "Ash"


def test_what_is_not_told_of_a_candidate_is_the_empty_text() -> None:
    told = Alternative("a", "A", attributes=(("country", "JP\x00"),))
    assert (told.attribute("country"), told.attribute("city")) == ("JP", "")


@pytest.mark.parametrize("identifier", ["", "=a", "a b", "a" * 61])
def test_an_identifier_that_links_cannot_carry_is_refused(identifier: str) -> None:
    with pytest.raises(ProblemError, match="identifier of a candidate"):
        Alternative(identifier, "A")
