"""What the heading of a column of results tells."""

from __future__ import annotations

import pytest

from criteria.files.table.roles.result_words import kind_by_heading, named_method, result_reason


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Rank", "rank"),
        ("Overall rank", "rank"),
        ("Score", "score"),
        ("TOPSIS closeness", "score"),
        ("Grand total", "sum"),
        ("Average", "sum"),
        ("Total cost", ""),
        ("Price", ""),
        ("", ""),
    ],
)
def test_a_heading_alone_tells_rank_score_and_sum_and_a_total_cost_is_a_price(
    heading: str, kind: str
) -> None:
    assert kind_by_heading(heading) == kind


def test_a_method_is_named_by_any_word_of_a_heading() -> None:
    assert named_method("Result (TOPSIS)")
    assert not named_method("Result (weighted)")


def test_each_way_to_follow_has_words_of_its_own() -> None:
    ways = ("mean", "product", "section", "weighted", "sum")
    assert len({result_reason(way) for way in ways}) == len(ways)
