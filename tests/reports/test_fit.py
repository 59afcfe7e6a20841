"""Estimates of room are to the safe side, against the real widths of a font where one is installed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.reports.fit import (
    breakable,
    fitting_size,
    lines_needed,
    row_heights,
    shortened,
    text_width,
    told_apart,
)

DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")  # wider than the fonts that offices use


@pytest.mark.skipif(not DEJAVU.exists(), reason="the font to compare with is not installed")
@pytest.mark.parametrize(
    "text",
    [
        "Microsoft Azure leads Amazon Web Services by 0.05",
        "closeness to the ideal by TOPSIS, higher is better",
    ],
)
def test_widths_are_close_to_those_of_a_wide_font(text: str) -> None:
    from PIL import ImageFont

    real = ImageFont.truetype(str(DEJAVU), 1000).getlength(text) / 1000
    assert real * 0.9 <= text_width(text) <= real * 1.2


def test_full_width_signs_count_whole_and_break_anywhere() -> None:
    assert text_width("日本") == pytest.approx(2.04)
    assert lines_needed("日" * 30, 10.5) == 3
    assert lines_needed("one two", 100) == 1
    assert lines_needed("one\ntwo", 100) == 2
    assert lines_needed("a" * 100, 10) == 6


@given(st.text(min_size=1, max_size=80), st.floats(5, 60))
def test_more_room_never_takes_more_lines(text: str, width: float) -> None:
    assert lines_needed(text, width * 2) <= lines_needed(text, width)


def test_the_largest_size_that_fits_is_taken() -> None:
    assert fitting_size("short", 500, 40, (30, 20, 10)) == 30
    assert fitting_size("long " * 40, 500, 60, (30, 20, 10)) == 10


def test_a_name_that_is_too_wide_is_cut_in_its_middle_to_be_seen_as_such() -> None:
    assert shortened("short", 10) == "short"
    assert shortened("Consortium for Platforms, North", 12) == "Consortiu…ms, North"
    assert shortened("日本自動車クラウド研究所", 7.2) == "日本自…研究所"
    assert shortened("a" * 40 + "e\u0301", 3) == "a…e\u0301"
    assert shortened("long " * 9, 0.5) == "…"


def test_different_names_never_come_out_alike() -> None:
    ends = [
        "Consortium for Connected Platforms North Division",
        "Consortium for Connected Platforms South Division",
    ]
    assert told_apart(ends, 17) == ["Consortium for…North Division", "Consortium for…South Division"]
    middle = [
        f"Consortium for Platforms of the {w} and all other parts of the world" for w in ("East", "West")
    ]
    assert [text.split("…")[1][:4] for text in told_apart(middle, 18)] == ["East", "West"]
    scattered = [f"{a * 30}x{b * 30}" for a in "ab" for b in "ab"] + ["a" * 30 + "y" + "b" * 30] * 2
    found = told_apart(scattered, 6)
    assert len(set(found)) == 5
    assert found[4] == found[5]


@given(st.lists(st.text("ab日 ", max_size=40), max_size=8), st.floats(6, 30))
def test_names_told_apart_fit_and_differ_as_the_names_do(names: list[str], width: float) -> None:
    found = told_apart(names, width)
    assert len(set(found)) == len(set(names))
    assert all(text_width(one) <= width + 1e-9 for one in found)


def test_a_long_word_has_places_to_break_and_reads_as_before() -> None:
    word = "W" * 60
    assert breakable(word).replace("\u200b", "") == word
    assert max(map(len, breakable(f"a {word}").split("\u200b"))) <= 8
    assert breakable("closeness to the ideal") == "closeness to the ideal"


def test_lines_of_full_width_signs_are_taller() -> None:
    latin, japanese = row_heights([["ab"], ["日本"]], [100.0], 10.0, 0.0)
    assert (latin, japanese) == (12.5, 15.0)
