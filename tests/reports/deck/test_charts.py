"""Lines that end in one place share one label."""

from __future__ import annotations

from criteria.reports.deck.charts import NAME_WIDTH, end_labels
from criteria.reports.fit import text_width


def test_lines_that_end_in_one_place_share_one_label() -> None:
    assert end_labels([("A", [1, 1]), ("B", [3, 2]), ("C", [2, 2])]) == ["A", "B, C", ""]


def test_a_long_name_is_shortened_to_be_seen_as_such() -> None:
    (label,) = end_labels([("長い名前" * 20, [1, 1])])
    assert "…" in label
    assert text_width(label) <= NAME_WIDTH + 0.01


def test_names_that_differ_at_their_ends_are_told_apart_at_the_lines() -> None:
    names = [
        f"International Consortium for Connected-Car Platforms, {w} Division" for w in ("North", "South")
    ]
    for ends in ([1, 2], [1, 1]):
        shown = ", ".join(end_labels([(name, [1, end]) for name, end in zip(names, ends, strict=True)]))
        assert "th Division" in shown
        assert len(set(shown.split(", "))) > 1
