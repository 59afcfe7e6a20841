"""What is compared in a bill, as asked and answered."""

from __future__ import annotations

from collections.abc import Callable

from criteria.files.table.reading import Reading

BILL = "Item,Qty,A GmbH,B GmbH,C GmbH\nX,10,10,11,9\nY,20,3,2,{}\nTotal,,160,150,{}\n"


def likely(reading: Reading) -> dict[str, float]:
    problem = reading.with_directions(minimize=["Total price"]).problem
    assert problem is not None
    rows = zip(problem.alternatives, problem.performances, strict=True)
    return {alternative.name: row[0].likely for alternative, row in rows}


def test_offers_are_compared_by_their_totals_only_once_it_is_answered(
    reading: Callable[[str], Reading],
) -> None:
    found = reading(BILL.format(4, 170))
    (question,) = found.open
    assert (question.id, question.suggestion) == ("lines:", "prices")
    assert found.problem is None
    assert likely(found.with_answer("lines:", "prices")) == {"A GmbH": 160, "B GmbH": 150, "C GmbH": 170}
    assert likely(found.with_answer("lines:", "amounts")) == {"A GmbH": 13, "B GmbH": 13, "C GmbH": 13}


def test_an_incomplete_offer_is_named_and_not_ranked(reading: Callable[[str], Reading]) -> None:
    found = reading(BILL.format("", 90)).with_answer("lines:", "prices")
    assert likely(found) == {"A GmbH": 160, "B GmbH": 150}
    assert any("'C GmbH' gives no price in row 3 'Y'" in note for note in found.notes)


def test_a_price_without_a_quantity_is_wrong_and_said(reading: Callable[[str], Reading]) -> None:
    found = reading("Item,Qty,A,B\nX,10,10,11\nY,20,3,2\nSetup,,5,6\n").with_answer("lines:", "prices")
    assert found.problem is None
    assert "row 4 'Setup' has prices but no quantity" in found.findings[0]


def test_a_mark_that_nothing_decides_is_asked_first(reading: Callable[[str], Reading]) -> None:
    found = reading('Item,Qty,A,B\nX,"1,250",10,11\nY,20,3,2\n')
    assert [q.id for q in found.open] == ["numbers:"]
    assert likely(found.with_answers({"numbers:": ".", "lines:": "prices"})) == {"A": 12560, "B": 13790}


def test_one_quote_has_nothing_to_be_compared_with(reading: Callable[[str], Reading]) -> None:
    found = reading("Item,Quantity,Unit price,Amount\nX,10,2,20\nY,4,3,12\n")
    (question,) = found.open
    assert [choice.key for choice in question.choices] == ["rows"]
    assert [q.kind for q in found.with_answer("lines:", "rows").open] == ["direction"] * 3
