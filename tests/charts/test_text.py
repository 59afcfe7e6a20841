"""Names in charts are shown letter by letter."""

from __future__ import annotations

import pytest

from criteria.charts.text import lifted, plain_label


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ash", "Ash"),
        ("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"),
        ("A & B", "A &amp; B"),
        ("two\n  lines", "two lines"),
        ('"quoted"', '"quoted"'),
        ("x" * 30, "x" * 30),
        ("x" * 31, "x" * 29 + "…"),
        ("x" * 28 + " yz", "x" * 28 + "…"),
    ],
)
def test_a_label_is_one_short_line_of_text(name: str, shown: str) -> None:
    assert plain_label(name) == shown


def test_it_is_cut_before_it_is_escaped() -> None:
    # Cut afterwards, an entity could be broken and show as what it is not.
    assert plain_label("&" * 20, 10) == "&amp;" * 9 + "…"


def test_a_lifted_text_has_blank_lines_under_it() -> None:
    assert lifted("43.4%", 2) == "43.4%<br>\u00a0<br>\u00a0"
    assert lifted("43.4%", 0) == "43.4%"
