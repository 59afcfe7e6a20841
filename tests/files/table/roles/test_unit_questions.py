"""Cells in different units are asked about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading


def asked(found: Reading) -> dict[str, str]:
    return {question.id: question.text for question in found.open if question.kind == "unit"}


def test_a_column_of_different_currencies_makes_the_prices_open(reading: Callable[[str], Reading]) -> None:
    sheet = "Supplier,Unit price,Currency,Days\nA,100,EUR,14\nB,110,USD,21\nC,15000,JPY,30\n"
    found = asked(reading(sheet))
    assert list(found) == ["unit:Unit price"]
    assert "EUR" in found["unit:Unit price"]
    assert "JPY" in found["unit:Unit price"]


def test_one_currency_asks_nothing(reading: Callable[[str], Reading]) -> None:
    assert not asked(reading("Supplier,Unit price,Currency\nA,100,EUR\nB,110,€\n"))


def test_a_column_of_units_speaks_of_the_numbers_before_it(reading: Callable[[str], Reading]) -> None:
    sheet = "Supplier,Rating,Delivery,Unit\nA,8,14,days\nB,7,3,weeks\nC,9,10,days\n"
    assert list(asked(reading(sheet))) == ["unit:Delivery"]


def test_a_small_plain_number_beside_multiples_is_asked(reading: Callable[[str], Reading]) -> None:
    found = asked(reading("Vendor,Price\nA,120k\nB,95\nC,110k\n"))
    assert "120k" in found["unit:Price"]


@pytest.mark.parametrize("choice", ["same", "left out"])
def test_either_answer_settles_it(reading: Callable[[str], Reading], choice: str) -> None:
    sheet = "Supplier,Price,Currency,Rating\nA,100,EUR,3\nB,110,USD,4\n"
    answered = reading(sheet).with_answer("unit:Price", choice)
    assert not asked(answered)
    assert ("Price" in [r.name for r in answered.roles if r.role == "criterion"]) is (choice == "same")
