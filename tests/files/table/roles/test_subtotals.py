"""Lines that are the sums of their sections."""

from __future__ import annotations

import numpy as np

from criteria.files.table.roles.subtotals import names_subtotal, subtotals


def found(*lines: tuple[str, list[float]]) -> dict[int, bool]:
    return subtotals(
        [np.array(values) for _name, values in lines], [name for name, _v in lines], lambda _k: 0.0
    )


PRICE, TERMS = ("Price", [30.0, 25.0, 28.0]), ("Terms", [10.0, 8.0, 6.0])
SECURITY, APIS = ("Security", [40.0, 35.0, 30.0]), ("APIs", [20.0, 15.0, 18.0])


def test_a_subtotal_adds_up_what_stands_above_it_since_the_last_one() -> None:
    lines = (
        PRICE,
        TERMS,
        ("Subtotal commercial", [40.0, 33, 34]),
        SECURITY,
        APIS,
        ("Total technical", [60.0, 50, 48]),
    )
    assert found(*lines) == {2: True, 5: True}


def test_a_name_alone_makes_no_subtotal() -> None:
    assert found(PRICE, TERMS, ("Total cost", [40.0, 33, 35])) == {}
    assert found(PRICE, TERMS, ("Sum", [40.0, 33, np.nan])) == {2: True}


def test_lines_above_their_sections_are_told_by_two_sections() -> None:
    first, second = ("Commercial", [40.0, 33, 34]), ("Technical", [60.0, 50, 48])
    assert found(first, PRICE, TERMS, second, SECURITY, APIS) == {0: False, 3: False}
    assert found(first, PRICE, TERMS, SECURITY, APIS) == {}


def test_two_numbers_are_too_few_without_a_name() -> None:
    assert (
        found(
            ("A", [3.0, 3]),
            ("B", [1.0, 1]),
            ("C", [2.0, 2]),
            ("D", [3.0, 3]),
            ("E", [1.0, 2]),
            ("F", [2.0, 1]),
        )
        == {}
    )


def test_names_of_subtotals() -> None:
    assert names_subtotal("Zwischensumme Technik")
    assert names_subtotal("Commercial total")
    assert not names_subtotal("Sumatra")
    assert not names_subtotal("")
