"""Which way is better."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.errors import CriteriaError
from criteria.files.table.reading import Reading

OPEN = "Vendor,Unit price,Care,Colour depth\nA,10,5,3\nB,20,7,4\n"


def test_each_open_direction_is_a_question_with_a_suggestion_and_its_reason(
    reading: Callable[[str], Reading],
) -> None:
    found = reading(OPEN)
    assert found.problem is None
    assert [(q.about, q.suggestion) for q in found.open] == [
        ("Unit price", "minimize"),
        ("Care", ""),
        ("Colour depth", ""),
    ]
    assert found.open[0].why


def test_answers_settle_it_and_the_first_reading_stays_as_it_was(reading: Callable[[str], Reading]) -> None:
    first = reading(OPEN)
    found = (
        first.with_answer("direction:Unit price", "minimize")
        .with_answer("direction:Care", "maximize")
        .with_answer("direction:Colour depth", "left out")
    )
    assert found.problem is not None
    assert [(c.name, c.maximize) for c in found.problem.leaves] == [("Unit price", False), ("Care", True)]
    assert first.problem is None


@pytest.mark.parametrize(
    "row",
    [
        "richtung,min,max,max",
        "Sens,à minimiser,à maximiser,à maximiser",
        "方向,最小化,最大化,最大化",
        "Impacts,-,+,+",
        "goal,-1,1,1",
        ",↓,↑,↑",
        "type,cost,benefit,benefit",
    ],
)
@pytest.mark.parametrize("below", [False, True])
def test_a_row_above_or_below_says_it(reading: Callable[[str], Reading], row: str, below: bool) -> None:
    head, *body = OPEN.splitlines()
    lines = [head, *body, row] if below else [head, row, *body]
    found = reading("\n".join(lines)).problem
    assert found is not None
    assert [c.maximize for c in found.leaves] == [False, True, True]


def test_minutes_are_no_direction_unless_every_heading_has_one(reading: Callable[[str], Reading]) -> None:
    assert len(reading("Car,Charge time (min),Range\nA,5,6\nB,6,7\n").open) == 2
    assert reading("Car,Charge time (min),Range (max)\nA,5,6\nB,6,7\n").problem is not None


def test_one_declared_scale_goes_without_unless_a_name_is_that_of_a_cost(
    reading: Callable[[str], Reading],
) -> None:
    text = "Option,{},Fit\nscale min,0,0\nscale max,5,5\nA,1,5\nB,4,2\n"
    assert reading(text.format("Care")).problem is not None
    assert {q.about for q in reading(text.format("Price")).open} == {"Price", "Fit"}


def test_a_heading_against_its_row_is_asked(reading: Callable[[str], Reading]) -> None:
    found = reading("Vendor,Price ↓,Care\ndirection,max,max\nA,1,2\nB,2,3\n")
    assert [q.about for q in found.open] == ["Price"]


def test_a_name_both_ways_or_unknown_is_an_error(reading: Callable[[str], Reading]) -> None:
    with pytest.raises(CriteriaError, match="both"):
        reading(OPEN).with_directions(minimize=["Care"], maximize=["care"])
    with pytest.raises(CriteriaError, match="Did you mean 'Care'"):
        reading(OPEN).with_directions(minimize=["Cara"])


@pytest.mark.parametrize("words", [("Yes", "No"), ("ja", "nein"), ("pass", "fail"), ("✓", "✗")])
def test_two_words_without_a_direction_are_asked_where_other_columns_say_theirs(
    reading: Callable[[str], Reading], words: tuple[str, str]
) -> None:
    yes, no = words
    found = reading(f"Vendor,Price,Audited\ndirection,min,\nA,5,{yes}\nB,6,{no}\nC,9,{yes}\n")
    assert found.problem is None
    assert [(q.id, q.suggestion) for q in found.open] == [("direction:Audited", "maximize")]
    problem = found.with_answer("direction:Audited", "maximize").problem
    assert problem is not None
    first, second, third = (row[1].likely or 0 for row in problem.performances)
    assert first == third > second


def test_yes_and_no_under_a_name_that_may_be_a_burden_are_asked_without_a_suggestion(
    reading: Callable[[str], Reading],
) -> None:
    found = reading("Vendor,Price,Risk of lock-in\ndirection,min,\nA,5,Yes\nB,6,No\n")
    assert [(q.id, q.suggestion) for q in found.open] == [("direction:Risk of lock-in", "")]


def test_a_first_rank_is_the_best_and_a_range_is_no_rank(reading: Callable[[str], Reading]) -> None:
    found = reading("Vendor,Range,Rank in test,Platzierung\nAlpha,500,1,3\nBolt,450,3,1\nCorex,470,2,2\n")
    suggested = {q.about: (q.suggestion, q.why) for q in found.open if q.kind == "direction"}
    assert suggested["Range"][0] == "maximize"
    assert suggested["Rank in test"] == ("minimize", "the first rank is the best")


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("Cost savings (EUR)", "maximize"), ("EBIT (Mio €)", "maximize"), ("License (EUR)", "minimize"), ("Preis-Leistung", "maximize"), ("Note audit (/20)", "maximize"),
        ("Price (1-5)", ""), ("Risk (1-5)", "minimize"), ("Memory (GB)", ""), ("Size", ""), ("Insurance cost", "minimize"), ("Feedback", "maximize"),
    ],
)  # fmt: skip
def test_a_direction_is_suggested_by_what_the_name_is_about(
    name: str, suggestion: str, reading: Callable[[str], Reading]
) -> None:
    found = reading(f"Vendor;X;{name}\nA;3;1\nB;4;2\nC;2;4\n")
    assert [q.suggestion for q in found.open if q.kind == "direction"][-1] == suggestion


def test_a_rating_of_a_price_has_no_suggestion_and_one_of_a_risk_has(
    reading: Callable[[str], Reading],
) -> None:
    found = reading("Site,Rent score,Risk score,Rent\nA,3,2,900\nB,5,1,700\n")
    assert [q.suggestion for q in found.open] == ["", "minimize", "minimize"]


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [("Support response (h)", "minimize"), ("Antwort Service (Tage)", "minimize"), ("Support (h)", "maximize"), ("Warranty (months)", "maximize")],
)  # fmt: skip
def test_what_is_waited_for_is_better_short(
    name: str, suggestion: str, reading: Callable[[str], Reading]
) -> None:
    found = reading(f"Vendor;X;{name}\nA;3;14\nB;4;22\nC;2;40\n")
    assert [q.suggestion for q in found.open if q.kind == "direction"][-1] == suggestion


def test_agreeing_that_a_cost_is_so_says_nothing_of_its_direction(reading: Callable[[str], Reading]) -> None:
    found = reading("Option,Fit,Cost\nA,agree,disagree\nB,neutral,agree\nC,strongly agree,neutral\n")
    assert [q.suggestion for q in found.open] == ["maximize", ""]


def test_a_price_in_a_scorecard_may_be_a_rating_and_one_in_euros_is_none(
    reading: Callable[[str], Reading],
) -> None:
    score = reading("Criterion,Weight,A,B\nPrice,40,4,3\nRisk,20,2,1\nFit,40,3,5\n")
    assert [q.suggestion for q in score.open] == ["", "minimize", "maximize"]
    euros = reading("Criterion,Weight,A,B\nPrice,40,400,300\nFit,60,3,5\n")
    assert [q.suggestion for q in euros.open] == ["minimize", "maximize"]
