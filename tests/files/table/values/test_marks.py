"""Decimal marks: what one number tells, and what stays open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.files.table.values import marks
from criteria.files.table.values.marks import number_at, readings, telling_marks


@pytest.mark.parametrize(
    ("core", "ways"),
    [
        ("12,5", {",": 12.5}),
        ("12.5", {".": 12.5}),
        ("1,450", {".": 1450, ",": 1.45}),
        ("1.450", {".": 1.45, ",": 1450}),
        ("1.234.567,89", {",": 1234567.89}),
        ("1,20,000", {".": 120000}),
        ("1'250", {".": 1250, ",": 1250}),
        ("12 400", {".": 12400, ",": 12400}),
        ("0,123", {",": 0.123}),
        ("0.498", {".": 0.498}),
        ("1234,567", {",": 1234.567}),
        ("12 14", {}),
        ("1,2,3", {}),
    ],
)
def test_a_number_has_the_readings_that_its_marks_allow(core: str, ways: dict[str, float]) -> None:
    assert dict(readings(core)) == ways


def test_numbers_tell_the_mark_together() -> None:
    assert telling_marks(["1,450", "960", "2,300.5"]) == (frozenset("."), "1,450")
    assert telling_marks(["1,450", "960"]) == (frozenset(), "1,450")
    assert telling_marks(["1,5", "2.5"])[0] == frozenset(".,")
    assert number_at("1,450", ".") == 1450
    assert number_at("1,45", ".") is None


@pytest.mark.slow
@given(st.from_regex(r"[+-]?[0-9]{1,12}[.,][0-9]{1,6}", fullmatch=True))
def test_a_number_with_one_mark_is_read_as_any_other(core: str) -> None:
    assert readings(core) == marks._any_readings(core)


def test_a_text_too_long_for_a_number_is_read_and_not_kept() -> None:
    text = "1" * 50 + " 000,5e"
    before = marks._any_readings.cache_info().currsize
    assert readings(text) == ()
    assert readings("1" * 60 + ",22222") == ((",", float("1" * 60 + ".22222")),)
    assert marks._any_readings.cache_info().currsize == before
