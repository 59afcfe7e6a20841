"""Units that can be turned into one another."""

from __future__ import annotations

import pytest

from criteria.files.table.values.units import ratio


@pytest.mark.parametrize(
    ("unit", "other", "times"),
    [
        ("min", "s", 60),
        ("weeks", "days", 7),
        ("kg", "g", 1000),
        ("GB", "MB", 1000),
        ("‰", "%", 0.1),
        ("day", "days", 1),
        ("kg", "km", None),
        ("parsec", "m", None),
    ],
)
def test_a_unit_is_so_many_of_another_or_none(unit: str, other: str, times: float | None) -> None:
    found = ratio(unit, other)
    assert found == (None if times is None else pytest.approx(times))
