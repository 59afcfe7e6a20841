"""What the marks of numbers mean, asked once."""

from __future__ import annotations

from collections.abc import Callable

from criteria.files.table.reading import Reading

TABLE = "Product;Seats;Users;Load\ndirection;max;max;max\nA;{};{};1\nB;1,300;2,100;2\n"


def test_a_doubt_that_columns_share_is_asked_once(reading: Callable[[str], Reading]) -> None:
    found = reading(TABLE.format("1,250", "2,300"))
    assert [q.id for q in found.open] == ["numbers:"]
    assert "('Seats', 'Users')" in found.open[0].text
    for answer, first in ((".", (1250, 2300, 1)), (",", (1.25, 2.3, 1))):
        problem = found.with_answer("numbers:", answer).problem
        assert problem is not None
        assert tuple(cell.likely for cell in problem.performances[0]) == first


def test_one_column_may_be_answered_apart(reading: Callable[[str], Reading]) -> None:
    found = reading(TABLE.format("1,250", "2,300")).with_answers({"numbers:Seats": ",", "numbers:": "."})
    assert found.problem is not None
    assert tuple(cell.likely for cell in found.problem.performances[0]) == (1.25, 2300, 1)


def test_two_signs_in_doubt_are_two_questions(reading: Callable[[str], Reading]) -> None:
    found = reading("Product;Seats;Users\ndirection;max;max\nA;1,250;2.300\nB;1,300;2.100\n")
    assert [q.id for q in found.open] == ["numbers:Seats", "numbers:Users"]


def test_a_negative_number_has_thousands_where_it_is_far_from_zero(reading: Callable[[str], Reading]) -> None:
    found = reading('Option,Profit\nA,"(1,200)"\nB,"2,300"\nC,450\n')
    question = next(q for q in found.open if q.kind == "numbers")
    assert "does -1,200 mean -1200 (thousands) or -1.2?" in question.text
    assert (question.suggestion, question.choices[0].label) == (".", "-1200")


def test_negative_numbers_in_doubt_in_several_columns_are_asked_the_same_way(
    reading: Callable[[str], Reading],
) -> None:
    found = reading(TABLE.format("-1,250", "-2,300"))
    assert "does -1,250 mean -1250 (thousands) or -1.25?" in found.open[0].text
