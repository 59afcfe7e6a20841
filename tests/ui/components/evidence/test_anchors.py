"""Anchors of a scale as lines: read back as written, refused where a line is none."""

from __future__ import annotations

import pytest

from criteria.errors import CriteriaError
from criteria.model.criterion import Scale
from criteria.ui.components.evidence.anchors import anchor_lines, anchors_in

SCALE = Scale(0, 10, ((2.0, "on paper"), (8 + 1 / 3, "certified\nby a third party")))


def test_lines_that_were_left_as_they_are_change_nothing() -> None:
    lines = anchor_lines(SCALE)
    assert lines == "2 = on paper\n8.33333333333 = certified by a third party"
    assert anchors_in(lines + "\n", SCALE, 0, 10) == SCALE.anchors
    assert anchor_lines(None) == ""
    assert anchors_in("", None, 0, 10) == ()


def test_lines_give_anchors_in_the_order_of_their_values() -> None:
    assert anchors_in("7,5 = good = enough\n\n 0=none ", SCALE, 0, 10) == (
        (0, "none"),
        (7.5, "good = enough"),
    )
    assert anchors_in("", SCALE, 0, 10) == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("good", "'good' is no anchor"),
        ("good = 8", "'good = 8' is no anchor"),
        ("8 =", "'8 =' is no anchor"),
        ("nan = x", "'nan = x' is no anchor"),
        ("11 = x", "outside of the scale from 0 to 10"),
        ("8 = x\n8.0 = y", "Two anchors are given for 8"),
    ],
)
def test_what_is_no_anchor_is_refused_in_a_sentence(typed: str, said: str) -> None:
    with pytest.raises(CriteriaError, match=said):
        anchors_in(typed, SCALE, 0, 10)
