"""Lines that end in one place share one label."""

from __future__ import annotations

from criteria.reports.deck.charts import NAME_WIDTH, end_labels
from criteria.reports.fit import text_width


def test_lines_that_end_in_one_place_share_one_label() -> None:
    assert end_labels([("A", [1, 1]), ("B", [3, 2]), ("C", [2, 2])]) == ["A", "B, C", ""]


def test_a_long_name_is_shortened_to_be_seen_as_such() -> None:
    (label,) = end_labels([("長い名前" * 20, [1, 1])])
    assert label.endswith("…")
    assert text_width(label) <= NAME_WIDTH + 0.01
