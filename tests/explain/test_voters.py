"""The sentences about who votes."""

from __future__ import annotations

from by_hand import evaluated

from criteria.explain.voters import family_name, joined_votes, votes_table
from criteria.robustness.evaluated.votes import Vote


def test_a_family_is_named_by_all_its_methods() -> None:
    assert family_name(("wsm", "mabac")) == "Weighted sum = MABAC"


def test_only_votes_cast_together_are_told() -> None:
    assert joined_votes([("topsis",), ("vikor",)]) == ""
    assert joined_votes([("wsm", "mabac"), ("topsis",), ("wpm", "full_multiplicative_form")]) == (
        "One vote together, since they give one order: Weighted sum = MABAC; Weighted product = Full multiplicative form."
    )


def test_all_who_share_first_place_are_named_in_a_vote() -> None:
    votes = (Vote(("wsm", "mabac"), (0, 2)), Vote(("topsis",), (1,)))
    assert votes_table(evaluated(), votes) == [["Weighted sum = MABAC", "Ash, Cedar"], ["TOPSIS", "Birch"]]
