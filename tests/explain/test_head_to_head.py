"""Two candidates compared, with the differences of the pencil."""

from __future__ import annotations

import pytest
from by_hand import BASE, evaluated

import criteria
from criteria.explain.head_to_head import head_to_head
from criteria.model.criterion import Criterion, Scale
from criteria.model.evidence import Performance
from criteria.model.problem import Alternative, Problem


@pytest.mark.parametrize(
    ("first", "second", "said", "groups"),
    [
        # 0.6 · (0.80 - 0.60), 0.2 · (0.70 - 0.80), 0.2 · (0.60 - 0.80)
        (
            "ash",
            "birch",
            "Ash is 0.060 ahead of Birch: all of its advantage comes from Quality; Price favours most Birch.",
            {"Quality": "+0.120", "Speed": "−0.020", "Price": "−0.040"},
        ),
        (
            "cedar",
            "ash",
            "Ash is 0.070 ahead of Cedar: all of its advantage comes from Quality; Price favours most Cedar.",
            {"Quality": "−0.150", "Speed": "+0.020", "Price": "+0.060"},
        ),
        (
            "birch",
            "cedar",
            "Birch is 0.010 ahead of Cedar: all of its advantage comes from Quality; Price favours most Cedar.",
            {"Quality": "+0.030", "Speed": "0.000", "Price": "−0.020"},
        ),
    ],
)
def test_what_puts_one_ahead_of_the_other(first: str, second: str, said: str, groups: dict[str, str]) -> None:
    found = head_to_head(evaluated(), first, second)
    assert found.sentence == said
    assert {g.group.label: g.text for g in found.groups} == groups
    for group in found.groups:
        assert group.difference == pytest.approx(float(group.text.replace("−", "-")))


def test_who_is_better_by_each_criterion_and_whether_the_ranges_part() -> None:
    # Quality of Ash 8 (6 to 9) against 6: the ranges touch.  Speed 7 against 8 (6 to 10).  Price 40 against 20, less is better.
    found = head_to_head(evaluated(), "ash", "birch").criteria
    assert [(c.criterion.id, c.better, c.certain) for c in found] == [
        ("quality", 1, False),
        ("speed", -1, False),
        ("price", -1, True),
    ]
    assert [c.weight for c in found] == pytest.approx([0.6, 0.2, 0.2])
    # An unknown is neither better nor worse; 5.5 lies below the whole range from 6 to 9.
    found = head_to_head(evaluated(), "ash", "cedar").criteria
    assert [(c.better, c.certain) for c in found] == [(1, True), (0, False), (-1, True)]


def test_a_lead_too_small_for_its_digits_is_told_so() -> None:
    # Birch leads Cedar by 0.05 q - 0.10 p, which is 0 at points of 40 for Quality and 20 for Price.
    level = evaluated(BASE.with_importances({"quality": 40.0, "price": 20.0, "speed": 20.0}))
    assert head_to_head(level, "birch", "cedar").sentence == "Birch and Cedar are tied."
    nearly = evaluated(BASE.with_importances({"quality": 40.01, "price": 20.0, "speed": 20.0}))
    assert (
        head_to_head(nearly, "cedar", "birch").sentence
        == "Birch is ahead of Cedar by less than 0.001: practically tied."
    )


def test_as_many_groups_are_named_as_make_half_and_missing_ratings_get_no_credit() -> None:
    def said(rows: list[list[float | None]]) -> str:
        problem = Problem(
            "t",
            "T",
            tuple(Criterion(f"c{j}", "VWXYZ"[j], scale=Scale(0, 10)) for j in range(5)),
            (Alternative("a", "A"), Alternative("b", "B"), Alternative("c", "C")),
            tuple(tuple(Performance() if v is None else Performance(likely=v) for v in row) for row in rows),
            default_method="wsm",
        )
        return head_to_head(
            criteria.evaluate(problem, problem.base_scenario().with_blanks("median"), methods=()), "a", "b"
        ).sentence

    # Each criterion weighs a fifth; differences 3, 2, 2, 2 and -1: 3 of 9 is no half, 5 of 9 is.
    rows: list[list[float | None]] = [[8, 7, 7, 7, 4], [5, 5, 5, 5, 5], [1, 1, 1, 1, 1]]
    assert said(rows) == "A is 0.16 ahead of B: 56% of its advantage comes from V and W; Z favours most B."
    # V of A unknown, at the median of 5 and 1: 3, behind B. W to Y make 6 of 6.
    rows[0][0] = None
    assert said(rows).startswith("A is 0.06 ahead of B: 67% of its advantage comes from W and X;")
    # V of B unknown, at the median of 8 and 1: 4.5; 3.5 of 4.5 rest on it.
    rows = [[8, 6, 5, 5, 5], [None, 5, 5, 5, 5], [1, 1, 1, 1, 1]]
    assert said(rows) == "A is 0.09 ahead of B; 78% of its advantage rests on missing ratings (V)."
    rows = [[8, 5, 5, 5, 5], [None, 5, 5, 5, 5], [1, 1, 1, 1, 1]]
    assert said(rows) == "A is 0.07 ahead of B, but only on missing ratings (V)."
