"""A performance: unknown, a point or a range, and never zero by default."""

from __future__ import annotations

from criteria.model.evidence import Performance


def test_a_blank_is_unknown_and_never_zero() -> None:
    blank = Performance()
    assert not blank.known
    assert blank.likely is None
    assert blank != Performance(likely=0.0)
    assert Performance(likely=0.0).known


def test_a_likely_value_alone_has_a_range_of_one_point() -> None:
    cell = Performance(likely=3.0)
    assert (cell.low, cell.high, cell.ranged) == (3.0, 3.0, False)
    assert Performance(2.0, 3.0, 3.0).ranged
