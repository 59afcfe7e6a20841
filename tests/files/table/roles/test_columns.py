"""Columns that are no criteria."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading, read_table

HEAD = "Vendor,Price,Care,{}\ndirection,min,max,\nA,10,5,{}\nB,20,7,{}\nC,30,6,{}\n"


def leaves(reading: Reading) -> list[str]:
    assert reading.problem is not None, (reading.questions, reading.findings)
    return [c.name for c in reading.problem.leaves]


@pytest.mark.parametrize(
    "column",
    [
        ("Total", "15", "27", "36"), ("Average", "7.5", "13.5", "18"), ("Rank", "1", "2", "3"), ("TOPSIS score", "0.4", "0.5", "0.6"), ("Founded", "1999", "2004", "2011"),
        ("Country", "X", "Y", "X"), ("Valid until", "2024-01-01", "2024-02-01", "2024-03-01"), ("Status", "GREEN", "RED", "RED"), ("Remarks", "fine", "", "slow"), ("Vendor ID", "101", "205", "333"),
    ],
)  # fmt: skip
def test_what_is_no_criterion_is_left_out_by_name(
    reading: Callable[[str], Reading], column: tuple[str, ...]
) -> None:
    found = reading(HEAD.format(*column))
    assert leaves(found) == ["Price", "Care"]
    assert any(f"'{column[0]}'" in note for note in found.notes)


def test_texts_stay_with_the_candidates(reading: Callable[[str], Reading]) -> None:
    problem = reading(HEAD.format("Country", "X", "Y", "X")).problem
    assert problem is not None
    assert problem.alternatives[1].attributes == (("Country", "Y"),)


@pytest.mark.parametrize("column", [("Total", "1", "2", "9"), ("Burden", "15", "27", "36")])
def test_a_doubtful_column_is_asked(reading: Callable[[str], Reading], column: tuple[str, ...]) -> None:
    found = reading(HEAD.format(*column))
    assert f"role:{column[0]}" in [q.id for q in found.open]
    assert leaves(found.with_answer(f"role:{column[0]}", "left out")) == ["Price", "Care"]
    assert leaves(
        found.with_answer(f"role:{column[0]}", "criterion").with_directions(maximize=[column[0]])
    ) == ["Price", "Care", column[0]]


def test_a_direction_makes_a_criterion(reading: Callable[[str], Reading]) -> None:
    found = reading("Vendor,Founded,Status\ndirection,max,max\nA,1999,GREEN\nB,2004,RED\n")
    assert leaves(found) == ["Founded", "Status"]


def test_a_score_that_is_likelihood_times_impact_is_asked_for_what_it_is(
    reading: Callable[[str], Reading],
) -> None:
    found = reading("Risk,Likelihood,Impact,Score\nA,3,5,15\nB,2,4,8\nC,4,2,8\n")
    (question,) = [q for q in found.open if q.kind == "role"]
    assert (question.suggestion, "product of other columns" in question.text) == ("", True)
    other = reading("Risk,Likelihood,Impact,Score\nA,3,5,15\nB,2,4,8\nC,4,2,9\n")
    assert all("product" not in q.text for q in other.open)


MIXED = (
    "Anbieter;Qualität;Service\nAlpha;hoch;gut\nBeta;gut;mittel\nGamma;mittel;hoch\nDelta;sehr gut;niedrig\n"
)


def test_words_of_several_scales_are_asked_for_their_order_in_which_some_may_be_equal() -> None:
    reading = read_table(MIXED.encode())
    assert [q.id for q in reading.questions if q.kind == "order"] == ["order:Qualität", "order:Service"]
    answered = reading.with_answers(
        {
            "order:Qualität": "mittel < gut = hoch < sehr gut",
            "order:Service": "niedrig < mittel < gut = hoch",
        }
    ).with_directions(all_maximize=True)
    assert answered.problem is not None, answered.questions
    assert answered.problem.performances.likely.T.tolist() == [[2, 2, 1, 3], [3, 2, 3, 1]]


def test_words_of_several_scales_stay_text_where_the_table_says_what_counts() -> None:
    reading = read_table(b"Name;Price (min);Service\nA;3;high\nB;4;good\nC;5;excellent\n")
    assert not [q for q in reading.questions if q.kind == "order"]


def test_a_total_of_words_with_the_sum_of_the_weights_is_suggested_to_be_left_out(
    reading: Callable[[str], Reading],
) -> None:
    found = reading("Requirement,Weight,A,B\nReports,5,Yes,No\nMobile,3,Partial,Yes\nTotal,8,6,3\n")
    (question,) = [q for q in found.open if q.id == "role:Total"]
    assert question.suggestion == "left out"
