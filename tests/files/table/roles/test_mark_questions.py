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
