"""How long an address may be before anything of it is read."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from criteria.links.door import ADDRESS_DOOR, PARAMETER_DOOR, length_of, too_long


@pytest.mark.parametrize("query", [{}, {"w": ["a:1,b:2"]}, {"w": ["a&b", "ü"], "problem": ["x y"]}])
def test_the_length_is_that_of_the_address(query: dict[str, list[str]]) -> None:
    encoded = urlencode(query, doseq=True)
    assert length_of(query) == (len(encoded) + 1 if encoded else 0)


def test_an_address_at_the_limit_is_read_and_one_beyond_is_not() -> None:
    assert too_long({"w": ["a" * (ADDRESS_DOOR - 3)]}) == ""
    assert "longer than 8000 characters" in too_long({"w": ["a" * (ADDRESS_DOOR - 2)]})


def test_what_is_no_text_is_counted_as_well() -> None:
    assert too_long({"w": ["\ud800"]}) == ""
    assert "longer than 8000 characters" in too_long({"\ud800": ["\udcff" * ADDRESS_DOOR]})


def test_many_small_parts_count_as_well() -> None:
    assert too_long({f"p{i}": ["1"] for i in range(2_000)})
    assert too_long({"w": ["1"] * 9_000})
    assert too_long({"w": ["1"] * PARAMETER_DOOR}) == ""
    assert "more than 100 parts" in too_long({"w": ["1"] * PARAMETER_DOOR, "p": ["1"]})
